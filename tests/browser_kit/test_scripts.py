"""The Cypher of the kit runs without a parameter, and is not kept twice."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

import pytest

from dhr_graph.browser_kit.scripts import Script, headline_codes, question_script, scripts
from dhr_graph.knowledge.wordings import verdict_codes
from dhr_graph.questions import Parameter, Question, load_questions


@pytest.fixture(scope="module")
def questions() -> Mapping[str, Question]:
    return load_questions()


@pytest.mark.parametrize("script", scripts().values(), ids=scripts())
def test_a_script_begins_with_its_name_and_asks_for_no_parameter(script: Script) -> None:
    assert script.text.splitlines()[0] == f"// {script.title}".replace(";", ",")
    assert "$" not in script.cypher
    assert ";" not in re.sub(r"'[^']*'", "", script.text)
    assert script.cypher.endswith("\n")


def test_every_question_is_there(questions: Mapping[str, Question]) -> None:
    assert {name for name in scripts() if name.startswith("question:")} == {f"question:{name}" for name in questions}


def test_parameters_stand_once_with_their_defaults(questions: Mapping[str, Question]) -> None:
    text = scripts()["question:stopped-sharing"].cypher
    assert text.startswith("WITH null AS p_review,  // the slug of one review")
    assert "  28 AS p_window  // days after learning" in text
    assert "CALL (p_review, p_window) {" in text
    assert text.splitlines()[-1] == "ORDER BY review, agency, learned_from, event_id"
    assert text.count("28 AS") == 1


def test_the_columns_are_those_of_the_question(questions: Mapping[str, Question]) -> None:
    for name, question in questions.items():
        returned = re.findall(r"^RETURN (.+)$", scripts()[f"question:{name}"].cypher, re.MULTILINE)[-1]
        assert returned == ", ".join(column.name for column in question.columns)


def test_a_question_can_take_the_first_review_by_itself(questions: Mapping[str, Question]) -> None:
    text = question_script(questions["never-shared"], first_review=True).cypher
    assert text.startswith("MATCH (first:Review)\nWITH min(first.slug) AS p_review,")


def test_defaults_are_written_as_literals(questions: Mapping[str, Question]) -> None:
    parameter = Parameter("review", "string", "o'brien \\ co", "whose")
    text = question_script(replace(questions["missed-opportunities"], parameters=(parameter,))).cypher
    assert text.startswith(r"WITH 'o\'brien \\ co' AS p_review  // whose")


def test_the_caution_is_saved_with_the_question() -> None:
    saved = scripts()["question:never-shared"].text
    assert "is not proof that none took place" in saved.replace("\n// ", " ")


def test_the_headline_is_that_of_the_table_of_verdicts() -> None:
    assert headline_codes() == ("STATED_NOT_SHARED", "ATTEMPTED_ONLY", "SIGNPOSTED_ONLY", "NO_SHARE_FOUND")
    assert set(headline_codes()) < set(verdict_codes())
    assert "v.code IN ['STATED_NOT_SHARED', " in scripts()["never-shared"].cypher
