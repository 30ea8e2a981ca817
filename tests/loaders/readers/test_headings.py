"""Lines that are headings, and lines that only look like them."""

from __future__ import annotations

import pytest

from dhr_graph.loaders.readers import read_text
from dhr_graph.model.documents import HEADING


def headings(text: str) -> list[tuple[str | None, str, int]]:
    document = read_text(text, "a.txt")
    return [(p.label, document.words(p.body), p.level) for p in document.passages if p.kind == HEADING]


@pytest.mark.parametrize(
    ("line", "label", "words"),
    [
        ("1.2 The Review Panel", "1.2", "The Review Panel"),
        ("5 INTEGRATED CHRONOLOGY", None, "5 INTEGRATED CHRONOLOGY"),
        ("SUMMARY OF EVENTS", None, "SUMMARY OF EVENTS"),
        ("Northmere Hospitals NHS Trust", None, "Northmere Hospitals NHS Trust"),
        ("The early years", None, "The early years"),
        ("2017", None, "2017"),
        ("What could have been done differently?", None, "What could have been done differently?"),
        ("Part Two: What happened", None, "Part Two: What happened"),
        ("Appendix B", None, "Appendix B"),
        ("**Themes of this review**", None, "Themes of this review"),
        ("<u>Northmere Police</u>", None, "Northmere Police"),
        ("1.8.15 **Recommendations \u2013 Police**", "1.8.15", "Recommendations \u2013 Police"),
        ("## Contributors ##", None, "Contributors"),
        ("Police: Northmere Police", None, "Police: Northmere Police"),
        ("Primary care: the Fern Lane Surgery", None, "Primary care: the Fern Lane Surgery"),
    ],
)
def test_a_heading(line: str, label: str | None, words: str) -> None:
    assert headings(f"{line}\n\nThe worker wrote to the surgery about what she had been told.\n") == [(label, words, 1)]


@pytest.mark.parametrize(
    "line",
    [
        "4.3 The officer was told.",
        "6.4 Housing to train its staff.",
        "Police: officers attended the flat.",
        "The nurse was worried about her",
        "September 2012",
        "Author: Jo Marsh",
        "www.example.org/reviews",
        "- Northmere Police",
        "a) Northmere Police",
        "Executive summary .......... 4",
        "<u>Northmere Police</u>: they knew of both.",
        "Author: Jane Penn",
        "Report author: Jane Penn",
        "Review: Northmere Police",
        "Police: northmere police",
        "Police: 12 Visits",
        "Housing and support for single people: Larch Homes",
        "The following took part:",
    ],
)
def test_no_heading(line: str) -> None:
    assert headings(f"{line}\n\nThe worker wrote to the surgery about what she had been told.\n") == []


def test_underlined_lines_and_markdown_give_levels() -> None:
    text = (
        "The Review\n==========\n\nIt was held.\n\nThe Panel\n---------\n\nIt met.\n\n### Members\n\nThere were six.\n"
    )
    assert headings(text) == [(None, "The Review", 1), (None, "The Panel", 2), (None, "Members", 3)]


def test_lists_of_contents_are_no_headings() -> None:
    text = "Contents\n\n1.\tThe review\t3\n1.1\tThe panel\t4\n\n1. The Review\n\nIt was held by the board in May.\n"
    assert headings(text) == [(None, "Contents", 1), ("1", "The Review", 1)]
    document = read_text(text, "a.txt")
    assert [document.words(p.body) for p in document.passages[1:3]] == ["The review", "The panel"]


def test_short_numbered_lines_one_after_another_are_a_list() -> None:
    assert headings("1. Northmere Police\n2. Northmere Council\n3. The surgery\n") == []


def test_a_numbered_line_before_its_own_first_section_is_a_heading_whatever_its_words() -> None:
    text = (
        "5 The story as each body saw it\n\n5.1 Police\n\n5.1.1 Officers attended.\n\n"
        "6 Analysis\n\n6.1 It was found wanting.\n"
    )
    assert headings(text)[0] == ("5", "The story as each body saw it", 1)


def test_a_kind_and_a_name_head_only_what_is_told_below_them() -> None:
    assert headings("Police: Northmere Police\n\nNone.\n") == []
    assert headings("Police: Northmere Police\nOfficers came to the flat in May and again in June, and left.\n") == []


STORY = "On 4 March 2018 officers attended the flat and spoke with her, and the worker wrote to the surgery about it.\n"


@pytest.mark.parametrize(
    "line",
    [
        "The strain begins: 2018",
        "The strain begins: January to August 2019",
        "The quiet years: before 2016",
        "2018: the strain begins",
        "Late 2018 and early 2019: the move",
        "Moving away: the summer of 2018",
    ],
)
def test_a_title_and_a_time_head_a_part(line: str) -> None:
    assert headings(f"{line}\n\n{STORY}") == [(None, line, 1)]


@pytest.mark.parametrize(
    "line",
    [
        "Date of review: March 2018",
        "Review: March 2018",
        "Action by: March 2018",
        "January 2018: 2019",
        "The strain begins: 18 officers",
        "The strain begins: it was 2018",
        "The strain begins: here: 2018",
    ],
)
def test_a_field_and_a_title_without_a_time_do_not(line: str) -> None:
    assert headings(f"{line}\n\n{STORY}") == []


def test_the_first_of_a_list_that_a_colon_announces_is_no_heading() -> None:
    trust = "Edge Hill Trust, the provider of mental health care (referred to in this report as the Trust)"
    list_ = f"Northmere Police\n{trust}\n"
    assert headings(f"The following took part:\n\n{list_}") == []
    assert headings(f"They met twice.\n\n{list_}") == [(None, "Northmere Police", 1)]


@pytest.mark.parametrize("title", ["CHRONOLOGY:", "Part 2: Chronology:", "## Contact with agencies:"])
def test_the_first_title_under_a_title_with_a_colon_is_one(title: str) -> None:
    told = "Officers attended the flat on 4 May 2016 and spoke with her, and the worker wrote to the surgery about it."
    assert (None, "Northmere Police") in [found[:2] for found in headings(f"{title}\n\nNorthmere Police\n{told}\n")]
