"""Columns of words without tabs: lines in which words begin, after gaps, at the same offsets again and again."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from dhr_graph.loaders.readers.gaps import JITTER, SetLine, share_column
from dhr_graph.loaders.readers.table_rows import is_header

FEWEST_LINES = 3
NEARLY_ALL = 0.75
SELDOM = 0.2
CROSSED, STRAY = 0.1, 0.15
WIDE = 3


def aligned_runs(lines: Sequence[SetLine]) -> Iterator[tuple[int, int]]:
    """The first and last index of lines with gaps that may be of one table, each having a column in common with a next.

    Where a run ends depends on the two lines on each side alone, so that rewriting one run changes no other.
    """
    gapped = [i for i, line in enumerate(lines) if line.firm]
    held = [_held(lines, upper, lower) for upper, lower in pairwise(gapped)]
    begin = 0
    for at in range(len(gapped)):
        if at == len(held) or not _linked(lines, gapped, held, at):
            yield gapped[begin], gapped[at]
            begin = at + 1


def columns_of(lines: Sequence[SetLine]) -> tuple[int, ...]:
    """The offsets at which the columns of these written lines begin; none if they have no columns.

    One column at least must begin in nearly all lines with gaps; all must be such that words seldom cross them.
    """
    gapped = [line for line in lines if line.firm]
    if len(gapped) < FEWEST_LINES:
        return ()
    base = min(line.stretches[0].start for line in gapped)
    firm = Counter(start for line in gapped for start in line.firm)
    begun = Counter(s.start for line in gapped for s in line.stretches)
    found: list[int] = []
    for start in sorted(firm, key=lambda start: (-firm[start], start)):
        often = sum(begun[start + away] for away in range(-JITTER, JITTER + 1)) >= max(2, SELDOM * len(gapped))
        if often and start > base + JITTER and all(abs(start - other) > 2 * JITTER for other in found):
            found.append(start)
    found = sorted(c for c in found if sum(line.crosses(c) for line in lines) <= CROSSED * len(lines))
    columns = (base, *found)
    aligned = any(_is_anchor(gapped, firm, column) for column in found)
    return columns if aligned and _strays(gapped, columns) <= STRAY * firm.total() else ()


def column_at(columns: Sequence[int], start: int) -> int:
    """The number of the column to which words belong that begin at an offset."""
    at = bisect_right(columns, start + JITTER) - 1
    return at - 1 if at > 0 and columns[at] - start > start - columns[at - 1] else max(0, at)


def heads(line: SetLine, columns: Sequence[int]) -> bool:
    """Whether a line names these columns, though its words, centred over them, begin elsewhere."""
    return len(line.stretches) == len(columns) and is_header([s.words for s in line.stretches])


def _linked(lines: Sequence[SetLine], gapped: Sequence[int], held: Sequence[bool], at: int) -> bool:
    """Whether a line with gaps and the next are of one run: they share a column, or one does with the line beyond."""
    if not held[at]:
        return False
    upper, lower = lines[gapped[at]], lines[gapped[at + 1]]
    if share_column(upper, lower):
        return True
    if at > 0 and held[at - 1] and share_column(lines[gapped[at - 1]], lower):
        return True
    return at + 1 < len(held) and held[at + 1] and share_column(upper, lines[gapped[at + 2]])


def _held(lines: Sequence[SetLine], upper: int, lower: int) -> bool:
    """Whether nothing stands between two lines that runs over every gap of the upper one."""
    firm = lines[upper].firm
    between = (lines[i] for i in range(upper + 1, lower))
    return not any(line.foreign or (line.stretches and all(map(line.crosses, firm))) for line in between)


def _is_anchor(gapped: Sequence[SetLine], firm: Counter[int], column: int) -> bool:
    """Whether a column begins in nearly all lines, after gaps that are plainly wide or at exactly one offset."""
    before = [s.gap for line in gapped for s in line.stretches if s.firm and abs(s.start - column) <= JITTER]
    if len(before) < max(FEWEST_LINES, NEARLY_ALL * len(gapped)):
        return False
    exact = firm[column] == len(before) > FEWEST_LINES
    return exact or 2 * sum(gap >= WIDE for gap in before) >= len(before)


def _strays(gapped: Sequence[SetLine], columns: Sequence[int]) -> int:
    """How many gaps stand in the middle of a cell, as those of justified prose do."""
    return sum(
        column_at(columns, left.start) == column_at(columns, right.start)
        for line in gapped
        for left, right in pairwise(line.stretches)
        if right.firm
    )
