"""A canned question asked of Neo4j, in Cypher, with the rows that the dataset gives in SPARQL."""

from __future__ import annotations

from collections.abc import Mapping

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

    `params` holds values by name, as Python values or as words. Raises UsageError where they don't fit, where
    the statement does anything but read or can be no subquery, or where its values are not those of its columns.
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
        statement = compact(question)
        look(session, statement, parameters)
        batches = run(session, statement, parameters, limit=ROW_LIMIT, timeout=SECONDS)
        return arrange(question, wide(question, (batch for (batch,) in batches)))
