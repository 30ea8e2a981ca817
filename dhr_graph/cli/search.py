"""`dhr-graph search`: words in the passages."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

import click

from dhr_graph.cli.listing import Cell, Listing, print_listing
from dhr_graph.cli.options import format_option, graph_option
from dhr_graph.cli.talk import say, talk_options

if TYPE_CHECKING:
    from dhr_graph.lookup import Hit

CELLS: Mapping[str, Callable[[Hit], Cell]] = MappingProxyType(
    {
        "review": lambda hit: hit.review,
        "document": lambda hit: hit.document,
        "paragraph": lambda hit: hit.paragraph,
        "section": lambda hit: hit.section,
        "page": lambda hit: hit.page,
        "excerpt": lambda hit: hit.excerpt,
        "passage_id": lambda hit: hit.passage,
    }
)
ON_A_TERMINAL = ("review", "paragraph", "section", "excerpt", "passage_id")


@click.command
@click.argument("words", nargs=-1, required=True)
@click.option("--limit", metavar="N", type=click.IntRange(min=1), default=20, show_default=True, help="Most passages.")
@click.option("--review", metavar="SLUG", help="Look in this review only.")
@format_option
@graph_option
@talk_options
def command(words: tuple[str, ...], limit: int, review: str | None, layout: str, graph: Path) -> None:
    """Find the passages that hold all the words.

    A word is found as the start of a longer one; double quotes keep a phrase together.

    \b
    dhr-graph search referral MARAC
    dhr-graph search '"health visitor"' --limit 5
    """
    from dhr_graph.lookup import search
    from dhr_graph.stores import Dataset

    with Dataset.open(graph) as dataset:
        hits = search(dataset, " ".join(words), limit=limit, review=review)
    columns = ON_A_TERMINAL if layout == "table" else tuple(CELLS)
    print_listing(Listing(columns, [[CELLS[name](hit) for name in columns] for hit in hits]), layout)
    more = "; there may be more, see --limit" if len(hits) == limit else ""
    say(f"{len(hits)} passage{'' if len(hits) == 1 else 's'}{more}.")
