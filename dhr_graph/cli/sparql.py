"""`dhr-graph sparql`: a query of one's own."""

from __future__ import annotations

from pathlib import Path

import click

from dhr_graph.cli.listing import Listing, print_listing
from dhr_graph.cli.options import format_option, graph_option, limit_option, text_or_stdin, timeout_option
from dhr_graph.cli.talk import say, talk_options


@click.command
@click.argument("text")
@limit_option
@timeout_option
@format_option
@graph_option
@talk_options
def command(text: str, limit: int, timeout: float, layout: str, graph: Path) -> None:
    """Ask a SPARQL query of your own, read-only.

    The query runs on all graphs together, never leaves this machine, and is read from stdin for -.

    \b
    dhr-graph sparql "SELECT (COUNT(*) AS ?statements) { ?s ?p ?o }"
    dhr-graph sparql - --format csv < agencies.rq
    """
    from dhr_graph.stores import Dataset

    query = text_or_stdin(text)
    with Dataset.open(graph) as dataset:
        found = dataset.sparql(query, limit=limit, timeout=timeout)
    print_listing(Listing(found.columns, found.rows), layout)
    for hint in found.hints:
        say(f"Hint: {hint}")
    if found.truncated:
        say(f"The first {limit} rows; there are more. Allow more with --limit.")
