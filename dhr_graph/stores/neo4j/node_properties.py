"""A node's properties as the server holds them: those of the ontology, and a few of our own.

`id` and `graph` tell our nodes from those of others and bring them back; `loaded`, on reviews alone, says what was
loaded.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any

from dhr_graph.property_graph import Node, Properties, PropertyValue
from dhr_graph.vocabulary import vocabulary

ID, GRAPH, LOADED = "id", "graph", "loaded"


def to_server(node: Node, loaded: str = "") -> dict[str, PropertyValue]:
    """The properties with which a node is written; `loaded` is what a Review node says of its loading."""
    properties = {ID: node.id, GRAPH: node.graph, **node.properties}
    if loaded and node.class_name == "Review":
        properties[LOADED] = loaded
    return properties


def from_server(labels: Iterable[str], properties: Mapping[str, Any]) -> tuple[Node, str]:
    """The node of labels and properties as the driver gives them, and what it says of its loading."""
    classes = vocabulary().classes
    ordered = tuple(sorted(labels, key=lambda label: (-len(classes[label].lineage) if label in classes else 1, label)))
    kept = {name: value for name, value in properties.items() if name not in (ID, GRAPH, LOADED)}
    node = Node(str(properties[ID]), ordered, plain_properties(kept), str(properties[GRAPH]))
    return node, str(properties.get(LOADED, ""))


def plain_properties(properties: Mapping[str, Any]) -> Properties:
    """Properties of the driver as the property graph has them: sorted, lists as tuples, dates as Python's."""
    return MappingProxyType({name: _plain(properties[name]) for name in sorted(properties)})


def _plain(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(value)
    native = getattr(value, "to_native", None)
    plain = native() if native is not None else value
    return plain.date() if isinstance(plain, datetime.datetime) else plain
