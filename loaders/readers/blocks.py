"""A block: what one passage will be, before it has its place in the document's sections."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dhr_graph.model.documents import PARAGRAPH, Span

OPENING_MARKS = re.compile(r"(?:\*\*|__|<[a-z][^<>]{0,80}>|[ \t\n\u00a0])+", re.IGNORECASE)
CLOSING_MARKS = re.compile(r"(?:\*\*|__|</[a-z][a-z0-9]{0,9}>|<br ?/?>|[ \t\n\u00a0])+$", re.IGNORECASE)
LONGEST_CLOSING = 60


@dataclass(frozen=True, slots=True)
class Block:
    """One block, found but not yet placed; offsets are those of the canonical text.

    `rank` orders headings (the smaller the higher) and is None for everything else; `level` nests list items;
    `furniture` is a line of the page, not of the review; `interruptions` are stretches of them inside the block.
    """

    kind: str
    start: int
    end: int
    body: Span
    label: str | None = None
    rank: int | None = None
    level: int = 0
    furniture: bool = False
    cells: tuple[Span, ...] = ()
    columns: tuple[str, ...] = ()
    is_header_row: bool = False
    interruptions: tuple[Span, ...] = ()


def trimmed(text: str, start: int, end: int) -> Span:
    """The stretch without the white space around it; empty, at its beginning, if there is nothing else."""
    words = text[start:end]
    left = len(words) - len(words.lstrip())
    return Span(start + left, start + len(words.rstrip())) if left < len(words) else Span(start, start)


def unmarked(text: str, start: int, end: int) -> Span:
    """The stretch without white space, and without the marks of emphasis or of a cell that enclose the whole of it."""
    span = trimmed(text, start, end)
    words = text[span.start : span.end]
    opening = OPENING_MARKS.match(words)
    tail = words[-LONGEST_CLOSING:]
    closing = CLOSING_MARKS.search(tail)
    if opening is None or closing is None:
        return span
    inner = Span(span.start + opening.end(), span.end - (len(tail) - closing.start()))
    return inner if inner.start < inner.end else span


def is_marked(text: str, span: Span) -> bool:
    """Whether marks of emphasis enclose the whole stretch, with none in between."""
    inner = unmarked(text, span.start, span.end)
    words = text[inner.start : inner.end]
    return inner != span and not any(mark in words for mark in ("**", "__", "</"))


def prose(text: str, start: int, end: int) -> Block:
    """A paragraph without a label."""
    return Block(PARAGRAPH, start, end, trimmed(text, start, end))
