"""Agencies whose names lead paragraphs, one after another, though nothing in the names tells what they are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from dhr_graph.loaders.cast.expressions import expression
from dhr_graph.loaders.cast.knowledge import CastKnowledge
from dhr_graph.loaders.cast.labels import may_label
from dhr_graph.loaders.cast.naming import WEAK, Naming, kind_from
from dhr_graph.loaders.cast.presented import DEFAULT, NAME
from dhr_graph.loaders.cast.stretches import TOLD, Stretch

LEAD = re.compile(
    rf"[\s\u2022\u2013-]*(?:\d+(?:\.\d+)*\s+)?(?:<u>|<b>|\*\*|__)(?P<name>{NAME})"
    r"(?: \([^()]{1,40}\))?:?(?:</u>|</b>|\*\*|__)"
    r":? ?(?P<gloss>[^.]{0,120})"
)
LEAST, MOST_ARE = 4, 0.5


def led(everything: Sequence[Stretch], knowledge: CastKnowledge) -> Iterator[Naming]:
    """The agencies of those sections in which most paragraphs begin with the marked name of one.

    Where four paragraphs or more begin so, and half of the names are of a known kind, the others are agencies too.
    """
    told = (s for s in everything if s.section in TOLD)
    for _, group in groupby(told, key=lambda s: (s.document, s.section)):
        leads = [(stretch, match) for stretch in group if (match := LEAD.match(stretch.text)) is not None]
        known = [knowledge.kind_of(match["name"]) is not None for _, match in leads]
        if len(leads) >= LEAST and sum(known) >= MOST_ARE * len(known):
            for (stretch, match), is_known in zip(leads, known, strict=True):
                if not is_known and not _is_topic(match["name"], knowledge):
                    yield _naming(stretch, match, knowledge)


def _is_topic(name: str, knowledge: CastKnowledge) -> bool:
    """Whether it is no name: a person's label, or words that a text uses without a capital too."""
    return knowledge.excluded.search(name.lower()) is not None or (" " not in name and not may_label(name, knowledge))


def _naming(stretch: Stretch, match: re.Match[str], knowledge: CastKnowledge) -> Naming:
    gloss = match["gloss"] if expression("presenting").match(match["gloss"]) else ""
    agency_type, rank = kind_from(match["name"], gloss, knowledge)
    _, start, end = stretch.site(match, "name")
    kind, told_by = (agency_type, rank) if agency_type is not None else (DEFAULT, WEAK)
    where = (stretch.document, start, end)
    return Naming(match["name"], (), match["gloss"], kind, told_by, "mentioned", *where, listed=False)
