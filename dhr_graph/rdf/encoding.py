"""Records become quads, by rule from the ontology."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache, lru_cache

import pyoxigraph as ox

from dhr_graph.errors import DatasetError
from dhr_graph.identifiers import BASE_IRI
from dhr_graph.model.records import Record
from dhr_graph.rdf.addresses import record_iri
from dhr_graph.rdf.literals import TO_LITERAL
from dhr_graph.vocabulary import PropertyTerm, vocabulary

_TYPE = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")

Slot = tuple[str, ox.NamedNode, Callable[..., ox.Literal] | None, bool]
"""A field, its property, what makes its literals (None: a link), and whether it holds several."""


def encode(record: Record, graph_iri: str, base: str = BASE_IRI) -> Iterator[ox.Quad]:
    """The quads of a record in a graph: its types (superclasses too), then its properties in alphabetical order.

    None, an empty tuple and an empty caption give no quad. Raises DatasetError where a value has not the type that
    the ontology says, or can't be stored.
    """
    node, graph = _node(record.id, base), _graph(graph_iri)
    for class_node in _type_nodes(type(record).__name__):
        yield ox.Quad(node, _TYPE, class_node, graph)
    for field, predicate, literal, many in _slots(type(record).__name__):
        value = getattr(record, field)
        if value is None or value == () or (value == "" and field == "caption"):
            continue
        for single in value if many else (value,):
            try:
                term = literal(single) if literal else _node(single, base)
            except (ValueError, TypeError, AttributeError) as error:
                raise DatasetError(f"The field {field} can't be stored: {error}.", where=record.id) from error
            yield ox.Quad(node, predicate, term, graph)


@lru_cache(maxsize=4096)
def _node(record_id: str, base: str) -> ox.NamedNode:
    return ox.NamedNode(record_iri(record_id, base))


@lru_cache(maxsize=16)
def _graph(iri: str) -> ox.NamedNode:
    return ox.NamedNode(iri)


@cache
def _type_nodes(class_name: str) -> tuple[ox.NamedNode, ...]:
    words = vocabulary()
    return tuple(ox.NamedNode(words.class_term(name).iri) for name in words.class_term(class_name).lineage)


@cache
def _slots(class_name: str) -> tuple[Slot, ...]:
    return tuple(_slot(term) for term in vocabulary().properties_of[class_name])


def _slot(term: PropertyTerm) -> Slot:
    return term.field, ox.NamedNode(term.iri), TO_LITERAL[term.datatype] if term.datatype else None, term.many
