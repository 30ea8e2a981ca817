"""Solutions of a SPARQL query as rows of plain values, by way of their text, which is faster than term by term."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pyoxigraph as ox

from dhr_graph.rdf.addresses import id_of_record
from dhr_graph.rdf.literals import FROM_LEXICAL, Value
from dhr_graph.vocabulary import XSD

_ESCAPED = re.compile(r"\\(.)")
_ESCAPES = {"t": "\t", "n": "\n", "r": "\r", "b": "\b", "f": "\f"}
_BARE = (
    (re.compile(r"true|false"), XSD + "boolean"),
    (re.compile(r"[+-]?\d+"), XSD + "integer"),
    (re.compile(r"[+-]?[\d.]+[eE].+"), XSD + "double"),
)
"""Literals that SPARQL's table format writes without quotation marks; a decimal is the one that is left."""


def rows_of(solutions: ox.QuerySolutions, base: str) -> Iterator[tuple[Value | None, ...]]:
    """The rows: ids for IRIs, Python values for literals, None for a blank node, and where a variable is not
    bound.

    Raises DatasetError where an IRI is none of this base.
    """
    table = solutions.serialize(format=ox.QueryResultsFormat.TSV) or b""
    values = _Values(base)
    for line in table.decode("utf-8").split("\n")[1:-1]:
        yield tuple(map(values.__getitem__, line.split("\t")))


class _Values(dict[str, Value | None]):
    """The value of each term as it is written; each is read once, for most recur."""

    def __init__(self, base: str) -> None:
        super().__init__({"": None})
        self._base = base

    def __missing__(self, term: str) -> Value | None:
        self[term] = value = _value(term, self._base)
        return value


def _value(term: str, base: str) -> Value | None:
    if term.startswith("<"):
        return id_of_record(term[1:-1], base)
    if term.startswith("_:"):
        return None
    if not term.startswith('"'):
        datatype = next((datatype for shape, datatype in _BARE if shape.fullmatch(term)), "")
        return FROM_LEXICAL.get(datatype, str)(term)
    written, _, kind = term[1:].rpartition('"')
    words = _ESCAPED.sub(lambda found: _ESCAPES.get(found[1], found[1]), written) if "\\" in written else written
    return FROM_LEXICAL.get(kind[3:-1], str)(words) if kind.startswith("^^") else words
