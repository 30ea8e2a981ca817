"""The example reviews in a real Neo4j, and its own Browser open in headless Chromium with the kit at hand."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import neo4j
import pytest
from neo4j_browser.examples import load_dataset
from neo4j_browser.lacking import lacking
from neo4j_server.fixtures import TestServer, empty
from neo4j_server.process import LocalServer

from dhr_graph.browser_kit import KitServer


@pytest.fixture(scope="module")
def loaded(neo4j_server: TestServer, neo4j_driver: neo4j.Driver, examples_graph: Path) -> neo4j.Driver:
    """A driver of a Neo4j that holds the example reviews and nothing else."""
    empty(neo4j_driver)
    load_dataset(examples_graph, neo4j_server.uri, neo4j_server.auth)
    return neo4j_driver


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
    from neo4j_browser.chromium import NoChromium, chromium_page
    from neo4j_browser.classic import ClassicBrowser

    try:
        with chromium_page() as page:
            yield ClassicBrowser.connect(page, local_neo4j.browser, local_neo4j.uri)
    except NoChromium as reason:
        lacking(str(reason))


@pytest.fixture(scope="session")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for screenshots that a person may look at after a failure."""
    return tmp_path_factory.mktemp("pictures")
