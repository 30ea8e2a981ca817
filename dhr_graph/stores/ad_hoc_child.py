"""The process that runs one ad-hoc query and is ended when it takes too long: `python -m ... --path DIR --limit N`.

It reads the query's length in bytes and a line end, then the query, then (with `--nquads`) the dataset from stdin, and
writes one JSON object: columns, rows and truncated, or error.
"""

from __future__ import annotations

import argparse
import json
import math
import re
import sys
from collections.abc import Iterable, Iterator
from itertools import islice

import pyoxigraph as ox

from dhr_graph.stores.syntax_faults import ROOM

_FROM = re.compile(r"(?<!\S)FROM\s+(?:NAMED\s+)?<([^<>]*)>", re.IGNORECASE)
_XSD = "http://www.w3.org/2001/XMLSchema#"
_NUMBERS = {_XSD + "integer": int, _XSD + "double": float, _XSD + "decimal": float, _XSD + "float": float}


def main() -> None:
    """QueryResult the query on stdin."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--path")
    parser.add_argument("--nquads", action="store_true")
    parser.add_argument("--limit", type=int, required=True)
    options = parser.parse_args()
    query = sys.stdin.buffer.read(int(sys.stdin.buffer.readline())).decode("utf-8")
    store = ox.Store.read_only(options.path) if options.path else ox.Store()
    if options.nquads:
        store.bulk_load(sys.stdin.buffer, ox.RdfFormat.N_QUADS)
    try:
        _check_graphs(store, query)
        result = answer(store, query, options.limit)
    except (SyntaxError, ValueError, RuntimeError) as fault:
        result = {"error": " ".join(str(fault).split())}
    json.dump(result, sys.stdout, ensure_ascii=True)


def _check_graphs(store: ox.Store, query: str) -> None:
    """Raise ValueError where the query is FROM a graph that is not here: its empty answer would say nothing of why."""
    for name in _FROM.findall(query.partition("{")[0]):
        if not store.contains_named_graph(ox.NamedNode(name)):
            raise ValueError(f"there is no graph <{name}> here, and nothing is fetched from elsewhere")


def answer(store: ox.Store, query: str, limit: int) -> dict[str, object]:
    """The answer to a query as JSON takes it, with at most `limit` rows."""
    found = store.query(query + ROOM, use_default_graph_as_union=True)
    if isinstance(found, ox.QueryBoolean):
        return {"columns": ["answer"], "rows": [[bool(found)]], "truncated": False}
    if isinstance(found, ox.QueryTriples):
        columns, rows = ["subject", "predicate", "object"], _cells((t.subject, t.predicate, t.object) for t in found)
    else:
        columns, rows = [variable.value for variable in found.variables], _cells(found)
    kept = list(islice(rows, limit))
    return {"columns": columns, "rows": kept, "truncated": next(rows, None) is not None}


def _cells(rows: Iterable[Iterable[object]]) -> Iterator[list[object]]:
    return ([_cell(term) for term in row] for row in rows)


def _cell(term: object) -> str | int | float | bool | None:
    if term is None:
        return None
    if isinstance(term, ox.Literal):
        return _literal(term)
    return term.value if isinstance(term, ox.NamedNode) else str(term)


def _literal(literal: ox.Literal) -> str | int | float | bool:
    kind = literal.datatype.value
    if kind == _XSD + "boolean":
        return literal.value in ("true", "1")
    if kind in _NUMBERS:
        number: int | float = _NUMBERS[kind](literal.value)
        return number if math.isfinite(number) else literal.value
    return literal.value


if __name__ == "__main__":
    main()
