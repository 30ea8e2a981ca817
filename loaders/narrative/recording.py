"""Recording: turns what was read into records with ids, confidence and evidence; nothing without its words."""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypedDict

from dhr_graph.identifiers import fold, record_id
from dhr_graph.loaders.narrative.confidence import confidence_of
from dhr_graph.loaders.narrative.reader import ToldEvent
from dhr_graph.loaders.narrative.retelling import Happening
from dhr_graph.model.dates import DateSpan
from dhr_graph.model.documents import SourceDocument
from dhr_graph.model.records import (
    CarePlan,
    Contact,
    Disclosure,
    Document,
    Event,
    Evidence,
    Incident,
    InformationShare,
    JusticeEvent,
    MissedOpportunity,
    Passage,
    Record,
    Referral,
    RiskAssessment,
    Signposting,
)

EVENT_CLASSES: Mapping[str, type[Event]] = {
    "incident": Incident,
    "contact": Contact,
    "disclosure": Disclosure,
    "risk_assessment": RiskAssessment,
    "referral": Referral,
    "information_share": InformationShare,
    "signposting": Signposting,
    "justice": JusticeEvent,
    "care_plan": CarePlan,
}


@dataclass(slots=True)
class Ledger:
    """The records of one document as they are made; a quote that is not in the text is dropped and counted."""

    slug: str
    source: SourceDocument
    review_id: str
    rules_hash: str
    document_kind: str | None
    records: list[Record] = field(default_factory=list)
    dropped: int = 0
    _starts: list[int] = field(default_factory=list)
    _ids: set[str] = field(default_factory=set)

    @property
    def document_id(self) -> str:
        """The id of the document's record."""
        return record_id(self.slug, "Document", self.source.name)

    def open(self) -> None:
        """Enter the document and its passages."""
        self.records.append(
            Document(
                id=self.document_id,
                in_review=self.review_id,
                name=self.source.name,
                media_type=self.source.media_type,
                text_hash=self.source.text_hash,
                document_kind=self.document_kind,
                pages=self.source.pages,
                rules_hash=self.rules_hash,
            )
        )
        for passage in self.source.passages:
            self._starts.append(passage.start)
            self.records.append(
                Passage(
                    id=self.passage_id(passage.ordinal),
                    in_document=self.document_id,
                    ordinal=passage.ordinal,
                    kind=passage.kind,
                    text=self.source.text[passage.start : passage.end],
                    start=passage.start,
                    end=passage.end,
                    label=passage.label,
                    section=" > ".join(passage.section) or None,
                    page=passage.page,
                )
            )

    def passage_id(self, ordinal: int) -> str:
        """The id of a passage, by document and ordinal."""
        return record_id(self.slug, "Passage", self.source.name, ordinal)

    def passage_at(self, offset: int) -> int:
        """The ordinal of the passage in which an offset stands."""
        low, high = 0, len(self._starts)
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (middle, high) if self._starts[middle] <= offset else (low, middle)
        return low

    def support(self, fact: str, start: int, end: int, *, of_field: str | None = None, rule: str | None = None) -> bool:
        """Enter the words that support a fact; False, and counted, where there are none."""
        quote = self.source.text[start:end]
        if not 0 <= start < end <= len(self.source.text) or not quote.strip():
            self.dropped += 1
            return False
        ordinal = self.passage_at(start)
        key = record_id(self.slug, "Evidence", self.source.name, fact, of_field, quote, ordinal)
        if key not in self._ids:
            self._ids.add(key)
            self.records.append(
                Evidence(
                    id=key,
                    in_passage=self.passage_id(ordinal),
                    supports=fact,
                    quote=quote,
                    start=start,
                    end=end,
                    supports_field=of_field,
                    rule=rule,
                )
            )
        return True


def record_events(
    happenings: Sequence[Happening],
    risks: Mapping[int, bool],
    ledgers: Sequence[Ledger],
    review: str,
    risk_of: Mapping[tuple[str, ...], str],
    principal: str | None,
) -> Iterator[Event | MissedOpportunity]:
    """Make the record of each happening and enter its evidence; events stand with the document of their fullest
    telling.
    """
    ordinals: Counter[tuple[object, ...]] = Counter()
    for happening in happenings:
        document, told = happening.tellings[0]
        ledger = ledgers[document]
        quote = ledger.source.text[told.start : told.end]
        key = (
            told.candidate.type,
            fold(quote),
            told.candidate.agency,
            told.candidate.recipient,
            told.date.edtf if told.date else None,
        )
        ordinals[key] += 1
        kind = "MissedOpportunity" if told.candidate.type == "missed" else EVENT_CLASSES[told.candidate.type].__name__
        ident = record_id(
            ledger.slug,
            kind,
            quote,
            told.candidate.agency,
            told.candidate.recipient,
            told.date.edtf if told.date else None,
            ordinals[key],
        )
        concerned = (risk_of.get(told.about, principal),) if risks[id(told)] else ()
        record = _record(told, ident, ledger, review, tuple(c for c in concerned if c is not None))
        if all(ledgers[d].support(ident, t.start, t.end, rule=t.candidate.rule) for d, t in happening.tellings):
            ledger.records.append(record)
            yield record


def _record(
    told: ToldEvent, ident: str, ledger: Ledger, review: str, concerned: tuple[str, ...]
) -> Event | MissedOpportunity:
    candidate = told.candidate
    confidence = confidence_of(candidate.basis, told.date)
    if candidate.type == "missed":
        return MissedOpportunity(
            id=ident,
            in_review=review,
            in_document=ledger.document_id,
            kind=candidate.missed_kind or "other",
            by_agency=candidate.agency,
            to_agency=candidate.recipient,
            about=told.about,
            concerns_risk=concerned,
            method="rule",
            confidence=confidence,
            **_dated(told.date),
        )
    return EVENT_CLASSES[candidate.type](
        id=ident,
        in_review=review,
        in_document=ledger.document_id,
        by_agency=candidate.agency,
        to_agency=candidate.recipient,
        about=told.about,
        told_by=candidate.told_by,
        concerns_risk=concerned,
        level=candidate.level,
        tool=candidate.tool,
        outcome=candidate.outcome,
        count=candidate.count,
        method="rule",
        confidence=confidence,
        **_dated(told.date),
    )


class DateFields(TypedDict, total=False):
    """The date fields of a record."""

    date_earliest: datetime.date | None
    date_latest: datetime.date | None
    date_edtf: str | None
    date_text: str | None
    date_basis: str | None


def _dated(date: DateSpan | None) -> DateFields:
    if date is None:
        return {}
    return {
        "date_earliest": date.earliest,
        "date_latest": date.latest,
        "date_edtf": date.edtf,
        "date_text": re.sub(r"\s+", " ", date.text).strip() or None,
        "date_basis": date.basis,
    }
