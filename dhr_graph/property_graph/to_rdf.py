"""Nodes and relationships become quads again; what was derived for the eye stays behind."""

from __future__ import annotations

from collections.abc import Iterator

import pyoxigraph as ox

from dhr_graph.errors import DatasetError, UsageError
from dhr_graph.identifiers import BASE_IRI
from dhr_graph.property_graph.rows import NAME, Node, PropertyGraph, PropertyValue, Relationship
from dhr_graph.rdf.addresses import graph_iri, record_iri
from dhr_graph.rdf.description import TYPE
from dhr_graph.rdf.literals import TO_LITERAL
from dhr_graph.vocabulary import PropertyTerm, vocabulary
from dhr_graph.vocabulary.naming import property_of_relationship

_TYPE = ox.NamedNode(TYPE)


def to_rdf(graph: PropertyGraph, base: str = BASE_IRI) -> Iterator[ox.Quad]:
    """The quads of a property graph, those of a relationship in the graph of its start; derived ones are left out.

    Raises DatasetError where a name or a value does not follow the ontology, or a relationship starts nowhere.
    """
    homes = {node.id: ox.NamedNode(graph_iri(node.graph, base)) for node in graph.nodes}
    for node in graph.nodes:
        yield from _of_node(node, homes[node.id], base)
    for link in graph.relationships:
        if not link.is_derived:
            yield _of_relationship(link, homes, base)


def _of_node(node: Node, home: ox.NamedNode, base: str) -> Iterator[ox.Quad]:
    subject = ox.NamedNode(record_iri(node.id, base))
    for label in node.labels:
        try:
            yield ox.Quad(subject, _TYPE, ox.NamedNode(vocabulary().class_term(label).iri), home)
        except UsageError as error:
            raise DatasetError(error.what, where=node.id, remedy=error.remedy) from error
    for name, value in node.properties.items():
        term = _property(name, node.id)
        if name == NAME and not set(term.domain) & set(node.labels):
            continue
        if term.datatype is None:
            raise DatasetError(f"{name} leads to another node and can't be a property.", where=node.id)
        literal = TO_LITERAL[term.datatype]
        for single in _singles(value):
            yield ox.Quad(subject, ox.NamedNode(term.iri), literal(single), home)


def _of_relationship(link: Relationship, homes: dict[str, ox.NamedNode], base: str) -> ox.Quad:
    if link.start not in homes:
        raise DatasetError(f"The relationship {link.type} starts at a node that is not given.", where=link.start)
    term = _property(property_of_relationship(link.type), link.start)
    start, end = ox.NamedNode(record_iri(link.start, base)), ox.NamedNode(record_iri(link.end, base))
    return ox.Quad(start, ox.NamedNode(term.iri), end, homes[link.start])


def _property(name: str, where: str) -> PropertyTerm:
    try:
        return vocabulary().property_term(name)
    except UsageError as error:
        raise DatasetError(error.what, where=where, remedy=error.remedy) from error


def _singles(value: PropertyValue) -> tuple[PropertyValue, ...]:
    return value if isinstance(value, tuple) else (value,)
