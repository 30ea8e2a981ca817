"""Ad-hoc Cypher: looked at before it runs, read-only, with a limit of time and of rows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from itertools import islice
from typing import Any

from neo4j import READ_ACCESS, Session
from neo4j.exceptions import ClientError, Neo4jError, TransientError

from dhr_graph.errors import UsageError
from dhr_graph.stores import QueryResult
from dhr_graph.stores.neo4j.cells import cell_of
from dhr_graph.stores.neo4j.connection import Neo4jConnection
from dhr_graph.stores.neo4j.faults import told
from dhr_graph.stores.neo4j.missing_names import missing_names
from dhr_graph.stores.neo4j.read_only import check_functions, check_plan
from dhr_graph.vocabulary import vocabulary
from dhr_graph.vocabulary.unknown_terms import unknown_in_cypher

ROW_LIMIT = 10_000
SECONDS = 60.0

_EXPLAIN = "EXPLAIN "
_ADDED = "SHOW FUNCTIONS YIELD name, isBuiltIn WHERE NOT isBuiltIn RETURN name"
_PLACE = re.compile(r"(\d+), column (\d+)")
_TOO_LONG = ("TransactionTimedOut", "TransactionTimedOutClientConfiguration", "Terminated")


def ask(
    connection: Neo4jConnection,
    text: str,
    parameters: Mapping[str, object] | None = None,
    *,
    limit: int = ROW_LIMIT,
    timeout: float = SECONDS,
) -> QueryResult:
    """Ask a statement of one's own; nodes, relationships and paths become words in the table's cells.

    Raises UsageError where it is wrong, does anything but read the graph, or takes longer than `timeout` seconds;
    nothing of it has run then but what was read until that moment.
    """
    columns, rows, truncated = read_rows(connection, text, parameters or {}, limit=limit, timeout=timeout)
    hints = unknown_in_cypher(missing_names(connection, text, parameters or {}), vocabulary())
    return QueryResult(columns, tuple(tuple(map(cell_of, row)) for row in rows), truncated, hints)


def read_rows(
    connection: Neo4jConnection, text: str, parameters: Mapping[str, object], *, limit: int, timeout: float
) -> tuple[tuple[str, ...], list[list[Any]], bool]:
    """The same with the driver's values: columns, rows, and whether there were more."""
    if limit < 1 or timeout <= 0:
        raise UsageError("The limits of rows and of seconds must be above 0.", remedy="Give higher ones.")
    if not text.strip():
        raise UsageError("The statement is empty.", where="statement", remedy="Give one such as MATCH (n) RETURN n.")
    with reading(connection, timeout, min(limit + 1, 1000)) as session:
        columns = look(session, text, parameters)
        rows = run(session, text, parameters, limit=limit + 1, timeout=timeout)
        return columns, rows[:limit], len(rows) > limit


@contextmanager
def reading(connection: Neo4jConnection, timeout: float, fetched: int) -> Iterator[Session]:
    """A session that reads only; a fault of the statement leaves it as UsageError."""
    with told(connection.where, doing="asking"), connection.session(READ_ACCESS, fetched) as session:
        try:
            yield session
        except (ClientError, TransientError) as fault:
            raise _explained(fault, timeout) from fault


def look(session: Session, text: str, parameters: Mapping[str, object]) -> tuple[str, ...]:
    """Have the statement explained, which runs nothing, and look at what it would do; its columns."""
    check_functions(text, session.run(_ADDED).value())
    result = session.run(f"{_EXPLAIN}{text}", dict(parameters))
    summary = result.consume()
    check_plan(summary.query_type, summary.plan)
    return tuple(result.keys())


def run(
    session: Session, text: str, parameters: Mapping[str, object], *, limit: int, timeout: float
) -> list[list[Any]]:
    """Run a statement that was looked at; at most so many of its rows."""
    with session.begin_transaction(timeout=timeout) as transaction:
        result = transaction.run(text, dict(parameters))
        return [list(record.values()) for record in islice(result, limit)]


def _explained(fault: Neo4jError, timeout: float) -> Exception:
    """A fault of the statement as UsageError; any other as it is."""
    code = fault.code or ""
    if code.endswith(_TOO_LONG):
        return UsageError(
            f"The statement took longer than {timeout:g} s and was ended.",
            where="statement",
            remedy="Anchor it on one review, take a pattern out, or allow more time.",
        )
    if code.startswith(("Neo.ClientError.Statement", "Neo.ClientError.Procedure")):
        return UsageError(
            f"The statement can't be run: {_reason(fault.message or code)}.",
            where="statement",
            remedy="Mend it; only reading is allowed.",
        )
    return fault


def _reason(message: str) -> str:
    """The server's words with the place in the user's own statement, which it saw behind a word more."""
    words, _, place = message.partition(" (line ")
    found = _PLACE.match(place)
    if found is None:
        return " ".join(message.split()).rstrip(".")
    line, column = int(found[1]), int(found[2])
    column -= len(_EXPLAIN) if line == 1 else 0
    return f"{' '.join(words.split())}, at line {line}, column {column}"
