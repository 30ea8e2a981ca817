"""Services that a text calls a council's own ("Tarn Council's leaving care team"): each is an agency by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from dhr_graph.loaders.alternation import alternation
from dhr_graph.loaders.cast.bodies import Member
from dhr_graph.loaders.cast.expressions import expression
from dhr_graph.loaders.cast.knowledge import CastKnowledge, Service
from dhr_graph.loaders.cast.naming import Naming
from dhr_graph.loaders.cast.stretches import Stretch
from dhr_graph.loaders.cast.wording import CAPITAL

CIVIC = frozenset({"childrens_social_care", "adult_social_care", "housing", "education_authority"})
COUNCIL = "local_authority_other"
OWNER = "Council's "


def council_services(stretch: Stretch, text: str, knowledge: CastKnowledge) -> Iterator[Naming]:
    """The services that a text names with the name of their council before them."""
    if OWNER not in text:
        return
    for found in _pattern(knowledge).finditer(text):
        service = _services(knowledge)[found["words"].lower()]
        kind = knowledge.kind_of(found["words"])
        rank = kind.rank if kind is not None else 0
        opening = expression("opening", openers=alternation(sorted(knowledge.openers))).match(found["council"])
        start = found.start("council") + (opening.end() if opening else 0)
        if text.startswith(OWNER, start):
            continue
        begin, end = stretch.start + start, stretch.start + found.end()
        yield Naming(
            text[start : found.end()],
            (found["words"],),
            "",
            service.types[0],
            rank,
            "mentioned",
            stretch.document,
            begin,
            end,
            listed=False,
        )


@lru_cache(maxsize=4)
def _services(knowledge: CastKnowledge) -> dict[str, Service]:
    civic = [s for s in knowledge.services if not s.role and s.types and s.types[0] in CIVIC]
    return {words.removeprefix("the "): service for service in civic for words in service.words}


@lru_cache(maxsize=4)
def _pattern(knowledge: CastKnowledge) -> re.Pattern[str]:
    words = alternation(sorted(_services(knowledge), key=lambda w: (-len(w), w)))
    return expression("council_service", word=CAPITAL, words=words, beside=_beside())


def _beside() -> str:
    return expression("beside_service").pattern


def with_council(service: Service, name: str, members: Sequence[Member], told: Sequence[Stretch]) -> tuple[str, ...]:
    """The names of a service that has none of its own: with its council's, where a text says that it is the council's.

    Only where one council took part; else the words alone.
    """
    councils = [m for m in members if m.agency_type == COUNCIL and m.name.endswith("Council")]
    if len(councils) != 1 or service.types[0] not in CIVIC:
        return (name,)
    words = alternation(sorted(service.words, key=lambda w: -len(w)))
    pattern = expression("of_council", words=words, beside=_beside())
    for stretch in told:
        if found := pattern.search(stretch.text):
            whole = f"{councils[0].name}'s {found['words']}"
            return (whole, *dict.fromkeys((name, found["words"])))
    return (name,)
