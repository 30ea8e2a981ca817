"""Glosses: what a few words say of a person."""

from __future__ import annotations

import pytest

from dhr_graph.loaders.cast import CastKnowledge
from dhr_graph.loaders.cast.glosses import Description, age_of, describe, label_key, origin_of


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("perpetrator, male, 46, White British", Description("perpetrator", "M", 46, "White British")),
        ("victim, aged thirty-one", Description("victim", None, 31)),
        ("Alma's elder sister", Description(sex="F", kin="elder sister", kin_role="family", owner="Alma")),
        ("mother of Omar", Description(sex="F", kin="mother", kin_role="family", owner="Omar")),
        (
            "her former husband, 52",
            Description(sex="M", age=52, kin="former husband", kin_role="ex_partner", owner="her"),
        ),
        ("daughter of Alma, six months old", Description(None, "F", 0, None, "daughter", "child", "Alma")),
    ],
)
def test_a_description_says_what_its_words_say(words: str, said: Description, knowledge: CastKnowledge) -> None:
    assert describe(words, knowledge) == said


@pytest.mark.parametrize("words", ["see section 4", "who chaired the panel", "the house in Mill Lane"])
def test_other_words_say_nothing_of_a_person(words: str, knowledge: CastKnowledge) -> None:
    assert not describe(words, knowledge).says_something


def test_whose_house_it_is_makes_nobody_a_mother(knowledge: CastKnowledge) -> None:
    assert describe("the victim's mother's house", knowledge).kin_role is None


@pytest.mark.parametrize(
    ("words", "age"),
    [
        ("aged 34", 34),
        ("34 years old", 34),
        ("male, 46, of no fixed abode", 46),
        ("eleven weeks old", 0),
        ("flat 34", None),
        ("in 2016", None),
        ("aged 240", None),
    ],
)
def test_ages(words: str, age: int | None) -> None:
    assert age_of(words) == age


@pytest.mark.parametrize(
    ("words", "origin"),
    [("female, White British, 31", "White British"), ("of Pakistani origin", "Pakistani origin"), ("male, 46", None)],
)
def test_origins(words: str, origin: str | None, knowledge: CastKnowledge) -> None:
    assert origin_of(words, knowledge) == origin


@pytest.mark.parametrize(("one", "other"), [("The Victim", "victim"), ("Ms M", "ms m"), ("the son", "Son")])
def test_labels_are_compared_without_article_and_case(one: str, other: str) -> None:
    assert label_key(one) == label_key(other)
