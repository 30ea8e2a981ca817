"""The blocks of a whole text: furniture, contents, tables and prose, in the order in which they stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dhr_graph.loaders.readers.blocks import Block, trimmed
from dhr_graph.loaders.readers.contents import find_contents
from dhr_graph.loaders.readers.furniture import find_furniture
from dhr_graph.loaders.readers.labels import Label, find_labels
from dhr_graph.loaders.readers.lines import Line, ends_sentence, goes_on, wrap_width
from dhr_graph.loaders.readers.prose import Unit, prose_blocks, units
from dhr_graph.loaders.readers.table_rows import Grid, bars, begins_row, grid_of, row_block, rows
from dhr_graph.model.documents import HEADING, LIST_ITEM, PARAGRAPH, TABLE_ROW, Span

SHORTEST_BROKEN = 40


@dataclass(frozen=True, slots=True)
class LineMarks:
    """What is known of the lines of a text before they are gathered into blocks."""

    lines: Sequence[Line]
    labels: dict[int, Label]
    furniture: frozenset[int]
    contents: dict[int, int]
    width: int | None = None

    def is_row(self, i: int) -> bool:
        """Whether a line holds more than one cell; a tab after a label divides no cells."""
        line, label = self.lines[i], self.labels.get(i)
        if bars(line):
            return True
        return line.tabbed and ("\t" in line.text[label.body :] if label else True)


def find_blocks(text: str, lines: Sequence[Line]) -> Iterator[Block]:
    """The blocks of a canonical text, with paragraphs that a page's end broke in two made whole."""
    held: Block | None = None
    for block in _blocks(text, lines):
        if held is not None and _broken(text, held, block):
            held = replace(held, end=block.end, body=Span(held.body.start, block.body.end))
            continue
        if held is not None and _underlines(text, held, block):
            rank = 10 if text[block.body.start] == "=" else 20
            held = replace(held, kind=HEADING, end=block.end, rank=min(rank, held.rank or rank), level=0)
            continue
        if held is not None:
            yield held
        held = block
    if held is not None:
        yield held


def _broken(text: str, upper: Block, lower: Block) -> bool:
    if upper.kind not in (PARAGRAPH, LIST_ITEM) or lower.kind != PARAGRAPH or upper.furniture or lower.furniture:
        return False
    words = text[max(upper.body.start, upper.body.end - 20) : upper.body.end]
    long_enough = upper.body.end - upper.body.start >= SHORTEST_BROKEN
    return (
        lower.label is None
        and long_enough
        and not ends_sentence(words)
        and goes_on(text[lower.body.start : lower.body.start + 100])
    )


def _underlines(text: str, title: Block, rule: Block) -> bool:
    """Whether a rule stands right under a short line, which makes it a heading."""
    if not rule.furniture or title.furniture or title.kind == TABLE_ROW or title.end + 1 != rule.start:
        return False
    words, mark = text[title.start : title.end], text[rule.body.start : rule.body.end]
    return len(words) <= 120 and "\n" not in words and (set(mark) == {"="} or set(mark) == {"-"})


def _blocks(text: str, lines: Sequence[Line]) -> Iterator[Block]:
    marks = LineMarks(lines, find_labels(lines), find_furniture(lines), find_contents(lines))
    groups = list(_groups(marks))
    prose = ([lines[i].text for i in group] for group in groups if _kind(marks, group[0], "") == "prose")
    marks = replace(marks, width=wrap_width(prose))
    grid: Grid | None = None
    for group in groups:
        kind = _kind(marks, group[0], "")
        if kind == "furniture":
            yield from _furniture(text, marks, group)
        elif kind == "contents":
            yield from (_contents_item(text, marks, i) for i in group)
        elif kind == "table":
            table, rest = _divide(marks, group)
            grid = _grid(text, marks, table, grid)
            yield from (row_block(text, row, grid) for row in rows([marks.lines[i] for i in table], grid))
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


def _groups(marks: LineMarks) -> Iterator[list[int]]:
    """The indexes of lines that stand together: a line of furniture, a list of contents, a table, a run of prose."""
    group: list[int] = []
    kind = ""
    for i, line in enumerate(marks.lines):
        own = "" if line.blank else _kind(marks, i, kind)
        if group and (own != kind or own == "furniture"):
            yield group
            group = []
        kind = own
        if own:
            group.append(i)
        if line.breaks_page and group:
            yield group
            group, kind = [], ""
    if group:
        yield group


def _kind(marks: LineMarks, i: int, before: str) -> str:
    if i in marks.furniture:
        return "furniture"
    if i in marks.contents:
        return "contents"
    if marks.is_row(i) or before == "table":
        return "table"
    below = i + 1
    if below < len(marks.lines) and marks.is_row(below) and begins_row([marks.lines[i], marks.lines[below]], 0):
        return "table"
    return "prose"


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
    below = next((i for i in range(group[-1] + 1, len(marks.lines)) if _written(marks, i)), None)
    follows = Unit((marks.lines[below],), marks.labels.get(below)) if below is not None else None
    gathered = list(units(lines, [marks.labels.get(i) for i in group], marks.width))
    yield from prose_blocks(text, gathered, follows)


def _written(marks: LineMarks, i: int) -> bool:
    return not marks.lines[i].blank and i not in marks.furniture


def _furniture(text: str, marks: LineMarks, group: list[int]) -> Iterator[Block]:
    for i in group:
        line = marks.lines[i]
        yield Block(PARAGRAPH, line.start, line.end, trimmed(text, line.start, line.end), level=-1, furniture=True)


def _contents_item(text: str, marks: LineMarks, i: int) -> Block:
    line, label = marks.lines[i], marks.labels.get(i)
    stop = line.start + marks.contents[i]
    body = trimmed(text, min(stop, line.start + (label.body if label else 0)), stop)
    return Block(LIST_ITEM, line.start, line.end, body, label.printed if label else None, level=1)
