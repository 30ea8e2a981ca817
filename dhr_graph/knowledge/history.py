"""The records of one review, as the derivation asks for them: who dealt with what, before the death."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dhr_graph.model.records import (
    Body,
    Dated,
    Death,
    Document,
    Event,
    Evidence,
    Fact,
    MissedOpportunity,
    OpenCue,
    Person,
    Record,
    Risk,
)

REJECTED_BY_A_PERSON = "rejected"

Happening = Event | MissedOpportunity


@dataclass(frozen=True, slots=True)
class History:
    """What a review tells up to the death, each kind of record in the order of its ids.

    `quotes` holds the words that support each fact as a whole, by the fact's id.
    """

    bodies: dict[str, Body]
    risks: tuple[Risk, ...]
    events: tuple[Event, ...]
    missed: tuple[MissedOpportunity, ...]
    open_cues: tuple[OpenCue, ...]
    documents: tuple[Document, ...]
    at_risk: frozenset[str]
    posing_risk: frozenset[str]
    quotes: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Scope:
    """The risk that is asked about: one of them, or all of a review's taken together (`risk` is None)."""

    risk: str | None = None

    def concerns(self, happening: Happening) -> bool:
        """Whether a happening concerns the risk asked about."""
        return bool(happening.concerns_risk) if self.risk is None else self.risk in happening.concerns_risk


def tell_history(records: Iterable[Record]) -> History:
    """Sort one review's records; what a person rejected and what came after the death is left out."""
    standing = [r for r in records if not (isinstance(r, Fact) and r.review_status == REJECTED_BY_A_PERSON)]
    standing.sort(key=lambda record: record.id)
    death = _last_day([r for r in standing if isinstance(r, Death)])
    risks = tuple(r for r in standing if isinstance(r, Risk))
    people = [r for r in standing if isinstance(r, Person)]
    at_risk = {p for risk in risks for p in risk.person_at_risk} | {p.id for p in people if p.role == "victim"}
    posing = {p for risk in risks for p in risk.person_posing_risk} | {p.id for p in people if p.role == "perpetrator"}
    return History(
        bodies={r.id: r for r in standing if isinstance(r, Body)},
        risks=risks,
        events=tuple(r for r in standing if isinstance(r, Event) and not _is_after(r, death)),
        missed=tuple(r for r in standing if isinstance(r, MissedOpportunity) and not _is_after(r, death)),
        open_cues=tuple(r for r in standing if isinstance(r, OpenCue)),
        documents=tuple(r for r in standing if isinstance(r, Document)),
        at_risk=frozenset(at_risk),
        posing_risk=frozenset(posing - at_risk),
        quotes=_quotes(standing),
    )


def _quotes(records: Iterable[Record]) -> Mapping[str, tuple[str, ...]]:
    quotes: dict[str, list[str]] = {}
    for record in records:
        if isinstance(record, Evidence) and record.supports_field is None:
            quotes.setdefault(record.supports, []).append(record.quote)
    return {fact: tuple(found) for fact, found in quotes.items()}


def _last_day(deaths: Iterable[Death]) -> datetime.date | None:
    """The last day on which the death may have been; of several deaths the last; None where no date is told."""
    days = [day for death in deaths if (day := death.date_latest or death.date_earliest) is not None]
    return max(days, default=None)


def _is_after(happening: Dated, death: datetime.date | None) -> bool:
    """Only what was surely after the death is; an undated happening is taken to belong to the history."""
    return death is not None and happening.date_earliest is not None and happening.date_earliest > death


def is_dated(happening: Dated) -> bool:
    """Whether anything is known of the date."""
    return happening.date_earliest is not None or happening.date_latest is not None


def in_time(happenings: Iterable[Happening]) -> list[Happening]:
    """The dated ones first, by their earliest day; among equals what was done before what was not, then by id."""

    def key(happening: Happening) -> tuple[datetime.date, datetime.date, bool, str]:
        first = happening.date_earliest or happening.date_latest or datetime.date.max
        last = happening.date_latest or datetime.date.max
        return first, last, isinstance(happening, MissedOpportunity), happening.id

    return sorted(happenings, key=key)
