"""The tables as CSV: UTF-8, lines that end in a line feed, cells that no spreadsheet runs."""

from __future__ import annotations

import csv
from contextlib import ExitStack
from pathlib import Path

from dhr_graph.exports.destinations import written_text
from dhr_graph.exports.places import places
from dhr_graph.exports.rows import TABLES, ReviewFacts, Value
from dhr_graph.stores import Dataset

SEPARATOR = "|"
"""What joins the values of a list in a cell; in a value of a list it becomes a slash."""

_RUN_BY_SPREADSHEETS = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def write_csv(dataset: Dataset, folder: Path, *, raw: bool = False) -> tuple[Path, ...]:
    """Write one file a table into a folder, review by review; all are replaced together when all are finished.

    Unless `raw`, a cell that a spreadsheet would run as a formula gets an apostrophe before it.
    """
    organisations = {organisation.id: organisation.name for organisation in dataset.organisations()}
    paths = {name: folder / f"{name}.csv" for name in TABLES}
    with ExitStack() as files:
        writers = {}
        for name, table in TABLES.items():
            writers[name] = csv.writer(files.enter_context(written_text(paths[name])), lineterminator="\n")
            writers[name].writerow(table.columns)
        for slug in dataset.reviews():
            records = tuple(dataset.records(slug))
            facts = ReviewFacts(slug, records, places(records), organisations)
            for name, table in TABLES.items():
                for row in table.rows(facts):
                    writers[name].writerow([cell(row.get(column), raw=raw) for column in table.columns])
    return tuple(paths.values())


def cell(value: Value, *, raw: bool = False) -> str:
    """A value as a cell: nothing is empty, truth is true or false, a list is joined by `|`."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple):
        value = SEPARATOR.join(part.replace(SEPARATOR, "/") for part in value)
    if not isinstance(value, str):
        return str(value)
    return harmless(value) if not raw else value


def harmless(text: str) -> str:
    """Text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(_RUN_BY_SPREADSHEETS) else text
