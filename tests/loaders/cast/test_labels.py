"""Labels: which words can name a person."""

from __future__ import annotations

import pytest

from dhr_graph.loaders.cast import CastKnowledge
from dhr_graph.loaders.cast.labels import may_label


@pytest.mark.parametrize(
    "words",
    ["Alma", "Adult A", "Ms M", "the victim", "Child 2", "Anna Reeve", "Mother", "AB", "Male B", "Neighbour 1", "Theo"],
)
def test_names_pseudonyms_and_roles_can(words: str, knowledge: CastKnowledge) -> None:
    assert may_label(words, knowledge)


@pytest.mark.parametrize(
    "words",
    [
        "Tarn Police",
        "Women's Aid",
        "White British",
        "However",
        "The",
        "Dr",
        "MARAC",
        "School",
        "January",
        "View",
        "Ask 4",
        "Finding 2",
        "Theme 1",
        "Comment",
        "One Two Three Four Five Six",
        "",
    ],
)
def test_agencies_months_openers_and_origins_cannot(words: str, knowledge: CastKnowledge) -> None:
    assert not may_label(words, knowledge)
