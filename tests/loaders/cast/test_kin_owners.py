"""Whose kin "her mother" and "Alma's sister" are: the victim's, the perpetrator's, or nobody's of the history."""

from __future__ import annotations

import re

import pytest

from dhr_graph.loaders.cast import CastKnowledge
from dhr_graph.loaders.cast.glosses import label_key
from dhr_graph.loaders.cast.kin_owners import no_strangers, owner_of_kin
from dhr_graph.loaders.cast.people import Human

ALMA = Human("Alma", role="victim", sex="F")
OMAR = Human("Omar", role="perpetrator", sex="M")
RITA = Human("Rita", role="friend", sex="F", aliases=["Ms Hollin"])
PEOPLE = {label_key(human.label): human for human in (ALMA, OMAR, RITA)}
BODIES = frozenset({"ashdown"})
MOTHER = re.compile(r"(?:(?P<owner>[Hh]er|[Hh]is|[Tt]he victim|[A-Z]\w+)(?:'s)? )?mother")


def owner(text: str, knowledge: CastKnowledge) -> Human | None:
    """Whose mother the text names."""
    found = MOTHER.search(text)
    assert found is not None
    return owner_of_kin(found, text, PEOPLE, no_strangers(PEOPLE, BODIES, knowledge))


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Alma's mother came.", ALMA),
        ("The victim's mother came.", ALMA),
        ("Alma rang her mother.", ALMA),
        ("Omar rang his mother.", OMAR),
        ("Omar rang Alma, who rang her mother.", ALMA),
        ("They met his mother.", OMAR),
        ("Alma was ill. She rang her mother.", ALMA),
    ],
)
def test_kin_are_of_whom_the_words_before_name(text: str, who: Human, knowledge: CastKnowledge) -> None:
    assert owner(text, knowledge) is who


@pytest.mark.parametrize(
    "text", ["Rita rang her mother.", "Alma and Rita rang her mother.", "Rita was ill. She rang her mother."]
)
def test_kin_of_somebody_who_is_neither_victim_nor_perpetrator_are_left(text: str, knowledge: CastKnowledge) -> None:
    assert owner(text, knowledge) is None


def test_kin_of_somebody_whom_nothing_tells_of_are_left(knowledge: CastKnowledge) -> None:
    assert owner("Petra told her mother.", knowledge) is None
    assert owner("Alma came. Petra told her mother.", knowledge) is None


@pytest.mark.parametrize(
    "text", ["Ashdown told her mother.", "Yesterday told her mother.", "Petra said that she told her mother."]
)
def test_an_agency_or_a_word_at_the_beginning_is_no_stranger(text: str, knowledge: CastKnowledge) -> None:
    known = no_strangers(PEOPLE, BODIES | {"yesterday"}, knowledge)
    found = MOTHER.search(text)
    assert found is not None
    assert owner_of_kin(found, text, PEOPLE, known) is ALMA


def test_the_known_words_are_those_of_people_agencies_and_openers(knowledge: CastKnowledge) -> None:
    known = no_strangers(PEOPLE, BODIES, knowledge)
    assert {"alma", "hollin", "ashdown", "when", "police"} <= known
    assert "petra" not in known


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("They met Rita. She rang her mother.", None),
        ("They met Alma. She rang her mother.", ALMA),
        ("They met Rita and Alma. She rang her mother.", ALMA),
        ("Rita met Alma. She rang her mother.", None),
        ("Alma met Rita. She rang her mother.", ALMA),
        ("They met Omar. She rang her mother.", ALMA),
    ],
)
def test_she_goes_on_with_the_first_word_before_or_whoever_was_named_last(
    text: str, who: Human | None, knowledge: CastKnowledge
) -> None:
    assert owner(text, knowledge) is who
