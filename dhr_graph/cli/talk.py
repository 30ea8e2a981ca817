"""What a command says besides its results: on stderr, and nothing of it with `--quiet`."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

import click

QUIET = "dhr_graph.cli.quiet"
DEBUG = "dhr_graph.cli.debug"


def talk_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add `--quiet` and `--debug`, which every command has."""
    quiet = click.option(
        "--quiet", "-q", is_flag=True, expose_value=False, callback=_keep(QUIET), help="Print results and errors only."
    )
    debug = click.option(
        "--debug", is_flag=True, expose_value=False, callback=_keep(DEBUG), help="Show the traceback of an error."
    )
    return quiet(debug(function))


def is_quiet() -> bool:
    """Whether the running command was told to be quiet."""
    return bool(click.get_current_context().meta.get(QUIET, False))


def wants_traceback(ctx: click.Context) -> bool:
    """Whether `--debug` was given."""
    return bool(ctx.meta.get(DEBUG, False))


def say(message: str = "") -> None:
    """Say something on stderr, unless the command was told to be quiet."""
    if not is_quiet():
        click.echo(message, err=True)


def shows_progress() -> bool:
    """Whether a progress bar would be seen by a person: stderr is a terminal, and `--quiet` was not given."""
    return sys.stderr.isatty() and not is_quiet()


def _keep(key: str) -> Callable[[click.Context, click.Parameter, bool], None]:
    def callback(ctx: click.Context, parameter: click.Parameter, value: bool) -> None:
        ctx.meta[key] = value

    return callback
