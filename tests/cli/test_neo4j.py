"""`load`, `query --neo4j`, `cypher`, `remove --neo4j`: the way of a dataset through Neo4j by commands."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from neo4j_server.fixtures import TestServer

from dhr_graph.questions import load_questions

Call = Callable[..., Result]

REVIEWS = "MATCH (r:Review) RETURN r.slug AS slug ORDER BY slug"


@pytest.fixture
def loaded(call: Call, built: Path, cleared_neo4j: TestServer, monkeypatch: pytest.MonkeyPatch) -> TestServer:
    """The server of the run with the example reviews, named by the environment."""
    for name, value in cleared_neo4j.environment.items():
        monkeypatch.setenv(name, value)
    result = call("load", "--graph", built)
    assert result.exit_code == 0, result.output
    assert "4 reviews: 4 added" in result.stdout
    return cleared_neo4j


@pytest.mark.parametrize("name", sorted(load_questions()))
def test_a_question_prints_the_same_with_neo4j_and_without(
    name: str, call: Call, built: Path, loaded: TestServer
) -> None:
    for more in ([], ["-p", "review=marlowick"]):
        here = call("query", name, *more, "--format", "csv", "--graph", built)
        there = call("query", name, *more, "--format", "csv", "--neo4j", loaded.uri)
        assert (there.exit_code, there.stdout) == (0, here.stdout)
        assert _talk(there.stderr) == _talk(here.stderr)


def _talk(stderr: str) -> str:
    """What is said, short of the next command, which names the dataset."""
    return stderr.partition("\n  dhr-graph ")[0].strip()


def test_want_of_a_record_is_worded_alike_in_both_languages(
    call: Call, examples: Path, cleared_neo4j: TestServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in cleared_neo4j.environment.items():
        monkeypatch.setenv(name, value)
    text = (examples / "kelderby.txt").read_text(encoding="utf-8")
    outright, _, _ = text.partition("Anchor Point did not inform")[2].partition(".")
    assert "its manager told the author" in outright
    softened = text.replace(
        f"Anchor Point did not inform{outright}", "There is no record that Anchor Point told the police"
    )
    (tmp_path / "kelderby.txt").write_text(softened, encoding="utf-8")
    graph = tmp_path / "graph"
    assert call("build", tmp_path / "kelderby.txt", "--graph", graph).exit_code == 0
    assert call("load", "--graph", graph).exit_code == 0
    asked = ("query", "never-shared", "--columns", "agency,verdict,in_words,flags", "--format", "csv")
    here = call(*asked, "--graph", graph).stdout
    assert call(*asked, "--neo4j", cleared_neo4j.uri).stdout == here
    told = "Anchor Point,STATED_NOT_SHARED,the review finds no record that it shared or referred,"
    assert told in here
    assert here.count("the review states that it did not share or refer") == 2
    drawn = "MATCH (a:Agency {name: 'Anchor Point'})-[v:VERDICT]->(:Review) RETURN v.text, v.caption"
    words = "the review finds no record that it shared or referred,no record of sharing"
    assert call("cypher", drawn, "--format", "csv").stdout.splitlines()[1:] == [words]


def test_what_the_server_does_not_know_is_refused(call: Call, loaded: TestServer) -> None:
    result = call("query", "never-shared", "-p", "review=kelderbi", "--neo4j", loaded.uri)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "kelderby, marlowick" in result.stderr


def test_a_second_load_and_a_dry_run_do_nothing(call: Call, built: Path, loaded: TestServer) -> None:
    assert "4 unchanged" in call("load", "--graph", built).stdout
    assert "nothing was done: --dry-run" in call("load", "--graph", built, "--dry-run").stdout


def test_cypher_is_answered_as_a_table_and_only_reads(call: Call, loaded: TestServer) -> None:
    assert call("cypher", REVIEWS, "--format", "csv").stdout.split() == [
        "slug",
        "kelderby",
        "marlowick",
        "orrisdale",
        "thornbeck",
    ]
    refused = call("cypher", "MATCH (n) DETACH DELETE n")
    assert (refused.exit_code, refused.stdout) == (2, "")
    cut = call("cypher", "-", "--limit", "1", text=REVIEWS)
    assert (cut.stdout.split()[-1], "--limit" in cut.stderr) == ("kelderby", True)


def test_a_misspelt_name_gives_a_hint_on_stderr(call: Call, loaded: TestServer) -> None:
    statement = "MATCH (r:Referal)-[:BY_AGENCYY]->(a:Agency {nam: 'x'}) WHERE a.agencytype = 'gp' RETURN a.name AS name"
    result = call("cypher", statement, "--format", "csv")
    assert (result.exit_code, result.stdout) == (0, "name\n")
    assert sorted(result.stderr.splitlines()) == [
        "Hint: The label Referal is not in the vocabulary; nearest: Referral.",
        "Hint: The property key agencytype is not in the vocabulary; nearest: agencyType.",
        "Hint: The property key nam is not in the vocabulary; nearest: name.",
        "Hint: The relationship type BY_AGENCYY is not in the vocabulary; nearest: BY_AGENCY, TO_AGENCY, OF_AGENCY.",
    ]
    known = "MATCH (a:Agency)-[:BY_AGENCY]-(:CarePlan) RETURN a.name, a.sinceEdtf, {mine: 1}.mine AS mine LIMIT 1"
    assert call("cypher", known).stderr == ""


def test_a_review_is_removed_in_both_places(call: Call, copy: Path, loaded: TestServer) -> None:
    result = call("remove", "kelderby", "--neo4j", loaded.uri, "--graph", copy)
    assert result.exit_code == 0, result.output
    assert "kelderby" not in call("cypher", REVIEWS).stdout
    assert "3 unchanged" in call("load", "--graph", copy).stdout


def test_without_a_server_the_exit_code_is_3(call: Call, built: Path) -> None:
    result = call("load", "--graph", built, "--neo4j", "bolt://127.0.0.1:1")
    assert (result.exit_code, result.stdout) == (3, "")
    assert "Start it" in result.stderr
