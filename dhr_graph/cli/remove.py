"""`dhr-graph remove`: a review and all that rests on it, out of the dataset."""

from __future__ import annotations

from pathlib import Path

import click

from dhr_graph.cli.options import graph_option
from dhr_graph.cli.talk import say, talk_options


@click.command
@click.argument("reviews", metavar="REVIEW...", nargs=-1, required=True)
@graph_option
@talk_options
def command(reviews: tuple[str, ...], graph: Path) -> None:
    """Take reviews, and all that rests on them, out.

    \b
    dhr-graph remove kelderby
    dhr-graph remove marlowick orrisdale --graph out/g
    """
    from dhr_graph.stores import Dataset

    Dataset.open(graph).close()  # opened for writing it would be made where there is none
    with Dataset.open(graph, write=True) as dataset:
        for review in reviews:
            dataset.remove(review)
            click.echo(f"{review}: removed")
        say(f"{len(dataset.reviews())} reviews are left in {graph}.")
