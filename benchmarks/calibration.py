"""How often events are right by type, by their confidence, and by what their agency and date were filled from."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from benchmarks.rendering import Cell, MeasuredTable
from benchmarks.scoring import ReviewScore
from benchmarks.scoring.facts import ScoredEvent
from benchmarks.scoring.likeness import share
from benchmarks.scoring.matching import is_right, same_agency, same_date
from dhr_graph.loaders.explaining import explain
from dhr_graph.loaders.readers import read_text
from dhr_graph.loaders.reading import ReadingKnowledge

BUCKETS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9)


@dataclass(frozen=True, slots=True)
class JudgedEvent:
    """A found event: what its agency and date were filled from, and what of it is right."""

    event: ScoredEvent
    agency_from: str
    date_from: str
    typed: bool
    right: bool
    right_agency: bool
    right_date: bool


def judged(score: ReviewScore, text: str, knowledge: ReadingKnowledge) -> list[JudgedEvent]:
    """Judge the events found in a text; one that is matched with none of the same type is wrong."""
    sources = _sources(text, knowledge)
    known = score.matching.gold_agency
    paired = {id(pair.found): pair for pair in score.matching.events if pair.gold.type == pair.found.type}
    events = []
    for event in score.found.events:
        pair = paired.get(id(event))
        agency_from, date_from = sources.get((event.type, event.method, event.quote), ("unknown", "unknown"))
        events.append(
            JudgedEvent(
                event,
                agency_from,
                date_from,
                typed=pair is not None,
                right=pair is not None and is_right(pair, known),
                right_agency=pair is not None and same_agency(pair.gold.agency, event.agency, known),
                right_date=pair is not None and same_date(pair.gold.date, event.date),
            )
        )
    return events


def by_type(scores: Sequence[ReviewScore], of: str) -> MeasuredTable:
    """Precision and recall of each type, by place and type."""
    gold = Counter(event.type for score in scores for event in score.gold.events)
    found = Counter(event.type for score in scores for event in score.found.events)
    right = Counter(p.gold.type for score in scores for p in score.matching.events if p.gold.type == p.found.type)
    rows = [
        (kind, gold[kind], found[kind], share(right[kind], found[kind]), share(right[kind], gold[kind]))
        for kind in sorted(gold | found)
    ]
    return MeasuredTable(f"Events by type ({of})", ("type", "told", "found", "precision", "recall"), rows)


def by_confidence(events: Iterable[JudgedEvent], of: str) -> MeasuredTable:
    """The share of right events among those of like confidence."""
    groups: dict[str, list[JudgedEvent]] = defaultdict(list)
    for one in events:
        floor = max(bucket for bucket in BUCKETS if bucket <= (one.event.confidence or 0.0))
        groups[f"{floor:.1f} and more" if floor else "under 0.5"].append(one)
    rows = []
    for name, group in sorted(groups.items(), key=lambda item: (item[0][0].isdigit(), item[0])):
        typed, right = sum(event.typed for event in group), sum(event.right for event in group)
        rows.append((name, len(group), share(typed, len(group)), share(right, len(group))))
    return MeasuredTable(f"Events by confidence ({of})", ("confidence", "found", "right type", "right in full"), rows)


def by_source(events: Sequence[JudgedEvent], of: str) -> MeasuredTable:
    """For events of the right type: how often agency and date are right, by what they were filled from."""
    typed = [event for event in events if event.typed]
    rows: list[tuple[Cell, ...]] = []
    slots = (
        ("agency", [(e.agency_from, e.right_agency) for e in typed]),
        ("date", [(e.date_from, e.right_date) for e in typed]),
    )
    for slot, outcomes in slots:
        count = Counter(source for source, _ in outcomes)
        right = Counter(source for source, fits in outcomes if fits)
        rows += [(slot, source, number, share(right[source], number)) for source, number in count.most_common()]
    return MeasuredTable(f"Agency and date by source ({of})", ("slot", "filled from", "events", "right"), rows)


def _sources(text: str, knowledge: ReadingKnowledge) -> Mapping[tuple[str, str, str], tuple[str, str]]:
    """What the agency and the date of each event were filled from, by its type, rule and words; the first telling's."""
    sources: dict[tuple[str, str, str], tuple[str, str]] = {}
    for sentence in explain(read_text(text, "review"), knowledge):
        for event in sentence.events:
            key = (event.type, event.rule, event.quote)
            sources.setdefault(key, (event.agency_from, event.date_from or "no date"))
    return sources
