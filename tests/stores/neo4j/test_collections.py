"""Whole collections in Neo4j: they come back without loss, and every question has the rows there that it has here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

import neo4j
import pyoxigraph as ox
import pytest
from neo4j_server.fixtures import TestServer, clear

from dhr_graph.knowledge.dealings import SHARING_FAILURES
from dhr_graph.property_graph import from_rdf, with_shortcuts
from dhr_graph.questions import Answer, answer, load_questions
from dhr_graph.stores import Dataset
from dhr_graph.stores.neo4j import Neo4jAddress, Neo4jConnection, answer_in_neo4j, load, quads_back, read_back
from dhr_graph.stores.neo4j.review_graphs import by_link

QUESTIONS = load_questions()

PARAMETERS: Mapping[str, tuple[Mapping[str, object], ...]] = {
    "first-share-lag": ({"at_least": 2}, {"at_least": "99999"}),
    "knowledge-timeline": ({"agency": "POLICE"}, {"agency": "tRuSt"}),
    "missed-opportunities": ({"kind": "share"}, {"kind": "referral"}),
    "never-shared": ({"by_risk": True}, {"without_flag": "signposted"}, {"by_risk": "true", "without_flag": "undated"}),
    "recommendations-by-agency": ({"agency": "council"},),
    "stopped-sharing": ({"window": 0}, {"window": 365}),
    "to-be-read": ({"by_risk": True},),
    "verdicts": ({"verdict": "NO_SHARE_FOUND"}, {"by_risk": True}, {"by_risk": True, "verdict": "SHARED"}),
}
"""Calls of each question with parameters; each is also asked of two reviews, unless it names agencies."""

CALLS = [(name, given) for name in QUESTIONS for given in ({}, *PARAMETERS[name])]


@dataclass(frozen=True, slots=True)
class Collection:
    """A dataset, and a connection to a Neo4j into which it alone was loaded."""

    dataset: Dataset
    connection: Neo4jConnection

    def both(self, name: str, given: Mapping[str, object]) -> tuple[Answer, Answer]:
        """The answers to a question in SPARQL and in Cypher."""
        question = QUESTIONS[name]
        in_sparql = answer(question, self.dataset.store, given, self.dataset.base)
        return in_sparql, answer_in_neo4j(question, self.connection, given)


@pytest.fixture(scope="module", params=["examples", "shared"])
def collection(
    request: pytest.FixtureRequest, neo4j_server: TestServer, neo4j_driver: neo4j.Driver
) -> Iterator[Collection]:
    """The example reviews, then the real ones where there are any."""
    graph = request.getfixturevalue(f"{request.param}_graph")
    user, password = neo4j_server.auth or ("neo4j", None)
    clear(neo4j_driver)
    with (
        Dataset.open(graph) as dataset,
        Neo4jConnection.open(Neo4jAddress(neo4j_server.uri, user, password)) as connection,
    ):
        assert len(load(dataset, connection).added) == len(dataset.reviews()) > 3
        yield Collection(dataset, connection)


def test_it_comes_back_without_loss(collection: Collection) -> None:
    back, here = quads_back(collection.connection, collection.dataset.base), collection.dataset.quads()
    assert canonical(back) == canonical(here)


def canonical(quads: Iterator[ox.Quad]) -> list[str]:
    """The lines of sorted N-Quads; there are no blank nodes."""
    return sorted(map(str, quads))


def test_its_shortcuts_for_the_eye_come_back_too(collection: Collection) -> None:
    back = {graph.nodes[0].graph.partition("/")[0]: graph for graph in read_back(collection.connection) if graph.nodes}
    for slug in collection.dataset.reviews():
        sent = with_shortcuts(from_rdf(collection.dataset.quads(slug), collection.dataset.base))
        assert back[slug].nodes == sent.nodes
        assert by_link(back[slug].relationships) == by_link(sent.relationships)


def test_loading_it_again_changes_nothing(collection: Collection) -> None:
    assert load(collection.dataset, collection.connection).unchanged == collection.dataset.reviews()


@pytest.mark.parametrize(("name", "given"), CALLS, ids=[f"{name}-{given}" for name, given in CALLS])
def test_a_question_has_the_same_rows_in_cypher_as_in_sparql(
    name: str, given: Mapping[str, object], collection: Collection
) -> None:
    in_sparql, in_cypher = collection.both(name, given)
    assert in_cypher == in_sparql
    assert in_sparql.rows or given, "the question has an answer here"
    for review in () if "agency" in given else collection.dataset.reviews()[:2]:
        in_sparql, in_cypher = collection.both(name, {**given, "review": review})
        assert in_cypher == in_sparql


def test_contacts_after_the_last_share_are_not_what_an_agency_learned(collection: Collection) -> None:
    learning = {"incident", "disclosure", "risk_assessment", "information_share", "referral"}
    (_, timeline), both = collection.both("knowledge-timeline", {}), collection.both("stopped-sharing", {})
    for told in both:
        last_share = {row[2]: row[3] for row in told.rows}
        assert {row[5] for row in told.rows} <= learning
        others = [row for row in timeline.rows if row[3] in last_share and row[4] not in learning and row[12]]
        assert any(row[12] > last_share[row[3]] for row in others), "there are contacts later than the last share"


def test_failures_that_name_no_agency_stand_last_in_their_review_as_the_flag_says(collection: Collection) -> None:
    for missed, verdicts in zip(
        collection.both("missed-opportunities", {}), collection.both("verdicts", {}), strict=True
    ):
        for _, rows in groupby(missed.rows, key=itemgetter(0)):
            nameless = [row[1] is None for row in rows]
            assert nameless == sorted(nameless)
        to_be_found = {row[0] for row in missed.rows if row[1] is None and row[4] in SHARING_FAILURES}
        flagged = {row[0] for row in verdicts.rows if "unnamed_failure" in str(row[-1])}
        assert flagged
        assert flagged <= to_be_found


def test_the_words_of_first_knowing_and_first_share_are_of_the_days_that_are_counted(collection: Collection) -> None:
    timelines = collection.both("knowledge-timeline", {})
    for lags, timeline in zip(collection.both("first-share-lag", {}), timelines, strict=True):
        told = {row[11]: (row[1], row[9], row[10]) for row in timeline.rows}
        assert lags.rows
        for row in lags.rows:
            assert told[row[7]] == row[4:7], "known: date, quote, place"
            assert told[row[11]] == row[8:11], "shared: date, quote, place"


def test_the_parameters_make_a_difference(collection: Collection) -> None:
    for name, calls in PARAMETERS.items():
        everything, _ = collection.both(name, {})
        assert any(collection.both(name, given)[1].rows != everything.rows for given in calls), name
