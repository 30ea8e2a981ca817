"""Tables whose columns are kept apart by blanks alone, written with tabs: so that all that reads tables reads them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from dhr_graph.loaders.readers.aligned_columns import FEWEST_LINES, aligned_runs, columns_of, heads
from dhr_graph.loaders.readers.aligned_rows import AlignedRow, RowLine, aligned_rows, row_lines
from dhr_graph.loaders.readers.gaps import GAP, LEADER, PRINTED_LABEL, SetLine, set_lines
from dhr_graph.loaders.readers.layout import layout
from dhr_graph.loaders.readers.lines import goes_on, split_lines
from dhr_graph.loaders.readers.table_rows import is_header

FEWEST_ROWS, FEWEST_UNNAMED = 3, 4
OF_A_LETTER = re.compile(r"sign(?:ed|ature)\b|yours\b|(?:.*\s)?[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}$", re.IGNORECASE)
OF_A_TITLE_PAGE = re.compile(
    r".*:$|(?:author|chair|date|independent|prepared|published|ref|reference|report|review|status|version)\b",
    re.IGNORECASE,
)
NUMBER = re.compile(r"\d{1,3}")


def rows_with_tabs(text: str) -> tuple[str, int]:
    """The text with each row of a plainly aligned table as one line, tabs between its cells, and how many rows.

    The lines over which a row's cells run are joined by blanks, cell by cell: where others than the last run over
    several, their words come together that did not stand so. A blank line is put between such a table and what stands
    right under it. All else is left as it is.
    """
    if sum(1 for _ in islice(GAP.finditer(text), FEWEST_LINES)) < FEWEST_LINES:
        return text, 0
    lines = set_lines(split_lines(text))
    parts, at, count = [], 0, 0
    for rows in _tables(lines):
        for row in rows:
            first, last = (lines[line.index].line for line in (row.lines[0], row.lines[-1]))
            parts += [text[at : first.start], "\t".join(row.cells)]
            at = last.end
        count += len(rows)
        below = rows[-1].lines[-1].index + 1
        if below < len(lines) and lines[below].stretches and not lines[below - 1].line.breaks_page:
            parts.append("\n")
    return "".join([*parts, text[at:]]), count


def _tables(lines: Sequence[SetLine]) -> Iterator[list[AlignedRow]]:
    runs = list(aligned_runs(lines))
    for before, (first, last) in zip([(-1, -1), *runs], runs, strict=False):
        columns = columns_of([line for line in lines[first : last + 1] if line.stretches])
        if not columns:
            continue
        rows = list(aligned_rows(row_lines(lines, first, last, columns)))
        header = _header_above(lines, before, first, columns)
        if are_rows([*header, *rows], signed=_is_signed(lines, first, last)):
            yield [*header, *rows]


def _header_above(
    lines: Sequence[SetLine], run: tuple[int, int], first: int, columns: Sequence[int]
) -> list[AlignedRow]:
    """The row of a header that is centred over the columns of a table and so shares none with its rows."""
    at = run[0]
    if at < 0 or run[1] != at or any(line.stretches or line.foreign for line in lines[at + 1 : first]):
        return []
    words = tuple(s.words for s in lines[at].stretches)
    return [AlignedRow((RowLine(at, words),))] if heads(lines[at], columns) else []


def _is_signed(lines: Sequence[SetLine], first: int, last: int) -> bool:
    """Whether the next line above or below holds lines of dots to sign on."""
    above = next((lines[i] for i in range(first - 1, -1, -1) if not lines[i].line.blank), None)
    below = next((lines[i] for i in range(last + 1, len(lines)) if not lines[i].line.blank), None)
    return any(line is not None and line.foreign and LEADER.search(line.line.text) for line in (above, below))


def are_rows(rows: Sequence[AlignedRow], *, signed: bool = False) -> bool:
    """Whether rows are plainly those of a table, and not a form, a list of contents, two columns of prose or a letter.

    Three will do where a header or dates tell what they are, or there are three columns; else it takes four.
    """
    full = [row.cells for row in rows if row.lines[0].written > 1]
    if len(full) < FEWEST_ROWS or not (_has_words(full, 0) and _has_words(full, -1)):
        return False
    named = is_header(full[0])
    dated = 2 * sum(row.lines[0].keyed for row in rows) >= len(rows)
    labelled = 2 * sum(PRINTED_LABEL.fullmatch(cells[0]) is not None for cells in full) > len(full)
    narrow = len(full[0]) - labelled < 3
    told = named or dated or full[0][0].lower() in layout().header_words
    if (narrow and not told and len(full) < FEWEST_UNNAMED) or (not dated and _recur(full)):
        return False
    signed = signed or any(OF_A_LETTER.match(cell) for cells in full for cell in cells)
    if not named and (signed or _share(OF_A_TITLE_PAGE, full) > 0.5):
        return False
    begun = [line.cells[0] for row in rows for line in row.lines if line.cells[0] and line.written > 1]
    listed = sum(c.endswith(",") for cells in full for c in cells)
    in_prose = 4 * sum(map(goes_on, begun)) > len(begun) or 3 * listed > sum(map(len, full))
    return not in_prose and not _are_contents([cells[-1] for cells in full], named=named)


def _has_words(rows: Sequence[tuple[str, ...]], column: int) -> bool:
    """Whether most cells of a column say something: no rules, stars or signs of comment."""
    written = [cells[column] for cells in rows if cells[column]]
    return 2 * sum(any(map(str.isalnum, cell)) for cell in written) > len(written)


def _share(pattern: re.Pattern[str], rows: Sequence[tuple[str, ...]]) -> float:
    return sum(pattern.match(cells[0]) is not None for cells in rows) / len(rows)


def _recur(rows: Sequence[tuple[str, ...]]) -> bool:
    """Whether rows are mostly the same but for numbers, as what stands on every page is."""
    return 2 * len({re.sub(r"\d+", "", "\t".join(cells)) for cells in rows}) <= len(rows)


def _are_contents(last: Sequence[str], *, named: bool) -> bool:
    """Whether the last column holds the numbers of pages."""
    numbers = [int(c) for c in last[1:] if NUMBER.fullmatch(c)]
    if len(numbers) < len([c for c in last[1:] if c]) or numbers != sorted(numbers):
        return False
    return last[0].casefold().startswith("page") or (NUMBER.fullmatch(last[0]) is not None and not named)
