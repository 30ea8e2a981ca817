"""How large the picture of a statement must become: what the Browser draws piece by piece, counted on the server."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import neo4j
from neo4j.graph import Node, Path, Relationship

_AMONG = """
MATCH (a)-[r]->(b) WHERE elementId(a) IN $nodes AND elementId(b) IN $nodes RETURN count(r)
"""
"""The Browser joins the nodes of an answer by all their relationships, which it fetches when the nodes are there."""


@dataclass(frozen=True, slots=True)
class Size:
    """The circles and lines of a picture."""

    nodes: int
    lines: int


def size_of(driver: neo4j.Driver, statement: str) -> Size:
    """The size of a statement's picture."""
    found = driver.execute_query(statement, routing_=neo4j.RoutingControl.READ)
    nodes = sorted({node.element_id for record in found.records for value in record.values() for node in _nodes(value)})
    return Size(len(nodes), driver.execute_query(_AMONG, nodes=nodes).records[0].value())


def _nodes(value: Any) -> Iterator[Node]:
    if isinstance(value, Node):
        yield value
    elif isinstance(value, (Path, Relationship)):
        yield from (node for node in value.nodes if node is not None)
    elif isinstance(value, list):
        for each in value:
            yield from _nodes(each)
