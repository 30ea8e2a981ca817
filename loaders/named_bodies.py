"""Named bodies: which passages are about which agencies and forums, so that no question searches text for names."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from dhr_graph.model.records import HEADINGS_APART, Body, Passage, Record


def with_named_bodies(records: Iterable[Record], bodies: Iterable[Body]) -> list[Record]:
    """The records, each passage with the bodies of its review whose name or alias stands in it or in its heading."""
    called = [(body.id, tuple(name for name in (body.name, *body.aliases) if name)) for body in bodies]
    return [_with_bodies(record, called) if isinstance(record, Passage) else record for record in records]


def _with_bodies(passage: Passage, called: Iterable[tuple[str, tuple[str, ...]]]) -> Passage:
    heading = (passage.section or "").rsplit(HEADINGS_APART, 1)[-1]
    words = f"{passage.text}\n{heading}"
    named = sorted(body for body, names in called if any(name in words for name in names))
    return replace(passage, names=tuple(named)) if named else passage
