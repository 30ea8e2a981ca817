"""The figures of a review, each between 0 and 1 but `accused`, and their means over reviews."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from types import MappingProxyType

from benchmarks.scoring.facts import Entity, Request, ReviewFacts, ScoredEvent
from benchmarks.scoring.likeness import Pair, f1, likeness, one_line, share
from benchmarks.scoring.matching import LIKE_AGENCY, PASSING, Matching, is_right, match, same_agency

FIGURES: Mapping[str, str] = MappingProxyType(
    {
        "agencies": "F1 of agencies and forums, matched by name",
        "agency_type": "share of matched agencies with the right type",
        "persons": "F1 of persons, matched by label and aliases",
        "person_role": "share of matched persons with the right role",
        "found": "F1 of events by place in the text alone",
        "typed": "F1 of events by place and type",
        "full": "F1 of events by place, type, date, agency and, for referrals and shares, recipient",
        "risk": "share of typed events with the right flag of risk",
        "fields": "share of levels and subjects that are right in typed events",
        "shares": "share of the told referrals and shares that were found as one or the other, with the right sender",
        "verdict": "share of agencies rightly said to have shared, to be silent, or not to be known to know",
        "exact": "share of agencies with the very verdict",
        "silent": "F1 of the agencies that knew and for which no share is told (the headline question)",
        "accused": "agencies a review that are wrongly named as silent (a count)",
        "recs": "F1 of recommendations by how they start",
        "rec_owner": "share of matched recommendations with an owner right",
        "rec_plan": "share of the action plan's cells that are right",
    }
)
_SILENT, _SHARED = "silent", "shared"
_COARSE = {
    "knew_and_shared": _SHARED,
    "knew_shared_but_gaps": _SHARED,
    "knew_no_share_recorded": _SILENT,
    "knew_stated_not_shared": _SILENT,
}
_LIKE_CELL = 0.85


@dataclass(frozen=True, slots=True)
class ReviewScore:
    """The figures of one review (None where there is nothing to score), and the matching that they rest on."""

    figures: Mapping[str, float | None]
    gold: ReviewFacts
    found: ReviewFacts
    matching: Matching


def score(gold: ReviewFacts, found: ReviewFacts, text: str) -> ReviewScore:
    """Score what was found in a review whose text is given."""
    matching = match(gold, found, text)
    figures = {
        "agencies": f1(len(matching.agencies), len(gold.agencies), len(found.agencies)),
        "agency_type": _same_kind(matching.agencies),
        "persons": f1(len(matching.persons), len(gold.persons), len(found.persons)),
        "person_role": _same_kind(matching.persons),
        **_of_events(gold, found, matching),
        **_of_verdicts(gold, found, matching),
        **_of_requests(gold, found, matching),
    }
    return ReviewScore({name: figures.get(name) for name in FIGURES}, gold, found, matching)


def mean_of(scores: Sequence[ReviewScore]) -> Mapping[str, float | None]:
    """The mean of each figure over the reviews that have it."""
    columns = {name: [value for s in scores if (value := s.figures[name]) is not None] for name in FIGURES}
    return {name: share(sum(values), len(values)) for name, values in columns.items()}


def _same_kind(paired: Sequence[Pair[Entity, Entity]]) -> float | None:
    return share(sum(pair.gold.kind == pair.found.kind for pair in paired), len(paired))


def _of_events(gold: ReviewFacts, found: ReviewFacts, matching: Matching) -> Mapping[str, float | None]:
    known = matching.gold_agency
    typed = [pair for pair in matching.events if pair.gold.type == pair.found.type]
    sizes = len(gold.events), len(found.events)
    passed = [
        pair
        for pair in matching.events
        if {pair.gold.type, pair.found.type} <= PASSING and same_agency(pair.gold.agency, pair.found.agency, known)
    ]
    lesser = [part for pair in typed for part in _lesser_fields(pair.gold, pair.found, matching.gold_person)]
    return {
        "found": f1(len(matching.events), *sizes),
        "typed": f1(len(typed), *sizes),
        "full": f1(sum(is_right(pair, known) for pair in typed), *sizes),
        "risk": share(sum(pair.gold.risk == pair.found.risk for pair in typed), len(typed)),
        "fields": share(sum(lesser), len(lesser)),
        "shares": share(len(passed), sum(event.type in PASSING for event in gold.events)),
    }


def _lesser_fields(gold: ScoredEvent, found: ScoredEvent, known: Mapping[str, str]) -> Iterator[float]:
    """How right the level of an assessment and the subjects of any event are."""
    if gold.type == "risk_assessment":
        yield float(gold.level == found.level)
    if gold.subjects:
        about = {known.get(person, f"unknown {person}") for person in found.subjects}
        yield len(gold.subjects & about) / len(gold.subjects | about)


def _of_verdicts(gold: ReviewFacts, found: ReviewFacts, matching: Matching) -> Mapping[str, float | None]:
    if not gold.verdicts:
        return {}
    known = matching.gold_agency
    told = {known.get(agency, f"unknown {agency}"): code for agency, code in found.verdicts.items()}
    silent = {agency for agency, code in gold.verdicts.items() if _COARSE.get(code) == _SILENT}
    named = {agency for agency, code in told.items() if _COARSE.get(code) == _SILENT}
    alike = sum(_COARSE.get(told.get(agency, "")) == _COARSE.get(code) for agency, code in gold.verdicts.items())
    return {
        "verdict": share(alike, len(gold.verdicts)),
        "exact": share(sum(told.get(agency) == code for agency, code in gold.verdicts.items()), len(gold.verdicts)),
        "silent": f1(len(silent & named), len(silent), len(named)),
        "accused": float(len(named - silent)),
    }


def _of_requests(gold: ReviewFacts, found: ReviewFacts, matching: Matching) -> Mapping[str, float | None]:
    paired = matching.requests
    owned = sum(_same_owner(_owners(pair.gold, gold), _owners(pair.found, found)) for pair in paired)
    cells = [
        SequenceMatcher(None, one_line(words).lower(), one_line(pair.found.plan[cell]).lower()).ratio() >= _LIKE_CELL
        for pair in paired
        for cell, words in pair.gold.plan.items()
        if words
    ]
    return {
        "recs": f1(len(paired), len(gold.requests), len(found.requests)),
        "rec_owner": share(owned, len(paired)),
        "rec_plan": share(sum(cells), len(cells)),
    }


def _same_owner(gold: Sequence[str], found: Sequence[str]) -> bool:
    return any(likeness(one, other) >= LIKE_AGENCY for one in gold for other in found)


def _owners(request: Request, facts: ReviewFacts) -> list[str]:
    """The names of owners: of agencies all that they go by, else the words as printed."""
    named = {agency.id: agency.names for agency in facts.agencies}
    return [name for owner in request.owners for name in named.get(owner, (owner,))]
