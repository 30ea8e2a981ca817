"""Datasets to load, a connection to a server without a node, and what the server holds afterwards."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import neo4j
import pytest
from neo4j_server.fixtures import TestServer

from dhr_graph.building import build
from dhr_graph.model.reading import ReviewReading
from dhr_graph.stores import Dataset
from dhr_graph.stores.neo4j import Neo4jAddress, Neo4jConnection

ROOT = Path(__file__).resolve().parents[3]
SHARED = ROOT.parent / "shared" / "reviews"

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
        with neo4j_driver.session(notifications_min_severity="OFF") as session:
            found = [record.values() for record in session.run(statement, parameters)]
        return [row[0] if len(row) == 1 else tuple(row) for row in found]

    return ask


@pytest.fixture
def snapshot(rows: Rows) -> Callable[[], tuple[Any, ...]]:
    """All nodes and relationships of the database by their values, in a fixed order."""

    def take() -> tuple[Any, ...]:
        nodes = rows("MATCH (n) RETURN labels(n), properties(n)")
        links = rows("MATCH (a)-[r]->(b) RETURN properties(a), type(r), properties(r), properties(b)")
        return sorted(map(_plain, nodes)), sorted(map(_plain, links))

    return take


def _plain(row: tuple[Any, ...]) -> str:
    """A row as words, whatever the order of labels and properties."""
    parts = [sorted(part.items()) if isinstance(part, dict) else part for part in row]
    return repr(
        [sorted(part) if isinstance(part, list) and all(isinstance(p, str) for p in part) else part for part in parts]
    )


@pytest.fixture
def two_reviews(reading_of: Callable[..., ReviewReading]) -> Iterator[Dataset]:
    """A dataset of two reviews of the same police force; more can be written to it."""
    with Dataset.in_memory() as dataset:
        dataset.write_review(reading_of("ash", {"a.txt": ["Police called.", "They left."]}))
        dataset.write_review(reading_of("elm", {"a.txt": ["Police wrote."]}))
        yield dataset


@pytest.fixture(scope="session")
def examples() -> Iterator[Dataset]:
    """The dataset of the example reviews."""
    with Dataset.in_memory() as dataset:
        build([ROOT / "examples"], dataset)
        yield dataset


@pytest.fixture(scope="session")
def shared() -> Iterator[Dataset]:
    """The dataset of real reviews, where there are any."""
    if not SHARED.is_dir():
        pytest.skip("there are no reviews at ../shared/reviews")
    with Dataset.in_memory() as dataset:
        build([SHARED], dataset)
        yield dataset
