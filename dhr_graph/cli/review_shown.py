"""A review as `dhr-graph show` prints it: for people in lines, for programs in rows."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from typing import TYPE_CHECKING

from dhr_graph.cli.listing import Cell

if TYPE_CHECKING:
    from dhr_graph.lookup import ReviewShown
    from dhr_graph.model.records import Body, Verdict

COLUMNS = ("part", "id", "name", "value")


def review_lines(shown: ReviewShown, width: int) -> Iterator[str]:
    """The review, its people, its agencies with their verdicts, and how much was read of it."""
    yield " ".join((shown.review.title or shown.review.caption or shown.review.slug).split())
    yield f"review, {shown.review.id}"
    yield ""
    for part, _, name, value in review_rows(shown):
        if part == "review" and name not in ("slug", "title"):
            yield from _wrapped(f"{name.replace('_', ' ')}: {value}", width)
    yield from _wrapped(", ".join(f"{name}: {number}" for name, number in shown.counts.items()), width)
    yield from ("", f"People ({len(shown.people)}):")
    for person in shown.people:
        yield from _wrapped(f"{person.label}, {person.role} ({person.id})", width)
    judged = [(body, verdict) for body, verdict in shown.bodies if verdict]
    yield from ("", f"Agencies and the verdicts on them ({len(judged)}):")
    for body, verdict in judged:
        yield from _wrapped(f"{body.name}: {_in_words(verdict)} ({body.id})", width)
    others = [body for body, verdict in shown.bodies if not verdict]
    if others:
        yield from ("", f"Without a verdict: forums, courts, coroners, partnerships ({len(others)}):")
    for body in others:
        yield from _wrapped(f"{body.name} ({body.id})", width)
    yield from ("", "That no sharing was found in a document is not proof that none took place.")
    yield f"More of each agency: dhr-graph query verdicts --param review={shown.review.slug}"


def review_rows(shown: ReviewShown) -> Iterator[tuple[str, str | None, str, Cell]]:
    """A row for each thing that is told, in the order of `COLUMNS`."""
    review = shown.review
    for name in ("slug", "title", "csp", "chair", "report_date"):
        value = getattr(review, name)
        if value is not None:
            yield "review", review.id, name, " ".join(value.split())
    for death in shown.deaths:
        yield "review", death.id, "death", death.date_edtf or death.caption
    for person in shown.people:
        yield "person", person.id, person.label, person.role
    for body, verdict in shown.bodies:
        yield _kind(body), body.id, body.name, _in_words(verdict) if verdict else None
    for name, number in shown.counts.items():
        yield "count", None, name, number


def _kind(body: Body) -> str:
    return type(body).__name__.lower()


def _in_words(verdict: Verdict | None) -> str:
    from dhr_graph.knowledge import verdict_wording

    return verdict_wording(verdict.code, verdict.flags).label if verdict else ""


def _wrapped(line: str, width: int) -> list[str]:
    return textwrap.wrap(line, width, initial_indent="  ", subsequent_indent="    ")
