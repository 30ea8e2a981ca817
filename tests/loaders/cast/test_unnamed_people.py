"""People without a name: known by a role, a kin term, or as one who acts."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dhr_graph.loaders.cast import Cast

PAIR = "Alma, aged 34, was stabbed by her husband, Omar, aged 38."


def others(cast: Cast) -> dict[str, str]:
    return {p.label: p.role for p in cast.persons if p.label not in {"Alma", "Omar"}}


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Her sister rang the police.", {"Alma's sister": "family"}),
        ("His mother told the school.", {"Omar's mother": "family"}),
        ("A neighbour heard shouting.", {"neighbour": "neighbour"}),
        ("Their two sons were in bed.", {"the sons": "child"}),
        ("Omar's former wife rang the police.", {"Omar's former wife": "partner_other"}),
        ("She was seen by her brother, who told the police.", {"Alma's brother": "family"}),
        ("Omar's father drove her home.", {"Omar's father": "family"}),
        ("Her father paid the rent.", {"Alma's father": "family"}),
        ("Alma's friend drove her to the surgery.", {"Alma's friend": "friend"}),
        ("Her former husband rang the police.", {"Alma's former husband": "partner_other"}),
        ("Alma's ex-partner told the school.", {"Alma's ex-partner": "partner_other"}),
        ("A passer-by rang the police. The passer-by told them of it.", {"passer-by": "other"}),
    ],
)
def test_kin_and_neighbours_who_act_are_people(words: str, found: dict[str, str], cast_of: Callable[..., Cast]) -> None:
    assert others(cast_of(PAIR, "CHRONOLOGY", words)) == found


@pytest.mark.parametrize(
    "words",
    [
        "Her sister's car was in the road.",
        "It was like a neighbour's house.",
        "A mother of two should be asked.",
        "The school had a sister school.",
        "She rang the police.",
        "Petra told her mother that she was afraid.",
        "Her husband rang the police.",
        "She divorced him in May. Her former husband rang the police.",
        "Her estranged husband paid the rent.",
    ],
)
def test_who_only_owns_a_thing_or_is_spoken_of_at_large_is_nobody(words: str, cast_of: Callable[..., Cast]) -> None:
    assert others(cast_of(PAIR, "CHRONOLOGY", words)) == {}


def test_one_relative_told_of_in_two_ways_is_one(cast_of: Callable[..., Cast]) -> None:
    words = "Her mum rang the police. Later Alma's mother told the school."
    assert len(others(cast_of(PAIR, "CHRONOLOGY", words))) == 1


def test_who_has_a_name_is_not_added_again(cast_of: Callable[..., Cast]) -> None:
    cast = cast_of(f"{PAIR} Rita is Alma's mother.", "CHRONOLOGY", "Her mother rang the police.")
    assert others(cast) == {"Rita": "family"}


def test_victim_and_perpetrator_may_have_only_their_roles(cast_of: Callable[..., Cast]) -> None:
    history = "In May the victim rang the police. The perpetrator had hit her, and the victim told them so at once."
    assert others(cast_of("CHRONOLOGY", history)) == {"the victim": "victim", "the perpetrator": "perpetrator"}


@pytest.mark.parametrize(
    "words",
    [
        "Police told her mother of it.",
        "Officers told her mother of it.",
        "Alma told Petra, and her mother rang.",
        "Petra rang. Her mother told the police.",
        "Lucas said that she told her mother.",
        "In June her mother rang.",
    ],
)
def test_her_kin_are_the_victim_s_unless_a_stranger_acts(words: str, cast_of: Callable[..., Cast]) -> None:
    assert others(cast_of(PAIR, "CHRONOLOGY", words)) == {"Alma's mother": "family"}


def test_a_killer_who_was_a_former_partner_is_not_added_again(cast_of: Callable[..., Cast]) -> None:
    cast = cast_of("Alma, aged 34, was stabbed by her ex-partner, Omar, aged 38.", "CHRONOLOGY", "Her ex-partner rang.")
    assert others(cast) == {}


def test_she_goes_on_with_whoever_opened_the_sentence_before(cast_of: Callable[..., Cast]) -> None:
    told = f"{PAIR} Rita is Alma's sister."
    assert others(cast_of(told, "CHRONOLOGY", "Rita lives in Tarn. She said that her brother drove her.")) == {
        "Rita": "family"
    }
    found = others(cast_of(told, "CHRONOLOGY", "Alma lives in Tarn. She said that her brother drove her."))
    assert found == {"Rita": "family", "Alma's brother": "family"}
