"""Blocks made passages: they tile the text, and each stands under its headings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dhr_graph.loaders.readers.blocks import Block
from dhr_graph.loaders.readers.furniture import find_pages
from dhr_graph.loaders.readers.headings import CAPITALS, NESTED_CAPITALS
from dhr_graph.loaders.readers.layout_blocks import find_blocks
from dhr_graph.loaders.readers.lines import Line, split_lines
from dhr_graph.model.documents import LIST_ITEM, PARAGRAPH, Span, TextPassage

FURNITURE_LEVEL = -1


@dataclass(frozen=True, slots=True)
class OpenHeading:
    """A heading under which the reader stands: its rank, its printed label, and its words with the label."""

    rank: int
    label: str | None
    words: str


def text_passages(text: str) -> tuple[tuple[TextPassage, ...], int | None]:
    """The passages of a canonical text and its number of pages, where pages can be told.

    A line of page furniture is a paragraph of level -1 under no section. A section's words begin with its printed
    label, so that the nearest numbered section of a passage can be read from them.
    """
    lines = split_lines(text)
    pages, count = find_pages(lines)
    blocks = list(find_blocks(text, lines))
    return tuple(tile(text, blocks, _pages_at(lines, pages, blocks))), count


def tile(text: str, blocks: Sequence[Block], pages: Sequence[int | None]) -> list[TextPassage]:
    """Passages from blocks in order: white space goes to the block before, the first begins with the text."""
    if not blocks:
        return [TextPassage(0, PARAGRAPH, 0, len(text), Span(len(text), len(text)))] if text else []
    starts = [0, *(block.start for block in blocks[1:]), len(text)]
    coming = _coming_labels(blocks)
    open_headings: list[OpenHeading] = []
    nesting: list[int] = []
    passages = []
    for at, block in enumerate(blocks):
        nesting = _nesting(nesting, block)
        passage = _passage(block, at, (starts[at], starts[at + 1]), pages[at], nesting)
        if not block.furniture:
            if block.rank is not None:
                open_headings = _above(block, block.rank, coming[at], open_headings)
            passage = replace(passage, section=tuple(heading.words for heading in open_headings))
        if block.rank is not None:
            passage = replace(passage, level=len(open_headings) + 1)
            rank = _settled_rank(block, block.rank, coming[at], open_headings)
            open_headings = [*open_headings, OpenHeading(rank, block.label, _words(text, block))]
        passages.append(passage)
    return passages


def _passage(block: Block, at: int, stretch: tuple[int, int], page: int | None, nesting: Sequence[int]) -> TextPassage:
    level = FURNITURE_LEVEL if block.furniture else len(nesting)
    return TextPassage(
        ordinal=at,
        kind=block.kind,
        start=stretch[0],
        end=stretch[1],
        body=block.body,
        label=block.label,
        level=level,
        page=page,
        cells=block.cells,
        columns=block.columns,
        is_header_row=block.is_header_row,
        interruptions=block.interruptions,
    )


def _nesting(before: list[int], block: Block) -> list[int]:
    """The indents of the list items that a block stands in, outermost first; furniture changes nothing."""
    if block.furniture:
        return before
    if block.kind != LIST_ITEM:
        return []
    return [*(indent for indent in before if indent < block.level), block.level]


def _above(block: Block, rank: int, coming: str | None, open_headings: list[OpenHeading]) -> list[OpenHeading]:
    own = _settled_rank(block, rank, coming, open_headings)
    return [heading for heading in open_headings if heading.rank < own]


def _settled_rank(block: Block, rank: int, coming: str | None, open_headings: Sequence[OpenHeading]) -> int:
    """Capitals without a number stand as high as numbered sections, unless a section's numbering goes on below them."""
    if rank != CAPITALS or block.label is not None or coming is None:
        return rank
    numbered = [heading.label for heading in open_headings if heading.label]
    return NESTED_CAPITALS if any(coming.startswith(f"{label}.") for label in numbered) else rank


def _coming_labels(blocks: Sequence[Block]) -> list[str | None]:
    """For each block, the next number that is printed below it."""
    coming: list[str | None] = []
    following: str | None = None
    for block in reversed(blocks):
        coming.append(following)
        if block.label and block.kind != LIST_ITEM and block.label[:1].isdigit():
            following = block.label
    return coming[::-1]


def _words(text: str, block: Block) -> str:
    words = " ".join(text[block.body.start : block.body.end].split())
    return " ".join(part for part in (block.label, words) if part)


def _pages_at(lines: Sequence[Line], pages: Sequence[int | None], blocks: Sequence[Block]) -> list[int | None]:
    found, at = [], 0
    for block in blocks:
        while at + 1 < len(lines) and lines[at + 1].start <= block.start:
            at += 1
        found.append(pages[at] if pages else None)
    return found
