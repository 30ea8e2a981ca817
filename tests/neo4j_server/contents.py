"""What a Neo4j holds, asked past dhr-graph: to compare one server, or one moment, with another."""

from __future__ import annotations

from typing import Any

import neo4j

Snapshot = tuple[list[str], list[str]]


def rows(driver: neo4j.Driver, statement: str, **parameters: object) -> list[Any]:
    """The rows of a statement, those of one column as its values."""
    with driver.session(notifications_min_severity="OFF") as session:
        found = [record.values() for record in session.run(statement, parameters)]
    return [row[0] if len(row) == 1 else tuple(row) for row in found]


def snapshot(driver: neo4j.Driver) -> Snapshot:
    """All nodes and relationships of the database by their values, in a fixed order."""
    nodes = rows(driver, "MATCH (n) RETURN labels(n), properties(n)")
    links = rows(driver, "MATCH (a)-[r]->(b) RETURN properties(a), type(r), properties(r), properties(b)")
    return sorted(map(_plain, nodes)), sorted(map(_plain, links))


def _plain(row: tuple[Any, ...]) -> str:
    """A row as words, whatever the order of labels and properties."""
    parts = [sorted(part.items()) if isinstance(part, dict) else part for part in row]
    return repr(
        [sorted(part) if isinstance(part, list) and all(isinstance(p, str) for p in part) else part for part in parts]
    )
