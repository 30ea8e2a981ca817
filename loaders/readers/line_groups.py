"""Lines in groups: what stands together as a table, a list of contents, a run of prose, or alone as page furniture."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dhr_graph.loaders.readers.furniture import tells_of_a_page
from dhr_graph.loaders.readers.labels import Label
from dhr_graph.loaders.readers.lines import Line
from dhr_graph.loaders.readers.overleaf import is_cut_off
from dhr_graph.loaders.readers.table_rows import bars, begins_row

SHORTEST_CELL = 4
LONGEST_CELL = 60


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
        if bars(line) or (line.text.startswith("\t") and not line.blank and self._carries_on(i)):
            return True
        return line.tabbed and ("\t" in line.text[label.body :] if label else True)

    def _carries_on(self, i: int) -> bool:
        """Whether the line above, but for furniture, is a row, so that a tab is an empty cell and no indentation."""
        above = i - 1
        while above >= 0 and not is_written(self, above):
            above -= 1
        return 0 <= above < i - 1 and self.lines[above].tabbed and any(j in self.furniture for j in range(above, i))


def line_groups(marks: LineMarks) -> Iterator[list[int]]:
    """The indexes of lines that stand together: a line of furniture, a list of contents, a table, a run of prose.

    Furniture in the middle of a cell's sentence stands in no group.
    """
    group: list[int] = []
    kind = ""
    overleaf = 0
    for i, line in enumerate(marks.lines):
        if i < overleaf:
            continue
        own = "" if line.blank else kind_of(marks, i, kind)
        if kind == "table" and own in ("", "furniture"):
            overleaf = _overleaf(marks, group)
            if overleaf:
                continue
        if group and (own != kind or own == "furniture"):
            yield group
            group = []
        kind = own
        if own:
            group.append(i)
        if line.breaks_page and group:
            overleaf = _overleaf(marks, group) if kind == "table" else 0
            if not overleaf:
                yield group
                group, kind = [], ""
    if group:
        yield group


def kind_of(marks: LineMarks, i: int, before: str) -> str:
    """What a line belongs to, `before` being what the line above belongs to: furniture, contents, table or prose."""
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


def is_written(marks: LineMarks, i: int) -> bool:
    """Whether a line holds words of the review."""
    return not marks.lines[i].blank and i not in marks.furniture


def _overleaf(marks: LineMarks, table: Sequence[int]) -> int:
    """The line in which the cell that ends a table plainly goes on after furniture; 0 where it does not."""
    at = table[-1] + 1
    while at < len(marks.lines) and not is_written(marks, at):
        at += 1
    if at == len(marks.lines) or at in marks.labels or at in marks.contents:
        return 0
    turned = any(_ends_page(marks, i) for i in range(table[-1], at))
    cell = " ".join(marks.lines[i].text for i in table[-LONGEST_CELL:]).rsplit("\t", 1)[-1]
    told = not bars(marks.lines[table[-1]]) and len(cell.split()) >= SHORTEST_CELL
    return at if turned and told and is_cut_off(cell.strip(), marks.lines[at].text.strip()) else 0


def _ends_page(marks: LineMarks, i: int) -> bool:
    return marks.lines[i].breaks_page or (i in marks.furniture and tells_of_a_page(marks.lines[i].text))
