"""Merging: a recommendation told in a list and again in an action plan is one, and takes its actions from the plan."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from dhr_graph.identifiers import fold
from dhr_graph.loaders.recommendations.request import PlanEntry, Request

FIRST_WORDS = 30
ALIKE = 0.7
ALIKE_WITH_LABEL = 0.25


def merge(requests: Iterable[Request]) -> tuple[Request, ...]:
    """One request for each recommendation, in the order of the first telling, with the plan entries of all tellings."""
    kept: list[Request] = []
    for request in requests:
        twin = next((i for i, known in enumerate(kept) if _same(known, request)), None)
        if twin is None:
            kept.append(request)
        else:
            kept[twin] = _joined(kept[twin], request)
    return tuple(kept)


def _same(known: Request, request: Request) -> bool:
    if known.text == request.text:
        return known.addressees.members == request.addressees.members or known.in_table != request.in_table
    if known.in_table == request.in_table and known.document == request.document:
        return False
    first, second = _words(known.text), _words(request.text)
    alike = len(first & second) / max(1, min(len(first), len(second)))
    same_label = _number(known.label) is not None and _number(known.label) == _number(request.label)
    return alike >= (ALIKE_WITH_LABEL if same_label else ALIKE) and min(len(first), len(second)) > 3


def _joined(known: Request, request: Request) -> Request:
    plan: tuple[PlanEntry, ...] = tuple(dict.fromkeys((*known.plan, *request.plan)))
    return replace(
        known,
        plan=plan,
        label=known.label or request.label,
        addressees=known.addressees or replace(request.addressees, place=None),
        level_hint=known.level_hint or request.level_hint,
    )


def _words(text: str) -> frozenset[str]:
    return frozenset("".join(c if c.isalnum() else " " for c in fold(text)).split()[:FIRST_WORDS])


def _number(label: str | None) -> str | None:
    digits = "".join(c for c in (label or "") if c.isdigit() or c == ".").strip(".")
    return digits or None
