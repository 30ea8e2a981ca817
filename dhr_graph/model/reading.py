"""What extraction hands on: the records of one review, and of each of its documents."""

from __future__ import annotations

from dataclasses import dataclass

from dhr_graph.model.documents import SourceDocument
from dhr_graph.model.records import Record


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of a document was read, so that `check` can say so."""

    passages: int = 0
    passages_with_cues: int = 0
    events: int = 0
    open_cues: int = 0
    dropped: int = 0


@dataclass(frozen=True, slots=True)
class DocumentReading:
    """The records that stand in a document's graph: document, passages, evidence, events, missed, open cues."""

    source: SourceDocument
    records: tuple[Record, ...]
    coverage: Coverage


@dataclass(frozen=True, slots=True)
class ReviewReading:
    """The records that stand in a review's graph (review, deaths, persons, bodies, risks, recommendations, actions,
    derived knowledge), and the readings of its documents."""

    slug: str
    records: tuple[Record, ...]
    documents: tuple[DocumentReading, ...]
