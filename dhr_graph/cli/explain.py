"""`dhr-graph explain`: what is read in a sentence or a place of a document, and which rule said so."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dhr_graph.cli.listing import Cell, Listing, print_listing
from dhr_graph.cli.options import format_option, rules_option, text_or_stdin
from dhr_graph.cli.talk import talk_options
from dhr_graph.errors import UsageError

if TYPE_CHECKING:
    from dhr_graph.loaders.explaining import ExplainedEvent, ExplainedSentence
    from dhr_graph.model.documents import SourceDocument

COLUMNS = (
    "place",
    "type",
    "rule",
    "agency",
    "agency_from",
    "recipient",
    "date",
    "date_from",
    "level",
    "persons",
    "quote",
)


@click.command
@click.argument("text")
@click.option("--at", "place", metavar="PLACE", help="TEXT is a file: its passage of this printed label, or #number.")
@rules_option
@format_option
@talk_options
def command(text: str, place: str | None, rules: Path | None, layout: str) -> None:
    """Show what is read in a text, and which rule said so.

    TEXT is a sentence or more, - for stdin, or the path of a file: all of it, or one place with --at.

    \b
    dhr-graph explain "The GP referred Anna to the IDVA service on 3 May 2016."
    dhr-graph explain examples/marlowick.txt --at 4.2
    """
    from dhr_graph.loaders.explaining import explain
    from dhr_graph.loaders.readers import read_file, read_text
    from dhr_graph.loaders.reading import load_knowledge

    is_file = place is not None or os.path.isfile(text) or _looks_like_path(text)
    document = read_file(Path(text)) if is_file else read_text(text_or_stdin(text), "text")
    knowledge = load_knowledge(rules)
    spans = [(0, len(document.text))] if place is None else _spans_at(document, place)
    told = [sentence for start, end in spans for sentence in explain(document, knowledge, start=start, end=end)]
    if layout == "table":
        for line in _prose(told) if told else ["Nothing is told there: a heading, or a part that tells no history."]:
            click.echo(line)
    else:
        print_listing(Listing(COLUMNS, list(_rows(told, document))), layout)


def _looks_like_path(text: str) -> bool:
    """Whether one word with a suffix was given, so that a mistyped path is not read as English."""
    return not any(c.isspace() for c in text.strip()) and bool(Path(text).suffix)


def _spans_at(document: SourceDocument, place: str) -> list[tuple[int, int]]:
    wanted = place.strip().rstrip(".")
    found = [
        (each.start, each.end)
        for each in document.passages
        if wanted in (f"#{each.ordinal}", (each.label or "").strip().rstrip("."))
    ]
    if not found:
        remedy = "Give a paragraph's printed label, or #N for the passage of that number (the first is #0)."
        raise UsageError(f"There is no place {place!r}.", where=document.name, remedy=remedy)
    return found


def _rows(told: Iterable[ExplainedSentence], document: SourceDocument) -> Iterator[tuple[Cell, ...]]:
    for sentence in told:
        place = next(f"#{each.ordinal}" for each in document.passages if each.start <= sentence.start < each.end)
        for event in sentence.events:
            yield (
                place,
                event.type,
                event.rule,
                event.agency,
                event.agency_from,
                event.recipient,
                event.date,
                event.date_from,
                event.level,
                event.persons,
                event.quote,
            )
        for cue in sentence.open_cues:
            yield (place, "open_cue", None, sentence.setting, None, None, None, None, None, (), cue)


def _prose(told: Iterable[ExplainedSentence]) -> Iterator[str]:
    """For people: each sentence, what its clauses assert, and the events with the source of each slot."""
    for place, sentence in enumerate(told):
        if place > 0:
            yield ""
        yield f"\u201c{' '.join(sentence.words.split())}\u201d"
        if sentence.clauses:
            yield f"  clauses: {', '.join(f'{lemma} ({status})' for lemma, status in sentence.clauses)}"
        if sentence.setting is not None:
            yield f"  told in a part about: {sentence.setting}"
        for event in sentence.events:
            yield from _event_lines(event)
        for cue in sentence.open_cues:
            yield f"  open cue, for a person to read: {cue}"
        if not sentence.events and not sentence.open_cues:
            yield "  nothing was read here"


def _event_lines(event: ExplainedEvent) -> Iterator[str]:
    yield f"  {event.type}, by rule {event.rule}"
    slots = (
        ("agency", _with_source(event.agency, event.agency_from)),
        ("recipient", event.recipient),
        ("date", _with_source(event.date, event.date_from)),
        ("level", event.level),
        ("about", ", ".join(event.persons)),
        ("quote", " ".join(event.quote.split())),
    )
    yield from (f"    {name:<10}{value}" for name, value in slots if value)


def _with_source(value: str | None, source: str | None) -> str | None:
    return f"{value} (from: {source})" if value and source else value
