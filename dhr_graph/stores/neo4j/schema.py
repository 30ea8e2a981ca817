"""The schema of a database, made before the first node is: without it nothing is loaded."""

from __future__ import annotations

from neo4j import ManagedTransaction
from neo4j.exceptions import ClientError

from dhr_graph.errors import Neo4jError
from dhr_graph.stores.neo4j.connection import Neo4jConnection
from dhr_graph.stores.neo4j.schema_rules import WORDS, SchemaRule, schema_rules

PATIENCE = 300
"""Seconds that the server may take to fill the indexes."""

_OWN_DATABASE = "Load into a database of its own (--database), or take that out of this one."


def prepare_schema(connection: Neo4jConnection) -> None:
    """Make what is missing of the schema and wait until it is in force.

    Raises Neo4jError where the database's other content stands against it: nothing is loaded without it.
    """
    missing = [rule for rule in schema_rules() if rule not in _in_force(connection)]
    for rule in missing:
        try:
            connection.change_schema(rule.statement)
        except Neo4jError as refusal:
            raise _explained(refusal, rule, connection.where) from refusal
    if missing:
        connection.read(_await, doing="waiting for the indexes")
        _check(connection)


def await_words(connection: Neo4jConnection) -> None:
    """Wait until the full-text index has seen all that was written."""

    def refresh(tx: ManagedTransaction) -> None:
        tx.run("CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()").consume()

    connection.read(refresh, doing="waiting for the full-text index")


def _await(tx: ManagedTransaction) -> None:
    tx.run("CALL db.awaitIndexes($seconds)", seconds=PATIENCE).consume()


def _check(connection: Neo4jConnection) -> None:
    in_force = _in_force(connection)
    for rule in schema_rules():
        if rule not in in_force:
            raise Neo4jError(
                f"The rule {rule.name} on {':'.join(rule.labels)} is not in force.",
                where=connection.where,
                remedy=f"In SHOW INDEXES and SHOW CONSTRAINTS, a rule of that name may be another's. {_OWN_DATABASE}",
            )


def _in_force(connection: Neo4jConnection) -> frozenset[SchemaRule]:
    """The rules that the database has, under whatever name."""

    def look(tx: ManagedTransaction) -> set[tuple[str, frozenset[str], frozenset[str]]]:
        constraints = tx.run(
            "SHOW CONSTRAINTS YIELD type, labelsOrTypes AS labels, properties WHERE type ENDS WITH 'UNIQUENESS' "
            "AND NOT type STARTS WITH 'REL' RETURN 'UNIQUENESS' AS kind, labels, properties"
        )
        found = {(row["kind"], frozenset(row["labels"]), frozenset(row["properties"])) for row in constraints}
        indexes = tx.run(
            "SHOW INDEXES YIELD name, type AS kind, entityType, labelsOrTypes AS labels, properties, state "
            "WHERE entityType = 'NODE' AND state = 'ONLINE' AND (kind = 'RANGE' OR name = $words) "
            "RETURN kind, labels, properties",
            words=WORDS,
        )
        return found | {
            (row["kind"], frozenset(row["labels"] or ()), frozenset(row["properties"] or ())) for row in indexes
        }

    found = connection.read(look, doing="looking at the schema")
    return frozenset(
        rule for rule in schema_rules() if (rule.kind, frozenset(rule.labels), frozenset(rule.properties)) in found
    )


def _explained(refusal: Neo4jError, rule: SchemaRule, where: str) -> Neo4jError:
    cause = refusal.__cause__
    if isinstance(cause, ClientError) and (cause.code or "").startswith("Neo.ClientError.Schema"):
        return _clash(rule, where, cause)
    if "ConstraintCreationFailed" in str(getattr(cause, "code", "")):
        return _clash(rule, where, cause)
    return refusal


def _clash(rule: SchemaRule, where: str, cause: object) -> Neo4jError:
    reason = " ".join(str(getattr(cause, "message", cause)).split())
    return Neo4jError(
        f"The rule {rule.name} can't be made, for the database holds other data: {reason[:300]}.",
        where=where,
        remedy=f"{_OWN_DATABASE} Nothing was loaded.",
    )
