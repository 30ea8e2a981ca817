"""Values of parameters: read from words, bound as literals whatever they hold."""

from __future__ import annotations

import datetime

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dhr_graph.errors import UsageError
from dhr_graph.questions import Column, Parameter, Question, typed_parameters
from dhr_graph.questions.parameters import bind, typed

ECHO = Question(
    name="echo",
    title="Echo",
    summary="What was given",
    parameters=(Parameter("said", "string", None, "anything"), Parameter("days", "integer", 28, "a number")),
    columns=(Column("said", "string", ""), Column("days", "integer", "")),
    order=(),
    cautions=("none",),
    sparql="SELECT (?p_said AS ?said) (?p_days AS ?days) WHERE { VALUES ($p_said $p_days) { (UNDEF 28) } }",
    cypher="// echo\nRETURN $said AS said, $days AS days",
)


def echoed(**given_values: object) -> list[object]:
    solutions = ox.Store().query(bind(ECHO, typed_parameters(ECHO, given_values)))
    assert isinstance(solutions, ox.QuerySolutions)
    (solution,) = list(solutions)
    return [term.value if isinstance(term, ox.Literal) else None for term in solution]


@given(st.text(alphabet=st.characters(codec="utf-8")))
def test_any_words_come_back_as_they_were(words: str) -> None:
    assert echoed(said=words) == [words, "28"]


def test_what_is_not_given_is_unbound_or_the_default() -> None:
    assert echoed() == [None, "28"]
    assert echoed(days=None) == [None, "28"]


@pytest.mark.parametrize(
    ("kind", "words", "value"),
    [
        ("integer", "-7", -7),
        ("integer", 7, 7),
        ("boolean", "Yes", True),
        ("boolean", False, False),
        ("date", "2015-03-01", datetime.date(2015, 3, 1)),
        ("date", datetime.date(2015, 3, 1), datetime.date(2015, 3, 1)),
        ("string", "true", "true"),
    ],
)
def test_words_are_read_by_type(kind: str, words: object, value: object) -> None:
    assert typed(Parameter("p", kind, None, ""), words) == value


@pytest.mark.parametrize(
    ("kind", "words", "remedy"),
    [
        ("integer", "many", "Give a whole number"),
        ("integer", "1e3", "Give a whole number"),
        ("boolean", "maybe", "Give true or false"),
        ("date", "2015-02-30", "Give a date such as"),
        ("date", "March", "Give a date such as"),
        ("string", 3, "Give words"),
    ],
)
def test_words_that_do_not_fit_are_refused(kind: str, words: object, remedy: str) -> None:
    with pytest.raises(UsageError, match=remedy):
        typed(Parameter("p", kind, None, ""), words)
