"""The ledger of a document: its records as they are made, each with the words that support it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field

from dhr_graph.identifiers import record_id
from dhr_graph.loaders.continuous import ContinuousText
from dhr_graph.model.documents import SourceDocument
from dhr_graph.model.records import HEADINGS_APART, Document, Evidence, Passage, Record


@dataclass(slots=True)
class Ledger:
    """The records of one document as they are made; a quote that is not in the text is dropped and counted.

    Offsets are given to it as they were read, in the document without what interrupts its sentences, and are written
    down as they are in the canonical text.
    """

    slug: str
    text: ContinuousText
    review_id: str
    rules_hash: str
    document_kind: str | None
    records: list[Record] = field(default_factory=list)
    dropped: int = 0
    _starts: list[int] = field(default_factory=list)
    _ids: set[str] = field(default_factory=set)

    @property
    def source(self) -> SourceDocument:
        """The document as printed."""
        return self.text.printed

    @property
    def document_id(self) -> str:
        """The id of the document's record."""
        return record_id(self.slug, "Document", self.source.name)

    def open(self) -> None:
        """Enter the document and its passages."""
        document_id = self.document_id
        self.records.append(
            Document(
                id=document_id,
                in_review=self.review_id,
                name=self.source.name,
                media_type=self.source.media_type,
                text_hash=self.source.text_hash,
                document_kind=self.document_kind,
                pages=self.source.pages,
                rules_hash=self.rules_hash,
            )
        )
        self._starts.extend(passage.start for passage in self.text.document.passages)
        for passage in self.source.passages:
            self.records.append(
                Passage(
                    id=self.passage_id(passage.ordinal),
                    in_document=document_id,
                    ordinal=passage.ordinal,
                    kind=passage.kind,
                    text=self.source.text[passage.start : passage.end],
                    start=passage.start,
                    end=passage.end,
                    label=passage.label,
                    section=HEADINGS_APART.join(passage.section) or None,
                    page=passage.page,
                )
            )

    def passage_id(self, ordinal: int) -> str:
        """The id of a passage, by document and ordinal."""
        return record_id(self.slug, "Passage", self.source.name, ordinal)

    def passage_at(self, offset: int) -> int:
        """The ordinal of the passage in which an offset stands."""
        return max(bisect_right(self._starts, offset) - 1, 0)

    def words(self, start: int, end: int) -> str:
        """The words between two offsets as they were read, in one piece."""
        return self.text.document.text[start:end]

    def support(self, fact: str, start: int, end: int, *, of_field: str | None = None, rule: str | None = None) -> bool:
        """Enter the words that support a fact, or a field of it; False, and counted, where there are none."""
        if not 0 <= start < end <= len(self.text.document.text) or not self.words(start, end).strip():
            self.dropped += 1
            return False
        place = self.text.place(start, end)
        quote, ordinal = self.source.words(place), self.passage_at(start)
        key = record_id(self.slug, "Evidence", self.source.name, fact, of_field, quote, ordinal)
        if key not in self._ids:
            self._ids.add(key)
            self.records.append(
                Evidence(
                    id=key,
                    in_passage=self.passage_id(ordinal),
                    supports=fact,
                    quote=quote,
                    start=place.start,
                    end=place.end,
                    supports_field=of_field,
                    rule=rule,
                )
            )
        return True
