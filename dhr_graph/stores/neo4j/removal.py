"""Taking reviews out of Neo4j, and the organisations that no other review there leads to."""

from __future__ import annotations

from collections.abc import Iterable

from neo4j import ManagedTransaction

from dhr_graph.errors import UsageError
from dhr_graph.stores.neo4j.connection import Neo4jConnection
from dhr_graph.stores.neo4j.differences import difference
from dhr_graph.stores.neo4j.present import read_counts, read_present
from dhr_graph.stores.neo4j.review_graphs import empty_graph
from dhr_graph.stores.neo4j.writing import Written, delete_unused, take_turn, write_differences

_OF_ORGANISATION = "OF_ORGANISATION"


def reviews_in_neo4j(connection: Neo4jConnection) -> tuple[str, ...]:
    """The slugs of the reviews of which the server holds anything, sorted."""
    return tuple(connection.read(read_counts, doing="looking for the reviews"))


def remove(connection: Neo4jConnection, slugs: Iterable[str]) -> Written:
    """Take reviews out, each in one transaction; raises UsageError, before anything is done, where one is not there."""
    wanted = tuple(slugs)
    there = reviews_in_neo4j(connection)
    for slug in wanted:
        if slug not in there:
            known = ", ".join(there[:10]) or "none"
            raise UsageError(f"There is no review {slug!r}.", where=connection.where, remedy=f"There are: {known}.")
    return remove_reviews(connection, wanted)


def remove_reviews(connection: Neo4jConnection, slugs: Iterable[str]) -> Written:
    """The same for reviews that are there, or were until another removed them."""
    written = Written()
    for slug in slugs:
        written += _removed(connection, slug)
    return written


def _removed(connection: Neo4jConnection, slug: str) -> Written:
    def work(tx: ManagedTransaction) -> Written:
        take_turn(tx)
        present = read_present(tx, [slug])[slug]
        led_to = sorted({end for _, type_, end in present.graph.relationships if type_ == _OF_ORGANISATION})
        done = write_differences(tx, [difference(empty_graph(slug), present)])
        return done + delete_unused(tx, led_to)

    return connection.write(work, doing=f"removing {slug}")
