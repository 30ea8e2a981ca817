"""What a page's end interrupts is read in one piece, and recorded as it is printed."""

from __future__ import annotations

from functools import lru_cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dhr_graph.checking import check_offsets
from dhr_graph.loaders.continuous import continuous
from dhr_graph.loaders.explaining import explain
from dhr_graph.loaders.readers import read_text
from dhr_graph.loaders.reading import ReadingKnowledge, load_knowledge, read_review
from dhr_graph.model.documents import PARAGRAPH, SourceDocument, Span, TextPassage
from dhr_graph.model.reading import ReviewReading
from dhr_graph.model.records import Agency, Evidence, Passage, Recommendation, Record, Referral

FOOT = "\n\nRESTRICTED - NOT FOR PUBLICATION          Page 4 of 31\n\n"
REVIEW = f"""\
Domestic Homicide Review into the death of Hannah

1 METHODOLOGY

1.1 The review is about Hannah, aged 34, who was killed by her husband, Marcus, on 3 May 2017.

1.2 Individual management reviews were written by: Calder Police; Elm Surgery; Larch{FOOT}Homes; and Calder Women's Aid.

2 CHRONOLOGY

2.1 On 4 May 2016 Calder Police made a referral of Hannah to Calder Women's{FOOT}Aid because Marcus had hit her.

2.2 Elm Surgery told nobody of it.

3 RECOMMENDATIONS

3.1 Calder Police should review how it tells the{FOOT}surgery of what it knows of danger to a patient.
"""


@lru_cache(maxsize=1)
def knowledge() -> ReadingKnowledge:
    return load_knowledge()


@lru_cache(maxsize=1)
def reading() -> ReviewReading:
    return read_review("calder", [read_text(REVIEW, "review.txt")], knowledge())


def records() -> list[Record]:
    return [*reading().records, *(record for each in reading().documents for record in each.records)]


def evidence_of(fact: Record) -> list[Evidence]:
    return [each for each in records() if isinstance(each, Evidence) and each.supports == fact.id]


def test_a_fact_told_over_the_end_of_a_page_has_its_ends_and_the_quote_as_it_is_printed() -> None:
    (referral,) = [each for each in records() if isinstance(each, Referral)]
    named = {each.id: each.name for each in reading().records if isinstance(each, Agency)}
    assert (named[referral.by_agency or ""], named[referral.to_agency or ""]) == ("Calder Police", "Calder Women's Aid")
    (evidence,) = evidence_of(referral)
    assert evidence.quote == REVIEW[evidence.start : evidence.end]
    assert evidence.quote.startswith("On 4 May 2016")
    assert evidence.quote.endswith("had hit her.")
    assert FOOT in evidence.quote
    assert referral.words == evidence.quote


def test_contributors_are_listed_over_the_end_of_a_page() -> None:
    listed = {each.name for each in reading().records if isinstance(each, Agency) and each.participation == "imr"}
    assert listed == {"Calder Police", "Elm Surgery", "Larch Homes", "Calder Women's Aid"}
    (larch,) = [each for each in reading().records if isinstance(each, Agency) and each.name == "Larch Homes"]
    assert f"Larch{FOOT}Homes" in {each.quote for each in evidence_of(larch)}


def test_a_recommendation_is_read_without_the_furniture_in_it() -> None:
    (asked,) = [each for each in reading().records if isinstance(each, Recommendation)]
    assert asked.text.endswith("how it tells the surgery of what it knows of danger to a patient.")


def test_passages_are_those_of_the_printed_text_and_all_quotes_stand_where_they_are_said_to() -> None:
    passages = [each for each in records() if isinstance(each, Passage)]
    assert "".join(each.text for each in passages) == REVIEW
    assert check_offsets(records(), "calder") == []


def test_explaining_takes_and_gives_offsets_of_the_printed_text() -> None:
    document = read_text(REVIEW, "review.txt")
    (told,) = explain(document, knowledge(), start=REVIEW.index("2.2"), end=REVIEW.index("3 REC"))
    assert REVIEW[told.start :].startswith(told.words)
    (over,) = explain(document, knowledge(), start=REVIEW.index("2.1"), end=REVIEW.index("2.2"))
    assert "Calder Women's Aid because" in over.words
    assert {FOOT in event.quote for event in over.events} == {True}


def test_a_document_without_furniture_in_its_sentences_is_read_as_it_is() -> None:
    document = read_text(f"1.1 She was seen.{FOOT}1.2 She was told.\n", "a.txt")
    assert continuous(document).document is document


PIECES = st.lists(
    st.tuples(st.sampled_from(["she was ", "told of it", "\u00e9"]), st.sampled_from(["", "\n\n- 4 -\n\n", FOOT])),
    min_size=1,
    max_size=8,
)


def interrupted(pieces: list[tuple[str, str]]) -> SourceDocument:
    text, cuts = "", []
    for words, furniture in pieces:
        text += words
        if furniture:
            cuts.append(Span(len(text), len(text) + len(furniture)))
        text += furniture
    whole = Span(0, len(text) + 1)
    passages = (
        TextPassage(0, PARAGRAPH, 0, len(text) + 1, whole, cells=(whole,), interruptions=tuple(cuts)),
        TextPassage(1, PARAGRAPH, len(text) + 1, len(text) + 5, Span(len(text) + 1, len(text) + 5)),
    )
    return SourceDocument("a.txt", "text/plain", f"{text}.Last", passages)


@given(PIECES)
def test_every_word_read_leads_back_to_itself_as_printed(pieces: list[tuple[str, str]]) -> None:
    printed = interrupted(pieces)
    text = continuous(printed)
    read = text.document.text
    assert read == "".join(words + (" " if furniture else "") for words, furniture in pieces) + ".Last"
    for at, sign in enumerate(read):
        place = text.place(at, at + 1)
        assert printed.words(place) == sign or (sign == " " and place in printed.passages[0].interruptions)
    assert text.place(0, len(read)) == Span(0, len(printed.text))


@given(PIECES)
def test_passages_as_they_are_read_tile_the_text_that_is_read(pieces: list[tuple[str, str]]) -> None:
    first, last = continuous(interrupted(pieces)).document.passages
    read = continuous(interrupted(pieces)).document
    assert (first.start, first.end, last.end) == (0, last.start, len(read.text))
    assert read.words(last.body) == "Last"
    assert first.cells == (first.body,)
    assert first.interruptions == ()


@pytest.mark.parametrize(("start", "end"), [(5, 5), (9, 4), (-1, 4), (0, 10_000)])
def test_a_stretch_that_is_none_leads_to_none(start: int, end: int) -> None:
    text = continuous(read_text(REVIEW, "review.txt"))
    place = text.place(start, end)
    assert not 0 <= place.start < place.end <= len(text.printed.text)
