"""Named bodies: which passages name which agencies and forums, so that no question searches text for names."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from dhr_graph.model.records import Body, Passage, Record


def with_named_bodies(records: Iterable[Record], bodies: Iterable[Body]) -> list[Record]:
    """The records, each passage with the bodies of its review whose name or alias stands in it, as written."""
    called = [(body.id, tuple(name for name in (body.name, *body.aliases) if name)) for body in bodies]
    return [_with_bodies(record, called) if isinstance(record, Passage) else record for record in records]


def _with_bodies(passage: Passage, called: Iterable[tuple[str, tuple[str, ...]]]) -> Passage:
    named = sorted(body for body, names in called if any(name in passage.text for name in names))
    return replace(passage, names=tuple(named)) if named else passage
