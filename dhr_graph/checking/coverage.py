"""How much of a review was read, told from what the dataset holds of it."""

from __future__ import annotations

from collections.abc import Iterable

from dhr_graph.model.reading import Coverage
from dhr_graph.model.records import Event, Evidence, MissedOpportunity, OpenCue, Passage, Record


def coverage_of(records: Iterable[Record]) -> Coverage:
    """Count a review's passages, those that gave an event or hold an open cue, its events and its open cues.

    Takes all records of the review. What was dropped while reading is not in a dataset; the build's report has it.
    """
    evidence: list[Evidence] = []
    events: set[str] = set()
    cues: set[str] = set()
    passages = 0
    for record in records:
        if isinstance(record, Event | MissedOpportunity):
            events.add(record.id)
        elif isinstance(record, OpenCue):
            cues.add(record.id)
        elif isinstance(record, Evidence):
            evidence.append(record)
        elif isinstance(record, Passage):
            passages += 1
    with_cues = {words.in_passage for words in evidence if words.supports in events or words.supports in cues}
    return Coverage(passages, len(with_cues), len(events), len(cues))
