"""Writing differences within one transaction, every statement checked by the server's own counters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import astuple, dataclass
from typing import Any, TypeVar

from neo4j import ManagedTransaction

import dhr_graph.stores.neo4j.statements as statements
from dhr_graph.errors import Neo4jError
from dhr_graph.stores.neo4j.differences import Difference
from dhr_graph.stores.neo4j.node_properties import to_server
from dhr_graph.stores.neo4j.statements import LinkPattern

BATCH = 5000
"""Rows that one statement is given."""

LOCK = "dhr-graph:writing"
"""The id that stands for the right to write; no record can have it."""

K = TypeVar("K", tuple[str, ...], str, LinkPattern)


@dataclass(frozen=True, slots=True)
class Written:
    """What transactions did, by the server's counters; the sum of two is what both did."""

    nodes_created: int = 0
    nodes_deleted: int = 0
    nodes_changed: int = 0
    relationships_created: int = 0
    relationships_deleted: int = 0

    def __add__(self, other: Written) -> Written:
        return Written(*(one + two for one, two in zip(astuple(self), astuple(other), strict=True)))


def intended(differences: Iterable[Difference]) -> Written:
    """What writing these would do."""
    written = Written()
    for one in differences:
        written += Written(len(one.new), len(one.gone), len(one.changed), len(one.linked), len(one.cut))
    return written


def take_turn(tx: ManagedTransaction) -> None:
    """Wait until no other load or removal writes, and keep them waiting until this transaction ends."""
    tx.run(statements.TAKE_TURN, id=LOCK).consume()


def write_differences(tx: ManagedTransaction, differences: Sequence[Difference]) -> Written:
    """Write differences: relationships that go, nodes that go, nodes by label, relationships by type.

    Raises Neo4jError where the server did not do as much as it was told, so that the transaction is undone.
    """
    written = _run(tx, statements.CUT, [row for one in differences for row in one.cut], "relationships_deleted")
    for label, ids in _grouped((node.labels[-1], node.id) for one in differences for node in one.gone):
        written += _run(tx, statements.delete(label), ids, "nodes_deleted")
    changed = ((node.labels[-1], to_server(node, one.loaded)) for one in differences for node in one.changed)
    for label, rows in _grouped(changed):
        written += _run(tx, statements.change(label), rows, None) + Written(nodes_changed=len(rows))
    new = ((node.labels, to_server(node, one.loaded)) for one in differences for node in one.new)
    for labels, rows in _grouped(new):
        written += _run(tx, statements.create(labels), rows, "nodes_created")
    for pattern, links in _grouped(_links(differences)):
        written += _run(tx, statements.link(pattern), links, "relationships_created")
    return written


def delete_unused(tx: ManagedTransaction, organisations: Sequence[str]) -> Written:
    """Take out those of the organisations that no review on the server leads to."""
    return _run(tx, statements.DELETE_UNUSED, organisations, None)


def _links(differences: Iterable[Difference]) -> Iterator[tuple[LinkPattern, list[Any]]]:
    """Relationships of our own end in the same review, or at an organisation."""
    for one in differences:
        for (start, type_, finish), properties in one.linked:
            labels = one.labels.get(finish, ("Organisation",))
            row = [start, finish, dict(properties)] if properties else [start, finish]
            yield LinkPattern(one.labels[start][-1], type_, labels[-1], bool(properties)), row


def _grouped(rows: Iterable[tuple[K, Any]]) -> Iterator[tuple[K, list[Any]]]:
    """Rows that go into one statement, in the order of their keys."""
    groups: dict[K, list[Any]] = {}
    for key, row in rows:
        groups.setdefault(key, []).append(row)
    yield from sorted(groups.items(), key=lambda group: group[0])


def _run(tx: ManagedTransaction, statement: str, rows: Sequence[Any], counted: str | None) -> Written:
    written = Written()
    for begin in range(0, len(rows), BATCH):
        batch = list(rows[begin : begin + BATCH])
        counters = tx.run(statement, rows=batch).consume().counters
        done = len(batch) if counted is None else getattr(counters, counted)
        if done != len(batch):
            raise Neo4jError(
                f"The server did {done} of {len(batch)} rows of: {statement}",
                where="writing",
                remedy="Nothing of this was kept. See whether somebody else writes there, and run the command again.",
            )
        written += Written(
            nodes_created=counters.nodes_created,
            nodes_deleted=counters.nodes_deleted,
            relationships_created=counters.relationships_created,
            relationships_deleted=counters.relationships_deleted,
        )
    return written
