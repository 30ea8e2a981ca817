"""Recording: turns what was read into records with ids, confidence and evidence; nothing without its words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dhr_graph.identifiers import fold, record_id
from dhr_graph.loaders.narrative.confidence import confidence_of
from dhr_graph.loaders.narrative.ledger import Ledger
from dhr_graph.loaders.narrative.retelling import Happening
from dhr_graph.loaders.narrative.telling import ToldCue, ToldEvent
from dhr_graph.model.dates import DateSpan
from dhr_graph.model.records import (
    CarePlan,
    Contact,
    Disclosure,
    Event,
    Incident,
    InformationShare,
    JusticeEvent,
    MissedOpportunity,
    OpenCue,
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
CUE_CONFIDENCE = 0.5


@dataclass(frozen=True, slots=True)
class ConcernedRisks:
    """The risks of a review: the principal one's id, the ids of others by the people at risk, and the victims."""

    principal: str
    others: Mapping[tuple[str, ...], str]
    victims: tuple[str, ...]

    def of(self, about: tuple[str, ...]) -> str:
        """The risk that an event concerns: another partner's where it is about that one and no victim."""
        if set(self.victims) & set(about):
            return self.principal
        concerned = [risk for people, risk in self.others.items() if set(people) & set(about)]
        return concerned[-1] if concerned else self.principal


def record_events(
    happenings: Sequence[Happening], flags: Sequence[bool], ledgers: Sequence[Ledger], risks: ConcernedRisks
) -> Iterator[Event | MissedOpportunity]:
    """Make the record of each happening and enter its evidence; events stand with the document of their best telling.

    `flags` say of each happening whether it concerns a risk.
    """
    ordinals: Counter[tuple[str | None, ...]] = Counter()
    for happening, flag in zip(happenings, flags, strict=True):
        document, told = happening.tellings[0]
        ledger = ledgers[document]
        ident = _identity(told, ledger, ordinals)
        record = _dated(_record(told, ident, ledger, (risks.of(told.about),) if flag else ()), told.date)
        supported = [ledgers[d].support(ident, t.start, t.end, rule=t.candidate.rule) for d, t in happening.tellings]
        if all(supported):
            ledger.records.append(record)
            yield record


def record_cues(cues: Sequence[ToldCue], ledger: Ledger) -> None:
    """Enter open cues with their words, each once."""
    known = {record.id for record in ledger.records if isinstance(record, OpenCue)}
    for told in cues:
        quote = ledger.words(told.start, told.end)
        ident = record_id(ledger.slug, "OpenCue", quote, told.agency, told.cue)
        if ident not in known and ledger.support(ident, told.start, told.end, rule="cue.open"):
            known.add(ident)
            ledger.records.append(
                OpenCue(
                    id=ident,
                    in_review=ledger.review_id,
                    in_document=ledger.document_id,
                    of_agency=told.agency,
                    cue=told.cue,
                    method="rule",
                    confidence=CUE_CONFIDENCE,
                )
            )


def _identity(told: ToldEvent, ledger: Ledger, ordinals: Counter[tuple[str | None, ...]]) -> str:
    candidate, date = told.candidate, told.date.edtf if told.date else None
    quote = ledger.words(told.start, told.end)
    key = (candidate.type, fold(quote), candidate.agency, candidate.recipient, date)
    ordinals[key] += 1
    kind = "MissedOpportunity" if candidate.type == "missed" else EVENT_CLASSES[candidate.type].__name__
    return record_id(ledger.slug, kind, quote, candidate.agency, candidate.recipient, date, ordinals[key])


def _record(told: ToldEvent, ident: str, ledger: Ledger, concerned: tuple[str, ...]) -> Event | MissedOpportunity:
    candidate = told.candidate
    if candidate.type == "missed":
        return _missed(told, ident, ledger, concerned)
    return EVENT_CLASSES[candidate.type](
        id=ident,
        in_review=ledger.review_id,
        in_document=ledger.document_id,
        by_agency=candidate.agency,
        to_agency=candidate.recipient,
        about=told.about,
        told_by=candidate.told_by,
        concerns_risk=concerned,
        level=candidate.level,
        tool=candidate.tool,
        outcome=candidate.outcome,
        method="rule",
        confidence=confidence_of(candidate.basis, told.date),
    )


def _missed(told: ToldEvent, ident: str, ledger: Ledger, concerned: tuple[str, ...]) -> MissedOpportunity:
    candidate = told.candidate
    return MissedOpportunity(
        id=ident,
        in_review=ledger.review_id,
        in_document=ledger.document_id,
        kind=candidate.missed_kind or "other",
        by_agency=candidate.agency,
        to_agency=candidate.recipient,
        about=told.about,
        concerns_risk=concerned,
        method="rule",
        confidence=confidence_of(candidate.basis, told.date),
    )


def _dated(record: Event | MissedOpportunity, date: DateSpan | None) -> Event | MissedOpportunity:
    """A record with its date, if it has one."""
    if date is None:
        return record
    return replace(
        record,
        date_earliest=date.earliest,
        date_latest=date.latest,
        date_edtf=date.edtf,
        date_text=" ".join(date.text.split()) or None,
        date_basis=date.basis,
    )
