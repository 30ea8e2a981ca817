"""The dataset as the files that `neo4j-admin database import full` takes: the quickest first load of a big collection.

One file for each class and for each type of relationship, its header in the first line; `import.sh`, which holds the
exact command; and `schema.cypher`, which the database needs afterwards. The graph is the one that `load` makes.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path
from types import MappingProxyType
from typing import IO, TYPE_CHECKING

from dhr_graph.errors import DatasetError
from dhr_graph.exports.destinations import written_text
from dhr_graph.property_graph import Node, Properties, PropertyValue
from dhr_graph.stores import Dataset
from dhr_graph.vocabulary import EDTF, XSD, vocabulary

if TYPE_CHECKING:
    from dhr_graph.stores.neo4j.review_graphs import Link, ReviewGraph

LIST = "\x1f"
"""What separates labels, and the values of a list: it stands in no text."""

TYPES: Mapping[str, str] = MappingProxyType(
    {
        XSD + "string": "string",
        XSD + "integer": "long",
        XSD + "double": "double",
        XSD + "boolean": "boolean",
        XSD + "date": "date",
        EDTF: "string",
    }
)
"""The importer's name for each datatype of the ontology."""

SHORTCUT_COLUMNS: Mapping[str, str] = MappingProxyType(
    {
        "derived": "boolean",
        "caption": "string",
        "since": "date",
        "sinceEdtf": "string",
        "code": "string",
        "text": "string",
        "count": "long",
        "first": "date",
        "last": "date",
    }
)
"""The properties of relationships: only shortcuts for the eye have any."""

SCRIPT = "import.sh"
SCHEMA = "schema.cypher"

_SCRIPT = """\
#!/bin/sh
# Makes a new Neo4j database from these files. Run it on the server's machine, as the user that Neo4j runs as, while
# that database is stopped. WHAT THE DATABASE HOLDS NOW IS REPLACED.
#   sh import.sh [DATABASE]        by default neo4j; NEO4J_ADMIN names the programme where it is not on the path
# Then start Neo4j, and make constraints and indexes:  cypher-shell -f schema.cypher
set -eu
admin=${{NEO4J_ADMIN:-neo4j-admin}}
case $admin in
  /*) ;;
  */*) admin=$PWD/$admin ;;
esac
cd "$(dirname "$0")"
"$admin" database import full "${{1:-neo4j}}" --overwrite-destination=true \\
  --id-type=string --multiline-fields=true --array-delimiter=U+001F --bad-tolerance=0 \\
  {files}
"""


def write_neo4j_csv(dataset: Dataset, folder: Path) -> tuple[Path, ...]:
    """Write the files into a folder, review by review; all are replaced together when all are finished.

    Raises DatasetError where the dataset does not follow the ontology.
    """
    from dhr_graph.stores.neo4j.review_graphs import review_graphs
    from dhr_graph.stores.neo4j.schema_rules import schema_rules

    names = [*(f"nodes.{name}.csv" for name in _classes()), *(f"relationships.{type_}.csv" for type_ in _types())]
    with ExitStack() as files:
        streams = {name: files.enter_context(written_text(folder / name)) for name in (*names, SCRIPT, SCHEMA)}
        for name in names:
            streams[name].write(_header(name))
        for graph in review_graphs(dataset):
            _write(graph, streams)
        streams[SCRIPT].write(_script(names))
        streams[SCHEMA].writelines(f"{rule.statement};\n" for rule in schema_rules())
        streams[SCHEMA].write("CALL db.awaitIndexes(600);\n")
    return tuple(folder / name for name in streams)


def _classes() -> tuple[str, ...]:
    words = vocabulary()
    return tuple(sorted(name for name in words.record_classes if not words.classes[name].abstract))


def _types() -> tuple[str, ...]:
    return tuple(sorted(term.relationship for term in vocabulary().properties.values() if term.is_link))


def _node_columns(class_name: str) -> Mapping[str, str]:
    """The properties of a class with the importer's types."""
    columns = {"graph": "string", "name": "string"} | ({"loaded": "string"} if class_name == "Review" else {})
    for term in vocabulary().properties_of[class_name]:
        if term.datatype is not None:
            columns[term.name] = TYPES[term.datatype] + ("[]" if term.many else "")
    return columns


def _header(name: str) -> str:
    kind, subject, _ = name.split(".")
    columns = _node_columns(subject) if kind == "nodes" else _link_columns(subject)
    typed = (column if type_ == "string" else f"{column}:{type_}" for column, type_ in columns.items())
    if kind == "nodes":
        return f"{','.join(('id:ID(dhr)', *typed, ':LABEL'))}\n"
    return f"{','.join((':START_ID(dhr)', ':END_ID(dhr)', *typed, ':TYPE'))}\n"


def _link_columns(type_: str) -> Mapping[str, str]:
    is_shortcut = any(term.relationship == type_ and term.shortcut_of for term in vocabulary().properties.values())
    return SHORTCUT_COLUMNS if is_shortcut else {}


def _write(graph: ReviewGraph, streams: Mapping[str, IO[str]]) -> None:
    for node in graph.nodes.values():
        streams[f"nodes.{node.class_name}.csv"].write(_line(_node_cells(node, graph.loaded)))
    for link, properties in graph.relationships.items():
        streams[f"relationships.{link[1]}.csv"].write(_line(_link_cells(link, properties)))


def _node_cells(node: Node, loaded: str) -> Iterator[PropertyValue | None]:
    from dhr_graph.stores.neo4j.node_properties import to_server

    values = to_server(node, loaded)
    yield node.id
    yield from (values.get(column) for column in _node_columns(node.class_name))
    yield node.labels


def _link_cells(link: Link, properties: Properties) -> Iterator[PropertyValue | None]:
    start, type_, end = link
    columns = _link_columns(type_)
    if strange := sorted(set(properties) - set(columns)):
        raise DatasetError(f"The relationship {type_} has the unknown property {strange[0]!r}.", where=start)
    yield from (start, end)
    yield from (properties.get(column) for column in columns)
    yield type_


def _line(cells: Iterable[PropertyValue | None]) -> str:
    return f"{','.join(map(_cell, cells))}\n"


def _cell(value: PropertyValue | None) -> str:
    """Words in quotes, so that white space at their ends stays; nothing at all where there is no value."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return str(value)
    if isinstance(value, datetime.date):
        return value.isoformat()
    text = LIST.join(value) if isinstance(value, tuple) else value
    quoted = text.replace('"', '""')
    return f'"{quoted}"'


def _script(names: Iterable[str]) -> str:
    options = (f"--{name.partition('.')[0]}=./{name}" for name in names)  # 2026 takes no path without a folder
    return _SCRIPT.format(files=" \\\n  ".join(options))
