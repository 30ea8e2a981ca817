"""Every question file keeps the format; files that do not are refused with the line to mend."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from dhr_graph.errors import BadRules
from dhr_graph.questions import Question, load_questions

GOOD = """\
#+ title: The agencies
#+ summary: All agencies
#+   by name.
#+ parameters:
#+ - review: string; one review
#+ - least: integer = 2; how many
#+ columns:
#+ - name: string; the name
#+ order: name
#+ cautions:
#+ - None is guilty.
SELECT ?name WHERE { VALUES ($p_review $p_least) { (UNDEF 2) } ?a <urn:name> ?name }
"""
TWIN = "// agencies\nMATCH (a:Agency)\nWHERE a.x = $review AND a.y > $least\nRETURN a.name AS name\n"


def write(folder: Path, sparql: str = GOOD, cypher: str | None = TWIN) -> Path:
    (folder / "agencies.rq").write_text(sparql, encoding="utf-8")
    if cypher is not None:
        (folder / "agencies.cypher").write_text(cypher, encoding="utf-8")
    return folder


class TestTheQuestionsOfThePackage:
    def test_the_first_six(self, questions: Mapping[str, Question]) -> None:
        assert {
            "never-shared",
            "stopped-sharing",
            "knowledge-timeline",
            "first-share-lag",
            "missed-opportunities",
            "recommendations-by-agency",
        } <= set(questions)

    def test_each_says_what_it_is_and_what_not_to_conclude(self, questions: Mapping[str, Question]) -> None:
        for question in questions.values():
            assert question.title, question.name
            assert question.summary, question.name
            assert question.cautions, question.name
            assert question.order, question.name
            assert all(column.meaning for column in question.columns), question.name
            assert all(parameter.meaning for parameter in question.parameters), question.name

    def test_each_can_be_asked_of_one_review(self, questions: Mapping[str, Question]) -> None:
        for question in questions.values():
            assert "review" in {parameter.name for parameter in question.parameters}, question.name

    def test_none_is_in_the_form_that_is_slow(self, questions: Mapping[str, Question]) -> None:
        for question in questions.values():
            assert not re.search(r"NOT\s+EXISTS", question.sparql), question.name

    def test_the_headline_does_not_claim_more_than_was_found(self, questions: Mapping[str, Question]) -> None:
        title = questions["never-shared"].title
        assert title == "Agencies recorded as knowing of the risk, for which no onward sharing was found"


class TestAFolderOfOnesOwn:
    def test_is_read_beside_those_of_the_package(self, tmp_path: Path) -> None:
        found = load_questions(write(tmp_path))
        assert "never-shared" in found
        assert found["agencies"].summary == "All agencies by name."
        assert [(p.name, p.default) for p in found["agencies"].parameters] == [("review", None), ("least", 2)]

    @pytest.mark.parametrize(
        ("was", "becomes", "message"),
        [
            ("#+ title: The agencies\n", "", "says nothing of 'title'"),
            ("#+ cautions:\n#+ - None is guilty.\n", "", "says nothing of 'cautions'"),
            ("#+ title: The", "#+ tittle: The", r"line 1: the key 'tittle'"),
            ("string; one review", "text; one review", "string, integer, boolean, date"),
            ("integer = 2", "integer = two", "default"),
            ("- name: string; the name", "- name: string", "can't be read"),
            ("- name: string;", "- name: string = x;", "Only parameters have defaults"),
            ("#+ order: name", "#+ order: age", "'age', which is no column"),
            ("$p_least", "$p_most", "'least' stands only in the head"),
            ("SELECT ?name", "SELECT ?name ?a", "the query selects name, a"),
            ("SELECT ?name WHERE", "SELEKT ?name WHERE", "no SPARQL"),
            ("SELECT ?name WHERE", "ASK", "no SELECT"),
            ("#+   by name.", "#+ by name.", "line 3"),
        ],
    )
    def test_a_bad_head_or_query_is_refused(self, tmp_path: Path, was: str, becomes: str, message: str) -> None:
        assert was in GOOD
        with pytest.raises(BadRules, match=message) as refused:
            load_questions(write(tmp_path, GOOD.replace(was, becomes)))
        assert refused.value.where == "agencies.rq"

    @pytest.mark.parametrize(
        ("cypher", "message"),
        [
            (None, "no .cypher file"),
            (TWIN.replace("// agencies", "// others"), "Begin with `// agencies`"),
            (TWIN.replace("AS name", "AS nom"), "it returns nom"),
            (TWIN.replace("$least", "2"), "'least'"),
            (TWIN.replace("$least", "$most"), "'least'"),
        ],
    )
    def test_a_twin_that_does_not_match_is_refused(self, tmp_path: Path, cypher: str | None, message: str) -> None:
        with pytest.raises(BadRules, match=message):
            load_questions(write(tmp_path, cypher=cypher))

    def test_a_twin_alone_is_refused(self, tmp_path: Path) -> None:
        (tmp_path / "lonely.cypher").write_text("// lonely\nRETURN 1 AS one\n", encoding="utf-8")
        with pytest.raises(BadRules, match=r"no \.rq file"):
            load_questions(tmp_path)
