"""Records become quads, by rule from the ontology.

They are written as text at once: to make an object of each quad first takes three times as long.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache, lru_cache

import pyoxigraph as ox

from dhr_graph.errors import DatasetError
from dhr_graph.identifiers import BASE_IRI
from dhr_graph.model.records import Record
from dhr_graph.rdf.addresses import record_iri
from dhr_graph.rdf.literals import TO_LITERAL, written
from dhr_graph.vocabulary import PropertyTerm, vocabulary

_TYPE = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")

Slot = tuple[str, str, Callable[..., str] | None, bool]
"""A field, its property, what makes its literals (None: a link), and whether it holds several."""


def encode(record: Record, graph_iri: str, base: str = BASE_IRI) -> Iterator[ox.Quad]:
    """The quads of a record in a graph: its types (superclasses too), then its properties in alphabetical order.

    None, an empty tuple and an empty caption give no quad. Raises DatasetError where a value has not the type that
    the ontology says, or can't be stored.
    """
    yield from ox.parse("".join(lines(record, graph_iri, base)), format=ox.RdfFormat.N_QUADS)


def lines(record: Record, graph_iri: str, base: str = BASE_IRI) -> Iterator[str]:
    """The same quads as lines of N-Quads; raises as `encode` does."""
    node, graph = _node(record.id, base), _graph(graph_iri)
    for type_and_class in _types(type(record).__name__):
        yield f"{node} {type_and_class} {graph} .\n"
    for field, predicate, literal, many in _slots(type(record).__name__):
        value = getattr(record, field)
        if value is None or value == () or (value == "" and field == "caption"):
            continue
        for single in value if many else (value,):
            try:
                term = literal(single) if literal else _node(single, base)
            except (ValueError, TypeError, AttributeError) as error:
                raise DatasetError(f"The field {field} can't be stored: {error}.", where=record.id) from error
            yield f"{node} {predicate} {term} {graph} .\n"


@lru_cache(maxsize=4096)
def _node(record_id: str, base: str) -> str:
    return str(ox.NamedNode(record_iri(record_id, base)))


@lru_cache(maxsize=16)
def _graph(iri: str) -> str:
    return str(ox.NamedNode(iri))


@cache
def _types(class_name: str) -> tuple[str, ...]:
    words = vocabulary()
    lineage = words.class_term(class_name).lineage
    return tuple(f"{_TYPE} {ox.NamedNode(words.class_term(name).iri)}" for name in lineage)


@cache
def _slots(class_name: str) -> tuple[Slot, ...]:
    return tuple(_slot(term) for term in vocabulary().properties_of[class_name])


def _slot(term: PropertyTerm) -> Slot:
    literal = written(TO_LITERAL[term.datatype]) if term.datatype else None
    return term.field, str(ox.NamedNode(term.iri)), literal, term.many
