"""`dhr-graph remove`: a review and all that rests on it, out of the dataset, or out of Neo4j."""

from __future__ import annotations

from pathlib import Path

import click

from dhr_graph.cli.neo4j_options import is_neo4j_asked_for, neo4j_connection, neo4j_options
from dhr_graph.cli.options import graph_option
from dhr_graph.cli.talk import say, talk_options


@click.command
@click.argument("reviews", metavar="REVIEW...", nargs=-1, required=True)
@neo4j_options(needed=False)
@graph_option
@talk_options
def command(reviews: tuple[str, ...], graph: Path) -> None:
    """Take reviews, and all that rests on them, out.

    With --neo4j they are taken out of Neo4j too; then it is enough that a review is in one of the two.

    \b
    dhr-graph remove kelderby
    dhr-graph remove marlowick orrisdale --graph out/g
    """
    from dhr_graph.stores import Dataset

    Dataset.open(graph).close()  # opened for writing it would be made where there is none
    with Dataset.open(graph, write=True) as dataset:
        elsewhere = _removed_from_neo4j(reviews, dataset.reviews()) if is_neo4j_asked_for() else frozenset()
        for review in reviews:
            if review not in elsewhere or review in dataset.reviews():
                dataset.remove(review)
            click.echo(f"{review}: removed")
        say(f"{len(dataset.reviews())} reviews are left in {graph}.")


def _removed_from_neo4j(reviews: tuple[str, ...], in_dataset: tuple[str, ...]) -> frozenset[str]:
    """Take reviews out of Neo4j; those that were there."""
    from dhr_graph.stores.neo4j import remove, reviews_in_neo4j

    with neo4j_connection() as connection:
        there = frozenset(reviews_in_neo4j(connection))
        remove(connection, [review for review in reviews if review in there or review not in in_dataset])
        return there
