"""`dhr-graph cypher`: a Cypher statement of one's own."""

from __future__ import annotations

import click

from dhr_graph.cli.listing import Listing, print_listing
from dhr_graph.cli.neo4j_options import neo4j_connection, neo4j_options
from dhr_graph.cli.options import format_option, limit_option, text_or_stdin, timeout_option
from dhr_graph.cli.talk import say, talk_options


@click.command
@click.argument("text")
@limit_option
@timeout_option
@neo4j_options(needed=True)
@format_option
@talk_options
def command(text: str, limit: int, timeout: float, layout: str) -> None:
    """Ask a Cypher statement of your own, read-only.

    It is looked at before it runs, and refused where it writes or reads anything but the graph. For - it is read from
    stdin.

    \b
    dhr-graph cypher "MATCH (r:Review) RETURN r.slug, r.title"
    dhr-graph cypher - --format csv < agencies.cypher
    """
    from dhr_graph.stores.neo4j import ask

    statement = text_or_stdin(text)
    with neo4j_connection() as connection:
        found = ask(connection, statement, limit=limit, timeout=timeout)
    print_listing(Listing(found.columns, found.rows), layout)
    for hint in found.hints:
        say(f"Hint: {hint}")
    if found.truncated:
        say(f"The first {limit} rows; there are more. Allow more with --limit.")
