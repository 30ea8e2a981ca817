"""`dhr-graph check`: how much of each review was read, and whether the dataset is sound."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dhr_graph.cli.listing import Listing, print_listing
from dhr_graph.cli.options import format_option, graph_option
from dhr_graph.cli.talk import say, talk_options
from dhr_graph.errors import FindingsError

if TYPE_CHECKING:
    from dhr_graph.checking.inspection import Inspection

SHOWN = 10
"""How many violations stand beneath the table of coverage."""

COVERAGE = ("review", "passages", "passages_with_cues", "events", "open_cues", "violations", "warnings")
FINDINGS = ("severity", "review", "record", "property", "message")


@click.command
@click.argument("reviews", metavar="[REVIEW...]", nargs=-1)
@click.option("--findings", is_flag=True, help="List the findings only, one a row.")
@format_option
@graph_option
@talk_options
def command(reviews: tuple[str, ...], findings: bool, layout: str, graph: Path) -> None:
    """Check the dataset, and say how much was read.

    Looks at shapes, links, and whether every quote stands where it is said to. Exit code 1 where something is violated.

    \b
    dhr-graph check
    dhr-graph check kelderby --findings --format csv
    """
    from dhr_graph.checking import VIOLATION
    from dhr_graph.checking.inspection import inspect
    from dhr_graph.stores import Dataset

    with Dataset.open(graph) as dataset:
        inspections = list(inspect(dataset, reviews))
    if not findings:
        print_listing(_coverage(inspections), layout)
    rows = [row for one in inspections for row in _findings(one)]
    if findings:
        print_listing(Listing(FINDINGS, rows), layout)
    violations = sum(one.violations for one in inspections)
    if not findings and violations > 0 and layout == "table":
        click.echo()
        print_listing(Listing(FINDINGS, [row for row in rows if row[0] == VIOLATION][:SHOWN]), layout)
    if violations > 0:
        count = f"{violations} violation{'' if violations == 1 else 's'}."
        raise FindingsError(count, where=str(graph), remedy="See all with --findings, then build these reviews again.")
    warnings = sum(len(one.findings) for one in inspections)
    say(f"No violation in {len(inspections)} reviews; {warnings} other findings, listed with --findings.")


def _coverage(inspections: Iterable[Inspection]) -> Listing:
    rows = [
        (
            one.review,
            one.coverage.passages,
            one.coverage.passages_with_cues,
            one.coverage.events,
            one.coverage.open_cues,
            one.violations,
            len(one.findings) - one.violations,
        )
        for one in inspections
    ]
    return Listing(COVERAGE, rows)


def _findings(inspection: Inspection) -> Iterator[tuple[str | None, ...]]:
    for found in inspection.findings:
        yield (found.severity, found.review, found.record_id, found.property, found.message)
