"""Every statement of the kit, on a real server that holds the example reviews."""

from __future__ import annotations

import neo4j
import pytest

from dhr_graph.browser_kit.guide import guide
from dhr_graph.browser_kit.look import line_looks, node_looks
from dhr_graph.browser_kit.scripts import Script, headline_codes, scripts
from dhr_graph.questions import arrange, load_questions, typed_parameters

OFFERED = {script.cypher: script for script in (*scripts().values(), *(s for p in guide().slides for s in p.show))}
"""The saved queries, and those of the guide that take the first review by themselves."""

PICTURES = (
    "one-review",
    "sharing-network",
    "agency-history",
    "never-shared",
    "knew-and-shared",
    "evidence",
    "across-reviews",
    "recommendations",
)


def ran(driver: neo4j.Driver, cypher: str, **values: object) -> neo4j.EagerResult:
    """The rows of a statement, the server's remarks on what this graph lacks left aside."""
    with driver.session(notifications_min_severity="OFF", default_access_mode=neo4j.READ_ACCESS) as session:
        result = session.run(cypher, values)
        keys = list(result.keys())
        return neo4j.EagerResult(list(result), result.consume(), keys)


@pytest.mark.parametrize("script", OFFERED.values(), ids=lambda script: script.name)
def test_it_runs_at_once_reads_only_and_finds_something(loaded: neo4j.Driver, script: Script) -> None:
    found = ran(loaded, script.text)
    assert found.summary.query_type == "r"
    assert found.records


@pytest.mark.parametrize("name", load_questions())
def test_a_question_gives_the_rows_that_it_gives_with_parameters(loaded: neo4j.Driver, name: str) -> None:
    question = load_questions()[name]
    asked = ran(loaded, question.cypher, **typed_parameters(question, {}))
    saved = ran(loaded, scripts()[f"question:{name}"].cypher)
    assert saved.keys == asked.keys
    assert arrange(question, saved.records).rows == arrange(question, asked.records).rows
    assert len(saved.records) > 0


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_is_small_enough_to_be_seen_at_once(loaded: neo4j.Driver, name: str) -> None:
    shown = {
        node.element_id
        for record in ran(loaded, scripts()[name].cypher).records
        for value in record.values()
        for node in nodes(value)
    }
    assert 3 <= len(shown) <= 40


def test_an_agency_that_stands_alone_in_the_picture_has_a_verdict_of_the_headline(loaded: neo4j.Driver) -> None:
    """Nothing of what stops an accusation may be left out of the picture, whatever the review."""
    view = scripts()["knew-and-shared"].cypher
    of_all_reviews = view.replace("WITH r ORDER BY r.slug LIMIT 1", "WITH DISTINCT r")
    assert of_all_reviews != view
    alone = {
        record["a"]["id"]
        for record in ran(loaded, of_all_reviews).records
        if not (record["told"] or record["unnamed"] or record["to_be_read"])
    }
    verdicts = ran(loaded, "MATCH (a:Agency)-[v:VERDICT]->(:Review) RETURN a.id AS agency, v.code AS code").records
    codes = {record["agency"]: record["code"] for record in verdicts}
    assert alone
    assert {codes[agency] for agency in alone} <= set(headline_codes())


def nodes(value: object) -> list[neo4j.graph.Node]:
    if isinstance(value, neo4j.graph.Node):
        return [value]
    if isinstance(value, neo4j.graph.Path | neo4j.graph.Relationship):
        return [node for node in value.nodes if node is not None]
    return [node for part in value for node in nodes(part)] if isinstance(value, list) else []


def test_every_node_can_be_shown_without_a_style(loaded: neo4j.Driver) -> None:
    """Neo4j's tools caption a node by `name` unless a style says otherwise."""
    counted = ran(loaded, "MATCH (n) RETURN count(n) AS nodes, count(n.caption) AS captions, count(n.name) AS names")
    nodes, captions, names = counted.records[0]
    assert nodes == captions == names > 500


def test_no_node_has_a_label_that_the_style_does_not_know(loaded: neo4j.Driver) -> None:
    found = ran(loaded, "MATCH (n) UNWIND labels(n) AS label RETURN DISTINCT label")
    labels = {record["label"] for record in found.records}
    assert labels <= set(node_looks())
    found = ran(loaded, "MATCH ()-[r]->() RETURN DISTINCT type(r) AS kind")
    kinds = {record["kind"] for record in found.records}
    assert kinds <= set(line_looks())
