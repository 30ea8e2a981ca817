"""`dhr-graph load`: the dataset into Neo4j."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dhr_graph.cli.neo4j_options import neo4j_connection, neo4j_options
from dhr_graph.cli.options import graph_option
from dhr_graph.cli.progress import progress_of_load
from dhr_graph.cli.talk import say, talk_options

if TYPE_CHECKING:
    from dhr_graph.stores.neo4j import LoadReport


@click.command
@neo4j_options(needed=True)
@click.option("--dry-run", is_flag=True, help="Say what would be done, and do nothing.")
@click.option(
    "--keep-others/--remove-others",
    "keep",
    default=None,
    help="Whether earlier loaded reviews stay there that this dataset lacks. By default they go; but if the "
    "dataset has none of those that are there, you must say which.",
)
@graph_option
@talk_options
def command(dry_run: bool, keep: bool | None, graph: Path) -> None:
    """Load the dataset into Neo4j.

    Only what differs is written, each review in one transaction; nodes that others made are left alone. What was
    interrupted is taken up by running it again.

    \b
    dhr-graph load --neo4j bolt://localhost:7687
    dhr-graph load --neo4j bolt://localhost:7687 --dry-run --graph out/g
    """
    from dhr_graph.stores import Dataset
    from dhr_graph.stores.neo4j import load

    with Dataset.open(graph) as dataset, neo4j_connection() as connection:
        say(f"Neo4j {connection.version} at {connection.where}")
        with progress_of_load() as progress:
            report = load(dataset, connection, keep=keep, dry_run=dry_run, progress=progress)
    for line in counts(report, connection.where, dry_run):
        click.echo(line)


def counts(report: LoadReport, where: str, dry_run: bool) -> Iterator[str]:
    """What a load did, or would do, in numbers."""
    reviews = len(report.added) + len(report.rewritten) + len(report.unchanged)
    yield (
        f"{where}: {reviews} review{'' if reviews == 1 else 's'}: {len(report.added)} added, "
        f"{len(report.rewritten)} rewritten, {len(report.unchanged)} unchanged, {len(report.removed)} removed"
        + (" (nothing was done: --dry-run)" if dry_run else "")
    )
    did = report.written
    yield (
        f"written: {did.nodes_created} nodes and {did.relationships_created} relationships created, "
        f"{did.nodes_changed} nodes changed, {did.nodes_deleted} nodes and {did.relationships_deleted} relationships "
        "deleted"
    )
    yield f"there: {report.nodes} nodes, {report.relationships} relationships" + ("" if dry_run else ", counted")
