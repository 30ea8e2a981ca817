"""Rows of a table whose columns are aligned with blanks: which lines make up each row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dhr_graph.loaders.readers.aligned_columns import column_at
from dhr_graph.loaders.readers.entries import DATED
from dhr_graph.loaders.readers.gaps import JITTER, SetLine
from dhr_graph.loaders.readers.layout import layout
from dhr_graph.loaders.readers.lines import ends_sentence, goes_on
from dhr_graph.loaders.readers.overleaf import is_cut_off
from dhr_graph.loaders.readers.table_rows import CLOCK, DAY


@dataclass(frozen=True, slots=True)
class RowLine:
    """A line of a table by its index, with the words that it gives to each cell.

    `apart` is whether a blank line stands before it, `broken` whether the page ends or a line of it stands there.
    """

    index: int
    cells: tuple[str, ...]
    apart: bool = False
    broken: bool = False

    @property
    def written(self) -> int:
        """How many cells it has words for."""
        return sum(map(bool, self.cells))

    @property
    def keyed(self) -> bool:
        """Whether it begins with a date or the time of day."""
        first = self.cells[0]
        return bool(DAY.match(first) or DATED.match(first) or CLOCK.fullmatch(first))

    @property
    def titles(self) -> bool:
        """Whether it stands by itself in the first column: a title between rows, or no part of the table."""
        return self.apart and self.written == 1 and bool(self.cells[0]) and not self.keyed


@dataclass(frozen=True, slots=True)
class AlignedRow:
    """The lines that make up one row."""

    lines: tuple[RowLine, ...]

    @property
    def cells(self) -> tuple[str, ...]:
        """The words of each cell, those of wrapped lines joined by a blank."""
        return tuple(" ".join(filter(None, cell)) for cell in zip(*(line.cells for line in self.lines), strict=True))


def row_lines(lines: Sequence[SetLine], first: int, last: int, columns: Sequence[int]) -> list[RowLine]:
    """The written lines of a table from one index to another and, below, those in which its last row goes on."""
    found: list[RowLine] = []
    apart = broken = False
    for i in range(first, last + 1):
        if lines[i].stretches:
            found.append(RowLine(i, _cells(lines[i], columns), apart, broken))
            apart = broken = False
        else:
            apart, broken = True, broken or not lines[i].line.blank
        if lines[i].line.breaks_page:
            apart = broken = True
    widths = widths_of(found)
    for i in range(last + 1, len(lines)):
        line = RowLine(i, _cells(lines[i], columns))
        if lines[i - 1].line.breaks_page or not _wraps(lines[i], line, found[-1], columns, widths):
            break
        found.append(line)
    return found


def widths_of(lines: Sequence[RowLine]) -> list[int]:
    """How wide the widest words in each column are."""
    return [max(map(len, cells)) for cells in zip(*(line.cells for line in lines), strict=True)]


def aligned_rows(lines: Sequence[RowLine]) -> Iterator[AlignedRow]:
    """The rows that lines make up; lines that are of no row, such as titles between rows, are left out.

    Left out is also the end of a last cell that plainly goes on after the page's end: what reads it there needs no tab.
    """
    widths = widths_of(lines)
    row: list[RowLine] = []
    left_out = False
    for line in lines:
        repeated = len(row) == 1 and row[0] is not lines[0] and row[0].cells == lines[0].cells
        if row and not (line.broken or repeated or line.titles or _begins(row, line, widths)):
            row.append(line)
            continue
        before, row = row, []
        if before:
            yield AlignedRow(tuple(before))
            left_out = line.broken and _goes_on_overleaf(AlignedRow(tuple(before)), line)
        left_out = line.titles or (left_out and not line.cells[0] and line.written == 1)
        if not left_out:
            row = [line]
    if row:
        yield AlignedRow(tuple(row))


def _begins(row: Sequence[RowLine], line: RowLine, widths: Sequence[int]) -> bool:
    """Whether a row begins with this line below those of another."""
    first = line.cells[0]
    above = " ".join(filter(None, (upper.cells[0] for upper in row[-2:])))
    if line.keyed:
        return not _goes_on_with_date(row, above, line)
    if first:
        return line.written > 1 and (line.apart or not (goes_on(first) or _is_date_in_two(above, first)))
    return line.written > 1 and (line.apart or all(_is_over(row[-1], line, at, widths) for at in range(len(widths))))


def _goes_on_with_date(row: Sequence[RowLine], above: str, line: RowLine) -> bool:
    """Whether a date or time is the rest of the first cell: "12/03/19 and" above a date, a date above its time."""
    if line.apart or not above:
        return False
    if above.split()[-1].lower() in layout().joiners:
        return True
    alone = not any(any(upper.cells[1:]) for upper in row)
    dated = DAY.fullmatch(above) or DATED.fullmatch(above)
    return bool(CLOCK.fullmatch(line.cells[0]) and dated) and (alone or all(map(goes_on, filter(None, line.cells[1:]))))


def _is_date_in_two(above: str, below: str) -> bool:
    return DAY.search(f"{above} {below}") is not None and DAY.search(above) is None


def _is_over(upper: RowLine, lower: RowLine, at: int, widths: Sequence[int]) -> bool:
    """Whether words in a cell do not go on with those above: they had room there, or a sentence ended."""
    above, below = upper.cells[at], lower.cells[at]
    if not (above and below):
        return True
    return not goes_on(below) and (ends_sentence(above) or _had_room(above, below, widths[at]))


def _had_room(above: str, below: str, width: int) -> bool:
    return len(above) + 1 + len(below.split(maxsplit=1)[0]) <= width


def _wraps(below: SetLine, line: RowLine, above: RowLine, columns: Sequence[int], widths: Sequence[int]) -> bool:
    """Whether a line below the last with a gap is the wrap of one of its cells."""
    if line.written != 1 or below.foreign or below.firm or any(map(below.crosses, columns)):
        return False
    if not any(map(below.begins_near, columns)) or below.stretches[0].start < columns[0] - JITTER:
        return False
    first, upper = line.cells[0], above.cells[0]
    if first and (line.keyed or not upper):
        return False
    return not first or goes_on(first) or _is_date_in_two(upper, first) or not _had_room(upper, first, widths[0])


def _goes_on_overleaf(row: AlignedRow, line: RowLine) -> bool:
    return line.written == 1 and bool(line.cells[-1]) and is_cut_off(row.cells[-1], line.cells[-1])


def _cells(line: SetLine, columns: Sequence[int]) -> tuple[str, ...]:
    cells = [""] * len(columns)
    begun: dict[int, int] = {}
    for stretch in line.stretches:
        at = column_at(columns, stretch.start)
        begun.setdefault(at, stretch.start)
        cells[at] = line.line.text[begun[at] : stretch.end]
    return tuple(cells)
