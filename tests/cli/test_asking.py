"""`query`, `sparql`, `search`, `show`, `explain`: answers for people and programs."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from dhr_graph.questions import load_questions

Call = Callable[..., Result]

QUESTIONS = load_questions()


def rows(result: Result) -> list[dict[str, str]]:
    assert result.exit_code == 0, result.stderr
    return list(csv.DictReader(io.StringIO(result.stdout)))


def test_without_a_name_the_questions_are_listed(call: Call) -> None:
    listed = rows(call("query", "--format", "csv"))
    assert [row["question"] for row in listed] == sorted(QUESTIONS)
    assert all(row["asks"] for row in listed)


@pytest.mark.parametrize("name", sorted(QUESTIONS))
def test_every_question_is_answered_with_its_cautions(name: str, call: Call, built: Path) -> None:
    result = call("query", name, "--graph", built, "--format", "csv")
    assert list(csv.reader(io.StringIO(result.stdout)))[0] == [column.name for column in QUESTIONS[name].columns]
    assert len(rows(result)) > 0
    for caution in QUESTIONS[name].cautions:
        assert f"Caution: {caution}" in result.stderr


def test_the_headline_on_a_terminal_stands_above_its_caution(call: Call, built: Path) -> None:
    shown = call("query", "never-shared", "--graph", built, "--columns", "review,agency,in_words").stdout
    head, rule, first, *_ = shown.splitlines()
    assert head.split() == ["review", "agency", "in_words"]
    assert set(rule) == {"-", " "}
    assert first.split()[0] in ("kelderby", "marlowick", "orrisdale", "thornbeck")
    assert "Caution: " in shown.partition("\n\n")[2]
    assert all(len(line) <= 100 for line in shown.splitlines() if not line.startswith("  dhr-graph "))


def test_a_parameter_narrows_the_answer(call: Call, built: Path) -> None:
    everything = rows(call("query", "knowledge-timeline", "--graph", built, "--format", "csv"))
    one = rows(call("query", "knowledge-timeline", "-p", "review=kelderby", "--graph", built, "--format", "csv"))
    assert one == [row for row in everything if row["review"] == "kelderby"]
    assert 0 < len(one) < len(everything)


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (["never-heard"], "never-shared"),
        (["never-shared", "--param", "review"], "NAME=VALUE"),
        (["never-shared", "--param", "county=Kent"], "review"),
        (["stopped-sharing", "--param", "window=soon"], "whole number"),
        (["never-shared", "--columns", "review,guilt"], "in_words"),
    ],
)
def test_what_can_not_be_asked_says_what_can(arguments: list[str], hint: str, call: Call, built: Path) -> None:
    result = call("query", *arguments, "--graph", built)
    assert result.exit_code == 2
    assert hint in result.stderr
    assert result.stdout == ""


def test_a_question_about_itself_needs_no_dataset(call: Call) -> None:
    told = rows(call("query", "stopped-sharing", "--about", "--format", "csv", "--graph", "nowhere"))
    assert {row["part"] for row in told} == {"asks", "parameter", "column"}


@pytest.mark.parametrize(
    "arguments",
    [
        ["query", "never-shared"],
        ["check"],
        ["search", "x"],
        ["remove", "x"],
        ["sparql", "ASK {}"],
        ["export", "csv", "-o", "t"],
        ["show", "a/b/c"],
    ],
)
def test_without_a_dataset_the_remedy_is_to_build(arguments: list[str], call: Call, tmp_path: Path) -> None:
    result = call(*arguments, "--graph", tmp_path / "nowhere")
    assert result.exit_code in (1, 2)
    assert "nowhere" in result.stderr
    assert not (tmp_path / "nowhere").exists()


def test_the_dataset_may_be_named_by_the_environment(call: Call, built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DHR_GRAPH_DATASET", str(built))
    assert call("sparql", "ASK { ?s ?p ?o }", "--format", "csv").stdout == "answer\ntrue\n"


def test_sparql_comes_from_stdin_and_stops_at_its_limit(call: Call, built: Path) -> None:
    query = "SELECT ?s WHERE { ?s ?p ?o }"
    result = call("sparql", "-", "--limit", "3", "--graph", built, "--format", "jsonl", text=query)
    assert [set(json.loads(line)) for line in result.stdout.splitlines()] == [{"s"}] * 3
    assert "--limit" in result.stderr


def test_a_misspelt_term_gives_a_hint_on_stderr(call: Call, built: Path) -> None:
    query = "PREFIX dhr: <https://w3id.org/dhr-graph/ontology#> SELECT ?r { ?r a dhr:Referal }"
    result = call("sparql", query, "--graph", built, "--format", "csv")
    assert (result.exit_code, result.stdout) == (0, "r\n")
    assert result.stderr == "Hint: dhr:Referal is not in the vocabulary; nearest: dhr:Referral.\n"
    assert call("sparql", query.replace("Referal", "Referral"), "--graph", built).stderr == ""


def test_a_value_that_no_code_has_gives_a_hint_on_stderr(call: Call, built: Path) -> None:
    query = 'PREFIX dhr: <https://w3id.org/dhr-graph/ontology#> SELECT ?v { ?v dhr:code "NoShareFound" }'
    result = call("sparql", query, "--graph", built, "--format", "csv")
    assert (result.exit_code, result.stdout) == (0, "v\n")
    assert result.stderr.startswith('Hint: No code of dhr:code is "NoShareFound"; nearest: NO_SHARE_FOUND')
    right = call("sparql", query.replace("NoShareFound", "NO_SHARE_FOUND"), "--graph", built, "--format", "csv")
    assert (len(rows(right)) > 1, right.stderr) == (True, "")


def test_a_query_that_can_not_be_read_is_shown_with_the_place(call: Call, built: Path) -> None:
    result = call("sparql", "SELECT ?s {\n  ?s ?p ?o\n  FITER(?o = 1) }", "--graph", built)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.splitlines()[:2] == [
        "Error: query: The query can't be read at line 3, column 3:",
        "    FITER(?o = 1) }",
    ]
    assert result.stderr.splitlines()[2].startswith("    ^ FITER is no keyword; nearest: FILTER")


@pytest.mark.parametrize(
    "query",
    [
        "DELETE WHERE { ?s ?p ?o }",
        "SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }",
        "who knew?",
        "SELECT * FROM <http://example.org/elsewhere> { ?s ?p ?o }",
        "",
    ],
)
def test_sparql_only_reads_and_never_leaves(query: str, call: Call, copy: Path) -> None:
    before = call("export", "nquads", "-o", "-", "--graph", copy).stdout
    result = call("sparql", query, "--graph", copy)
    assert result.exit_code == 2
    assert result.stderr.startswith("Error: ")
    assert call("export", "nquads", "-o", "-", "--graph", copy).stdout == before


def test_a_passage_that_is_found_can_be_shown(call: Call, built: Path) -> None:
    hit, *_ = rows(call("search", "police", "--limit", "1", "--graph", built, "--format", "csv"))
    shown = rows(call("show", hit["passage_id"], "--graph", built, "--format", "csv"))
    assert "police" in next(row["value"] for row in shown if row["name"] == "text").lower()


def test_an_agency_is_shown_with_all_that_names_it(call: Call, built: Path) -> None:
    row, *_ = rows(call("query", "never-shared", "--graph", built, "--format", "csv"))
    shown = call("show", row["agency_id"], "--graph", built).stdout
    assert shown.startswith(row["agency"])
    assert "\nNamed in (" in shown
    assert "\nEvidence (" in shown


def test_a_review_is_shown_with_its_people_and_the_verdicts(call: Call, built: Path) -> None:
    shown = call("show", "kelderby", "--graph", built)
    assert (shown.exit_code, shown.stderr) == (0, "")
    assert "\n  the victim, victim (kelderby/Person/" in shown.stdout
    assert "\n  Kelder Police: shared on some occasions; the review states that on others it did not" in shown.stdout
    assert "not proof that none took place" in shown.stdout
    assert all(len(line) <= 100 for line in shown.stdout.splitlines())


def test_a_review_for_programs_has_the_agencies_and_words_of_the_verdicts(call: Call, built: Path) -> None:
    shown = rows(call("show", "kelderby", "--graph", built, "--format", "csv"))
    asked = rows(call("query", "verdicts", "-p", "review=kelderby", "--graph", built, "--format", "csv"))
    agencies = {row["id"]: row["value"] for row in shown if row["part"] == "agency"}
    assert agencies == {row["agency_id"]: row["in_words"] for row in asked}
    assert {row["part"] for row in shown} == {"review", "person", "agency", "forum", "count"}


def test_what_is_neither_a_review_nor_called_so_says_where_to_look(call: Call, built: Path) -> None:
    result = call("show", "arden", "--graph", built)
    assert result.exit_code == 2
    assert "There is no review 'arden' in the dataset, nor is anything called so." in result.stderr
    assert "dhr-graph check" in result.stderr


def test_an_id_that_is_none_says_where_to_find_one(call: Call, built: Path) -> None:
    result = call("show", "kelderby/Agency/000000000000", "--graph", built)
    assert result.exit_code == 2
    assert "dhr-graph search" in result.stderr


def test_explain_names_the_rule_and_the_source_of_each_slot(call: Call) -> None:
    sentence = "On 3 May 2016 Calder Police referred Hannah to Calder Women's Aid."
    shown = call("explain", sentence).stdout
    assert f"\u201c{sentence}\u201d" in shown
    assert "referral, by rule referral.refer" in shown
    assert "agency    Calder Police (from: sentence)" in shown
    row, *_ = rows(call("explain", "-", "--format", "csv", text=sentence))
    assert (row["type"], row["rule"], row["date"]) == ("referral", "referral.refer", "2016-05-03")


def test_explain_says_when_nothing_was_read(call: Call) -> None:
    assert "nothing was read here" in call("explain", "The weather was fine.").stdout


def test_explain_says_when_a_place_holds_no_sentence(call: Call, tmp_path: Path) -> None:
    review = tmp_path / "review.txt"
    review.write_text("# Review into the death of Hannah\n\nHannah was killed in May 2018.\n", encoding="utf-8")
    assert "Nothing is told there" in call("explain", str(review), "--at", "#0").stdout


def test_explain_does_not_read_a_mistyped_path_as_english(call: Call) -> None:
    refused = call("explain", "mine/nosuch.txt")
    assert refused.exit_code == 1
    assert "There is no such file" in refused.stderr
    assert not refused.stdout


def test_explain_takes_a_place_in_a_file(call: Call, examples: Path) -> None:
    file = examples / "marlowick.txt"
    assert "Duncan" in call("explain", file, "--at", "4.2").stdout
    nowhere = call("explain", file, "--at", "99.9")
    assert nowhere.exit_code == 2
    assert "#0" in nowhere.stderr


def test_a_misspelt_review_is_refused_with_those_there_are(call: Call, built: Path) -> None:
    result = call("query", "never-shared", "-p", "review=kelderbi", "--graph", built)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "kelderby, marlowick" in result.stderr


def test_a_dataset_without_reviews_says_so(call: Call, copy: Path) -> None:
    call("remove", "kelderby", "marlowick", "orrisdale", "thornbeck", "--graph", copy)
    result = call("query", "never-shared", "--graph", copy)
    assert result.exit_code == 1
    assert "dhr-graph build" in result.stderr


def test_the_headline_ends_with_who_is_held_back(call: Call, built: Path) -> None:
    held = {row["agency_id"] for row in rows(call("query", "to-be-read", "--graph", built, "--format", "csv"))}
    last = call("query", "never-shared", "--graph", built).stdout.splitlines()[-2:]
    told = "2 agencies are held back until a person has read them:"
    assert (len(held), last) == (2, [told, f"  dhr-graph query to-be-read --graph {built}"])
    none = call("query", "never-shared", "-p", "review=kelderby", "--graph", built).stdout
    assert "held back" not in none
    listed = rows(call("query", "never-shared", "--graph", built, "--format", "csv"))
    assert not held & {row["agency_id"] for row in listed}


def test_no_rows_are_told_once(call: Call, built: Path) -> None:
    result = call("query", "first-share-lag", "-p", "at_least=99999", "--graph", built)
    assert (result.stdout.count("(no rows)"), result.stderr) == (1, "")


def test_explain_reads_a_whole_file(call: Call, tmp_path: Path) -> None:
    file = tmp_path / "one.txt"
    file.write_text("On 3 May 2016 Calder Police referred Hannah to Calder Women's Aid.\n", encoding="utf-8")
    assert "referral, by rule referral.refer" in call("explain", file).stdout


def test_an_agency_is_shown_by_its_name(call: Call, built: Path) -> None:
    row, *_ = rows(call("query", "never-shared", "--graph", built, "--format", "csv"))
    shown = call("show", row["agency"], "--graph", built)
    assert row["agency_id"] in shown.stdout + shown.stderr


def test_words_of_a_hard_wrapped_review_are_closed_up_for_people_and_kept_for_programs(call: Call, built: Path) -> None:
    query = 'SELECT ("told the\\n    GP" AS ?words) {}'
    assert rows(call("sparql", query, "--graph", built, "--format", "csv")) == [{"words": "told the\n    GP"}]
    assert call("sparql", query, "--graph", built).stdout.splitlines() == ["words", "-" * 11, "told the GP"]


def test_a_hard_wrapped_passage_is_shown_without_its_line_ends(call: Call, tmp_path: Path) -> None:
    review, graph = tmp_path / "calder.txt", tmp_path / "graph"
    review.write_text(
        "1. HISTORY\n\nHannah was seen at home by the nurse, who\n    wrote to her doctor.\n", encoding="utf-8"
    )
    assert call("build", review, "--graph", graph).exit_code == 0
    hit, *_ = rows(call("search", "nurse", "--graph", graph, "--format", "csv"))
    shown = call("show", hit["passage_id"], "--graph", graph).stdout
    assert "  text        Hannah was seen at home by the nurse, who wrote to her doctor.\n" in shown
