"""Progress as a person sees it: a bar on a terminal, nothing elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

import click

from dhr_graph.cli.talk import shows_progress

if TYPE_CHECKING:
    from dhr_graph.building import Progress
    from dhr_graph.stores.neo4j import LoadProgress


@contextmanager
def progress_of_build() -> Iterator[Callable[[Progress], None] | None]:
    """What a build calls for each review that is done; None where nobody would see it."""
    if not shows_progress():
        yield None
        return
    with ExitStack() as stack:
        advances: list[Callable[[int, str | None], None]] = []

        def done(progress: Progress) -> None:
            if len(advances) == 0:
                bar = click.progressbar(
                    length=progress.total, label="Reading", file=sys.stderr, item_show_func=lambda slug: slug or ""
                )
                advances.append(stack.enter_context(bar).update)
            advances[0](1, progress.slug)

        yield done


@contextmanager
def progress_of_load() -> Iterator[Callable[[LoadProgress], None] | None]:
    """What a load into Neo4j calls for each transaction that is done; None where nobody would see it."""
    if not shows_progress():
        yield None
        return
    with click.progressbar(length=1, label="Loading", file=sys.stderr, item_show_func=lambda slug: slug or "") as bar:

        def done(progress: LoadProgress) -> None:
            bar.length = progress.total
            bar.update(progress.done - bar.pos, progress.slug)

        yield done
