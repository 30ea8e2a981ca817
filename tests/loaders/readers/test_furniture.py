"""Page furniture: numbers, markings and running headers, and which page each line stands on."""

from __future__ import annotations

import pytest

from dhr_graph.loaders.readers.furniture import find_furniture, find_pages, tells_of_a_page
from dhr_graph.loaders.readers.lines import Line, split_lines

ORDER = ("first", "second", "third", "fourth")


def furniture(text: str) -> list[str]:
    lines: list[Line] = split_lines(text)
    return [lines[i].text for i in sorted(find_furniture(lines))]


def pages_with(foot: str) -> str:
    """Four pages, each of a story and this foot, whose braces are the number of the page."""
    story = "The {0} visit was made by the nurse.\nHer {0} note was short.\nThe {0} letter was not.\n\n"
    return "".join(f"{story.format(which)}{foot.format(n)}\n\n" for n, which in enumerate(ORDER, 12))


@pytest.mark.parametrize(
    "line",
    [
        "14 | P a g e",
        "14 | Page",
        "Page | 14",
        "P a g e | 14",
        "14 - Page",
        "| 14 | Page |",
        "Page 14",
        "Page 14 of 30",
    ],
)
def test_a_line_that_is_a_page_s_number(line: str) -> None:
    lines = split_lines(f"{line}\n")
    assert find_furniture(lines) == {0}
    assert find_pages(lines)[0] == [14]


@pytest.mark.parametrize(
    "line",
    [
        "14 pages",
        "14 | The page",
        "14 | Page of the book",
        "Page by page",
        "14 Page Street",
        "14 people paged her.",
        "P a g e",
    ],
)
def test_a_line_in_which_page_is_only_a_word(line: str) -> None:
    lines = split_lines(f"{line}\n")
    assert find_furniture(lines) == frozenset()
    assert find_pages(lines) == ([None], None)


@pytest.mark.parametrize("line", ["Page | 14 of 30", "14 | Page of 30", "14 - P a g e of 30"])
def test_the_number_of_pages_is_that_printed_after_of(line: str) -> None:
    assert find_pages(split_lines(f"{line}\n")) == ([14], 30)


@pytest.mark.parametrize("number", ["{} | P a g e", "Page | {}"])
def test_a_running_header_is_found_beside_the_number(number: str) -> None:
    text = pages_with(f"Fellwick Review\nThe panel's copy\n{number}")
    assert furniture(text)[:3] == ["Fellwick Review", "The panel's copy", number.format(12)]
    assert len(furniture(text)) == 3 * len(ORDER)
    assert sorted({page for page in find_pages(split_lines(text))[0] if page is not None}) == [12, 13, 14, 15, 16]


def test_what_is_known_to_be_furniture_does_not_count_on_the_way_to_a_header() -> None:
    text = pages_with("Fellwick Review\nOFFICIAL\nThe panel's copy\nPage {}")
    assert furniture(text)[:4] == ["Fellwick Review", "OFFICIAL", "The panel's copy", "Page 12"]


def test_a_line_that_recurs_three_lines_away_from_the_number_is_the_review_s() -> None:
    text = pages_with("Nothing more was done.\nFellwick Review\nThe panel's copy\nPage {}")
    assert "Nothing more was done." not in furniture(text)


def test_a_line_beside_the_number_that_does_not_recur_is_the_review_s() -> None:
    assert furniture(pages_with("Page {}")) == [f"Page {n}" for n in range(12, 16)]


def test_a_rule_tells_of_no_page() -> None:
    assert tells_of_a_page("Page 14")
    assert tells_of_a_page("OFFICIAL")
    assert not tells_of_a_page("-----")
