"""A request: what a passage of a review, or a row of its action plan, asks for, before it becomes a record."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from dhr_graph.model.documents import Span

MARKUP = re.compile(r"<[^<>]{1,80}>|\*\*|__|(?<!\w)[*_](?=\w)|(?<=\w)[*_](?!\w)|&nbsp;|\\(?=[.*_-])")


def plain_text(words: str) -> str:
    """Words without markup and with single spaces, as a reader would see them."""
    return re.sub(r"\s+", " ", MARKUP.sub(" ", words)).replace(" ,", ",").strip(" \t|")


@dataclass(frozen=True, slots=True)
class Addressees:
    """Who must act: ids of members of the cast, and names as printed of those who are no members; where they stand."""

    members: tuple[str, ...] = ()
    printed: tuple[str, ...] = ()
    place: Span | None = None

    def __bool__(self) -> bool:
        return bool(self.members or self.printed)


@dataclass(frozen=True, slots=True)
class PlanEntry:
    """One row of an action plan, as printed."""

    lead: str | None = None
    target_date: str | None = None
    status: str | None = None
    document: int = 0
    place: Span | None = None

    def __bool__(self) -> bool:
        return bool(self.lead or self.target_date or self.status)


@dataclass(frozen=True, slots=True)
class Request:
    """One thing asked for: its words, its place in a document (by index), who must act, and its plan."""

    document: int
    place: Span
    text: str
    label: str | None = None
    addressees: Addressees = field(default_factory=Addressees)
    level_hint: str | None = None
    plan: tuple[PlanEntry, ...] = ()
    in_table: bool = False
