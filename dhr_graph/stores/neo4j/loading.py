"""Loading a dataset into Neo4j: whole reviews only, nothing twice, nothing left over, nothing of others touched."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from neo4j import ManagedTransaction

from dhr_graph.errors import Neo4jError, UsageError
from dhr_graph.stores import Dataset
from dhr_graph.stores.neo4j.connection import Neo4jConnection
from dhr_graph.stores.neo4j.differences import differences
from dhr_graph.stores.neo4j.present import Counts, read_counts, read_loaded, read_present
from dhr_graph.stores.neo4j.removal import remove_reviews
from dhr_graph.stores.neo4j.review_graphs import Loaded, ReviewGraph, organisation_graph
from dhr_graph.stores.neo4j.schema import await_words, prepare_schema
from dhr_graph.stores.neo4j.shipments import shipments
from dhr_graph.stores.neo4j.writing import Written, delete_unused, intended, take_turn, write_differences


@dataclass(frozen=True, slots=True)
class LoadProgress:
    """How far a load is: reviews done of all, and the one done last."""

    done: int
    total: int
    slug: str


@dataclass(frozen=True, slots=True)
class LoadReport:
    """What a load did, or with `dry_run` would do: reviews by what became of them, sorted, and what was written.

    `nodes` and `relationships` are those that the dataset's reviews have on the server when all is done.
    """

    added: tuple[str, ...]
    rewritten: tuple[str, ...]
    unchanged: tuple[str, ...]
    removed: tuple[str, ...]
    written: Written
    nodes: int
    relationships: int


@dataclass(frozen=True, slots=True)
class _Before:
    """What the server held before the load."""

    loaded: Mapping[str, Loaded | None]
    counts: Mapping[str, Counts]


def load(
    dataset: Dataset,
    connection: Neo4jConnection,
    *,
    keep: bool | None = None,
    dry_run: bool = False,
    progress: Callable[[LoadProgress], None] | None = None,
) -> LoadReport:
    """Make Neo4j say what the dataset says, and no more.

    Each review is written in one transaction. What stands there already is left alone, so that an interrupted load is
    taken up by loading again. `keep` says whether reviews that the dataset lacks stay; None removes them unless the
    server holds no other ones, which looks like a mistake and raises UsageError. `dry_run` only looks. Raises
    Neo4jError where the server can't be used, or has other counts afterwards than were sent.
    """
    if not dry_run:
        prepare_schema(connection)
    before = connection.read(_look, doing="looking at what is there")
    surplus = _surplus(dataset, before, keep, connection.where)
    organisations = organisation_graph(dataset)
    written = _missing(connection, [organisations])
    if written != Written() and not dry_run:
        written = _write(connection, [organisations])
    after, unchanged = dict[str, Counts](), list[str]()
    for shipment in shipments(dataset, before.loaded, before.counts):
        written += (_missing if dry_run else _write)(connection, shipment.graphs)
        after.update((slug, before.counts[slug]) for slug in shipment.unchanged)
        after.update((graph.slug, Counts(len(graph.nodes), len(graph.relationships))) for graph in shipment.graphs)
        unchanged.extend(shipment.unchanged)
        if progress is not None:
            progress(LoadProgress(len(after), len(dataset.reviews()), max(after)))
    if not dry_run:
        written += remove_reviews(connection, surplus) + _prune(connection, organisations)
        if written != Written():
            _settle(connection, after, surplus)
    return _report(before, after, unchanged, surplus, written)


def _look(tx: ManagedTransaction) -> _Before:
    return _Before(read_loaded(tx), read_counts(tx))


def _surplus(dataset: Dataset, before: _Before, keep: bool | None, where: str) -> tuple[str, ...]:
    """The reviews that are to go."""
    there, ours = {*before.loaded, *before.counts}, set(dataset.reviews())
    if keep is None and there and there.isdisjoint(ours):
        raise UsageError(
            f"The server holds {len(there)} reviews ({min(there)} ...), and none of them is in this dataset.",
            where=where,
            remedy="Load beside them with --keep-others, or in their place with --remove-others.",
        )
    return () if keep else tuple(sorted(there - ours))


def _missing(connection: Neo4jConnection, graphs: Sequence[ReviewGraph]) -> Written:
    """What writing these would do."""
    return intended(connection.read(lambda tx: differences(tx, graphs), doing="comparing")) if graphs else Written()


def _write(connection: Neo4jConnection, graphs: Sequence[ReviewGraph]) -> Written:
    """Write reviews in one transaction."""
    if not graphs:
        return Written()

    def work(tx: ManagedTransaction) -> Written:
        take_turn(tx)
        return write_differences(tx, differences(tx, graphs))

    return connection.write(work, doing=f"writing {', '.join(graph.slug for graph in graphs[:3])}")


def _prune(connection: Neo4jConnection, organisations: ReviewGraph) -> Written:
    """Take out the organisations that the dataset lacks, but for those that a review on the server leads to."""
    there = connection.read(lambda tx: read_present(tx, [organisations.slug])[organisations.slug], doing="comparing")
    stale = sorted(set(there.graph.nodes) - set(organisations.nodes))
    if not stale:
        return Written()

    def work(tx: ManagedTransaction) -> Written:
        take_turn(tx)
        return delete_unused(tx, stale)

    return connection.write(work, doing="removing organisations")


def _settle(connection: Neo4jConnection, after: Mapping[str, Counts], surplus: Sequence[str]) -> None:
    """Wait for the full-text index, then compare the server's counts with what was sent."""
    await_words(connection)
    there = connection.read(read_counts, doing="counting")
    for slug in sorted({*after, *surplus}):
        sent, found = after.get(slug, Counts(0, 0)), there.get(slug, Counts(0, 0))
        if sent != found:
            raise Neo4jError(
                f"Of {slug} there are {found.nodes} nodes and {found.relationships} relationships; "
                f"{sent.nodes} and {sent.relationships} were sent.",
                where=connection.where,
                remedy="See whether somebody else writes there, and run the command again: it mends what differs.",
            )


def _report(
    before: _Before, after: Mapping[str, Counts], unchanged: Sequence[str], removed: tuple[str, ...], written: Written
) -> LoadReport:
    there = {*before.loaded, *before.counts}
    return LoadReport(
        added=tuple(sorted(set(after) - there)),
        rewritten=tuple(sorted((set(after) & there) - set(unchanged))),
        unchanged=tuple(sorted(unchanged)),
        removed=removed,
        written=written,
        nodes=sum(count.nodes for count in after.values()),
        relationships=sum(count.relationships for count in after.values()),
    )
