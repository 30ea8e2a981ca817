"""Fields of a plan printed in running text: "Lead: Housing. Target date: June 2019. Status: complete"."""

from __future__ import annotations

import re
from dataclasses import replace

from dhr_graph.loaders.recommendations.request import PlanEntry, plain_text
from dhr_graph.loaders.recommendations.rules import RecommendationRules
from dhr_graph.model.documents import Span

FIELD = re.compile(
    r"(?:^|(?<=[.;|,(\[\n/])|(?<=[.;|,(\[\n/]\s)|(?<=\*\*))\s*[-\u2022*_]{0,3}\s*"
    r"(?P<head>[A-Z][A-Za-z /]{1,30}?)[*_]{0,2}\s*:[*_]{0,2}\s*"
)
FIELDS = ("lead", "target_date", "status")
NOTHING = re.compile(r"^\W*$|^(n/?a|none|not applicable|nil|tbc)\W*$", re.IGNORECASE)


def cell_text(words: str) -> str | None:
    """What a cell says, without markup; None where it says nothing."""
    text = plain_text(words)
    return None if NOTHING.match(text) else text


def plan_fields(words: str, document: int, offset: int, rules: RecommendationRules) -> tuple[int, PlanEntry]:
    """Where the first field begins (the length of the words where there is none), and what the fields say.

    `document` is the index of the document, `offset` where the words begin in it.
    """
    found = [(m, rules.role_of(m.group("head"))) for m in FIELD.finditer(words)]
    known = [(m, role) for m, role in found if role in (*FIELDS, "action", "next", "progress", "scope")]
    entry = PlanEntry(document=document)
    for number, (match, role) in enumerate(known):
        end = known[number + 1][0].start() if number + 1 < len(known) else len(words)
        value = (cell_text(words[match.end() : end]) or "").strip(" ;,.|([])-/")
        if value and role == "lead":
            entry = replace(entry, lead=entry.lead or value)
        elif value and role == "target_date":
            entry = replace(entry, target_date=entry.target_date or value)
        elif value and role == "status":
            entry = replace(entry, status=entry.status or value)
    if not entry:
        return len(words), PlanEntry()
    start = known[0][0].start()
    return start, replace(entry, place=Span(offset + start, offset + len(words.rstrip())))
