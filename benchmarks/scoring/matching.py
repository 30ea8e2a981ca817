"""Which found facts are taken for which gold facts."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from benchmarks.scoring.facts import Entity, Request, ReviewFacts, ScoredEvent
from benchmarks.scoring.likeness import Pair, likeness, one_line, pairs
from benchmarks.scoring.places import overlap, spans

LIKE_AGENCY = 0.72
LIKE_PERSON = 0.8
LIKE_REQUEST = 0.8
LEAST_OVERLAP = 0.3
PASSING = frozenset({"referral", "information_share"})


@dataclass(frozen=True, slots=True)
class Matching:
    """The pairs of each kind, and the gold ids of found agencies and persons."""

    agencies: Sequence[Pair[Entity, Entity]]
    persons: Sequence[Pair[Entity, Entity]]
    events: Sequence[Pair[ScoredEvent, ScoredEvent]]
    requests: Sequence[Pair[Request, Request]]

    @property
    def gold_agency(self) -> Mapping[str, str]:
        """The gold agency of a found one."""
        return {pair.found.id: pair.gold.id for pair in self.agencies}

    @property
    def gold_person(self) -> Mapping[str, str]:
        """The gold person of a found one."""
        return {pair.found.id: pair.gold.id for pair in self.persons}


def match(gold: ReviewFacts, found: ReviewFacts, text: str) -> Matching:
    """Match the facts of one review: entities by name, events by place first, recommendations by how they start."""
    agencies = pairs(gold.agencies, found.agencies, _same_entity(LIKE_AGENCY), LIKE_AGENCY)
    known = {pair.found.id: pair.gold.id for pair in agencies}
    line = one_line(text).lower()
    return Matching(
        agencies,
        pairs(gold.persons, found.persons, _same_entity(LIKE_PERSON), LIKE_PERSON),
        pairs(gold.events, found.events, _same_event(known, line), 0.15),
        pairs(gold.requests, found.requests, _same_start, LIKE_REQUEST),
    )


def same_agency(gold: str | None, found: str | None, known: Mapping[str, str]) -> bool:
    """Whether both name the same agency, or neither names one."""
    return gold is None if found is None else gold is not None and known.get(found) == gold


def same_date(gold: str | None, found: str | None) -> bool:
    """Whether two dates are the same but for how sure they are."""
    return (gold or "").rstrip("?~%") == (found or "").rstrip("?~%")


def is_right(pair: Pair[ScoredEvent, ScoredEvent], known: Mapping[str, str]) -> bool:
    """Whether a found event is right in type, date, agency and, where it passes something on, recipient."""
    gold, found = pair.gold, pair.found
    return (
        gold.type == found.type
        and same_date(gold.date, found.date)
        and same_agency(gold.agency, found.agency, known)
        and (gold.type not in PASSING or same_agency(gold.recipient, found.recipient, known))
    )


def _same_entity(least: float) -> Callable[[Entity, Entity], float]:
    """Entities are as close as their closest names; how close the main names are decides among equals."""

    def closeness(gold: Entity, found: Entity) -> float:
        closest = max(likeness(one, other) for one in gold.names for other in found.names)
        return closest + likeness(gold.names[0], found.names[0]) if closest >= least else 0.0

    return closeness


def _same_event(known: Mapping[str, str], line: str) -> Callable[[ScoredEvent, ScoredEvent], float]:
    def closeness(gold: ScoredEvent, found: ScoredEvent) -> float:
        common = overlap(spans(gold.quote, line), spans(found.quote, line))
        if common < LEAST_OVERLAP:
            return 0.0
        return (
            0.5 * common
            + 2.0 * (gold.type == found.type)
            + 0.6 * same_date(gold.date, found.date)
            + 0.6 * same_agency(gold.agency, found.agency, known)
            + 0.3 * same_agency(gold.recipient, found.recipient, known)
        )

    return closeness


def _same_start(gold: Request, found: Request) -> float:
    start = one_line(gold.text)
    return SequenceMatcher(None, start.lower(), one_line(found.text).lower()[: len(start) + 5]).ratio()
