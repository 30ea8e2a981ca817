"""The saved queries in the forms that Neo4j's tools import: a zip of files in folders, one Cypher file, and CSV."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable

from dhr_graph.browser_kit.scripts import Script

_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest date that a zip can hold: the same input gives the same bytes."""

CSV_COLUMNS = ("name", "folder", "description", "query")


def queries_zip(scripts: Iterable[Script]) -> bytes:
    """A zip with one `.cypher` file for each script, in its folder: the classic Browser keeps folders as they are."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for script in scripts:
            name = script.name.rsplit(":", 1)[-1]
            entry = zipfile.ZipInfo(f"{script.folder}/{name}.cypher", date_time=_EPOCH)
            entry.create_system = 3
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, script.text)
    return stream.getvalue()


def queries_cypher(scripts: Iterable[Script]) -> str:
    """All scripts in one file, each ended by a semicolon, as `cypher-shell --file` takes them too."""
    return "\n".join(f"{script.text.rstrip()};\n" for script in scripts)


def queries_csv(scripts: Iterable[Script]) -> str:
    """All scripts as CSV for the new Browser's drawer of saved Cypher.

    Neo4j does not document the columns. Where an import refuses these, save one query there, export it, and give
    this file the header of that export.
    """
    stream = io.StringIO(newline="")
    writer = csv.writer(stream)
    writer.writerow(CSV_COLUMNS)
    writer.writerows((script.title, script.folder, script.note, script.cypher) for script in scripts)
    return stream.getvalue()
