"""What a page's or a line's end interrupts or a scan misread is read as is meant, and recorded as it is printed."""

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
from dhr_graph.model.records import Agency, Evidence, InformationShare, Passage, Recommendation, Record, Referral

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


MISPRINTS = [
    ("she told ", "she told "),
    ("her neigh-\nbour ", "her neighbour "),
    ("a multi-\n  agency panel ", "a multi-agency panel "),
    ("the o\ufb03ce ", "the office "),
    ("her fami1y ", "her family "),
    ("On 2O May ", "On 20 May "),
    ("e\ufb00ort-\nless ", "effortless "),
    (FOOT, " "),
]
"""What is printed, and how it is read."""
PRINTED = st.lists(st.sampled_from(MISPRINTS), max_size=8)


def misprinted(pieces: list[tuple[str, str]]) -> SourceDocument:
    """Three paragraphs of which the second is printed so; the others have misprints of their own."""
    first, last = "The schoo1s.", "Its \ufb01nd-\nings."
    text, cuts = first, []
    for printed, _ in pieces:
        if printed == FOOT:
            cuts.append(Span(len(text), len(text) + len(printed)))
        text += printed
    middle = Span(len(first), len(text) + 1)
    end = Span(middle.end, middle.end + len(last))
    passages = (
        TextPassage(0, PARAGRAPH, 0, len(first), Span(0, len(first))),
        TextPassage(1, PARAGRAPH, middle.start, middle.end, middle, cells=(middle,), interruptions=tuple(cuts)),
        TextPassage(2, PARAGRAPH, end.start, end.end, end),
    )
    return SourceDocument("a.txt", "text/plain", f"{text}.{last}", passages)


@given(PRINTED)
def test_misprints_are_read_as_they_are_meant(pieces: list[tuple[str, str]]) -> None:
    read = continuous(misprinted(pieces)).document
    meant = "".join(meant for _, meant in pieces)
    assert [read.words(p.body) for p in read.passages] == ["The schools.", f"{meant}.", "Its findings."]
    assert [(p.start, p.end) for p in read.passages] == [(p.body.start, p.body.end) for p in read.passages]
    assert "".join(read.words(p.body) for p in read.passages) == read.text
    assert read.passages[1].cells == (read.passages[1].body,)


@given(PRINTED)
def test_what_is_read_leads_back_to_where_it_is_printed_whether_longer_or_shorter(
    pieces: list[tuple[str, str]],
) -> None:
    printed = misprinted(pieces)
    text = continuous(printed)
    at, upto = 0, text.document.passages[1].start
    begin = printed.passages[1].start
    for words, meant in pieces:
        at, upto = upto, upto + len(meant)
        assert text.place(at, upto) == Span(begin, begin + len(words))
        begin += len(words)
    assert text.place(0, len(text.document.text)) == Span(0, len(printed.text))


@given(PRINTED)
def test_each_sign_that_is_read_is_printed_so_or_mended(pieces: list[tuple[str, str]]) -> None:
    printed = misprinted(pieces)
    text = continuous(printed)
    mended = {Span(mend.start, mend.end): mend.meant for mend in text.mends}
    before = -1
    for at, sign in enumerate(text.document.text):
        place = text.place(at, at + 1)
        assert sign in mended[place] if place in mended else printed.words(place) == sign
        assert place.start >= before
        before = place.start


def test_a_misprint_between_passages_is_left_as_it_is() -> None:
    text = "It was a multi-\nagency panel."
    halves = (Span(0, 15), Span(16, len(text)))
    passages = tuple(TextPassage(i, PARAGRAPH, half.start, half.end, half) for i, half in enumerate(halves))
    document = SourceDocument("a.txt", "text/plain", text, passages)
    assert continuous(document).document is document


SCAN = """\
Domestic Homicide Review into the death of Hannah

1 METHODOLOGY

1.1 The review is about Hannah, aged 34, who was killed by her husband, Marcus, on 3 May 2017.

1.2 Individual management reviews were written by: Calder Police; Elm Surgery; Larch Homes; and Calder Women's Aid.

2 CHRONOLOGY

2.1 On 1O May 2016 an o\ufb03cer of Calder Police made a refer-
ral of Hannah to Calder Women's Aid because Marcus had hit her.

2.2 On 2O June 2016 Larch Homes in\u2010
formed the po1ice of an assault on Hannah by Marcus. Larch Homes wrote to no one else.

2.3 On 4 July 2016 Calder Po-
lice told Larch Homes that Marcus had been arrested.
"""
BROKEN_LINES = {
    "referral": "On 1O May 2016 an o\ufb03cer of Calder Police made a refer-\nral of Hannah to Calder Women's Aid "
    "because Marcus had hit her.",
    "homes": "On 2O June 2016 Larch Homes in\u2010\nformed the po1ice of an assault on Hannah by Marcus.",
    "police": "On 4 July 2016 Calder Po-\nlice told Larch Homes that Marcus had been arrested.",
}


@lru_cache(maxsize=1)
def scan() -> list[Record]:
    told = read_review("scan", [read_text(SCAN, "scan.txt")], knowledge())
    return [*told.records, *(record for each in told.documents for record in each.records)]


def test_a_scan_with_broken_words_has_its_events_with_the_words_as_they_are_printed() -> None:
    named = {each.id: each.name for each in scan() if isinstance(each, Agency)}
    assert set(named.values()) == {"Calder Police", "Elm Surgery", "Larch Homes", "Calder Women's Aid"}
    told = [
        (type(each).__name__, named[each.by_agency or ""], named[each.to_agency or ""], each.date_edtf, each.words)
        for each in scan()
        if isinstance(each, Referral | InformationShare)
    ]
    assert told == [
        ("Referral", "Calder Police", "Calder Women's Aid", "2016-05-10", BROKEN_LINES["referral"]),
        ("InformationShare", "Larch Homes", "Calder Police", "2016-06-20", BROKEN_LINES["homes"]),
        ("InformationShare", "Calder Police", "Larch Homes", "2016-07-04", BROKEN_LINES["police"]),
    ]


def test_the_quotes_of_a_scan_stand_where_they_are_printed() -> None:
    evidence = [each for each in scan() if isinstance(each, Evidence)]
    assert {each.quote for each in evidence} >= set(BROKEN_LINES.values())
    assert {each.quote for each in evidence if SCAN[each.start : each.end] != each.quote} == set()
    assert "".join(each.text for each in scan() if isinstance(each, Passage)) == SCAN
    assert check_offsets(scan(), "scan") == []


@pytest.mark.parametrize(("start", "end"), [(5, 5), (9, 4), (-1, 4), (0, 10_000)])
def test_a_stretch_that_is_none_leads_to_none(start: int, end: int) -> None:
    text = continuous(read_text(REVIEW, "review.txt"))
    place = text.place(start, end)
    assert not 0 <= place.start < place.end <= len(text.printed.text)
