"""`dhr-graph demo`: the whole way once, on the example reviews."""

from __future__ import annotations

import tempfile
from pathlib import Path

import click

from dhr_graph.cli.build import tell_failures
from dhr_graph.cli.options import format_option
from dhr_graph.cli.progress import progress_of_build
from dhr_graph.cli.query import TO_BE_READ, print_answer, tell_held_back
from dhr_graph.cli.talk import say, talk_options

COLUMNS = "review,agency,since,in_words,flags"


@click.command
@click.option(
    "--into",
    metavar="DIR",
    type=click.Path(file_okay=False, path_type=Path),
    help="The folder for the examples and their graph; by default a new scratch folder.",
)
@format_option
@talk_options
@click.pass_context
def command(ctx: click.Context, into: Path | None, layout: str) -> None:
    """Build and question the graph of the example reviews.

    Asks the headline question: which agencies are recorded as knowing of the risk, with no onward sharing found?

    \b
    dhr-graph demo
    dhr-graph demo --into out/demo --format csv
    """
    say("Reading the example reviews (invented; the parser takes a few seconds to load) ...")
    from dhr_graph.demonstration import demonstrate
    from dhr_graph.questions import load_questions

    folder = into or Path(tempfile.mkdtemp(prefix="dhr-graph-demo-"))
    with progress_of_build() as progress:
        shown = demonstrate(folder, progress)
    tell_failures(shown.report)
    say(f"{len(shown.report.reviews)} reviews are now a graph in {shown.graph}\n")
    say(f"Agencies recorded as knowing of the risk, for which no onward sharing was found ({shown.answer.question}):\n")
    print_answer(shown.answer, layout, COLUMNS)
    tell_held_back(load_questions()[TO_BE_READ], {}, shown.graph, layout)
    say("\nTry next:")
    say(f"  dhr-graph query knowledge-timeline --graph {shown.graph}")
    say(f'  dhr-graph search "risk assessment" --graph {shown.graph}')
    say(f'  dhr-graph explain {shown.reviews[0]} --at "#5"')
    ctx.exit(shown.report.exit_code)
