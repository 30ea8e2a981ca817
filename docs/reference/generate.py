"""Write command-line.md from the commands' own help: `python docs/reference/generate.py`, or `--check` to compare."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from dhr_graph.cli import application

PAGE = Path(__file__).with_name("command-line.md")
WIDTH = 100

HEAD = """\
# The command line

Written by `make reference` from the commands' own help; do not edit it.

Results go to stdout, everything else to stderr. `-` stands for stdin or stdout. Every command has `--help`.

| exit code | means |
|---|---|
| 0 | fine |
| 1 | findings: a check found violations, or some files could not be read (the rest is done) |
| 2 | wrong usage: an unknown option, question, parameter, review, or a query that is none |
| 3 | something needed is missing: the English parser, a package, Neo4j |

| environment variable | means |
|---|---|
| `DHR_GRAPH_DATASET` | the folder of the dataset, where `--graph` is not given |
| `DHR_GRAPH_NEO4J` | the address of a Neo4j server, such as `bolt://localhost:7687` |
| `DHR_GRAPH_NEO4J_USER`, `DHR_GRAPH_NEO4J_PASSWORD` | how to log in there; the password is never printed |
"""


def page() -> str:
    """The whole page."""
    return "\n".join([HEAD, *sections()])


def sections() -> Iterator[str]:
    """The application's help, then that of each command."""
    with context(application, "dhr-graph") as ctx:
        yield section("dhr-graph", application, ctx)
        for name in application.list_commands(ctx):
            command = application.get_command(ctx, name)
            if command is None:
                sys.exit(f"{name} is listed and can't be loaded")
            with context(command, name, ctx) as inner:
                yield section(f"dhr-graph {name}", command, inner)


def context(command: click.Command, name: str, parent: click.Context | None = None) -> click.Context:
    """A command as it would be called, on a page of one width whatever terminal this runs in."""
    return click.Context(command, parent=parent, info_name=name, terminal_width=WIDTH, max_content_width=WIDTH)


def section(title: str, command: click.Command, ctx: click.Context) -> str:
    """One command under its heading."""
    return f"## {title}\n\n```text\n{command.get_help(ctx).strip()}\n```\n"


def main() -> None:
    """Write the page, or compare it."""
    if "--check" in sys.argv[1:]:
        if PAGE.read_text(encoding="utf-8") != page():
            sys.exit(f"{PAGE} is out of date: run make reference")
    else:
        PAGE.write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main()
