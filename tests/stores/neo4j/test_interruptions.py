"""A load that was killed, cut off or met by another one ends in the same graph as one that nothing disturbed."""

from __future__ import annotations

import multiprocessing
import random
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import neo4j
import pytest
from neo4j_server.fixtures import TestServer, clear
from neo4j_server.process import LocalServer

from dhr_graph.errors import Neo4jError
from dhr_graph.model.reading import ReviewReading
from dhr_graph.stores import Dataset
from dhr_graph.stores.neo4j import LoadProgress, LoadReport, Neo4jAddress, Neo4jConnection, load

KILLS = 20
REVIEWS = 8

Rows = Callable[..., list[Any]]
Snapshot = Callable[[], tuple[Any, ...]]


@pytest.fixture(scope="module", autouse=True)
def each_review_by_itself() -> Iterator[None]:
    """Every review in a transaction of its own, though they are small, so that there is more to interrupt."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("dhr_graph.stores.neo4j.shipments.GROUP", 1)
        yield


@pytest.fixture(scope="module")
def folder(reading_of: Callable[..., ReviewReading], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A dataset of some reviews that share an organisation."""
    path = tmp_path_factory.mktemp("dataset") / "graph"
    with Dataset.open(path, write=True) as dataset:
        for number in range(REVIEWS):
            sentences = [f"Police visited house {house} in year {number}." for house in range(10 + 5 * number)]
            dataset.write_review(reading_of(f"review-{number:02}", {"a.txt": sentences}))
    return path


@pytest.fixture
def undisturbed(folder: Path, connection: Neo4jConnection, neo4j_driver: neo4j.Driver, snapshot: Snapshot) -> object:
    """What the server holds after a load that nothing disturbed; then it is cleared."""
    with Dataset.open(folder) as dataset:
        assert len(load(dataset, connection).added) == REVIEWS
    taken = snapshot()
    clear(neo4j_driver)
    return taken


def load_in_background(folder: Path, address: Neo4jAddress) -> multiprocessing.process.BaseProcess:
    """A load in a process of its own, ready to be killed."""
    process = multiprocessing.get_context("fork").Process(target=_load, args=(folder, address))
    process.start()
    return process


def _load(folder: Path, address: Neo4jAddress) -> None:
    with Dataset.open(folder, patience=30) as dataset, Neo4jConnection.open(address) as connection:
        load(dataset, connection)


def address_of(server: TestServer) -> Neo4jAddress:
    user, password = server.auth or ("neo4j", None)
    return Neo4jAddress(server.uri, user, password)


def test_killed_at_twenty_random_moments(
    folder: Path,
    undisturbed: object,
    connection: Neo4jConnection,
    cleared_neo4j: TestServer,
    neo4j_driver: neo4j.Driver,
    rows: Rows,
    snapshot: Snapshot,
) -> None:
    address, chance = address_of(cleared_neo4j), random.Random(4)
    started = time.monotonic()
    load_in_background(folder, address).join()
    takes = time.monotonic() - started
    assert snapshot() == undisturbed
    reached = set()
    with Dataset.open(folder) as dataset:
        for _ in range(KILLS):
            clear(neo4j_driver)
            process = load_in_background(folder, address)
            time.sleep(chance.uniform(0.1, 1) * takes)
            process.kill()
            process.join()
            reached.add(_whole_reviews(rows))
            load(dataset, connection)
            assert snapshot() == undisturbed
    assert len(reached) > 3, "the moments were no different from one another"


def _whole_reviews(rows: Rows) -> int:
    """How many reviews there are; each has all its nodes, or none."""
    found = rows("MATCH (r:Review) RETURN r.slug, toInteger(split(r.loaded, '/')[1]) ORDER BY r.slug")
    counted = rows("MATCH (n) WHERE NOT n:Organisation RETURN split(n.graph, '/')[0] AS slug, count(n) ORDER BY slug")
    assert counted == found
    return len(found)


def test_two_loads_at_once(folder: Path, undisturbed: object, cleared_neo4j: TestServer, snapshot: Snapshot) -> None:
    processes = [load_in_background(folder, address_of(cleared_neo4j)) for _ in range(2)]
    for process in processes:
        process.join()
    assert [process.exitcode for process in processes] == [0, 0]
    assert snapshot() == undisturbed


def test_the_server_is_killed_and_started_again_in_the_middle(
    folder: Path, undisturbed: object, connection: Neo4jConnection, local_neo4j: LocalServer, snapshot: Snapshot
) -> None:
    """The load goes on by itself when the server is back."""
    is_amid = threading.Event()
    reports: list[LoadReport] = []
    with Dataset.open(folder) as dataset:
        loading = threading.Thread(
            target=lambda: reports.append(
                load(dataset, connection, progress=lambda progress: is_amid.set() if progress.done == 3 else None)
            )
        )
        loading.start()
        is_amid.wait(60)
        local_neo4j.stop(kill=True)
        local_neo4j.start()
        loading.join()
        assert len(reports[0].added) == REVIEWS
        assert snapshot() == undisturbed
        assert load(dataset, connection).unchanged == dataset.reviews()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="a full disk is feigned by a limit that Linux has")
def test_the_server_s_disk_is_full(
    folder: Path,
    undisturbed: object,
    connection: Neo4jConnection,
    local_neo4j: LocalServer,
    rows: Rows,
    snapshot: Snapshot,
) -> None:
    """What was written until then stays; when there is room again, loading goes on from there."""
    with Dataset.open(folder) as dataset, ExitStack() as disk:

        def fill(progress: LoadProgress) -> None:
            if progress.done == 3:
                disk.enter_context(local_neo4j.with_full_disk())

        try:
            with pytest.raises(Neo4jError, match="perhaps because its disk is full.*Make room on the server's disk"):
                load(dataset, connection, progress=fill)
            with pytest.raises(Neo4jError, match="The database has stopped.*such as a full disk.*restart Neo4j"):
                load(dataset, connection)
        finally:
            disk.close()
            local_neo4j.stop()
            local_neo4j.start()
        assert _whole_reviews(rows) == 3
        report = load(dataset, connection)
        assert (len(report.unchanged), len(report.added)) == (3, REVIEWS - 3)
        assert snapshot() == undisturbed


def test_the_server_goes_and_does_not_come_back(
    folder: Path, undisturbed: object, local_neo4j: LocalServer, snapshot: Snapshot
) -> None:
    """What was written until then stays, and loading again goes on from there."""
    try:
        with (
            Dataset.open(folder) as dataset,
            Neo4jConnection.open(Neo4jAddress(local_neo4j.uri), persistence=0.5) as connection,
            pytest.raises(Neo4jError, match="connection was lost.*Nothing is half-written. Run the command again"),
        ):
            load(dataset, connection, progress=lambda progress: local_neo4j.stop(kill=True))
    finally:
        local_neo4j.start()
    with Dataset.open(folder) as dataset, Neo4jConnection.open(Neo4jAddress(local_neo4j.uri)) as connection:
        report = load(dataset, connection)
        assert (report.unchanged, len(report.added)) == (("review-00",), REVIEWS - 1)
        assert snapshot() == undisturbed
