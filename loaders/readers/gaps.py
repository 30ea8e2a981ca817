"""Lines as a typewriter sets them: stretches of words kept apart by runs of blanks, at offsets that can be compared."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dhr_graph.loaders.readers.furniture import BARE_NUMBER, PAGE_OF, is_furniture
from dhr_graph.loaders.readers.lines import SENTENCE_END, Line
from dhr_graph.loaders.readers.table_rows import bars

BLANKS = " \u00a0"
GAP = re.compile(rf"[^\s][{BLANKS}]{{2,}}[^\s]")
STRETCH = re.compile(rf"[^{BLANKS}]+(?:[{BLANKS}][^{BLANKS}]+)*")
PRINTED_LABEL = re.compile(
    r"[-*+o\u2013\u2014\u2022\u25aa\u25cf\u25e6\u2023\u00b7\u25a0\uf0b7\uf0a7]"
    r"|\(?(?:[A-Z]{0,2}\d{1,3}(?:\.\d{1,3}){0,4}|(?:[A-Za-z]|[ivxIVX]{1,5})(?=[.):]))[.):]{0,2}"
)
LEADER = re.compile(r"\.{4}|(?:\. ){3}|_{4}|\u2026{2}")
WIDEST_LINE, MOST_STRETCHES = 400, 12
JITTER = 2
"""How far from its column the words of a cell may begin: typists miscount."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words with single blanks between them; `gap` blanks stand before, `firm` if they can only divide cells.

    What stands after a label, or two blanks after the end of a sentence, may be text that goes on.
    """

    start: int
    end: int
    words: str
    gap: int
    firm: bool


@dataclass(frozen=True, slots=True)
class SetLine:
    """A line and its stretches; none if it is blank or of the page; `foreign` if no aligned table can hold it.

    `firm` holds the offsets at which words begin after a gap that can only divide cells.
    """

    line: Line
    stretches: tuple[Stretch, ...] = ()
    firm: tuple[int, ...] = ()
    foreign: bool = False

    def begins_near(self, column: int) -> bool:
        """Whether words begin where a column does."""
        return any(abs(s.start - column) <= JITTER for s in self.stretches)

    def crosses(self, column: int) -> bool:
        """Whether words run over the place where a column begins."""
        return any(s.start < column - JITTER and s.end >= column for s in self.stretches)


def set_lines(lines: Sequence[Line]) -> list[SetLine]:
    """Measure the lines of a text."""
    measured = [_set_line(line) for line in lines]
    for foot in _feet(measured):
        measured[foot] = SetLine(lines[foot])
    return measured


def _set_line(line: Line) -> SetLine:
    text = line.text
    if line.blank:
        return SetLine(line)
    if len(text) > WIDEST_LINE or "\t" in text or LEADER.search(text) or bars(line):
        return SetLine(line, foreign=True)
    stretches = _stretches(text)
    if len(stretches) > MOST_STRETCHES:
        return SetLine(line, foreign=True)
    if is_furniture(text) or (len(stretches) > 1 and PAGE_OF.search(stretches[-1].words)):
        return SetLine(line)
    return SetLine(line, stretches, tuple(s.start for s in stretches if s.firm))


def share_column(upper: SetLine, lower: SetLine) -> bool:
    """Whether words begin at about the same offset in two lines, after a gap in one of them at least."""
    return any(lower.begins_near(c) for c in upper.firm) or any(upper.begins_near(c) for c in lower.firm)


def _feet(lines: Sequence[SetLine]) -> Iterator[int]:
    """The last written lines of pages that stand apart and end in a number, which is the page's."""
    written, apart, above_blank = -1, False, True
    for i, line in enumerate(lines):
        if line.stretches:
            written, apart = i, above_blank
        above_blank = not line.stretches
        if line.line.breaks_page:
            if written >= 0 and apart and BARE_NUMBER.match(lines[written].stretches[-1].words):
                yield written
            written, above_blank = -1, True


def _stretches(text: str) -> tuple[Stretch, ...]:
    found: list[Stretch] = []
    labels = True
    for match in STRETCH.finditer(text):
        gap = match.start() - (found[-1].end if found else 0)
        firm = not labels and not (gap == 2 and found[-1].words.endswith(SENTENCE_END))
        labels = labels and PRINTED_LABEL.fullmatch(match.group()) is not None
        found.append(Stretch(match.start(), match.end(), match.group(), gap, firm))
    return tuple(found)
