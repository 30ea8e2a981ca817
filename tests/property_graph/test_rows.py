"""What a Neo4j analyst and a networkx user find."""

from __future__ import annotations

import datetime
import io

import networkx as nx
import pytest

from dhr_graph.captions import with_captions
from dhr_graph.model.records import Record
from dhr_graph.property_graph import (
    PropertyGraph,
    PropertyValue,
    Relationship,
    from_rdf,
    plain_value,
    to_networkx,
    to_plain_networkx,
    to_rdf,
    with_shortcuts,
)
from dhr_graph.rdf import encode, review_graph


@pytest.fixture
def graph(small_review: tuple[Record, ...]) -> PropertyGraph:
    return with_shortcuts(from_rdf(quad for r in small_review for quad in encode(r, review_graph("oakwell"))))


def _link(graph: PropertyGraph, start: str, type_: str) -> Relationship:
    (found,) = [link for link in graph.relationships if (link.start, link.type) == (start, type_)]
    return found


def test_a_node_has_its_class_and_superclasses_as_labels(graph: PropertyGraph) -> None:
    (referral,) = [node for node in graph.nodes if node.class_name == "Referral"]
    assert referral.labels == ("Referral", "InformationShare", "Event", "Fact")
    assert (referral.id, referral.graph) == ("oakwell/Referral/1", "oakwell")


def test_properties_are_those_of_the_ontology_with_values_of_python(graph: PropertyGraph) -> None:
    (police,) = [node for node in graph.nodes if node.id == "oakwell/Agency/police"]
    assert police.properties["agencyType"] == "police"
    assert police.properties["aliases"] == ("Police",)
    (incident,) = [node for node in graph.nodes if node.class_name == "Incident"]
    assert incident.properties["dateEarliest"] == datetime.date(2014, 3, 2)
    assert incident.properties["dateEdtf"] == "2014-03-02"
    assert list(incident.properties) == sorted(incident.properties)


def test_links_are_relationships_without_properties(graph: PropertyGraph) -> None:
    link = _link(graph, "oakwell/Referral/1", "TO_AGENCY")
    assert (link.end, dict(link.properties), link.is_derived) == ("oakwell/Forum/marac", {}, False)


def test_who_knew_of_the_risk_is_one_relationship(graph: PropertyGraph) -> None:
    link = _link(graph, "oakwell/Agency/police", "KNEW_OF")
    assert link.end == "oakwell/Risk/1"
    assert link.properties == {
        "derived": True,
        "since": datetime.date(2014, 3, 2),
        "sinceEdtf": "2014-03-02",
        "caption": "knew from 2014-03",
    }


def test_knowledge_of_all_risks_together_leads_to_the_review(graph: PropertyGraph) -> None:
    link = _link(graph, "oakwell/Agency/gp", "KNEW_OF")
    assert (link.end, link.properties) == ("oakwell/Review/1", {"derived": True, "caption": "knew, undated"})


def test_shares_of_two_bodies_are_counted_with_their_first_and_last_day(graph: PropertyGraph) -> None:
    link = _link(graph, "oakwell/Agency/police", "SHARED_WITH")
    day = datetime.date(2014, 3, 2)
    assert link.end == "oakwell/Forum/marac"
    assert link.properties == {"derived": True, "count": 2, "caption": "shared \u00d72", "first": day, "last": day}


def test_a_verdict_is_worded(graph: PropertyGraph) -> None:
    link = _link(graph, "oakwell/Agency/gp", "VERDICT")
    assert link.properties["code"] == "NO_SHARE_FOUND"
    assert link.properties["text"] == "no onward sharing found in this document"
    assert link.properties["caption"] == "no share found"


def test_every_node_with_a_caption_has_a_name_for_the_eye(small_review: tuple[Record, ...]) -> None:
    quads = [quad for r in with_captions(small_review) for quad in encode(r, review_graph("oakwell"))]
    named = {node.id: node.properties["name"] for node in with_shortcuts(from_rdf(quads)).nodes}
    assert named["oakwell/Agency/police"] == "Oakwell Police Service"
    assert named["oakwell/Risk/1"] == "Risk to Ada"
    assert set(to_rdf(with_shortcuts(from_rdf(quads)))) == set(quads)


def test_a_share_that_concerns_no_risk_is_no_line(graph: PropertyGraph) -> None:
    kept = tuple(link for link in graph.relationships if link.type != "CONCERNS_RISK")
    again = with_shortcuts(PropertyGraph(graph.nodes, kept))
    assert not [link for link in again.relationships if link.type == "SHARED_WITH"]


def test_shortcuts_are_made_once(graph: PropertyGraph) -> None:
    assert with_shortcuts(graph) == graph


def test_networkx_holds_every_row(graph: PropertyGraph) -> None:
    network = to_networkx(graph.nodes, graph.relationships)
    assert (network.number_of_nodes(), network.number_of_edges()) == (len(graph.nodes), len(graph.relationships))
    assert network.nodes["oakwell/Incident/1"]["dateEarliest"] == datetime.date(2014, 3, 2)
    assert network.edges["oakwell/Agency/police", "oakwell/Forum/marac", "SHARED_WITH"]["count"] == 2


@pytest.mark.parametrize(
    ("value", "plain"),
    [
        (datetime.date(2014, 3, 2), "2014-03-02"),
        (("GP", "surgery"), "GP|surgery"),
        ("a\x00b\x1fc\ud7ff\ufffe", "a\ufffdb\ufffdc\ud7ff\ufffd"),
        (True, True),
        (0.5, 0.5),
        (3, 3),
    ],
)
def test_values_become_plain_by_rule(value: PropertyValue, plain: str | int | float | bool) -> None:
    assert plain_value(value) == plain


def test_plain_networks_are_written_and_read_as_graphml(graph: PropertyGraph) -> None:
    written = io.BytesIO()
    nx.write_graphml(to_plain_networkx(graph.nodes, graph.relationships), written)
    written.seek(0)
    again = nx.read_graphml(written, force_multigraph=True)
    assert again.nodes["oakwell/Referral/1"]["labels"] == "Referral|InformationShare|Event|Fact"
    assert again.number_of_edges() == len(graph.relationships)
