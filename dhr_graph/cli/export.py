"""`dhr-graph export`: the dataset in the forms that other tools read."""

from __future__ import annotations

from pathlib import Path

import click

from dhr_graph.cli.options import graph_option
from dhr_graph.cli.talk import say, talk_options

FORMATS = ("csv", "turtle", "trig", "nquads", "jsonld", "graphml", "neo4j-csv")
"""Those of `dhr_graph.exports`, named here so that help need not load it; a test holds them against each other."""


@click.command
@click.argument("form", metavar="FORMAT", type=click.Choice(FORMATS))
@click.option(
    "--output",
    "-o",
    "destination",
    metavar="PATH",
    required=True,
    type=click.Path(path_type=Path, allow_dash=True),
    help="A folder for csv and neo4j-csv, else a file; - is stdout.",
)
@click.option("--raw", is_flag=True, help="Leave cells as they are, even those that a spreadsheet would run.")
@graph_option
@talk_options
def command(form: str, destination: Path, raw: bool, graph: Path) -> None:
    """Write the dataset in a form that other tools read.

    FORMAT is csv (a folder of tables), turtle, trig, nquads, jsonld, graphml, or neo4j-csv (a folder of files for
    neo4j-admin's import, with the command as a script).

    \b
    dhr-graph export csv -o tables/
    dhr-graph export nquads -o - | wc -l
    """
    from dhr_graph.exports import export
    from dhr_graph.stores import Dataset

    with Dataset.open(graph) as dataset:
        for path in export(dataset, form, destination, raw=raw):
            if str(path) != "-":
                say(f"Wrote {path}")
