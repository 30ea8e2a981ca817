"""Retelling: a happening told in several places of a review is one event, with all its evidence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dhr_graph.loaders.narrative.reader import ToldEvent
from dhr_graph.model.dates import DateSpan

RETOLD = frozenset(
    {
        "referral",
        "information_share",
        "justice",
        "care_plan",
        "risk_assessment",
        "incident",
        "disclosure",
        "missed",
        "contact",
    }
)


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
    (d1, a), (d2, b) = first, other
    if a.candidate.type != b.candidate.type or a.candidate.type not in RETOLD:
        return False
    if d1 == d2 and (
        a.passage.section == b.passage.section
        and abs(a.passage.ordinal - b.passage.ordinal) < 6
        or a.passage.ordinal == b.passage.ordinal
    ):
        return False
    if a.candidate.agency != b.candidate.agency or a.candidate.level != b.candidate.level:
        return False
    if a.candidate.recipient != b.candidate.recipient:
        return False
    if a.candidate.type in {"missed", "contact", "disclosure"} and a.about != b.about:
        return False
    return _one_day(a.date, b.date)


def _one_day(a: DateSpan | None, b: DateSpan | None) -> bool:
    """Whether both tell of the same day, and neither date was only carried."""
    if a is None or b is None or a.earliest is None or b.earliest is None:
        return False
    if "carried" in (a.basis, b.basis):
        return False
    return a.earliest == b.earliest and a.latest == b.latest and a.earliest == a.latest
