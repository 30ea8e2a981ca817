"""Which formats there are, and what writes each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from dhr_graph.errors import UsageError
from dhr_graph.exports.csv_tables import write_csv
from dhr_graph.exports.destinations import STANDARD_OUTPUT
from dhr_graph.exports.graphml import write_graphml
from dhr_graph.exports.json_ld import write_jsonld
from dhr_graph.exports.neo4j_csv import write_neo4j_csv
from dhr_graph.exports.rdf_files import write_nquads, write_trig, write_turtle
from dhr_graph.stores import Dataset

CSV = "csv"
_WRITERS: Mapping[str, Callable[[Dataset, Path], tuple[Path, ...]]] = MappingProxyType(
    {
        "turtle": write_turtle,
        "trig": write_trig,
        "nquads": write_nquads,
        "jsonld": write_jsonld,
        "graphml": write_graphml,
    }
)

NEO4J_CSV = "neo4j-csv"
FOLDERS = (CSV, NEO4J_CSV)
"""The formats that are a folder of files; the others are one file each."""

FORMATS = (CSV, *_WRITERS, NEO4J_CSV)
"""The names of the formats."""


def export(dataset: Dataset, form: str, destination: Path, *, raw: bool = False) -> tuple[Path, ...]:
    """Write the dataset in a format and return the paths written; `-` stands for standard output.

    `raw` leaves the cells of tables as they are. Raises UsageError for an unknown format, a place that can't be
    written or lacks more than its last folder, or tables to standard output.
    """
    last_folder = destination if form in FOLDERS else destination.parent
    if not last_folder.parent.exists():
        what, remedy = f"The folder {last_folder.parent} is not there.", "Make it, or choose another place with -o."
        raise UsageError(what, where=str(destination), remedy=remedy)
    if form in FOLDERS:
        if destination == STANDARD_OUTPUT or destination.is_file():
            raise UsageError("The tables need a folder.", where=str(destination), remedy="Name one with -o.")
        return write_csv(dataset, destination, raw=raw) if form == CSV else write_neo4j_csv(dataset, destination)
    if form not in _WRITERS:
        raise UsageError(f"There is no format {form!r}.", remedy=f"There are: {', '.join(FORMATS)}.")
    if destination.is_dir():
        raise UsageError("This is a folder.", where=str(destination), remedy=f"Name a file for {form} with -o.")
    return _WRITERS[form](dataset, destination)
