"""How a command that cannot go on says so: the error's own words on stderr, and its exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import click

from dhr_graph.cli.talk import wants_traceback
from dhr_graph.errors import DhrGraphError


@contextmanager
def refusing(ctx: click.Context) -> Iterator[None]:
    """Turn what the library raises on purpose into its message and exit code; `--debug` keeps the traceback.

    A reader that closes the pipe (`| head`) is no error. A disk that is full or a folder that may not be written is
    told as such; any other exception is a fault of dhr-graph and keeps its traceback.
    """
    try:
        yield
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        ctx.exit(0)
    except DhrGraphError as error:
        _refuse(ctx, error)
    except OSError as error:
        if error.filename is None:
            raise
        _refuse(ctx, DhrGraphError(f"{error.strerror}.", where=str(error.filename), remedy=_LOOK))


_LOOK = "Look at the path, its permissions and the free space, then run the command again."


def _refuse(ctx: click.Context, error: DhrGraphError) -> None:
    if wants_traceback(ctx):
        raise error
    click.echo(f"Error: {error}", err=True)
    ctx.exit(error.exit_code)
