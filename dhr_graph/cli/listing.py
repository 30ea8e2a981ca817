"""Rows as a command prints them: a table for people, CSV, JSON or JSON lines for programs."""

from __future__ import annotations

import csv
import datetime
import io
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import click

from dhr_graph.cli.tables import fitted_widths, table_lines, terminal_width

Cell = str | int | float | bool | datetime.date | Sequence[str] | None

LAYOUTS = ("table", "csv", "json", "jsonl")


@dataclass(frozen=True, slots=True)
class Listing:
    """Rows under named columns, with what must be said along with them.

    A cell is None where nothing is recorded; several values in one cell are joined by `|` in CSV. `notes` stand beneath
    a printed table alone: they tell what it leaves out of its cells.
    """

    columns: tuple[str, ...]
    rows: Iterable[Sequence[Cell]]
    cautions: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def print_listing(listing: Listing, layout: str) -> None:
    """Print the rows on stdout; the cautions stand beneath a table, and go to stderr beside the other layouts."""
    for line in WRITERS[layout](listing):
        click.echo(line)
    for caution in listing.cautions if layout != "table" else ():
        click.echo(f"Caution: {caution}", err=True)


def cell_text(cell: Cell, separator: str = "|") -> str:
    """A cell in plain words, several values joined by the separator."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, str | int | float):
        return str(cell)
    if isinstance(cell, datetime.date):
        return cell.isoformat()
    return separator.join(cell)


def is_drawn_in_columns(listing: Listing) -> bool:
    """Whether the terminal is wide enough for the columns of a printed table; else its rows stand one below another."""
    return fitted_widths(listing.columns, _texts(listing), terminal_width()) is not None


def _table(listing: Listing) -> Iterator[str]:
    yield from table_lines(listing.columns, _texts(listing), listing.notes, listing.cautions)


def _texts(listing: Listing) -> list[list[str]]:
    return [[cell_text(cell, ", ") for cell in row] for row in listing.rows]


def _csv(listing: Listing) -> Iterator[str]:
    """Cells that a spreadsheet would run are made harmless, as in `export csv`."""
    from dhr_graph.exports import harmless

    for row in (listing.columns, *listing.rows):
        line = io.StringIO()
        texts = (harmless(cell) if isinstance(cell, str) else cell_text(cell) for cell in row)
        csv.writer(line, lineterminator="\n").writerow(texts)
        yield line.getvalue().removesuffix("\n")


def _json_lines(listing: Listing) -> Iterator[str]:
    for row in listing.rows:
        yield json.dumps(dict(zip(listing.columns, map(_plain, row), strict=True)), ensure_ascii=False)


def _json(listing: Listing) -> Iterator[str]:
    objects = list(_json_lines(listing))
    yield "[" if len(objects) > 0 else "[]"
    for place, line in enumerate(objects, start=1):
        yield f"  {line}{',' if place < len(objects) else ''}"
    if len(objects) > 0:
        yield "]"


def _plain(cell: Cell) -> object:
    if cell is None or isinstance(cell, str | int | float):
        return cell
    return cell.isoformat() if isinstance(cell, datetime.date) else list(cell)


WRITERS: Mapping[str, Callable[[Listing], Iterator[str]]] = {
    "table": _table,
    "csv": _csv,
    "json": _json,
    "jsonl": _json_lines,
}
