"""`dhr-graph show`: one record and the words behind it, or one review."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dhr_graph.cli.listing import Cell, Listing, cell_text, print_listing
from dhr_graph.cli.options import format_option, graph_option
from dhr_graph.cli.review_shown import COLUMNS as REVIEW_COLUMNS
from dhr_graph.cli.review_shown import review_lines, review_rows
from dhr_graph.cli.tables import terminal_width
from dhr_graph.cli.talk import talk_options

if TYPE_CHECKING:
    from dhr_graph.lookup import Quotation, ReviewShown, Shown

COLUMNS = ("part", "name", "value", "document", "paragraph", "section", "start", "end", "rule")


CLOSING = (",", ".", ";", ":", "!", "?", ")", "'", "\u2019", "\u201d")


@click.command
@click.argument("record_id", metavar="ID")
@format_option
@graph_option
@talk_options
def command(record_id: str, layout: str, graph: Path) -> None:
    """Show a fact with its words, an agency, or a review.

    An agency has all passages that name it, a review its people and verdicts. Ids stand in the columns of answers and
    tables that end in _id, or in id.

    \b
    dhr-graph show kelderby
    dhr-graph show kelderby/Agency/0123456789ab --format json
    """
    from dhr_graph.lookup import show, show_review
    from dhr_graph.stores import Dataset

    with Dataset.open(graph) as dataset:
        if record_id in dataset.reviews():
            _print_review(show_review(dataset, record_id), layout)
            return
        shown = show(dataset, record_id)
    if layout == "table":
        for line in _prose(shown, terminal_width()):
            click.echo(line)
    else:
        print_listing(Listing(COLUMNS, list(_rows(shown))), layout)


def _print_review(shown: ReviewShown, layout: str) -> None:
    if layout == "table":
        for line in review_lines(shown, terminal_width()):
            click.echo(line)
    else:
        print_listing(Listing(REVIEW_COLUMNS, list(review_rows(shown))), layout)


def _prose(shown: Shown, width: int) -> Iterator[str]:
    """For people: what it is, what it says, and the words, each quote in its context."""
    yield shown.record.caption or shown.record.id
    yield f"{shown.kind}, {shown.record.id}"
    yield ""
    margin = max((len(name) for name in shown.values), default=0) + 4
    for name, values in shown.values.items():
        told = " ".join("; ".join(_told(value, shown) for value in values).split())
        yield from textwrap.wrap(told, width, initial_indent=f"  {name:<{margin - 2}}", subsequent_indent=" " * margin)
    for title, quotations in (("Evidence", shown.quotations), ("Named in", shown.mentions)):
        if quotations:
            yield from ("", f"{title} ({len(quotations)}):")
        for quotation in quotations:
            yield from _quoted(quotation, width)
    if shown.linked_from:
        yield from ("", f"Linked from ({len(shown.linked_from)}):")
    for name, other in shown.linked_from:
        line = f"{name} of {other.caption or other.id} ({other.id})"
        yield from textwrap.wrap(line, width, initial_indent="  ", subsequent_indent="    ")


def _told(value: object, shown: Shown) -> str:
    caption = shown.captions.get(str(value))
    return f"{caption} ({value})" if caption else cell_text(value if isinstance(value, bool | int) else str(value))


def _quoted(quotation: Quotation, width: int) -> Iterator[str]:
    parts = (
        quotation.document,
        quotation.paragraph,
        quotation.section,
        f"characters {quotation.start}-{quotation.end}",
        quotation.field and f"for {quotation.field}",
        quotation.rule and f"rule {quotation.rule}",
    )
    yield f"  {', '.join(part for part in parts if part)}"
    gap = "" if quotation.after.startswith(CLOSING) else " "
    words = f"{quotation.before} \u00bb{' '.join(quotation.quote.split())}\u00ab{gap}{quotation.after}".strip()
    yield from textwrap.wrap(words, width, initial_indent="    ", subsequent_indent="    ")


def _rows(shown: Shown) -> Iterator[tuple[Cell, ...]]:
    blank = (None, None, None, None, None, None)
    yield ("record", shown.kind, shown.record.id, *blank)
    yield ("record", "caption", shown.record.caption, *blank)
    for name, values in shown.values.items():
        for value in values:
            yield ("value", name, value if isinstance(value, bool | int | float) else str(value), *blank)
    for part, quotations in (("evidence", shown.quotations), ("mention", shown.mentions)):
        for each in quotations:
            place = (each.document, each.paragraph, each.section, each.start, each.end)
            yield (part, each.field, each.quote, *place, each.rule)
    for name, other in shown.linked_from:
        yield ("linked_from", name, other.id, *blank)
