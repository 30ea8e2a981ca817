"""Passages tile any text, and stand under the headings that a reader would see."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dhr_graph.loaders.continuous import continuous
from dhr_graph.loaders.readers import read_text
from dhr_graph.model.documents import HEADING, LIST_ITEM, PARAGRAPH, TABLE_ROW, SourceDocument, TextPassage

FRAGMENTS = (
    "\n", "\n\n", "\t", "\f", " ", "1.2 ", "4.10 ", "9.11.12. ", "a) ", "(iv) ", "- ", "\u2022 ",
    "Page 2 of 3", "OFFICIAL - SENSITIVE", "|a|b|", "|---|---|", "====", "The Agencies", "SUMMARY OF EVENTS",
    "12/01/13", "**", "<u>", "</u>", "<p>", "Recommendation 1", "Recommendation B \u2013 ", "# ",
    "....... 3", "Contents", "Date\tAgency\tEvent\n", "22/11/14\n21.35\tPolice\tCalled\n",
    "officers attended and ", "She was seen.", "the nurse who had seen her there rang\nPage 3 of 3\n",
    "e\u0301", "\u2028", "\u00ad", "\ufffe",
)  # fmt: skip


def kinds(document: SourceDocument) -> list[tuple[str, str | None, str]]:
    return [(p.kind, p.label, document.words(p.body)) for p in document.passages]


def only(document: SourceDocument, kind: str) -> list[TextPassage]:
    return [p for p in document.passages if p.kind == kind]


def assert_tiles(document: SourceDocument) -> None:
    at = 0
    for ordinal, passage in enumerate(document.passages):
        assert (passage.ordinal, passage.start) == (ordinal, at)
        assert passage.start < passage.end
        assert passage.start <= passage.body.start <= passage.body.end <= passage.end
        body = document.words(passage.body)
        assert body == body.strip()
        if passage.label is not None:
            assert passage.label in document.text[passage.start : passage.body.start]
        for cell in passage.cells:
            assert passage.start <= cell.start <= cell.end <= passage.end
            assert not any(f.start < edge < f.end for f in passage.interruptions for edge in (cell.start, cell.end))
        at_least = passage.body.start
        for furniture in passage.interruptions:
            assert at_least < furniture.start < furniture.end < passage.body.end
            assert document.words(furniture) != document.words(furniture).strip()
            at_least = furniture.end
        assert not passage.columns or len(passage.columns) == len(passage.cells)
        assert bool(passage.cells) == (passage.kind == TABLE_ROW)
        at = passage.end
    assert at == len(document.text)
    assert "".join(document.text[p.start : p.end] for p in document.passages) == document.text


@given(st.text())
def test_any_text_is_tiled(text: str) -> None:
    assert_tiles(read_text(text, "any.txt"))


@given(st.lists(st.sampled_from(FRAGMENTS), max_size=30).map("".join))
def test_any_layout_is_tiled_and_reading_it_again_changes_nothing(text: str) -> None:
    document = read_text(text, "layout.txt")
    assert_tiles(document)
    assert_tiles(continuous(document).document)
    again = read_text(document.text, "layout.txt")
    assert again.text == document.text
    assert again.passages == document.passages


def test_white_space_belongs_to_the_block_before_it_and_the_first_begins_with_the_text() -> None:
    document = read_text("\n\nOne paragraph was written.\n\n\nAnother was written.\n", "a.txt")
    assert [(p.start, p.end) for p in document.passages] == [(0, 31), (31, 52)]


def test_an_empty_text_has_no_passages_and_a_blank_one_has_one() -> None:
    assert read_text("", "a.txt").passages == ()
    (blank,) = read_text(" \n ", "a.txt").passages
    assert (blank.start, blank.end, blank.body.start, blank.body.end) == (0, 3, 3, 3)


def test_numbered_sections_hold_numbered_paragraphs() -> None:
    document = read_text(
        "1. THE REVIEW\n\n1.1 The Panel met twice and was told of the case.\n\n2. THE FACTS\n\nNorthmere Police\n\n"
        "2.1 Officers attended in May.\n\n3. LEARNING\n\n3.1 Staff knew little.\n", "a.txt"
    )  # fmt: skip
    assert [(p.kind, p.label, p.section) for p in document.passages] == [
        (HEADING, "1", ()),
        (PARAGRAPH, "1.1", ("1 THE REVIEW",)),
        (HEADING, "2", ()),
        (HEADING, None, ("2 THE FACTS",)),
        (PARAGRAPH, "2.1", ("2 THE FACTS", "Northmere Police")),
        (HEADING, "3", ()),
        (PARAGRAPH, "3.1", ("3 LEARNING",)),
    ]


def test_capitals_inside_a_numbered_section_stand_below_it_while_its_numbering_goes_on() -> None:
    document = read_text(
        "4. CHRONOLOGY\n\nNORTHMERE POLICE\n\n4.1 Officers came.\n\nAPPENDIX\n\nNotes were kept.\n", "a.txt"
    )
    police, appendix = only(document, HEADING)[1:]
    assert (police.section, police.level) == (("4 CHRONOLOGY",), 2)
    assert (appendix.section, appendix.level) == ((), 1)


def test_furniture_is_set_apart_and_leaves_the_section_open() -> None:
    document = read_text(
        "FACTS\n\nThe nurse saw her at the clinic and then\n\nPage 3 of 9\n\nWrote to the surgery.\n", "a.txt"
    )
    footer = document.passages[2]
    assert (document.words(footer.body), footer.level, footer.section) == ("Page 3 of 9", -1, ())
    assert document.passages[3].section == ("FACTS",)
    assert [p.page for p in document.passages] == [3, 3, 3, 4]
    assert document.pages == 9


def test_form_feeds_count_pages() -> None:
    document = read_text("One was written.\fTwo was written.\fThree was written.", "a.txt")
    assert [p.page for p in document.passages] == [1, 2, 3]
    assert document.pages == 3


def test_a_header_that_recurs_on_every_page_is_furniture() -> None:
    page = "Fellwick Review Panel\n\nThe {} page tells of what was done.\n\f"
    document = read_text("".join(page.format(n) for n in ("first", "second", "third", "fourth")), "a.txt")
    assert sum(p.level == -1 for p in document.passages) == 4
    assert all("page tells" in document.words(p.body) for p in document.passages if p.level == 0)


def test_a_paragraph_that_a_blank_line_breaks_is_one_passage() -> None:
    document = read_text(
        "3.1 The officer completed the form and sent a copy of it\n\nto the duty team the next day.\n", "a.txt"
    )
    assert [(k, label) for k, label, _ in kinds(document)] == [(PARAGRAPH, "3.1")]


def test_wrapped_lines_are_one_paragraph_and_a_list_is_not() -> None:
    wrapped = read_text(
        "The worker rang twice and left a message with the\nreceptionist, who did not pass it on. Nobody at the\n"
        "Centre knew that it had come, and the file was closed.\n", "a.txt"
    )  # fmt: skip
    assert len(wrapped.passages) == 1
    people = read_text("The review concerns:\nAdult A: the victim.\nAdult B: her husband.\n", "a.txt")
    assert len(people.passages) == 3


def test_list_items_have_their_bullet_or_label_taken_off_and_are_nested() -> None:
    document = read_text("Reports came from:\n- the police\n  - a) the force\n  - b) the unit\n- the school\n", "a.txt")
    items = only(document, LIST_ITEM)
    assert [(document.words(p.body), p.label, p.level) for p in items] == [
        ("the police", None, 1), ("the force", "a)", 2), ("the unit", "b)", 2), ("the school", None, 1),
    ]  # fmt: skip


def test_recommendations_are_labelled_paragraphs() -> None:
    document = read_text(
        "- **Recommendation 4** \u2013 The Board to write.\n\nR2 The Trust to train its staff.\n\nR3 The Trust to "
        "ask.\n",
        "a.txt",
    )
    assert kinds(document) == [
        (PARAGRAPH, "Recommendation 4", "The Board to write."),
        (PARAGRAPH, "R2", "The Trust to train its staff."),
        (PARAGRAPH, "R3", "The Trust to ask."),
    ]
