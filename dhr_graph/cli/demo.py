"""`dhr-graph demo`: the whole way once, on the example reviews."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dhr_graph.cli.build import tell_failures
from dhr_graph.cli.options import format_option
from dhr_graph.cli.progress import progress_of_build
from dhr_graph.cli.query import TO_BE_READ, print_answer, tell_held_back
from dhr_graph.cli.talk import is_quiet, say, talk_options

if TYPE_CHECKING:
    from dhr_graph.demonstration import Demonstration
    from dhr_graph.questions import Question

REMOVE = "rmdir /s /q" if os.name == "nt" else "rm -r"
COLUMNS = "review,agency,since,in_words,confidence,flags"


@click.command
@click.option(
    "--into",
    metavar="DIR",
    type=click.Path(file_okay=False, path_type=Path),
    help="The folder for the examples and their graph; by default a scratch folder, which stays until you remove it.",
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

    with _folder(into) as folder:
        with progress_of_build() as progress:
            shown = demonstrate(folder, progress)
        _tell(shown, load_questions()[TO_BE_READ], layout)
        if into is None:
            say(f"\nThe graph stays in its scratch folder, to be asked. When you are done: {REMOVE} {folder}")
    ctx.exit(shown.report.exit_code)


@contextmanager
def _folder(into: Path | None) -> Iterator[Path]:
    """The folder that was named, or a scratch folder, which stays only if the demonstration ends, and tells of it."""
    if into is not None:
        yield into
        return
    folder = Path(tempfile.mkdtemp(prefix="dhr-graph-demo-"))
    stays = False
    try:
        yield folder
        stays = not is_quiet()
    finally:
        if not stays:
            shutil.rmtree(folder, ignore_errors=True)


def _tell(shown: Demonstration, to_be_read: Question, layout: str) -> None:
    """What was built, the answer, who is held back, and what to try next."""
    tell_failures(shown.report)
    say(f"{len(shown.report.reviews)} reviews are now a graph in {shown.graph}\n")
    say(f"Agencies recorded as knowing of the risk, for which no onward sharing was found ({shown.answer.question}):\n")
    print_answer(shown.answer, layout, COLUMNS)
    tell_held_back(to_be_read, {}, shown.graph, layout)
    say("\nTry next:")
    say(f"  dhr-graph query knowledge-timeline --graph {shown.graph}")
    say(f'  dhr-graph search "risk assessment" --graph {shown.graph}')
    say(f'  dhr-graph explain {shown.reviews[0]} --at "#5"')
