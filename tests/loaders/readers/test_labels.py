"""Numbers at the beginning of a line: labels, or dates, times and quantities."""

from __future__ import annotations

import pytest

from dhr_graph.loaders.readers.labels import find_labels
from dhr_graph.loaders.readers.lines import split_lines


def labels(text: str) -> list[str | None]:
    lines = split_lines(text)
    found = find_labels(lines)
    return [found[i].printed if i in found else None for i in range(len(lines)) if not lines[i].blank]


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("1.5.13 Officers attended.", "1.5.13"),
        ("- 1.2.3 Officers attended.", "1.2.3"),
        ("12. Officers attended.", "12"),
        ("(b) the school", "(b)"),
        ("a) the school", "a)"),
        ("I) the school", "I)"),
        ("(iii) the school", "(iii)"),
        ("a)the school", "a)"),
        ("Recommendation 7: The Board to write.", "Recommendation 7"),
        ("Recommendation B \u2013 The Board to write.", "Recommendation B"),
        ("Learning point 3. Staff knew little.", "Learning point 3"),
        ("9.11.12. Adult A rang.", None),
        ("3.6.14, 21.10 hrs. Officers attended.", None),
        ("21.35 hrs. Officers attended.", None),
        ("24 paracetamol tablets were found.", None),
        ("1.5 million pounds was spent.", None),
        ("2017", None),
        ("- 14 July: Hannah rings 999.", None),
        ("14 July saw the first call.", None),
        ("6A Hollin Bank Medical Practice", None),
        ("12A. Holm Road, where they lived", None),
        ("J. Smith chaired the panel.", None),
        ("Adult A was seen.", None),
    ],
)
def test_one_line(line: str, label: str | None) -> None:
    assert labels(line) == [label]


def test_neighbours_decide_what_could_be_a_time_or_a_quantity() -> None:
    assert labels("12.10 The nurse came.\n\n12.11 The doctor came.") == ["12.10", "12.11"]
    assert labels("4 The parties\n\n5 The agencies") == ["4", "5"]
    assert labels("A. The police\n\nB. The school") == ["A.", "B."]


def test_a_label_may_be_followed_by_a_tab() -> None:
    (label,) = find_labels(split_lines("2.1\tOfficers attended.")).values()
    assert (label.printed, label.body) == ("2.1", 4)


def test_numbers_with_letters_are_labels_beside_one_another() -> None:
    assert labels("6A. Hollin Bank Surgery\n\nShe was seen.\n\n6B. Weir Street Surgery\n") == ["6A", None, "6B"]
