"""People whom nobody introduces, known by what they do."""

from __future__ import annotations

import pytest

from dhr_graph.loaders.cast import CastKnowledge, find_cast
from dhr_graph.loaders.narrative.lexicon import load_lexicon
from dhr_graph.loaders.narrative.reader import parse_narrative
from dhr_graph.loaders.readers import read_text
from dhr_graph.loaders.sections import classify

PAIR = "Alma, aged 34, was stabbed by her husband, Omar, aged 38.\n\nCHRONOLOGY\n\n"


def labels(history: str, knowledge: CastKnowledge) -> set[str]:
    """Who is in the history beside victim and perpetrator."""
    document = read_text(PAIR + history + "\n", "hollin.txt")
    parsed = list(parse_narrative(document, classify(document), load_lexicon()))
    return {p.label for p in find_cast("hollin", [document], [parsed], knowledge).persons} - {"Alma", "Omar"}


@pytest.mark.parametrize(
    "history",
    [
        "Petra told the police that Omar had shouted. Later Petra moved to Hull.",
        "Petra rang Alma in June. That night Petra told the school of it, and officers came.",
    ],
)
def test_who_tells_rings_and_moves_is_a_person(history: str, knowledge: CastKnowledge) -> None:
    assert labels(history, knowledge) == {"Petra"}


@pytest.mark.parametrize(
    "history",
    [
        "Petra told the police that Omar had shouted.",
        "Dr Lunn rang Alma. Dr Lunn told her to rest.",
        "Hull was cold. Alma liked Hull.",
        "The police rang Alma. Police told her of it.",
        "The Beacon rang Alma. The Beacon told her of it.",
    ],
)
def test_once_is_not_enough_and_titles_towns_and_agencies_are_none(history: str, knowledge: CastKnowledge) -> None:
    assert labels(history, knowledge) == set()
