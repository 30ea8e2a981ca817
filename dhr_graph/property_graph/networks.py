"""The property graph as a networkx graph, with its own values or with those that GraphML and GEXF can hold."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable

import networkx as nx

from dhr_graph.property_graph.rows import Node, Properties, PropertyValue, Relationship

SEPARATOR = "|"
"""What joins several values, or labels, in one cell of GraphML, GEXF and CSV."""

_UNPRINTABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def to_networkx(nodes: Iterable[Node], relationships: Iterable[Relationship]) -> nx.MultiDiGraph[str]:
    """A networkx graph: nodes under their ids with their properties, `labels` (a tuple) and `graph`; relationships
    under their types as keys, with their properties and `type`."""
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node in nodes:
        network.add_node(node.id, labels=node.labels, graph=node.graph, **node.properties)
    for link in relationships:
        network.add_edge(link.start, link.end, key=link.type, type=link.type, **link.properties)
    return network


def to_plain_networkx(nodes: Iterable[Node], relationships: Iterable[Relationship]) -> nx.MultiDiGraph[str]:
    """The same graph with values that GraphML and GEXF can hold, each changed by `plain_value`."""
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node in nodes:
        labels = plain_value(node.labels)
        network.add_node(node.id, labels=labels, graph=node.graph, **plain_properties(node.properties))
    for link in relationships:
        network.add_edge(link.start, link.end, key=link.type, type=link.type, **plain_properties(link.properties))
    return network


def plain_properties(properties: Properties) -> dict[str, str | int | float | bool]:
    """Properties with plain values; those not given stay away."""
    return {name: plain_value(value) for name, value in properties.items()}


def plain_value(value: PropertyValue) -> str | int | float | bool:
    """A value for XML and CSV, by this rule: numbers and truth values stay; a date becomes `2014-03-02`; several
    values are joined by `|`; characters that XML forbids become U+FFFD."""
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, tuple):
        value = SEPARATOR.join(value)
    return _UNPRINTABLE.sub("\ufffd", value) if isinstance(value, str) else value
