"""Ad-hoc Cypher reads the graph and does nothing else, however it is put."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from dhr_graph.errors import UsageError
from dhr_graph.stores.neo4j import Neo4jConnection, ask
from dhr_graph.stores.neo4j.read_only import check_functions

Rows = Callable[..., list[Any]]

WRITES = (
    "CREATE (:Agency)",
    "CREATE (n) RETURN n",
    "MATCH (n) SET n.name = 'x'",
    "MATCH (n) DETACH DELETE n",
    "MERGE (n:Agency {id: 1}) RETURN n",
    "MATCH (n) REMOVE n.name",
    "FOREACH (x IN [1] | CREATE (:Agency))",
    "CALL () { CREATE (:Agency) } RETURN 1 AS one",
    "CALL (*) { MATCH (n) DETACH DELETE n } RETURN 1 AS one",
    "MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS",
    "MATCH (n) RETURN n UNION CREATE (n) RETURN n",
    "CREATE INDEX FOR (n:Agency) ON (n.name)",
    "DROP CONSTRAINT dhr_graph_fact_id IF EXISTS",
    "CALL db.createLabel('x')",
    "/* only reading */ CREATE (:Agency) // RETURN 1",
    "// MATCH (n) RETURN n\nCREATE (:Agency)",
    "EXPLAIN CREATE (:Agency)",
    "PROFILE CREATE (:Agency)",
    "CYPHER 5 CREATE (:Agency)",
    "\\u0043REATE (:Agency)",
    "RETURN 1 AS one; CREATE (:Agency)",
    "CREATE (:Agency); RETURN 1 AS one",
)

OUTSIDE = (
    "LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line",
    "LOAD CSV FROM 'http://127.0.0.1:1/' AS line RETURN line",
    "load /**/ csv FROM 'file:///x' AS line RETURN line",
    "CALL () { LOAD CSV FROM 'file:///x' AS line RETURN line } RETURN line",
    "MATCH (n) WHERE EXISTS { LOAD CSV FROM 'file:///x' AS line RETURN line } RETURN n",
    "RETURN COLLECT { LOAD CSV FROM 'file:///x' AS line RETURN line } AS lines",
    "RETURN 1 AS line UNION LOAD CSV FROM 'file:///x' AS line RETURN line",
    "SHOW SETTINGS",
    "SHOW TRANSACTIONS",
    "SHOW USERS",
    "SHOW DATABASES",
    "TERMINATE TRANSACTION 'neo4j-transaction-1'",
    "SHOW TRANSACTIONS YIELD transactionId AS t TERMINATE TRANSACTIONS t YIELD message RETURN message",
    "CALL dbms.listConfig()",
    "CALL `dbms`.`listConfig`()",
    "CALL dbms.queryJmx('*:*')",
    "CALL tx.setMetaData({mine: 1})",
    "CALL db.awaitIndexes()",
    "CALL db.clearQueryCaches()",
    "CALL db.stats.collect('QUERIES')",
    "ALTER CURRENT USER SET PASSWORD FROM 'a' TO 'b'",
)


@pytest.mark.parametrize("statement", [*WRITES, *OUTSIDE])
def test_it_does_not_get_through(statement: str, connection: Neo4jConnection, rows: Rows) -> None:
    rows("CREATE (:Agency {id: 'mine', name: 'Mine'})")
    with pytest.raises(UsageError) as raised:
        ask(connection, statement)
    assert raised.value.exit_code == 2
    assert rows("MATCH (n) RETURN labels(n), n.id, n.name") == [(["Agency"], "mine", "Mine")]


def test_the_message_says_what_was_wrong(connection: Neo4jConnection) -> None:
    with pytest.raises(UsageError, match="LOAD CSV reads files and addresses from the server"):
        ask(connection, OUTSIDE[0])
    with pytest.raises(UsageError, match=r"The procedure db\.awaitIndexes .*They are: .*db\.labels"):
        ask(connection, "CALL db.awaitIndexes()")
    with pytest.raises(UsageError, match="does more than read"):
        ask(connection, WRITES[0])
    with pytest.raises(UsageError, match=r"can't be run: Invalid input.*line 2, column 14"):
        ask(connection, "MATCH (n)\nWHERE RETURN n")
    with pytest.raises(UsageError, match="line 1, column 14"):
        ask(connection, "MATCH RETURN n")
    with pytest.raises(UsageError, match="The statement is empty"):
        ask(connection, " \n")


@pytest.mark.parametrize(
    "statement",
    [
        "RETURN apoc.cypher.runFirstColumnSingle('LOAD CSV ...', {})",
        "RETURN apoc . cypher\n.RunFirstColumnSingle ('x')",
        "RETURN `apoc`.`cypher`.`runFirstColumnSingle`('x')",
        "RETURN apoc/* */.cypher// x\n.runFirstColumnSingle('x')",
        "RETURN \\u0061poc.cypher.runFirstColumnSingle('x')",
        "RETURN `apoc.cypher.runFirstColumnSingle`('x')",
    ],
)
def test_functions_that_were_added_to_the_server_are_refused(statement: str) -> None:
    """One of APOC's runs statements of its own, which no plan shows."""
    with pytest.raises(UsageError, match="added to the server"):
        check_functions(statement, ["apoc.cypher.runFirstColumnSingle", "apoc.text.join"])
    check_functions("RETURN date.truncate('day', date()), my.cypher", ["apoc.cypher.runFirstColumnSingle"])


READING = {
    "MATCH (n:Agency) RETURN count(n) AS number": 1,
    "// a comment first\nMATCH (n) RETURN n.id AS id": 1,
    "CYPHER 5 MATCH (n) RETURN n.id AS id": 1,
    "CALL db.labels() YIELD label RETURN count(label) AS number": 1,
    "CALL db.schema.visualization()": 1,
    "SHOW INDEXES YIELD name RETURN count(name) AS number": 1,
    "RETURN date.truncate('month', date('2014-03-02')) AS month": 1,
    "MATCH (n) WHERE n.name = 'CREATE (m) SET m.x = LOAD CSV' RETURN n": 0,
    "MATCH (n) CALL (n) { MATCH (n)--(m) RETURN count(m) AS near } RETURN near;": 1,
}


@pytest.mark.parametrize("statement", READING)
def test_what_only_reads_is_answered(statement: str, connection: Neo4jConnection, rows: Rows) -> None:
    rows("CREATE (:Agency {id: 'mine', name: 'Mine'})")
    assert len(ask(connection, statement).rows) == READING[statement]


def test_there_is_a_limit_of_rows(connection: Neo4jConnection) -> None:
    found = ask(connection, "UNWIND range(1, 1000000000) AS number RETURN number", limit=3)
    assert (found.rows, found.truncated) == (((1,), (2,), (3,)), True)
    assert not ask(connection, "UNWIND [1, 2, 3] AS number RETURN number", limit=3).truncated


def test_there_is_a_limit_of_time(connection: Neo4jConnection) -> None:
    with pytest.raises(UsageError, match="longer than 1 s"):
        ask(connection, "UNWIND range(1, 1000000) AS a UNWIND range(1, 1000000) AS b RETURN sum(a * b) AS s", timeout=1)


@pytest.mark.parametrize("limits", [{"limit": 0}, {"timeout": 0.0}])
def test_limits_are_above_nothing(limits: dict[str, Any], connection: Neo4jConnection) -> None:
    with pytest.raises(UsageError, match="above 0"):
        ask(connection, "RETURN 1", **limits)


def test_values_of_the_graph_are_shown_as_words(connection: Neo4jConnection, rows: Rows) -> None:
    rows(
        "CREATE (:Agency:Body:Fact {id: 'ash/Agency/1', caption: 'Ash \"Police\"'})"
        "-[:KNEW_OF {since: date('2014-03-02')}]->(:Review {id: 'ash/Review/1'})"
    )
    found = ask(
        connection,
        "MATCH p = (r:Review)<-[k]-(a) RETURN a, k, p, [a] AS l, {x: r} AS m, "
        "date('2014-03-02') AS d, duration('P1D') AS t, point({x: 1, y: 2}) AS q, null AS n, "
        "1.5 AS f, true AS b",
    )
    agency = 'Agency "Ash \\"Police\\"" ash/Agency/1'
    (row,) = found.rows
    assert dict(zip(found.columns, row, strict=True)) == {
        "a": agency,
        "k": 'KNEW_OF {"since": "2014-03-02"}',
        "p": f"Review ash/Review/1 <-[KNEW_OF]- {agency}",
        "l": '["Agency \\"Ash \\\\\\"Police\\\\\\"\\" ash/Agency/1"]',
        "m": '{"x": "Review ash/Review/1"}',
        "d": "2014-03-02",
        "t": "P1D",
        "q": "CartesianPoint(1.0, 2.0)",
        "n": None,
        "f": 1.5,
        "b": True,
    }


def test_parameters_are_values(connection: Neo4jConnection) -> None:
    assert ask(connection, "RETURN $x AS x", {"x": "'); DROP"}).rows == (("'); DROP",),)
