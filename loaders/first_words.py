"""The first words of facts and their place, kept with each fact, so that no question looks for them row by row."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from dhr_graph.model.records import Evidence, Passage, Record, Told


def with_first_words(records: Iterable[Record]) -> list[Record]:
    """The records of a review, each fact that a passage tells with the quote of its first evidence and its place.

    Evidence of the whole fact comes before that of one field, then the one that stands first.
    """
    everything = list(records)
    passages = {record.id: record for record in everything if isinstance(record, Passage)}
    first: dict[str, Evidence] = {}
    for record in everything:
        if isinstance(record, Evidence):
            known = first.setdefault(record.supports, record)
            first[record.supports] = min(known, record, key=_rank)
    return [
        replace(record, words=first[record.id].quote, place=place_of(passages[first[record.id].in_passage]))
        if isinstance(record, Told) and record.id in first
        else record
        for record in everything
    ]


def place_of(passage: Passage) -> str:
    """Where a passage stands, as answers show it: its printed label, if it has one, and its ordinal."""
    return " ".join(part for part in (passage.label, f"#{passage.ordinal}") if part)


def _rank(evidence: Evidence) -> tuple[bool, int, str]:
    return evidence.supports_field is not None, evidence.start, evidence.quote
