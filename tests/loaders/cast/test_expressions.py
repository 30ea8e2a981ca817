"""Expressions: numbers in words, and the compiled expressions of the data."""

from __future__ import annotations

import re

import pytest

from dhr_graph.errors import BadRules
from dhr_graph.loaders.cast.expressions import NUMBER, expression, number


@pytest.mark.parametrize(
    ("words", "value"),
    [("7", 7), ("seven", 7), ("nineteen", 19), ("forty", 40), ("forty-two", 42), ("Ninety nine", 99), ("102", 102)],
)
def test_numbers_in_figures_and_words(words: str, value: int) -> None:
    assert number(words) == value
    assert re.fullmatch(NUMBER, words.lower())


@pytest.mark.parametrize("words", ["", "some", "forty or so", "a dozen", "-3"])
def test_other_words_are_none(words: str) -> None:
    assert number(words) is None
    assert not re.fullmatch(NUMBER, words)


def test_an_expression_that_the_data_lack_is_told_by_its_name() -> None:
    with pytest.raises(BadRules, match="no_such_thing"):
        expression("no_such_thing")


def test_a_part_that_garbles_an_expression_is_told() -> None:
    with pytest.raises(BadRules, match="role_words"):
        expression("role_words", term="(")


def test_a_part_is_put_in_for_its_braces() -> None:
    found = expression("age", number=NUMBER).search("She was aged thirty-four.")
    assert found is not None
    assert "thirty-four" in found.groups()
