"""Agencies that a history names only by their kind: "the school", "her GP", "a refuge"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dhr_graph.loaders.cast.bodies import Member, claims
from dhr_graph.loaders.cast.knowledge import CastKnowledge, Service
from dhr_graph.loaders.cast.people import Site
from dhr_graph.loaders.cast.stretches import TOLD, Stretch

RANK = 5
SHORTEST = 5


def add_unnamed_bodies(members: list[Member], all_stretches: Sequence[Stretch], knowledge: CastKnowledge) -> None:
    """Add an agency under the words used for each kind that the history tells of and no member can be."""
    told = [s for s in all_stretches if s.section in TOLD]
    for service in knowledge.services:
        if not service.made or any(m.agency_type in service.types for m in members):
            continue
        if any(claims(members, words) for words in service.words if len(words) >= SHORTEST):
            continue
        found = _most_used(service, told)
        if found is not None:
            name, site = found
            members.append(Member(name, service.types[0], RANK, "mentioned", sites=[site]))


def _most_used(service: Service, told: Sequence[Stretch]) -> tuple[str, Site] | None:
    """The words of a service that the history uses most, as first printed."""
    words = "|".join(re.escape(w) for w in sorted(service.made, key=lambda w: (-len(w), w)))
    pattern = re.compile(rf"(?<![\w'-])(?:{words})(?![\w-])", re.I)
    sites: dict[str, list[tuple[str, Site]]] = {}
    for stretch in told:
        for found in pattern.finditer(stretch.text):
            sites.setdefault(re.sub(r"^the ", "", found[0].lower()), []).append((found[0], stretch.site(found)))
    if not sites:
        return None
    return sites[min(sites, key=lambda name: (-len(sites[name]), name))][0]
