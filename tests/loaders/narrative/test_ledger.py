"""The ledger: no fact without its words, and each word of support entered once."""

from __future__ import annotations

import pytest

from dhr_graph.loaders.continuous import continuous
from dhr_graph.loaders.narrative.ledger import Ledger
from dhr_graph.loaders.readers import read_text
from dhr_graph.model.records import Document, Evidence, Passage

TEXT = "Hannah rang the police.\n\nOn 4 May 2016 she was seen at the surgery.\n\nShe was seen again.\n"


@pytest.fixture
def ledger() -> Ledger:
    made = Ledger("calder", continuous(read_text(TEXT, "review.txt")), "calder/Review/1", "abc", "overview")
    made.open()
    return made


def supports(ledger: Ledger) -> list[tuple[str, str]]:
    return [(r.quote, r.in_passage) for r in ledger.records if isinstance(r, Evidence)]


def test_it_opens_with_the_document_and_its_passages(ledger: Ledger) -> None:
    document, *passages = ledger.records
    assert isinstance(document, Document)
    assert (document.id, document.document_kind, document.rules_hash) == (ledger.document_id, "overview", "abc")
    assert "".join(p.text for p in passages if isinstance(p, Passage)) == ledger.source.text


def test_words_stand_in_the_passage_that_holds_them(ledger: Ledger) -> None:
    at = TEXT.index("seen at")
    assert ledger.support("fact", at, at + 4)
    assert supports(ledger) == [("seen", ledger.passage_id(1))]


@pytest.mark.parametrize(("start", "end"), [(5, 5), (9, 4), (-1, 4), (0, 10_000), (23, 25)])
def test_a_quote_that_is_not_in_the_text_or_is_blank_is_dropped_and_counted(
    start: int, end: int, ledger: Ledger
) -> None:
    assert not ledger.support("fact", start, end)
    assert supports(ledger) == []
    assert ledger.dropped == 1


def test_the_same_support_is_entered_once(ledger: Ledger) -> None:
    assert ledger.support("fact", 0, 6)
    assert ledger.support("fact", 0, 6)
    assert len(supports(ledger)) == 1


def test_a_field_or_another_fact_has_its_own(ledger: Ledger) -> None:
    assert ledger.support("fact", 0, 6)
    assert ledger.support("fact", 0, 6, of_field="date_edtf")
    assert ledger.support("other", 0, 6)
    assert len(supports(ledger)) == 3


@pytest.mark.parametrize(("words", "ordinal"), [("Hannah", 0), ("On 4", 1), ("surgery", 1), ("again", 2)])
def test_the_passage_of_an_offset(words: str, ordinal: int, ledger: Ledger) -> None:
    assert ledger.passage_at(TEXT.index(words)) == ordinal
