"""People under labels that nobody introduced: those of a pseudonym's shape, and kin terms that stand as names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dhr_graph.loaders.cast.glosses import label_key
from dhr_graph.loaders.cast.knowledge import CastKnowledge
from dhr_graph.loaders.cast.people import Human, Site
from dhr_graph.loaders.cast.stretches import TOLD, Stretch

LEAST = 3


def add_pseudonyms(people: dict[str, Human], all_stretches: Sequence[Stretch], knowledge: CastKnowledge) -> None:
    """Add labels of a pseudonym's shape ("Adult A", "Ms C"), and of "Wife" or "Mother" used as names throughout."""
    told = [s for s in all_stretches if s.section in TOLD]
    for stretch in told:
        for found in knowledge.shapes.finditer(stretch.text):
            key = label_key(found[0])
            if key not in people and _stands_free(found, stretch.text, knowledge):
                people[key] = Human(found[0], sites=[stretch.site(found)])
    for label, places in _capital_kin(told, knowledge).items():
        if len(places) >= LEAST and label_key(label) not in people:
            kin = knowledge.kin.get(label.lower())
            human = people[label_key(label)] = Human(label, sex=kin.sex if kin else None, sites=places)
            if kin and kin.role in ("partner", "child"):
                human.kin.append((label.lower(), kin.role, None))


def _stands_free(found: re.Match[str], text: str, knowledge: CastKnowledge) -> bool:
    """Whether a shape is no part of a longer word, and of no professional's name."""
    before = text[: found.start()]
    title = before.rstrip().rsplit(" ", 1)[-1]
    return (
        not re.search(r"[\w'-]$", before)
        and title not in knowledge.titles
        and not text[found.end() : found.end() + 1].isalnum()
    )


def _capital_kin(told: Sequence[Stretch], knowledge: CastKnowledge) -> dict[str, list[Site]]:
    pattern = re.compile(rf"(?<=[a-z,] )(?:{'|'.join(sorted(knowledge.capital_kin))})\b(?! [A-Z0-9])")
    places: dict[str, list[Site]] = {}
    for stretch in told:
        for found in pattern.finditer(stretch.text):
            places.setdefault(found[0], []).append(stretch.site(found))
    return places
