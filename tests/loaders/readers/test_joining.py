"""A page's end in the middle of a sentence breaks no passage; at the end of one it does."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dhr_graph.loaders.continuous import continuous
from dhr_graph.loaders.readers import read_text
from dhr_graph.model.documents import LIST_ITEM, PARAGRAPH, TABLE_ROW, SourceDocument

FOOT = "\n\nPage 4 of 31\n\nRESTRICTED - NOT FOR PUBLICATION\n\n"
SENTENCE = "the officers who came to the house were told by her that he had hit her and that she was afraid of him"


def bodies(text: str) -> list[str]:
    """The words of each passage as they are read, page furniture left out."""
    document = continuous(read_text(text, "a.txt")).document
    return [" ".join(document.words(p.body).split()) for p in document.passages if p.level >= 0]


def is_one(upper: str, lower: str, foot: str = FOOT) -> bool:
    return len(bodies(f"{upper}{foot}{lower}\n")) == 1


def interruptions(document: SourceDocument) -> list[str]:
    return [document.words(each) for passage in document.passages for each in passage.interruptions]


def test_a_sentence_goes_on_overleaf_and_the_furniture_is_no_part_of_it() -> None:
    text = (
        f"1.1 The panel met.\n\n1.2 The officers told Calder Women's{FOOT}Aid on the same day. They told nobody else.\n"
    )
    document = read_text(text, "a.txt")
    passage = document.passages[1]
    assert (passage.kind, passage.label, passage.page) == (PARAGRAPH, "1.2", 4)
    assert interruptions(document) == [FOOT]
    assert bodies(text)[1] == "The officers told Calder Women's Aid on the same day. They told nobody else."


@pytest.mark.parametrize(
    ("upper", "lower"),
    [
        ("She told the surgery in the spring that her husband Marcus had", "hit her more than once."),
        ("Officers came twice and took her to the house of her mother in", "Calder, where she stayed."),
        (
            "Shorter reports were sent by Calder Police, Elm Surgery,",
            "Larch Homes and the school. The panel met twice.",
        ),
        ("1.4 An ambulance brought the perpetrator to hospital on 18 October", "2013 with a wound that he had made."),
        ("Reviews came from: Calder Police (CP); Elm Surgery (ES);", "Larch Homes (LH); and Fern House School."),
        ("Individual management reviews were called for from these agencies:", "Calder Police (CP); Elm Surgery."),
        ("4.2 She", "rang the police at noon."),
        ("- the surgery, which", "wrote to nobody."),
        ("5.3 In the autumn Hannah and Marcus", "moved to a flat above a shop."),
        ("The trust shared what it knew with one ward (of three) and its matron", "(then new) told the police."),
    ],
)
def test_what_plainly_goes_on_is_one_passage(upper: str, lower: str) -> None:
    assert is_one(upper, lower)
    assert is_one(upper, lower, "\f")


@pytest.mark.parametrize(
    ("upper", "lower"),
    [
        ("She told the surgery that her husband had hit her.", "The surgery told nobody of it."),
        ("She told the surgery that her husband had hit her.", "and the surgery told nobody of it."),
        ("1.1 She told the surgery in the spring that her husband had", "1.2 The police were told of it in May."),
        ("She told the surgery in the spring that her husband had", "- hit her once and then again in May."),
        ("She told the surgery in the spring that her husband had", "CHRONOLOGY"),
        ("- The surgery was told that he had hit her more than once", "The panel met four times in all that year."),
        ("- Calder Police", "The panel met four times in all that year."),
        ("THE AGENCIES THAT KNEW OF THE ABUSE OF HANNAH", "the police and the surgery wrote."),
        ("# What was known of the abuse at the time of it", "the police and the surgery wrote."),
        ("The report was written by an author who is at www.panel.example", "the police came in May."),
        ("Background ........................................................... 3", "the police came in May."),
        ("12 May 2013 Police were called to the flat by a neighbour of hers", "14 May 2013 The GP saw her."),
        ("The chair of this review was chosen by the partnership for her skill", "Author: she was also its author."),
        ("The surgery was told of it by her", "That was in May, and nothing was done."),
    ],
)
def test_what_may_be_two_is_left_as_two(upper: str, lower: str) -> None:
    assert not is_one(upper, lower)


def test_a_rule_alone_may_divide_what_the_review_says() -> None:
    assert not is_one(
        "She told the surgery in the spring that her husband had a", "Rover car. It was red.", "\n\n---\n\n"
    )


def test_a_footnote_is_not_gone_on_with() -> None:
    text = (
        f"1.2 The case was heard at the MARAC and the police\n\n1 A meeting of agencies about danger{FOOT}told her.\n"
    )
    assert len(bodies(text)) == 3


def test_wrapped_prose_that_ends_no_sentence_goes_on_where_its_last_line_is_full() -> None:
    above = "The officers rang twice and left a message with the receptionist\nof the surgery, who "
    below = "Surgery staff were told of it by the locum who was there. Nobody at the\ncentre knew that it had come.\n"
    full, short = "sent it to a nurse at Mill Road", "sent a note"
    assert is_one(above + full, below)
    assert not is_one(above + short, below)


def test_a_page_break_alone_is_closed_up_too() -> None:
    document = read_text("1.1 She was seen by Calder Women's\n\fAid in May.\n", "a.txt")
    assert interruptions(document) == ["\n\f"]
    assert "Calder Women's Aid" in continuous(document).document.text


def test_furniture_of_two_pages_may_stand_in_one_paragraph() -> None:
    text = f"2.1 The nurse wrote to the school and to the{FOOT}surgery, and rang the{FOOT}police in May.\n"
    document = read_text(text, "a.txt")
    assert interruptions(document) == [FOOT, FOOT]
    assert bodies(text) == ["The nurse wrote to the school and to the surgery, and rang the police in May."]


TABLE = (
    "Date\tAgency\tEvent\n12/03/15\tPolice\tOfficers came after a call that he had{}\n13/03/15\tGP\tSeen; bruised.\n"
)


def test_a_cell_goes_on_overleaf_and_the_table_after_it() -> None:
    document = read_text(TABLE.format("\nPage 4 of 31\tRESTRICTED\nhit her.\nStandard risk."), "a.txt")
    assert [p.kind for p in document.passages] == [TABLE_ROW] * 3
    read = continuous(document).document
    assert [read.words(cell) for cell in read.passages[1].cells] == [
        "12/03/15", "Police", "Officers came after a call that he had hit her.\nStandard risk.",
    ]  # fmt: skip
    assert read.passages[2].columns == ("Date", "Agency", "Event")


def test_a_row_that_is_ended_is_not_gone_on_with() -> None:
    document = read_text(TABLE.format(" gone.\nPage 4 of 31\nPrinted again overleaf."), "a.txt")
    assert interruptions(document) == []


@given(st.integers(0, SENTENCE.count(" ") - 3), st.sampled_from([FOOT, "\f", "\n\n- 4 -\n\n\f\nPage 5\n\n"]))
def test_wherever_a_page_ends_the_sentence_is_whole(words: int, foot: str) -> None:
    parts = f"3.1 On that day {SENTENCE}.".split(" ")
    upper, lower = " ".join(parts[: words + 4]), " ".join(parts[words + 4 :])
    assert bodies(f"{upper}{foot}{lower}\n\n3.2 Nothing was done.\n\nPage 6\n") == [
        f"On that day {SENTENCE}.", "Nothing was done.",
    ]  # fmt: skip


def test_a_list_item_stays_one() -> None:
    document = read_text(f"Reports came from:\n- the police\n- the surgery, which had{FOOT}seen her in May.\n", "a.txt")
    item = document.passages[-1]
    assert (item.kind, item.level, len(item.interruptions)) == (LIST_ITEM, 1, 1)
