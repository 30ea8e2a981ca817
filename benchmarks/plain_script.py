"""The plainest script that puts a dataset into Neo4j: what `load` is measured against.

One label and one constraint for all, `UNWIND` and `MERGE` in batches, one thread; no look at what is there, nothing
retracted, no review whole, nothing counted.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, TypeVar

import neo4j

from dhr_graph.stores.neo4j.node_properties import to_server
from dhr_graph.stores.neo4j.review_graphs import ReviewGraph

T = TypeVar("T")

BATCH = 5000
CONSTRAINT = "CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE"

Rows = dict[tuple[str, ...], list[dict[str, Any]]]


def rows_of(graphs: Iterable[ReviewGraph]) -> tuple[Rows, Rows]:
    """The rows of all nodes by their labels, and of all relationships by their type."""
    nodes: Rows = defaultdict(list)
    links: Rows = defaultdict(list)
    for graph in graphs:
        for node in graph.nodes.values():
            nodes[node.labels].append({"id": node.id, "properties": to_server(node, graph.loaded)})
        for (start, type_, end), properties in graph.relationships.items():
            links[(type_,)].append({"start": start, "end": end, "properties": dict(properties)})
    return nodes, links


def write(driver: neo4j.Driver, nodes: Rows, links: Rows) -> None:
    """Write the rows, nodes first."""
    driver.execute_query(CONSTRAINT)
    for labels, rows in nodes.items():
        for batch in _batches(rows):
            driver.execute_query(
                f"UNWIND $rows AS row MERGE (n:Entity {{id: row.id}}) SET n:{':'.join(labels)}, n += row.properties",
                rows=batch,
            )
    for (type_,), rows in links.items():
        for batch in _batches(rows):
            driver.execute_query(
                "UNWIND $rows AS row MATCH (a:Entity {id: row.start}) MATCH (b:Entity {id: row.end}) "
                f"MERGE (a)-[r:{type_}]->(b) SET r += row.properties",
                rows=batch,
            )


def _batches(rows: Iterable[T]) -> Iterator[list[T]]:
    waiting = iter(rows)
    while batch := list(islice(waiting, BATCH)):
        yield batch
