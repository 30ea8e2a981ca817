"""A dataset that holds the small invented review, with a missed opportunity, an open cue and a plan beside it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from dhr_graph.captions import with_captions
from dhr_graph.model.documents import SourceDocument
from dhr_graph.model.reading import Coverage, DocumentReading, ReviewReading
from dhr_graph.model.records import (
    Action,
    Death,
    Document,
    Evidence,
    MissedOpportunity,
    OpenCue,
    Organisation,
    Passage,
    Recommendation,
    Record,
    Verdict,
)
from dhr_graph.stores import Dataset

REVIEW, DOCUMENT, GP = "oakwell/Review/1", "oakwell/Document/1", "oakwell/Agency/gp"


def _more() -> Iterator[Record]:
    fact: dict[str, Any] = {"in_review": REVIEW, "method": "rule", "confidence": 0.5}
    yield MissedOpportunity(id="oakwell/MissedOpportunity/1", in_document=DOCUMENT, kind="share", by_agency=GP, **fact)
    yield OpenCue(id="oakwell/OpenCue/1", in_document=DOCUMENT, of_agency=GP, cue="told", **fact)
    yield Recommendation(
        id="oakwell/Recommendation/1",
        label="R1",
        text='=Train, "all" staff|now',
        level="single_agency",
        addressed_to=(GP,),
        addressed_to_text=("Practices",),
        has_action=("oakwell/Action/1",),
        **fact,
    )
    yield Action(id="oakwell/Action/1", lead="Dr Moss", target_date="May 2016", status="-", **fact)
    yield Verdict(
        id="oakwell/Verdict/risk",
        in_review=REVIEW,
        of_agency=GP,
        of_risk="oakwell/Risk/1",
        code="SHARED",
        knowledge_code="knew_and_shared",
        shared=True,
    )
    yield from _evidence_of_more()


def _evidence_of_more() -> Iterator[Evidence]:
    quotes = (
        ("oakwell/MissedOpportunity/1", None, 0, 40),
        ("oakwell/OpenCue/1", None, 4, 8),
        ("oakwell/Recommendation/1", "text", 0, 6),
        ("oakwell/Recommendation/1", "owner", 2, 6),
    )
    for number, (supports, field, start, end) in enumerate(quotes):
        yield Evidence(
            id=f"oakwell/Evidence/more-{number}",
            in_passage="oakwell/Passage/1",
            supports=supports,
            supports_field=field,
            quote="words of it",
            start=63 + start,
            end=63 + end,
            rule="omission.told" if number == 0 else None,
        )


def _is_of_document(record: Record) -> bool:
    told = Document | Passage | Evidence | OpenCue
    return isinstance(record, told) or (hasattr(record, "in_document") and not isinstance(record, Organisation))


@pytest.fixture(scope="session")
def small_reading(small_review: tuple[Record, ...]) -> ReviewReading:
    """The small review as extraction hands it on."""
    records = with_captions([*small_review, *_more()])
    source = SourceDocument("oakwell.txt", "text/plain", "", ())
    of_document = tuple(record for record in records if _is_of_document(record))
    of_review = tuple(record for record in records if not _is_of_document(record))
    assert any(isinstance(record, Death) for record in of_review)
    return ReviewReading("oakwell", of_review, (DocumentReading(source, of_document, Coverage()),))


@pytest.fixture
def dataset(small_reading: ReviewReading) -> Iterator[Dataset]:
    """The dataset, in memory."""
    with Dataset.in_memory() as opened:
        opened.write_review(small_reading)
        yield opened
