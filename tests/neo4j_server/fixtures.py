"""The Neo4j of a test run: the one at DHR_GRAPH_NEO4J, else one of its own, else the reason why there is none."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

import neo4j
import pytest
from neo4j.exceptions import DriverError, Neo4jError
from neo4j_server.process import LocalServer
from neo4j_server.releases import NoServer, runtime

URI, USER, PASSWORD = "DHR_GRAPH_NEO4J", "DHR_GRAPH_NEO4J_USER", "DHR_GRAPH_NEO4J_PASSWORD"

OUTSIDE = {name: os.environ[name] for name in (URI, USER, PASSWORD) if os.environ.get(name)}
"""Taken when the tests start, since tests of the command line clear these variables."""

StartServer = Callable[..., LocalServer]


@dataclass(frozen=True, slots=True)
class TestServer:
    """A server that tests may write to; `local` is None where somebody else started it."""

    __test__ = False

    uri: str
    auth: tuple[str, str] | None
    local: LocalServer | None

    @property
    def environment(self) -> Mapping[str, str]:
        """The variables by which dhr-graph finds the server."""
        named = {} if self.auth is None else {USER: self.auth[0], PASSWORD: self.auth[1]}
        return {URI: self.uri, **named}


def lacking(reason: str) -> None:
    """Skip the test with the reason; in CI (`CI=true`), where a server must be had, fail it."""
    if os.environ.get("CI", "").lower() in ("true", "1"):
        pytest.fail(f"CI must test against a real Neo4j, and there is none: {reason}", pytrace=False)
    pytest.skip(f"no Neo4j: {reason}")


@pytest.fixture(scope="session")
def start_neo4j(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StartServer]:
    """Starts servers of one's own; `start_neo4j(password=..., settings={...})`. All are stopped at the end.

    `first` is called with a server before it starts.
    """
    started: list[LocalServer] = []

    def start(first: Callable[[LocalServer], object] = lambda server: None, **options: object) -> LocalServer:
        try:
            server = LocalServer(runtime(os.environ), tmp_path_factory.mktemp("neo4j"), **options)  # type: ignore[arg-type]
            started.append(server)
            first(server)
            server.start()
        except NoServer as reason:
            lacking(str(reason))
        return server

    yield start
    for server in started:
        server.stop(kill=True)


@pytest.fixture(scope="session")
def neo4j_server(request: pytest.FixtureRequest) -> TestServer:
    """The one server of the run. It may hold what other tests left: begin with `empty_neo4j` where that matters."""
    if URI in OUTSIDE:
        return _outside()
    server: LocalServer = request.getfixturevalue("start_neo4j")()
    return TestServer(server.uri, server.auth, server)


def _outside() -> TestServer:
    auth = (OUTSIDE.get(USER, "neo4j"), OUTSIDE[PASSWORD]) if PASSWORD in OUTSIDE else None
    server = TestServer(OUTSIDE[URI], auth, None)
    try:
        with neo4j.GraphDatabase.driver(server.uri, auth=server.auth) as driver:
            found = driver.execute_query("MATCH (n) RETURN count(n)").records[0].value()
    except (DriverError, Neo4jError, OSError) as fault:
        lacking(f"the one that {URI} names can't be used: {fault}")
    if found:
        pytest.fail(f"The tests empty the database at {URI}, and it holds {found} nodes. Give them an empty one.")
    return server


@pytest.fixture(scope="session")
def local_neo4j(neo4j_server: TestServer) -> LocalServer:
    """The same, where the run started it itself, so that it may be stopped and its Browser opened."""
    if neo4j_server.local is None:
        pytest.skip(f"{URI} names a server that somebody else started")
    return neo4j_server.local


@pytest.fixture(scope="session")
def neo4j_driver(neo4j_server: TestServer) -> Iterator[neo4j.Driver]:
    """A driver of that server."""
    with neo4j.GraphDatabase.driver(neo4j_server.uri, auth=neo4j_server.auth) as driver:
        yield driver


@pytest.fixture
def empty_neo4j(neo4j_server: TestServer, neo4j_driver: neo4j.Driver) -> TestServer:
    """The same server, its database without a node, constraint or index."""
    empty(neo4j_driver)
    return neo4j_server


@pytest.fixture
def cleared_neo4j(neo4j_server: TestServer, neo4j_driver: neo4j.Driver) -> TestServer:
    """The same server without a node; constraints and indexes stay."""
    clear(neo4j_driver)
    return neo4j_server


def clear(driver: neo4j.Driver) -> None:
    """Take all nodes out of the database."""
    with driver.session() as session:
        session.run("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS").consume()


def empty(driver: neo4j.Driver) -> None:
    """Take everything out of the database: nodes, constraints, indexes."""
    clear(driver)
    with driver.session() as session:
        for name in session.run("SHOW CONSTRAINTS YIELD name").value():
            session.run(f"DROP CONSTRAINT `{name}`").consume()
        for name in session.run("SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP' RETURN name").value():
            session.run(f"DROP INDEX `{name}`").consume()
