"""The server of the tests is a real Neo4j."""

from __future__ import annotations

import neo4j
from neo4j_server.fixtures import TestServer


def test_the_server_is_a_neo4j_that_dhr_graph_supports(neo4j_driver: neo4j.Driver) -> None:
    found = neo4j_driver.execute_query("CALL dbms.components() YIELD name, versions RETURN versions[0] AS version")
    assert found.records[0]["version"].startswith(("5.", "202"))


def test_an_empty_server_holds_nothing(empty_neo4j: TestServer, neo4j_driver: neo4j.Driver) -> None:
    neo4j_driver.execute_query("CREATE CONSTRAINT FOR (n:A) REQUIRE n.id IS UNIQUE")
    neo4j_driver.execute_query("UNWIND range(1, 10) AS id CREATE (:A {id: id})")
    from neo4j_server.fixtures import empty

    empty(neo4j_driver)
    assert neo4j_driver.execute_query("MATCH (n) RETURN count(n)").records[0].value() == 0
    assert neo4j_driver.execute_query("SHOW CONSTRAINTS").records == []
