"""The example reviews in a real Neo4j, and its own Browser open in headless Chromium with the kit at hand."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from pathlib import Path

import neo4j
import pytest
from neo4j_server.fixtures import TestServer, empty
from neo4j_server.process import LocalServer

from dhr_graph.browser_kit import KitServer
from dhr_graph.demonstration import demonstrate
from dhr_graph.property_graph import PropertyGraph, PropertyValue, from_rdf, with_shortcuts
from dhr_graph.stores import Dataset


@pytest.fixture(scope="session")
def examples_graph(tmp_path_factory: pytest.TempPathFactory) -> PropertyGraph:
    """The example reviews as one property graph."""
    shown = demonstrate(tmp_path_factory.mktemp("examples"))
    with Dataset.open(shown.graph) as dataset:
        quads = [*dataset.organisation_quads(), *(quad for slug in dataset.reviews() for quad in dataset.quads(slug))]
        return with_shortcuts(from_rdf(quads, dataset.base))


@pytest.fixture(scope="module")
def loaded(neo4j_server: TestServer, neo4j_driver: neo4j.Driver, examples_graph: PropertyGraph) -> neo4j.Driver:
    """A driver of a Neo4j that holds the example reviews and nothing else."""
    empty(neo4j_driver)
    with neo4j_driver.session() as session:
        session.execute_write(_write, examples_graph)
    return neo4j_driver


def _write(transaction: neo4j.ManagedTransaction, graph: PropertyGraph) -> None:
    for labels in sorted({node.labels for node in graph.nodes}):
        rows = [{"id": node.id, "graph": node.graph} | _plain(node.properties) for node in graph.nodes
                if node.labels == labels]
        transaction.run(f"UNWIND $rows AS row CREATE (n:{':'.join(labels)}) SET n = row", rows=rows).consume()
    for kind in sorted({link.type for link in graph.relationships}):
        rows = [{"start": link.start, "end": link.end, "values": _plain(link.properties)}
                for link in graph.relationships if link.type == kind]
        transaction.run(f"UNWIND $rows AS row MATCH (a {{id: row.start}}) MATCH (b {{id: row.end}}) "
                        f"CREATE (a)-[r:{kind}]->(b) SET r = row.values", rows=rows).consume()


def _plain(properties: object) -> dict[str, PropertyValue | list[str]]:
    assert hasattr(properties, "items")
    return {name: list(value) if isinstance(value, tuple) else value for name, value in properties.items()}


@pytest.fixture(scope="session")
def served() -> Iterator[str]:
    """The address of the kit, served on a free port."""
    with KitServer(port=0) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield server.address
        server.shutdown()
        thread.join()


@pytest.fixture(scope="module")
def opened(local_neo4j: LocalServer, loaded: neo4j.Driver) -> Iterator[object]:
    """The classic Neo4j Browser, connected, in a Chromium that reaches nothing outside this machine."""
    try:
        from neo4j_browser.chromium import NoChromium, chromium_page
        from neo4j_browser.classic import ClassicBrowser
    except ImportError:
        lacking("playwright is not installed (pip install playwright)")
    try:
        with chromium_page() as page:
            yield ClassicBrowser.connect(page, local_neo4j.browser, local_neo4j.uri)
    except NoChromium as reason:
        lacking(str(reason))


def lacking(reason: str) -> None:
    """Skip with the reason; in CI, where a browser must be had, fail."""
    if os.environ.get("CI", "").lower() in ("true", "1"):
        pytest.fail(f"CI must open a real browser, and there is none: {reason}", pytrace=False)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for screenshots that a person may look at after a failure."""
    return tmp_path_factory.mktemp("pictures")
