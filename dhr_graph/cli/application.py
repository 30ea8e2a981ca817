"""The application `dhr-graph`: its commands, each loaded only when it is asked for."""

from __future__ import annotations

import importlib
from typing import Any

import click

from dhr_graph.cli.refusals import refusing
from dhr_graph.version import VERSION

COMMANDS = (
    "demo",
    "build",
    "query",
    "sparql",
    "search",
    "show",
    "explain",
    "check",
    "remove",
    "export",
    "load",
    "cypher",
    "browser-kit",
    "doctor",
)
"""In the order of work; each is `command` in the module of its name in this package."""


class Application(click.Group):
    """Loads a command's module on demand, and is the one place where errors become exit codes."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands in the order in which a newcomer meets them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name, None if there is none."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = importlib.import_module(f"dhr_graph.cli.{cmd_name.replace('-', '_')}").command
        return command

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command that was asked for."""
        with refusing(ctx):
            return super().invoke(ctx)


@click.group(cls=Application, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(VERSION, prog_name="dhr-graph")
def application() -> None:
    """Read domestic homicide reviews into a knowledge graph, and ask it who knew, who shared, and where it says so.

    \b
    Start with:
      dhr-graph demo
      dhr-graph build REVIEWS/

    Exit codes: 0 fine, 1 findings (a check failed, a file could not be read), 2 wrong usage, 3 a service is missing.
    """


def main() -> None:
    """The entry point of `dhr-graph` and of `python -m dhr_graph`."""
    application(prog_name="dhr-graph")
