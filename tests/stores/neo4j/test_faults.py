"""What goes wrong on the way to a Neo4j, or there, has its remedy; nothing is half-written, no password shown."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import neo4j
import pytest
from click.testing import CliRunner, Result
from neo4j import exceptions as driver
from neo4j_server.fixtures import StartServer, TestServer, empty
from neo4j_server.old_server import NO_BOLT_IN_COMMON, server_that_calls_itself
from neo4j_server.process import LocalServer, free_port

from dhr_graph.cli import application
from dhr_graph.errors import Neo4jError
from dhr_graph.model.reading import ReviewReading
from dhr_graph.stores import Dataset
from dhr_graph.stores.neo4j import Neo4jAddress, Neo4jConnection, load, remove
from dhr_graph.stores.neo4j.faults import REMEDIES, explain

PASSWORD = "swordfish-9"
WRONG = "herring-77"

Rows = Callable[..., list[Any]]


def told(address: Neo4jAddress) -> str:
    """What the error says that opening a connection gives."""
    with pytest.raises(Neo4jError) as raised:
        Neo4jConnection.open(address, persistence=1).close()
    assert raised.value.exit_code == 3
    assert raised.value.remedy
    return str(raised.value)


class TestNoServer:
    @pytest.mark.parametrize("scheme", ["bolt", "neo4j"])
    def test_nothing_answers(self, scheme: str) -> None:
        said = told(Neo4jAddress(f"{scheme}://127.0.0.1:{free_port()}", password=PASSWORD))
        assert re.search(r"No Neo4j answers: .* Start it, and look at address, port \(7687, not 7474\)", said)
        assert PASSWORD not in said

    def test_the_port_of_the_browser(self, local_neo4j: LocalServer) -> None:
        assert "port (7687, not 7474)" in told(Neo4jAddress(f"bolt://127.0.0.1:{local_neo4j.http}"))

    def test_a_server_without_a_certificate(self, local_neo4j: LocalServer) -> None:
        said = told(Neo4jAddress(f"bolt+s://127.0.0.1:{local_neo4j.bolt}"))
        assert "a scheme with +s needs a certificate" in said


class TestWrongVersion:
    @pytest.mark.parametrize("agent", ["Neo4j/4.4.41", "Neo4j/5.25.1"])
    def test_an_old_neo4j(self, agent: str) -> None:
        with server_that_calls_itself(agent) as uri:
            said = told(Neo4jAddress(uri, password=PASSWORD))
        assert re.search(r"Neo4j [45]\.\d+\.\d+ is too old: .* Use Neo4j 5\.26 LTS", said)

    def test_another_product(self) -> None:
        with server_that_calls_itself("Memgraph/2.1") as uri:
            assert "calls itself 'Memgraph/2.1', which is no Neo4j" in told(Neo4jAddress(uri))

    def test_one_that_the_driver_cannot_talk_to(self) -> None:
        with server_that_calls_itself("", NO_BOLT_IN_COMMON) as uri:
            assert re.search(r"too old, or no Neo4j\. Use Neo4j 5\.26 LTS", told(Neo4jAddress(uri)))


@pytest.fixture(scope="module")
def guarded(start_neo4j: StartServer) -> Iterator[LocalServer]:
    """A server of its own that wants a password."""
    server: LocalServer = start_neo4j(password=PASSWORD)
    yield server
    server.stop(kill=True)


@pytest.fixture(scope="module")
def graph(reading_of: Callable[..., ReviewReading], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A dataset of one review, on disk."""
    folder = tmp_path_factory.mktemp("dataset") / "graph"
    with Dataset.open(folder, write=True) as dataset:
        dataset.write_review(reading_of("ash", {"a.txt": ["Police called."]}))
    return folder


def call(server: LocalServer, *arguments: str | Path, password: str | None = PASSWORD) -> Result:
    """Call `dhr-graph` with a password in the environment."""
    environment = {"DHR_GRAPH_NEO4J": server.uri, "DHR_GRAPH_NEO4J_PASSWORD": password}
    return CliRunner().invoke(application, [str(each) for each in arguments], env=environment, prog_name="dhr-graph")


class TestWhoMayDoWhat:
    """In this order: first whom the server lets in, then, started anew, what it lets be written."""

    def test_the_right_password(self, guarded: LocalServer, graph: Path) -> None:
        result = call(guarded, "load", "--graph", graph)
        assert (result.exit_code, "1 added" in result.stdout) == (0, True), result.output
        assert PASSWORD not in result.output

    @pytest.mark.parametrize("more", [[], ["--debug"]])
    def test_a_wrong_password(self, guarded: LocalServer, graph: Path, more: list[str]) -> None:
        result = call(guarded, "load", "--graph", graph, *more, password=WRONG)
        assert result.exit_code == 3 or more
        assert "User or password is wrong" in f"{result.output}{result.exception}"
        assert "--password-file" in f"{result.output}{result.exception}"
        assert WRONG not in f"{result.output}{result.exception!r}"

    def test_no_password_and_nobody_to_ask(self, guarded: LocalServer, graph: Path) -> None:
        result = call(guarded, "load", "--graph", graph, password=None)
        assert result.exit_code == 3
        assert "a password is needed" in result.output

    def test_a_password_is_asked_for_where_there_is_a_person(self, guarded: LocalServer) -> None:
        with Neo4jConnection.open(Neo4jAddress(guarded.uri), ask_password=lambda: PASSWORD) as connection:
            assert PASSWORD not in f"{connection!r} {vars(connection)}"

    def test_there_is_no_such_database(self, guarded: LocalServer, graph: Path) -> None:
        result = call(guarded, "load", "--graph", graph, "--database", "nowhere")
        assert result.exit_code == 3
        assert "There is no such database." in result.output
        assert "--database" in result.output

    def test_too_many_wrong_passwords(self, guarded: LocalServer) -> None:
        said = [told(Neo4jAddress(guarded.uri, password=WRONG)) for _ in range(4)]
        assert "Wait a few seconds" in said[-1]

    def test_the_database_is_read_only(
        self, guarded: LocalServer, graph: Path, reading_of: Callable[..., ReviewReading]
    ) -> None:
        guarded.stop()
        guarded.settings = {"server.databases.read_only": "neo4j"}
        guarded.start()
        with Neo4jConnection.open(Neo4jAddress(guarded.uri, password=PASSWORD)) as connection:
            with Dataset.open(graph) as dataset:
                assert load(dataset, connection).unchanged == ("ash",), "to look is allowed"
            with Dataset.in_memory() as other:
                other.write_review(reading_of("ash", {"a.txt": ["All is new."]}))
                with pytest.raises(Neo4jError, match=r"read-only.*server\.databases\.read_only.*--database"):
                    load(other, connection)
            with pytest.raises(Neo4jError, match="read-only") as raised:
                remove(connection, ["ash"])
            assert raised.value.exit_code == 3
        assert call(guarded, "remove", "ash", "--graph", graph, "--neo4j", guarded.uri).exit_code == 3
        with Dataset.open(graph) as dataset:
            assert dataset.reviews() == ("ash",), "it goes in neither place, or in both"


class TestForeignData:
    """The database holds something of others that stands against ours."""

    @pytest.fixture(autouse=True)
    def emptied_afterwards(self, empty_neo4j: TestServer, neo4j_driver: neo4j.Driver) -> Iterator[None]:
        """No other test shall find an index of these."""
        yield
        empty(neo4j_driver)

    @pytest.mark.parametrize(
        ("statement", "says"),
        [
            ("CREATE (:Fact {id: 1}), (:Fact {id: 1})", "dhr_graph_fact_id can't be made, for the database holds"),
            ("CREATE INDEX mine FOR (n:Fact) ON (n.id)", "dhr_graph_fact_id can't be made, for the database holds"),
            ("CREATE INDEX dhr_graph_words FOR (n:Note) ON (n.id)", "dhr_graph_words on Evidence:Passage is not in"),
        ],
    )
    def test_the_schema_cannot_be_made(
        self,
        statement: str,
        says: str,
        two_reviews: Dataset,
        connection: Neo4jConnection,
        rows: Rows,
    ) -> None:
        rows(statement)
        before = rows("MATCH (n) RETURN elementId(n), labels(n), properties(n) ORDER BY elementId(n)")
        with pytest.raises(Neo4jError, match=f"{says}.* Load into a database of its own") as raised:
            load(two_reviews, connection)
        assert raised.value.exit_code == 3
        assert rows("MATCH (n) RETURN elementId(n), labels(n), properties(n) ORDER BY elementId(n)") == before


def fault_of(code: str, message: str = "It went wrong.") -> driver.Neo4jError:
    """What the driver raises for a server's code; its own way to make one is not public."""
    return driver.Neo4jError._hydrate_neo4j(code=code, message=message)


class TestTheServersCodes:
    @pytest.mark.parametrize("code", REMEDIES)
    def test_each_that_we_know_has_its_words_and_its_remedy(self, code: str) -> None:
        error = explain(fault_of(code), "bolt://db", "writing ash")
        what, remedy = REMEDIES[code]
        assert str(error) == f"bolt://db, writing ash: {what} (It went wrong) {remedy}"
        assert error.exit_code == 3

    @pytest.mark.parametrize(
        ("code", "message"),
        [
            ("Neo.DatabaseError.Transaction.TransactionLogError", "Could not append transaction to log"),
            ("Neo.DatabaseError.Transaction.TransactionCommitFailed", "No space left on device"),
            ("Neo.DatabaseError.General.UnknownError", "java.io.IOException: No space left on device"),
        ],
    )
    def test_a_full_disk(self, code: str, message: str) -> None:
        error = explain(fault_of(code, message), "bolt://db", "writing ash")
        assert "perhaps because its disk is full" in error.what
        assert (error.remedy or "").startswith("Make room on the server's disk")

    def test_one_that_we_do_not_know_is_told_as_it_is(self) -> None:
        error = explain(fault_of("Neo.ClientError.Sky.Fallen", "The sky\nfell."), "bolt://db")
        assert error.what == "The server refuses: The sky fell (Neo.ClientError.Sky.Fallen)."

    @pytest.mark.parametrize(
        ("fault", "says"),
        [
            (driver.ServiceUnavailable("gone"), "The connection was lost: gone. See that the server runs."),
            (driver.SessionExpired("gone"), "The connection was lost: gone."),
            (driver.IncompleteCommit("gone"), "The connection was lost: gone."),
            (ConnectionResetError("gone"), "The connection was lost: gone."),
            (driver.ConfigurationError("what?"), "The driver does not take this: what?. Mend the address."),
            (driver.ResultConsumedError(None, "odd"), "The driver failed: odd. Run the command again"),
        ],
    )
    def test_what_the_driver_finds_by_itself(self, fault: Exception, says: str) -> None:
        assert says in str(explain(fault, "bolt://db", "writing ash"))
