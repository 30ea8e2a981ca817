"""Rows: an entry of a chronology tells of one dealing of its agency, however many sentences it takes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from dhr_graph.loaders.narrative.candidate import GRAVE
from dhr_graph.loaders.narrative.telling import SentenceTelling, ToldEvent
from dhr_graph.model.documents import TABLE_ROW


def with_one_contact_a_row(tellings: Iterable[SentenceTelling]) -> Iterator[SentenceTelling]:
    """The tellings of a document, in which a row has one contact of an agency and day, none after what is graver."""
    told: set[tuple[int, str | None, str | None]] = set()
    for telling in tellings:
        if telling.passage.kind != TABLE_ROW:
            yield telling
            continue
        kept = []
        for event in telling.events:
            key = (telling.passage.ordinal, event.candidate.agency, _day(event))
            if event.candidate.type == "contact" and key in told:
                continue
            if event.candidate.type in GRAVE | {"contact"}:
                told.add(key)
            kept.append(event)
        yield replace(telling, events=tuple(kept))


def _day(event: ToldEvent) -> str | None:
    return event.date.edtf if event.date is not None else None
