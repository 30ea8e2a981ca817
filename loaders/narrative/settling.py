"""Settling: one sentence tells a thing once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dhr_graph.loaders.narrative.candidate import ARRIVED, GRAVE, PASSING, Candidate
from dhr_graph.model.dates import DateSpan

SWALLOWING = GRAVE | PASSING | {"signposting", "risk_assessment"}
ONCE = frozenset({"justice", "incident"})
UNTOLD = frozenset({"share", "referral"})
ONCE_BY_AGENCY = frozenset({"contact", "disclosure", "care_plan", "missed"})

DatedCandidate = tuple[Candidate, DateSpan | None]


def settle(found: Sequence[DatedCandidate]) -> Iterator[DatedCandidate]:
    """Contacts give way to what is graver, the vaguer to the fuller, and like things of one day are one."""
    seen: set[tuple[str | None, ...]] = set()
    others = [candidate for candidate, _ in found]
    for candidate, date in found:
        if any(_gives_way(candidate, other) for other in others):
            continue
        told_day = date.edtf if date is not None and date.basis != "carried" else None
        key = (*_sameness(candidate), told_day)
        if key not in seen:
            seen.add(key)
            yield candidate, date


def _gives_way(candidate: Candidate, other: Candidate) -> bool:
    if candidate.type == "contact":
        return other.type in GRAVE or (other.type in SWALLOWING and other.agency == candidate.agency)
    if candidate.type == "incident":
        return other.type == "incident" and candidate.agency is None and other.agency is not None
    if candidate.type == "referral" and candidate.recipient is None:
        return other.rule == ARRIVED and other.agency == candidate.agency
    if candidate.type == "risk_assessment":
        return other.type == "risk_assessment" and candidate.level is None and other.level is not None
    return False


def _sameness(candidate: Candidate) -> tuple[str | None, ...]:
    if candidate.type in ONCE:
        return (candidate.type,)
    if candidate.type in ONCE_BY_AGENCY:
        return candidate.type, candidate.agency, "told" if candidate.missed_kind in UNTOLD else None
    return candidate.type, candidate.agency, candidate.recipient, candidate.level
