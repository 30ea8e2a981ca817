"""A canned question asked of Neo4j, in Cypher, with the rows that the dataset gives in SPARQL."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from neo4j import Session
from neo4j.exceptions import CypherSyntaxError, CypherTypeError

from dhr_graph.errors import UsageError
from dhr_graph.questions import Answer, Question, arrange, typed_parameters
from dhr_graph.stores.neo4j.ad_hoc import look, reading, run
from dhr_graph.stores.neo4j.compact_rows import compact, wide
from dhr_graph.stores.neo4j.connection import Neo4jConnection

ROW_LIMIT = 1_000_000
SECONDS = 600.0
FETCHED = 100


def answer_in_neo4j(
    question: Question, connection: Neo4jConnection, params: Mapping[str, object] | None = None
) -> Answer:
    """Answer a question on a server, read-only like any other statement, for it may be a user's own.

    `params` holds values by name, as Python values or as words. Raises UsageError where they don't fit, or the
    statement does anything but read.
    """
    parameters = typed_parameters(question, params or {})
    expected = tuple(column.name for column in question.columns)
    with reading(connection, SECONDS, FETCHED) as session:
        columns = look(session, question.cypher, parameters)
        if columns != expected:
            raise UsageError(
                f"The statement gives the columns {', '.join(columns)}.",
                where=question.name,
                remedy=f"They must be {', '.join(expected)}.",
            )
        return arrange(question, _rows(session, question, parameters))


def _rows(session: Session, question: Question, parameters: Mapping[str, object]) -> Iterable[Sequence[object]]:
    """The rows, in the compact form if the statement and its values can have it."""
    try:
        look(session, compact(question), parameters)
        batches = run(session, compact(question), parameters, limit=ROW_LIMIT, timeout=SECONDS)
        return wide(question.columns, (batch for (batch,) in batches))
    except (CypherSyntaxError, CypherTypeError, ValueError):
        return run(session, question.cypher, parameters, limit=ROW_LIMIT, timeout=SECONDS)
