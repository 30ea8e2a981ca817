"""Quads become nodes and relationships, by rule from the ontology."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from types import MappingProxyType

import pyoxigraph as ox

from dhr_graph.errors import DatasetError
from dhr_graph.identifiers import BASE_IRI
from dhr_graph.property_graph.rows import Node, PropertyGraph, PropertyValue, Relationship
from dhr_graph.rdf.addresses import name_of_graph
from dhr_graph.rdf.description import Description, describe
from dhr_graph.vocabulary import vocabulary


def from_rdf(quads: Iterable[ox.Quad], base: str = BASE_IRI) -> PropertyGraph:
    """The property graph of quads in any order.

    Give one review at a time: all its rows are held. Raises DatasetError where the quads do not follow the ontology,
    or a node stands in two graphs or in none that has a name, since that could not come back.
    """
    nodes: list[Node] = []
    relationships: list[Relationship] = []
    for description in describe(quads, base):
        nodes.append(_node(description, base))
        relationships.extend(_relationships(description))
    relationships.sort(key=lambda link: (link.start, link.type, link.end))
    return PropertyGraph(tuple(nodes), tuple(relationships))


def _node(description: Description, base: str) -> Node:
    if description.graph is None:
        raise DatasetError("The node stands in no named graph.", where=description.id, remedy="Build it again.")
    words = vocabulary()
    properties: dict[str, PropertyValue] = {}
    for name in sorted(description.values):
        term, found = words.properties[name], description.values[name]
        if not term.is_link:
            properties[name] = tuple(str(value) for value in found) if term.many else found[0]
    return Node(
        id=description.id,
        labels=words.classes[description.class_name].lineage,
        properties=MappingProxyType(properties),
        graph=name_of_graph(description.graph, base),
    )


def _relationships(description: Description) -> Iterator[Relationship]:
    words = vocabulary()
    for name, found in description.values.items():
        if words.properties[name].is_link:
            for end in found:
                yield Relationship(description.id, words.properties[name].relationship, str(end))
