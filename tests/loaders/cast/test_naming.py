"""One entry of a list, taken apart: how far its name goes, and what is said of it."""

from __future__ import annotations

import pytest

from dhr_graph.loaders.cast import CastKnowledge
from dhr_graph.loaders.cast.naming import Naming, entry


def named(words: str, knowledge: CastKnowledge, short: str = "") -> Naming:
    """What an entry names, with the short form that stands in the cell beside it."""
    found = entry(words, knowledge, "report", 0, 0, short=short)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("words", "short", "name", "gloss"),
    [
        ("Haven for Elm", "HFE", "Haven for Elm", ""),
        ("Haven for Elm", "HE", "Haven for Elm", ""),
        ("Haven for Elm", "", "Haven", "for Elm"),
        ("Haven for Elm", "XYZ", "Haven", "for Elm"),
        ("Haven for women in Tarn", "HWT", "Haven", "for women in Tarn"),
    ],
)
def test_the_letters_of_its_short_form_say_how_far_a_name_goes(
    words: str, short: str, name: str, gloss: str, knowledge: CastKnowledge
) -> None:
    found = named(words, knowledge, short)
    assert (found.name, found.gloss) == (name, gloss)


def test_the_short_form_may_stand_in_brackets(knowledge: CastKnowledge) -> None:
    found = named("Haven for Elm (HFE)", knowledge)
    assert (found.name, found.aliases) == ("Haven for Elm", ("HFE",))


def test_an_entry_of_small_letters_names_nothing(knowledge: CastKnowledge) -> None:
    assert entry("a letter from her mother", knowledge, "report", 0, 0, short="LM") is None
