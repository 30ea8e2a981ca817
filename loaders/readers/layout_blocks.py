"""The blocks of a whole text: furniture, contents, tables and prose, in the order in which they stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dhr_graph.loaders.readers.blocks import Block, trimmed
from dhr_graph.loaders.readers.contents import find_contents
from dhr_graph.loaders.readers.furniture import find_furniture
from dhr_graph.loaders.readers.joining import joined, with_interruptions
from dhr_graph.loaders.readers.labels import find_labels
from dhr_graph.loaders.readers.line_groups import LineMarks, is_written, kind_of, line_groups
from dhr_graph.loaders.readers.lines import Line, goes_on, wrap_width
from dhr_graph.loaders.readers.prose import Unit, prose_blocks, units
from dhr_graph.loaders.readers.table_rows import Grid, grid_of, row_block, rows
from dhr_graph.model.documents import LIST_ITEM, PARAGRAPH, Span


def find_blocks(text: str, lines: Sequence[Line]) -> Iterator[Block]:
    """The blocks of a canonical text, with those that a page's end broke in two made whole."""
    marks = LineMarks(lines, find_labels(lines), find_furniture(lines), find_contents(lines))
    groups = list(line_groups(marks))
    prose = ([lines[i].text for i in group] for group in groups if kind_of(marks, group[0], "") == "prose")
    marks = replace(marks, width=wrap_width(prose))
    of_pages = [Span(lines[i].start, lines[i].end) for i in marks.furniture]
    of_pages += [Span(line.end, line.end + 1) for line in lines if line.breaks_page]
    of_pages.sort(key=lambda stretch: stretch.start)
    yield from with_interruptions(text, joined(text, _blocks(text, marks, groups), marks.width), of_pages)


def _blocks(text: str, marks: LineMarks, groups: Sequence[list[int]]) -> Iterator[Block]:
    bare = _without_furniture(text, marks)
    grid: Grid | None = None
    for group in groups:
        kind = kind_of(marks, group[0], "")
        if kind == "furniture":
            yield from _furniture(text, marks, group)
        elif kind == "contents":
            yield from (_contents_item(text, marks, i) for i in group)
        elif kind == "table":
            table, rest = _divide(marks, group)
            grid = _grid(bare, marks, table, grid)
            yield from (row_block(bare, row, grid) for row in rows([marks.lines[i] for i in table], grid))
            if rest:
                grid = None
                yield from _prose(text, marks, rest)
        else:
            grid = None
            yield from _prose(text, marks, group)


def _grid(text: str, marks: LineMarks, table: list[int], before: Grid | None) -> Grid:
    below = table[-1] + 1
    ruled = len(table) == 1 and below in marks.furniture and "|" in marks.lines[below].text
    return grid_of([marks.lines[i] for i in table], text, before, ruled=ruled)


def _without_furniture(text: str, marks: LineMarks) -> str:
    """The text with blanks for the lines of the page, which may hold tabs that divide no cells."""
    parts, at = [], 0
    for line in (marks.lines[i] for i in sorted(marks.furniture)):
        parts += [text[at : line.start], " " * (line.end - line.start)]
        at = line.end
    return "".join([*parts, text[at:]])


def _divide(marks: LineMarks, group: list[int]) -> tuple[list[int], list[int]]:
    """The table, and the prose that follows it without a blank line: lines that had room in the last cell."""
    last = max((at for at, i in enumerate(group) if marks.is_row(i)), default=len(group) - 1)
    room = max(len(marks.lines[i].text.rsplit("\t", 1)[-1].rstrip()) for i in group[: last + 1])
    for at in range(last + 1, len(group)):
        upper = marks.lines[group[at - 1]].text.rsplit("\t", 1)[-1].strip()
        lower = marks.lines[group[at]].text.strip()
        if len(upper) + 1 + len(lower.split(maxsplit=1)[0]) <= room and not goes_on(lower):
            return group[:at], group[at:]
    return group, []


def _prose(text: str, marks: LineMarks, group: list[int]) -> Iterator[Block]:
    lines = [marks.lines[i] for i in group]
    below = next((i for i in range(group[-1] + 1, len(marks.lines)) if is_written(marks, i)), None)
    follows = Unit((marks.lines[below],), marks.labels.get(below)) if below is not None else None
    gathered = list(units(lines, [marks.labels.get(i) for i in group], marks.width))
    yield from prose_blocks(text, gathered, follows)


def _furniture(text: str, marks: LineMarks, group: list[int]) -> Iterator[Block]:
    for i in group:
        line = marks.lines[i]
        yield Block(PARAGRAPH, line.start, line.end, trimmed(text, line.start, line.end), level=-1, furniture=True)


def _contents_item(text: str, marks: LineMarks, i: int) -> Block:
    line, label = marks.lines[i], marks.labels.get(i)
    stop = line.start + marks.contents[i]
    body = trimmed(text, min(stop, line.start + (label.body if label else 0)), stop)
    return Block(LIST_ITEM, line.start, line.end, body, label.printed if label else None, level=1)
