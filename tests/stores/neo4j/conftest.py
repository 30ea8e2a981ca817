"""Datasets to load, a connection to a server without a node, and what the server holds afterwards."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import neo4j
import pytest
from neo4j_server import contents
from neo4j_server.fixtures import TestServer

from dhr_graph.model.reading import ReviewReading
from dhr_graph.stores import Dataset
from dhr_graph.stores.neo4j import Neo4jAddress, Neo4jConnection

Rows = Callable[..., list[Any]]


@pytest.fixture
def connection(cleared_neo4j: TestServer) -> Iterator[Neo4jConnection]:
    """A connection to the server of the run, which holds no node."""
    with Neo4jConnection.open(address_of(cleared_neo4j)) as opened:
        yield opened


def address_of(server: TestServer) -> Neo4jAddress:
    user, password = server.auth or ("neo4j", None)
    return Neo4jAddress(server.uri, user, password)


@pytest.fixture
def rows(neo4j_driver: neo4j.Driver) -> Rows:
    """Ask the server, past dhr-graph: the rows, those of one column as its values."""

    def ask(statement: str, **parameters: object) -> list[Any]:
        return contents.rows(neo4j_driver, statement, **parameters)

    return ask


@pytest.fixture
def snapshot(neo4j_driver: neo4j.Driver) -> Callable[[], contents.Snapshot]:
    """All nodes and relationships of the database by their values, in a fixed order."""
    return lambda: contents.snapshot(neo4j_driver)


@pytest.fixture
def two_reviews(reading_of: Callable[..., ReviewReading]) -> Iterator[Dataset]:
    """A dataset of two reviews of the same police force; more can be written to it."""
    with Dataset.in_memory() as dataset:
        dataset.write_review(reading_of("ash", {"a.txt": ["Police called.", "They left."]}))
        dataset.write_review(reading_of("elm", {"a.txt": ["Police wrote."]}))
        yield dataset
