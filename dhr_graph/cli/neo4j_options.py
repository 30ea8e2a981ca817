"""Options by which commands find a Neo4j; the password is never one of them."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from dhr_graph.stores.neo4j import Neo4jConnection

_URI = "dhr_graph.cli.neo4j_uri"
_DATABASE = "dhr_graph.cli.neo4j_database"
_PASSWORD_FILE = "dhr_graph.cli.neo4j_password_file"


def neo4j_options(*, needed: bool) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Add `--neo4j`, `--database` and `--password-file`.

    Where Neo4j is not `needed`, it is used only if `--neo4j` is given: a variable that is set for `load` does not
    change what `query` asks.
    """
    uri = click.option(
        "--neo4j",
        metavar="URI",
        expose_value=False,
        callback=_keep(_URI),
        show_envvar=needed,
        envvar="DHR_GRAPH_NEO4J" if needed else None,
        help="The server, as bolt://localhost:7687; its password comes "
        "from DHR_GRAPH_NEO4J_PASSWORD, a file, or is asked for.",
    )
    database = click.option(
        "--database",
        metavar="NAME",
        expose_value=False,
        callback=_keep(_DATABASE),
        envvar="DHR_GRAPH_NEO4J_DATABASE",
        show_envvar=True,
        help="The database there; by default the user's own.",
    )
    password_file = click.option(
        "--password-file",
        metavar="FILE",
        expose_value=False,
        callback=_keep(_PASSWORD_FILE),
        type=click.Path(path_type=Path),
        envvar="DHR_GRAPH_NEO4J_PASSWORD_FILE",
        show_envvar=True,
        help="A file whose first line is the password.",
    )
    return lambda function: uri(database(password_file(function)))


def is_neo4j_asked_for() -> bool:
    """Whether the running command was given an address."""
    return click.get_current_context().meta.get(_URI) is not None


@contextmanager
def neo4j_connection() -> Iterator[Neo4jConnection]:
    """A connection to the server that the running command was given."""
    from dhr_graph.stores.neo4j import Neo4jConnection, find_address

    given = click.get_current_context().meta
    address = find_address(
        os.environ, uri=given.get(_URI), database=given.get(_DATABASE), password_file=given.get(_PASSWORD_FILE)
    )

    def ask() -> str:
        return str(click.prompt(f"Password of {address.user} at {address.uri}", hide_input=True, err=True))

    with Neo4jConnection.open(address, ask_password=ask if sys.stdin.isatty() else None) as connection:
        yield connection


def _keep(key: str) -> Callable[[click.Context, click.Parameter, Any], None]:
    def callback(ctx: click.Context, parameter: click.Parameter, value: Any) -> None:
        ctx.meta[key] = value

    return callback
