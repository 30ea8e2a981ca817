"""Expressions: numbers in words, and the compiled expressions of the data."""

from __future__ import annotations

import re

import pytest

from dhr_graph.errors import BadRules
from dhr_graph.loaders.cast.expressions import NUMBER, expression, matches_at, number, only_with
from dhr_graph.loaders.cast.presented import JOINT, NAME, name_beginnings


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


NAMED = (
    ("presented_called", "She went to a charity called Steadfast."),
    ("presented_is", "Switch is a drug service for young people."),
    ("presented_helping", "Lantern, which helps young people, rang her."),
    ("presented_by_noun", "She rang the domestic abuse charity Aspen."),
    ("presented_bracketed", "Steadfast (a drug service) and Holm - the drug service for the county - wrote."),
    ("part_of", "The outreach team, which is part of the Holm Trust, rang. The ward of Holm House was full."),
    ("runs_part", "Holm Hospitals, which runs Holm Infirmary, wrote. Dale Trust, who also managed Dale Unit, did not."),
)


@pytest.mark.parametrize(("name", "text"), NAMED)
def test_words_that_an_expression_is_only_looked_for_with_stand_in_what_it_fits(name: str, text: str) -> None:
    found = list(expression(name, run=NAME, joint=JOINT, noun="charity|drug service").finditer(text))
    assert found
    assert all(any(word in match[0] for word in only_with(name)) for match in found)


@pytest.mark.parametrize("name", ["presented_helping", "presented_bracketed", "runs_part"])
def test_matches_at_the_places_where_they_may_begin_are_all_matches(name: str) -> None:
    pattern = expression(name, run=NAME, joint=JOINT, noun="charity|drug service")
    for _, text in NAMED:
        assert [m.span() for m in matches_at(name_beginnings(text), pattern, text)] == [
            m.span() for m in pattern.finditer(text)
        ]


def test_an_expression_without_such_words_is_looked_for_everywhere() -> None:
    assert only_with("age") == ()
