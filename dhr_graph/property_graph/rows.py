"""The rows of a property graph: nodes and relationships, as Neo4j and networkx take them."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TypeAlias

PropertyValue: TypeAlias = str | int | float | bool | datetime.date | tuple[str, ...]
Properties: TypeAlias = Mapping[str, PropertyValue]

DERIVED = "derived"
"""The property that marks a relationship as made for the eye; it is never stored as RDF."""

NAME = "name"
"""The property that graph tools show of a node unless told otherwise; a class without it gets its caption there."""

NO_PROPERTIES: Properties = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Node:
    """A record as a node.

    `id` is the record's id without the base; `labels` are its class and all superclasses, nearest first; `properties`
    are named in camelCase as in the ontology, sorted, dates as `datetime.date`, several values as a sorted tuple;
    `graph` is the name of the graph it stands in (`review`, `review/document`, `organisations`).
    """

    id: str
    labels: tuple[str, ...]
    properties: Properties
    graph: str

    @property
    def class_name(self) -> str:
        """The most specific label."""
        return self.labels[0]


@dataclass(frozen=True, slots=True)
class Relationship:
    """A link between two nodes, by their ids; only a derived one has properties. It stands in its start's graph."""

    start: str
    type: str
    end: str
    properties: Properties = field(default_factory=lambda: NO_PROPERTIES)

    @property
    def is_derived(self) -> bool:
        """Whether it is a shortcut for the eye."""
        return self.properties.get(DERIVED) is True


@dataclass(frozen=True, slots=True)
class PropertyGraph:
    """Nodes sorted by id and relationships sorted by start, type and end: of one review, or of the organisations."""

    nodes: tuple[Node, ...]
    relationships: tuple[Relationship, ...]
