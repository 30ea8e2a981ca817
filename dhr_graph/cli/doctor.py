"""`dhr-graph doctor`: what is installed and reachable."""

from __future__ import annotations

import os
from pathlib import Path

import click

from dhr_graph.cli.listing import Listing, print_listing
from dhr_graph.cli.options import format_option, graph_option
from dhr_graph.cli.talk import talk_options
from dhr_graph.errors import ServiceMissing


@click.command
@format_option
@graph_option
@talk_options
def command(layout: str, graph: Path) -> None:
    """Look at what is installed and reachable.

    Exit code 3 where something needed is missing.

    \b
    dhr-graph doctor
    dhr-graph doctor --format json
    """
    from dhr_graph.diagnosis import FAULTY, diagnose

    parts = list(diagnose(graph, os.environ))
    rows = [(part.name, part.state, part.detail, part.remedy) for part in parts]
    print_listing(Listing(("part", "state", "detail", "remedy"), rows), layout)
    faulty = [part.name for part in parts if part.state == FAULTY]
    if faulty:
        raise ServiceMissing(f"Not in order: {', '.join(faulty)}.", remedy="Do what stands under remedy.")
