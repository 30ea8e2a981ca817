"""Pseudonyms that nobody introduced, and kin terms that stand as names."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dhr_graph.loaders.cast import Cast

PAIR = "Adult A, aged 34, was stabbed by her husband, Adult B, aged 38."
MOTHER = "On that day Mother told the school, and then Mother rang. Later Mother and the boy came."


def others(cast: Cast) -> dict[str, str]:
    return {p.label: p.role for p in cast.persons if p.label not in {"Adult A", "Adult B"}}


@pytest.mark.parametrize(
    ("words", "label"),
    [
        ("Adult A told Ms C that she was afraid.", "Ms C"),
        ("Adult D had lived there before.", "Adult D"),
        ("That night Child 1 was asleep.", "Child 1"),
        ("Male E rang the police.", "Male E"),
    ],
)
def test_a_label_of_a_pseudonym_s_shape_is_a_person(words: str, label: str, cast_of: Callable[..., Cast]) -> None:
    assert label in others(cast_of(PAIR, "CHRONOLOGY", words))


@pytest.mark.parametrize(
    "words",
    [
        "Dr C saw her.",
        "PC 12 came.",
        "She went to Ward B and Bay 2.",
        "Adult Services were told.",
        "Child Protection was told.",
        "It was coded Grade A.",
    ],
)
def test_doctors_wards_and_services_are_none(words: str, cast_of: Callable[..., Cast]) -> None:
    assert others(cast_of(PAIR, "CHRONOLOGY", words)) == {}


def test_a_kin_term_used_as_a_name_throughout_is_one(cast_of: Callable[..., Cast]) -> None:
    (mother,) = (p for p in cast_of(PAIR, "CHRONOLOGY", MOTHER).persons if p.label == "Mother")
    assert mother.sex == "F"


def test_a_capital_at_the_beginning_of_a_sentence_is_none(cast_of: Callable[..., Cast]) -> None:
    words = "Mother and child were well. Mother and baby units exist. Mother tongue: Polish."
    assert "Mother" not in others(cast_of(PAIR, "CHRONOLOGY", words))
