"""Agencies that a history names only by their kind: "the school", "her GP", "a refuge"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dhr_graph.loaders.cast.bodies import Claims, Member
from dhr_graph.loaders.cast.council_services import with_council
from dhr_graph.loaders.cast.knowledge import CastKnowledge, Service
from dhr_graph.loaders.cast.people import Site
from dhr_graph.loaders.cast.stretches import TOLD, Stretch
from dhr_graph.loaders.cast.wording import plain
from dhr_graph.loaders.narrative.grammar import ParsedText

RANK = 5
SHORTEST = 5
LONGEST = 40
MIXED = frozenset({"other"})


def add_unnamed_bodies(
    members: list[Member],
    all_stretches: Sequence[Stretch],
    parsed: Sequence[Sequence[ParsedText]],
    knowledge: CastKnowledge,
) -> None:
    """Add an agency under the words used for each kind that the history tells of and no member can be."""
    told = [s for s in all_stretches if s.section in TOLD | {"contributors"}]
    folded = "\n".join(s.text for s in told).casefold()
    joined = _compounds(parsed)
    claims = Claims(members)
    for service in knowledge.services:
        if not any(words.casefold() in folded for words in service.made) or _is_had(service, members, claims):
            continue
        found = _most_used(service, told, joined, _longer(service, knowledge))
        if found is not None:
            words, site = found
            name, *others = with_council(service, words, members, told)
            members.append(Member(name, service.types[0], RANK, "mentioned", names=others, sites=[site]))
            claims = Claims(members)


def _is_had(service: Service, members: Sequence[Member], claims: Claims) -> bool:
    """Whether a member is of the service's kind; in the kind of all the others, whether one has its words."""
    alike = [m for m in members if m.agency_type in service.types]
    if alike and not set(service.types) <= MIXED:
        return True
    words = [set(plain(w).split()) for w in service.words]
    if any(set(plain(n).split()) <= w for m in alike for n in m.all_names for w in words):
        return True
    return any(claims.of(words) for words in service.words if len(words) >= SHORTEST)


def _compounds(parsed: Sequence[Sequence[ParsedText]]) -> frozenset[tuple[int, int]]:
    """Where nouns end that only qualify another ("the school run"): index of the document and offset."""
    texts = ((number, text) for number, texts in enumerate(parsed) for text in texts)
    return frozenset(
        (number, text.start + token.idx + len(token))
        for number, text in texts
        for token in text.doc
        if token.dep_ == "compound" and token.head.i > token.i
    )


def _longer(service: Service, knowledge: CastKnowledge) -> re.Pattern[str]:
    """Finds the words before a service's own that make them another's ("adult" before "social care")."""
    others = {w for s in knowledge.services if s.id != service.id for w in s.words}
    ends = {(w, own) for w in others for own in service.made if w.endswith(f" {own}")}
    before = sorted({w.removesuffix(own) for w, own in ends} - {"the "}, key=lambda w: (-len(w), w))
    return re.compile(rf"(?<![\w'-])(?:{'|'.join(map(re.escape, before)) or '(?!)'})\Z", re.I)


def _most_used(
    service: Service, told: Sequence[Stretch], joined: frozenset[tuple[int, int]], longer: re.Pattern[str]
) -> tuple[str, Site] | None:
    """The words of a service that the history uses most, as first printed; none that end those of another."""
    words = "|".join(re.escape(w) for w in sorted(service.made, key=lambda w: (-len(w), w)))
    pattern = re.compile(rf"(?<![\w'-])(?:{words})(?![\w-])", re.I)
    sites: dict[str, list[tuple[str, Site]]] = {}
    for stretch in told:
        for found in pattern.finditer(stretch.text):
            if (stretch.document, stretch.start + found.end()) in joined:
                continue
            if longer.search(stretch.text, max(0, found.start() - LONGEST), found.start()):
                continue
            sites.setdefault(re.sub(r"^the ", "", found[0].lower()), []).append((found[0], stretch.site(found)))
    if not sites:
        return None
    return sites[min(sites, key=lambda name: (-len(sites[name]), name))][0]
