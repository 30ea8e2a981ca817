"""Options that several commands share, each written once."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

import click

from dhr_graph.cli.listing import LAYOUTS
from dhr_graph.errors import UsageError

Decorator: TypeAlias = Callable[[Callable[..., Any]], Callable[..., Any]]

DEFAULT_GRAPH = "dhr-graph-data"

graph_option: Decorator = click.option(
    "--graph",
    metavar="DIR",
    type=click.Path(file_okay=False, path_type=Path),
    default=DEFAULT_GRAPH,
    envvar="DHR_GRAPH_DATASET",
    show_default=True,
    show_envvar=True,
    help="The folder of the dataset.",
)

format_option: Decorator = click.option(
    "--format",
    "layout",
    type=click.Choice(LAYOUTS),
    default=LAYOUTS[0],
    show_default=True,
    help="How to print the rows.",
)

rules_option: Decorator = click.option(
    "--rules",
    metavar="DIR",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="A folder of rules and agencies of your own, beside those that dhr-graph has.",
)

jobs_option: Decorator = click.option(
    "--jobs",
    "-j",
    metavar="N",
    type=click.IntRange(min=1),
    default=1,
    show_default=True,
    help="How many processes read at once; the result is the same.",
)


limit_option: Decorator = click.option(
    "--limit", metavar="N", type=click.IntRange(min=1), default=1000, show_default=True, help="Most rows."
)

timeout_option: Decorator = click.option(
    "--timeout",
    metavar="SECONDS",
    type=click.FloatRange(min=0, min_open=True),
    default=30.0,
    show_default=True,
    help="How long it may take.",
)


def text_or_stdin(text: str) -> str:
    """The text of an argument; `-` stands for what comes in on stdin; raises UsageError where there is none."""
    words = sys.stdin.read() if text == "-" else text
    if not words.strip():
        raise UsageError("The text is empty.", remedy="Give it in quotes, or give - and send it on stdin.")
    return words
