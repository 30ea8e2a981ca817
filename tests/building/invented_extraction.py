"""An extraction for tests of the build: every line that begins with an agency's name is a contact of it."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from dhr_graph.errors import NotAReview
from dhr_graph.identifiers import record_id
from dhr_graph.model.documents import SourceDocument
from dhr_graph.model.reading import Coverage, DocumentReading, ReviewReading
from dhr_graph.model.records import Agency, Contact, Document, Evidence, Passage, Record, Review


class InventedExtraction:
    """Reads lines; a rule file of one's own changes nothing but the hash."""

    def __init__(self, rules: Path | None) -> None:
        own = b"".join(path.read_bytes() for path in sorted(rules.iterdir())) if rules else b""
        self.rules_hash = hashlib.sha256(own).hexdigest()

    def read(self, slug: str, documents: Sequence[SourceDocument]) -> ReviewReading:
        """A review, or what the text asks for: no review, a fault, or the death of the process."""
        words = "\n".join(document.text for document in documents)
        if "This process dies" in words:
            os._exit(1)
        if "This is a trap" in words:
            raise ValueError("the trap was sprung")
        if "review" not in words.casefold():
            raise NotAReview("There is no review in it.", where=documents[0].name)
        review = Review(id=f"{slug}/Review/1", slug=slug, title="As the text has it")
        police = Agency(id=f"{slug}/Agency/1", in_review=review.id, name="Police", agency_type="police")
        readings = tuple(DocumentReading(d, tuple(_records(slug, d)), Coverage(len(d.passages))) for d in documents)
        return ReviewReading(slug, (review, police), readings)


def make(rules: Path | None) -> InventedExtraction:
    """What a build takes."""
    return InventedExtraction(rules)


def _records(slug: str, document: SourceDocument) -> Iterator[Record]:
    review, ident = f"{slug}/Review/1", record_id(slug, "Document", document.name)
    yield Document(
        id=ident, in_review=review, name=document.name, media_type=document.media_type, text_hash=document.text_hash
    )
    for passage in document.passages:
        text = document.text[passage.start : passage.end]
        node = record_id(slug, "Passage", document.name, passage.ordinal)
        yield Passage(
            id=node,
            in_document=ident,
            ordinal=passage.ordinal,
            kind=passage.kind,
            text=text,
            start=passage.start,
            end=passage.end,
        )
        if text.startswith("Police"):
            event = record_id(slug, "Contact", text, passage.ordinal)
            yield Contact(
                id=event, in_review=review, in_document=ident, by_agency=f"{slug}/Agency/1", caption=text.strip()
            )
            yield Evidence(
                id=record_id(slug, "Evidence", event),
                in_passage=node,
                supports=event,
                quote=text.strip(),
                start=passage.start,
                end=passage.start + len(text.strip()),
            )
