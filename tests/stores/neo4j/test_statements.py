"""The statements that load a graph find nodes by the index on their id, from the first one in an empty database."""

from __future__ import annotations

from collections.abc import Iterator

import neo4j
import pytest
from neo4j_server.fixtures import TestServer

from dhr_graph.stores.neo4j import Neo4jConnection, prepare_schema
from dhr_graph.stores.neo4j.statements import LinkPattern, change, delete, link, topmost_labels

SEEKS = [
    *(change(label) for label in topmost_labels()),
    *(delete(label) for label in topmost_labels()),
    link(LinkPattern("Fact", "BY_AGENCY", "Fact", has_properties=False)),
    link(LinkPattern("Verdict", "DERIVED_FROM", "Fact", has_properties=False)),
    link(LinkPattern("Fact", "KNEW_OF", "Review", has_properties=True)),
]


@pytest.mark.parametrize("statement", SEEKS)
def test_a_plan_that_is_kept_is_made_of_seeks(
    statement: str, empty_neo4j: TestServer, connection: Neo4jConnection, neo4j_driver: neo4j.Driver
) -> None:
    """It is not made anew when the database has grown, so it must be right when there is nothing yet."""
    prepare_schema(connection)
    prefix, _, body = statement.partition("UNWIND")
    with neo4j_driver.session(notifications_min_severity="OFF") as session:
        plan = session.run(f"{prefix}EXPLAIN UNWIND{body}", rows=[]).consume().plan
    found = set(operators(plan or {}))
    assert any("UniqueIndexSeek" in name for name in found)
    assert not [name for name in found if "Scan" in name]


def operators(plan: dict[str, object]) -> Iterator[str]:
    yield str(plan["operatorType"])
    for child in plan.get("children", ()):  # type: ignore[attr-defined]
        yield from operators(child)
