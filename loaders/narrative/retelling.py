"""Retelling: a happening told in several places of a review is one event, with all its evidence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dhr_graph.loaders.narrative.telling import ToldEvent
from dhr_graph.model.dates import DateSpan

RETOLD = frozenset({
    "referral", "information_share", "justice", "care_plan", "risk_assessment", "incident", "disclosure", "missed",
    "contact",
})  # fmt: skip
OF_ITS_PEOPLE = frozenset({"missed", "contact", "disclosure"})
NEARBY_PASSAGES = 6


@dataclass(frozen=True, slots=True)
class Happening:
    """One happening: its fullest telling first, then the others."""

    tellings: tuple[tuple[int, ToldEvent], ...]

    @property
    def best(self) -> ToldEvent:
        """The telling that gives the event its fields."""
        return self.tellings[0][1]


def gather(events: Sequence[tuple[int, ToldEvent]]) -> tuple[Happening, ...]:
    """Join what is told again in another section; `events` are (document's index, event) in order."""
    groups: list[list[tuple[int, ToldEvent]]] = []
    for item in events:
        known = next((g for g in groups if _same(g[0], item)), None)
        if known is None:
            groups.append([item])
        else:
            known.append(item)
    return tuple(Happening(tuple(g)) for g in groups)


def _same(first: tuple[int, ToldEvent], other: tuple[int, ToldEvent]) -> bool:
    (document, a), (other_document, b) = first, other
    if a.candidate.type != b.candidate.type or a.candidate.type not in RETOLD:
        return False
    if document == other_document and _is_nearby(a, b):
        return False
    if _parties(a) != _parties(b):
        return False
    if a.candidate.type in OF_ITS_PEOPLE and a.about != b.about:
        return False
    return _one_day(a.date, b.date)


def _is_nearby(a: ToldEvent, b: ToldEvent) -> bool:
    """Whether both stand in one passage or close by in one section: then they are two events, not one told twice."""
    apart = abs(a.passage.ordinal - b.passage.ordinal)
    return apart == 0 or (a.passage.section == b.passage.section and apart < NEARBY_PASSAGES)


def _parties(event: ToldEvent) -> tuple[str | None, ...]:
    return event.candidate.agency, event.candidate.recipient, event.candidate.level


def _one_day(a: DateSpan | None, b: DateSpan | None) -> bool:
    """Whether both tell of the same day, and neither date was only carried."""
    if a is None or b is None or a.earliest is None or b.earliest is None:
        return False
    if "carried" in (a.basis, b.basis):
        return False
    return a.earliest == b.earliest and a.latest == b.latest and a.earliest == a.latest
