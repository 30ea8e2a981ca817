"""`dhr-graph build`: files and folders into the dataset."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import click

from dhr_graph.cli.options import graph_option, jobs_option, rules_option
from dhr_graph.cli.progress import progress_of_build
from dhr_graph.cli.talk import say, talk_options, wants_traceback
from dhr_graph.errors import UsageError
from dhr_graph.forking import begin_loading
from dhr_graph.identifiers import slugify

if TYPE_CHECKING:
    from dhr_graph.building import BuildReport


@click.command
@click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--name", metavar="REVIEW", help="What the review is called whose text comes in on stdin (PATH is -).")
@rules_option
@jobs_option
@graph_option
@talk_options
@click.pass_context
def command(
    ctx: click.Context, paths: tuple[Path, ...], name: str | None, rules: Path | None, jobs: int, graph: Path
) -> None:
    """Read files and folders of reviews into the dataset.

    Unchanged reviews are skipped. What can't be read is named, the rest is built, and the exit code is 1. A file is a
    review of its own unless a reviews.toml or reviews.csv in its folder says otherwise; `-` is a text from the input.

    \b
    dhr-graph build examples/
    dhr-graph build overview.txt plan.md --graph out/g --jobs 2
    """
    if jobs > 1 and _seem_several(paths):
        begin_loading()
    from dhr_graph.building import build
    from dhr_graph.stores import Dataset
    from dhr_graph.stores.undoing import undone_if_empty

    with (
        _with_stdin(paths, name) as files,
        undone_if_empty(graph),
        Dataset.open(graph, write=True) as dataset,
        progress_of_build() as progress,
    ):
        report = build(files, dataset, rules=rules, jobs=jobs, progress=progress)
    tell_failures(report)
    for line in counts(report, graph):
        click.echo(line)
    ctx.exit(report.exit_code)


def _seem_several(paths: tuple[Path, ...]) -> bool:
    """Whether there is more than one file to read, as far as a glance tells."""
    try:
        return len(paths) > 1 or (paths[0].is_dir() and len(list(islice(paths[0].iterdir(), 2))) > 1)
    except OSError:
        return False  # what is wrong, the build says


@contextmanager
def _with_stdin(paths: tuple[Path, ...], name: str | None) -> Iterator[tuple[Path, ...]]:
    """The paths, what comes in on stdin as a file of the review's name; raises UsageError where one lacks the other."""
    if (Path("-") in paths) != (name is not None):
        what = "Text from stdin has no name." if name is None else "--name is for text from stdin."
        raise UsageError(what, remedy="Give both: dhr-graph build - --name oakwell")
    if name is None:
        yield paths
        return
    with TemporaryDirectory(prefix="dhr-graph-") as scratch:
        read = Path(scratch) / f"{slugify(name)}.txt"
        read.write_bytes(sys.stdin.buffer.read())
        yield tuple(read if path == Path("-") else path for path in paths)


def tell_failures(report: BuildReport) -> None:
    """Say on stderr what was left out and what could not be read; `--debug` adds the traceback of a fault."""
    for left_out in report.left_out:
        say(f"Left out: {left_out.where}: {left_out.message}")
    for failure in report.failures:
        click.echo(f"Error: {failure.where}: {failure.message}", err=True)
        if failure.detail and wants_traceback(click.get_current_context()):
            click.echo(failure.detail, err=True)


def counts(report: BuildReport, graph: Path) -> Iterator[str]:
    """What a build did, in numbers."""
    reviews = len(report.reviews) + len(report.skipped)
    yield (
        f"{graph}: {reviews} review{'' if reviews == 1 else 's'}: {len(report.added)} added, "
        f"{len(report.rewritten)} rewritten, {len(report.unchanged)} unchanged, {len(report.skipped)} not read; "
        f"{len(report.failures)} failure{'' if len(report.failures) == 1 else 's'}"
    )
    read = report.coverage.values()
    if len(report.coverage) > 0:
        yield (
            f"read: {sum(each.passages for each in read)} passages, {sum(each.events for each in read)} events, "
            f"{sum(each.open_cues for each in read)} open cues, "
            f"{sum(each.dropped for each in read)} facts dropped for want of their words"
        )
