"""Tables for a terminal: columns fitted to its width, long cells wrapped; where it is narrow, one record a block."""

from __future__ import annotations

import shutil
import textwrap
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import zip_longest

GAP = 2
NARROWEST = 9
LONGEST_WORD = 44
"""What is longer may be cut in two; an id is not."""

UNKNOWN_WIDTH = 100
MOST_LINES = 12


def table_lines(
    columns: Sequence[str],
    rows: Sequence[Sequence[str]],
    notes: Sequence[str] = (),
    cautions: Sequence[str] = (),
    width: int | None = None,
) -> Iterator[str]:
    """The lines of a table, its notes and cautions beneath; `width` in characters, by default the terminal's.

    White space in a cell is closed up: where a document's lines break says nothing, and would tear the columns.
    """
    room = width if width is not None else terminal_width()
    told = [[" ".join(cell.split()) for cell in row] for row in rows]
    widths = fitted_widths(columns, told, room)
    yield from _grid(columns, told, widths) if widths is not None else _records(columns, told, room)
    if len(rows) == 0:
        yield "(no rows)"
    for place, line in enumerate((*notes, *(f"Caution: {caution}" for caution in cautions))):
        if place == 0:
            yield ""
        yield from textwrap.wrap(line, room)


def terminal_width() -> int:
    """The width of the terminal in characters, 100 where there is none."""
    return shutil.get_terminal_size((UNKNOWN_WIDTH, 24)).columns


def fitted_widths(columns: Sequence[str], rows: Sequence[Sequence[str]], room: int) -> list[int] | None:
    """The width of each column, the widest cut first; None where the columns would be too narrow to be read."""
    cells = [[row[place] for row in rows] for place in range(len(columns))]
    wanted = [max(display_width(text) for text in (name, *column)) for name, column in zip(columns, cells, strict=True)]
    least = [
        min(want, max(NARROWEST, _longest_word((name, *column))))
        for want, name, column in zip(wanted, columns, cells, strict=True)
    ]
    free = room - GAP * (len(columns) - 1)
    if sum(least) > free:
        return None
    widths = list(wanted)
    while sum(widths) > free:
        widest = max((place for place in range(len(widths)) if widths[place] > least[place]), key=widths.__getitem__)
        widths[widest] -= 1
    tallest = max((len(_wrapped(row[place], widths[place])) for row in rows for place in range(len(widths))), default=1)
    return widths if tallest <= MOST_LINES else None


def _longest_word(texts: Sequence[str]) -> int:
    longest = max((display_width(word) for text in texts for word in text.split()), default=0)
    return min(longest, LONGEST_WORD)


def display_width(text: str) -> int:
    """How many columns of a terminal a text takes: wide characters take two, combining marks none."""
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text
    )


def _grid(columns: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[int]) -> Iterator[str]:
    right = [
        len(rows) > 0 and all(row[place].isdecimal() or not row[place] for row in rows) for place in range(len(columns))
    ]
    yield from _row(columns, widths, right)
    yield (" " * GAP).join("-" * width for width in widths)
    lines = [list(_row(row, widths, right)) for row in rows]
    is_spaced = sum(map(len, lines)) > 1.5 * len(lines)
    for place, row in enumerate(lines):
        if is_spaced and place > 0:
            yield ""
        yield from row


def _row(cells: Sequence[str], widths: Sequence[int], right: Sequence[bool]) -> Iterator[str]:
    wrapped = [_wrapped(cell, width) for cell, width in zip(cells, widths, strict=True)]
    for parts in zip_longest(*wrapped, fillvalue=""):
        padded = (_pad(part, width, flush) for part, width, flush in zip(parts, widths, right, strict=True))
        yield (" " * GAP).join(padded).rstrip()


def _records(columns: Sequence[str], rows: Sequence[Sequence[str]], room: int) -> Iterator[str]:
    margin = max(map(display_width, columns)) + GAP
    for place, row in enumerate(rows, start=1):
        title = f"-- {place} of {len(rows)} "
        if place > 1:
            yield ""
        yield title + "-" * max(room - len(title), 0)
        for name, cell in zip(columns, row, strict=True):
            if cell:
                lines = _wrapped(cell, max(room - margin, NARROWEST))
                yield f"{_pad(name, margin, False)}{lines[0]}"
                yield from (" " * margin + line for line in lines[1:])


def _wrapped(cell: str, width: int) -> list[str]:
    return textwrap.wrap(cell, width, break_on_hyphens=False) or [""]


def _pad(text: str, width: int, is_right: bool) -> str:
    blanks = " " * max(width - display_width(text), 0)
    return blanks + text if is_right else text + blanks
