"""The script that `load` is measured against makes the same graph, or the comparison would mean nothing."""

from __future__ import annotations

from pathlib import Path

import neo4j
from neo4j_server.contents import rows
from neo4j_server.fixtures import TestServer

from benchmarks import plain_script
from dhr_graph.stores import Dataset
from dhr_graph.stores.neo4j import Neo4jAddress, Neo4jConnection, load
from dhr_graph.stores.neo4j.review_graphs import review_graphs

COUNTS = "MATCH (n) OPTIONAL MATCH (n)-[r]->() RETURN count(DISTINCT n), count(r), count(DISTINCT type(r))"


def test_the_plain_script_writes_as_much_as_load(
    examples_graph: Path, empty_neo4j: TestServer, neo4j_driver: neo4j.Driver
) -> None:
    with Dataset.open(examples_graph) as dataset:
        nodes, links = plain_script.rows_of(review_graphs(dataset))
        plain_script.write(neo4j_driver, nodes, links)
        written = rows(neo4j_driver, COUNTS)
        rows(neo4j_driver, "MATCH (n) DETACH DELETE n")
        user, password = empty_neo4j.auth or ("neo4j", None)
        with Neo4jConnection.open(Neo4jAddress(empty_neo4j.uri, user, password)) as connection:
            report = load(dataset, connection)
    assert rows(neo4j_driver, COUNTS) == written
    assert written[0][:2] == (report.nodes, report.relationships)
