"""A dataset that holds the small invented review."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from dhr_graph.model.documents import SourceDocument
from dhr_graph.model.reading import Coverage, DocumentReading, ReviewReading
from dhr_graph.model.records import Document, Event, Evidence, Passage, Record
from dhr_graph.stores import Dataset


@pytest.fixture
def dataset(small_review: tuple[Record, ...]) -> Iterator[Dataset]:
    """The dataset, in memory; two more passages stand after those of the small review."""
    more = [
        Passage(
            id="oakwell/Passage/7",
            in_document="oakwell/Document/1",
            ordinal=7,
            kind="paragraph",
            label="2.1",
            section="Analysis",
            start=500,
            end=560,
            text="The Café\u2019s owner said: \u201cREFERRED twice,\u201d to the\u00a0 police; the gp\nwas not.",
        ),
        Passage(
            id="oakwell/Passage/8",
            in_document="oakwell/Document/1",
            ordinal=8,
            kind="paragraph",
            start=560,
            end=600,
            text="Nothing was referred by Police or Police staff.",
        ),
    ]
    told = Document | Passage | Evidence | Event
    of_document = tuple(record for record in (*small_review, *more) if isinstance(record, told))
    of_review = tuple(record for record in small_review if not isinstance(record, told))
    source = SourceDocument("oakwell.txt", "text/plain", "", ())
    with Dataset.in_memory() as opened:
        opened.write_review(ReviewReading("oakwell", of_review, (DocumentReading(source, of_document, Coverage()),)))
        yield opened
