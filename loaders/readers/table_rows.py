"""Tables as plain text holds them: cells divided by tabs (in Markdown, by bars), rows that run over several lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dhr_graph.loaders.readers.blocks import Block, trimmed, unmarked
from dhr_graph.loaders.readers.layout import layout
from dhr_graph.loaders.readers.lines import Line, goes_on
from dhr_graph.model.documents import TABLE_ROW, Span

LONGEST_HEADER = 70
BETWEEN, FEWEST_BARS = " | ", 2
DAY = re.compile(r"\d{1,2}(?:st|nd|rd|th)?[./ -](?:\d{1,2}|[A-Z][a-z]{2,8})[./ -]\d{2,4}")
CLOCK = re.compile(r"\d{1,2}[.:]\d{2}(?:[ ]?(?:hrs|hours|am|pm))?", re.IGNORECASE)
SHORTENED = ("No.", "Nos.", "Rec.", "Ref.")
MONTH = re.compile(r"(?:[A-Z][a-z]{2,8}[ ])?\d{4}|[A-Z][a-z]{2,8}")


@dataclass(frozen=True, slots=True)
class Grid:
    """A table in the making: how many columns it has, and the texts of its header row, if it has one."""

    width: int
    columns: tuple[str, ...] = ()


def bars(line: Line) -> bool:
    """Whether the line is a row of a Markdown table, with bars at its ends or only between its cells."""
    words = line.text.strip()
    closed = len(words) > 2 and words[0] == "|" == words[-1] and words.count("|") > 2
    return closed or words.count(BETWEEN) >= FEWEST_BARS


def grid_of(lines: Sequence[Line], text: str, before: Grid | None, *, ruled: bool = False) -> Grid:
    """The grid of a run of table lines: the header's, that of the table it goes on with, or as wide as its widest line.

    `ruled` is whether a rule stands right under the first line, which makes it a header whatever it says.
    """
    first = len(_split(text, lines[0].start, lines[0].end))
    if ruled:
        return Grid(first, _texts(text, lines[0]))
    words = _texts(text, lines[0])
    if before is not None and _repeats(words, before.columns):
        return before
    if first > 1 and is_header(words):
        return Grid(first, words)
    widest = max(len(_split(text, line.start, line.end)) for line in lines)
    return before if before is not None and widest == before.width else Grid(widest)


def rows(lines: Sequence[Line], grid: Grid) -> Iterator[list[Line]]:
    """The lines of each row: as many tabs as columns need, then lines without tabs, which go on with its last cell."""
    row: list[Line] = []
    tabs = 0
    for at, line in enumerate(lines):
        here = 1 if bars(line) else line.text.count("\t")
        full = tabs >= grid.width - 1
        begins = bars(line) or (tabs + here > grid.width - 1 if here else full and begins_row(lines, at))
        if row and begins:
            yield row
            row, tabs = [], 0
        row.append(line)
        tabs += here
    if row:
        yield row


def begins_row(lines: Sequence[Line], at: int) -> bool:
    """Whether a line without tabs is the first cell of the next row, broken before its tab."""
    if at + 1 >= len(lines) or not lines[at + 1].tabbed:
        return False
    words, below = lines[at].text.strip(), lines[at + 1].text.split("\t", 1)[0].strip()
    if DAY.match(words) or CLOCK.fullmatch(words) or MONTH.fullmatch(words):
        if words.split()[-1].lower() in layout().joiners or words.endswith((",", "/")):
            return True
        last = DAY.match(words)
        short = last is None or len(words) - last.end() <= 12
        return short and not DAY.match(below) and len(below) <= 30
    return words[:1].isupper() and len(words) <= 40 and not words.endswith(".") and goes_on(below)


def row_block(text: str, row: Sequence[Line], grid: Grid) -> Block:
    """The passage of one row, with as many cells as the grid has columns."""
    start, end = row[0].start, row[-1].end
    cells = [unmarked(text, a, b) for a, b in _split(text, start, end)]
    cells += [Span(end, end)] * (grid.width - len(cells))
    words = tuple(" ".join(text[c.start : c.end].split()) for c in cells)
    columns = grid.columns and grid.columns + ("",) * (len(cells) - len(grid.columns))
    return Block(
        TABLE_ROW,
        start,
        end,
        trimmed(text, start, end),
        cells=tuple(cells),
        columns=columns,
        is_header_row=_repeats(words, grid.columns),
    )


def is_header(words: Sequence[str]) -> bool:
    """Whether these cells name columns: short, and the first and at least half of them hold a word that headers use."""
    written = [w for w in words if w]
    if len(written) < 2 or 2 * len(written) < len(words) or any(len(w) > LONGEST_HEADER for w in written):
        return False
    if any((w.endswith((".", ";", ",")) and w not in SHORTENED) or DAY.search(w) for w in written):
        return False
    hits = [_names_column(w) for w in written]
    return hits[0] and 2 * sum(hits) >= len(hits) and (len(written) > 2 or all(hits))


def _names_column(words: str) -> bool:
    known = layout().header_words
    tokens = re.findall(r"[a-z]+", words.lower())
    return any(t in known for t in tokens) or any(" ".join(p) in known for p in zip(tokens, tokens[1:], strict=False))


def _repeats(words: Sequence[str], columns: Sequence[str]) -> bool:
    written = [(w.casefold(), c.casefold()) for w, c in zip(words, columns, strict=False) if w]
    return bool(written) and all(w == c for w, c in written)


def _texts(text: str, line: Line) -> tuple[str, ...]:
    spans = [unmarked(text, a, b) for a, b in _split(text, line.start, line.end)]
    return tuple(" ".join(text[s.start : s.end].split()) for s in spans)


def _split(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The stretches between tabs, or between bars if the row is written with them."""
    words = text[start:end]
    closed = words.strip().startswith("|")
    divider = "|" if "\t" not in words and (closed or words.count(BETWEEN) >= FEWEST_BARS) else "\t"
    cuts = [start - 1, *(start + i for i, c in enumerate(words) if c == divider), end]
    stretches = [(a + 1, b) for a, b in zip(cuts, cuts[1:], strict=False)]
    return stretches[1:-1] if divider == "|" and closed else stretches
