"""Where the words stand that support a fact: document, printed label, quote, offsets."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dhr_graph.model.records import Document, Evidence, Passage, Record

LONGEST_QUOTE = 300


@dataclass(frozen=True, slots=True)
class Place:
    """One quote: `paragraph` is the printed label or empty, `start` and `end` are offsets in the document's text;
    `rule` is what read it."""

    document: str
    paragraph: str
    quote: str
    start: int
    end: int
    rule: str = ""

    @property
    def order(self) -> tuple[str, int, int]:
        """What sorts facts as they are told."""
        return self.document, self.start, self.end


NOWHERE = Place("", "", "", -1, -1)
"""The place of a fact without evidence."""


def places(records: Iterable[Record]) -> Mapping[str, Place]:
    """The place of every fact of a review: of its evidence as a whole, else of one field; the first in the text."""
    given = tuple(records)
    documents = {record.id: record for record in given if isinstance(record, Document)}
    passages = {record.id: record for record in given if isinstance(record, Passage)}
    found: dict[str, tuple[bool, tuple[str, int, int], str, Place]] = {}
    for evidence in given:
        if isinstance(evidence, Evidence):
            place = _place(evidence, passages, documents)
            rank = (evidence.supports_field is not None, place.order, evidence.id, place)
            if evidence.supports not in found or rank[:3] < found[evidence.supports][:3]:
                found[evidence.supports] = rank
    return {fact: rank[3] for fact, rank in found.items()}


def _place(evidence: Evidence, passages: Mapping[str, Passage], documents: Mapping[str, Document]) -> Place:
    passage = passages.get(evidence.in_passage)
    document = documents.get(passage.in_document) if passage else None
    quote = evidence.quote[:LONGEST_QUOTE]
    return Place(
        document=document.name if document else "",
        paragraph=passage.label or "" if passage else "",
        quote=quote,
        start=evidence.start,
        end=evidence.start + len(quote) if len(quote) < len(evidence.quote) else evidence.end,
        rule=evidence.rule or "",
    )
