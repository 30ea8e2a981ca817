"""What stands in the dataset for a record."""

from __future__ import annotations

import datetime

import pyoxigraph as ox
import pytest

from dhr_graph.errors import DatasetError, UsageError
from dhr_graph.model.records import OpenCue, Person, Record, Referral
from dhr_graph.rdf import decode, document_graph, encode, organisations_graph, record_iri, review_graph

PREFIXES = "PREFIX dhr: <https://w3id.org/dhr-graph/ontology#> PREFIX xsd: <http://www.w3.org/2001/XMLSchema#> "
REFERRAL = Referral(
    id="oakwell/Referral/1",
    in_review="oakwell/Review/1",
    in_document="oakwell/Document/1",
    by_agency="oakwell/Agency/1",
    date_earliest=datetime.date(2014, 3, 1),
    date_edtf="2014-03",
    confidence=0.5,
    count=2,
)


def _answers(query: str, *records: Record) -> bool:
    store = ox.Store()
    store.extend(quad for record in records for quad in encode(record, review_graph("oakwell")))
    return bool(store.query(PREFIXES + query, use_default_graph_as_union=True))


@pytest.mark.parametrize("class_name", ["Referral", "InformationShare", "Event", "Fact"])
def test_a_referral_is_found_under_each_of_its_classes(class_name: str) -> None:
    assert _answers(f"ASK {{ ?event a dhr:{class_name} }}", REFERRAL)


def test_fields_that_only_python_classes_share_make_no_class() -> None:
    assert not _answers("ASK { ?event a dhr:Dated }", REFERRAL)


@pytest.mark.parametrize(
    "pattern",
    [
        'dhr:dateEarliest "2014-03-01"^^xsd:date',
        'dhr:dateEdtf "2014-03"^^<http://id.loc.gov/datatypes/edtf/EDTF>',
        "dhr:confidence 0.5e0",
        "dhr:count 2",
        'dhr:reviewStatus "unreviewed"',
        "dhr:byAgency <https://w3id.org/dhr-graph/id/oakwell/Agency/1>",
    ],
)
def test_values_are_typed(pattern: str) -> None:
    assert _answers(f"ASK {{ <https://w3id.org/dhr-graph/id/oakwell/Referral/1> {pattern} }}", REFERRAL)


def test_what_is_not_stated_is_not_written() -> None:
    assert not _answers("ASK { ?event dhr:toAgency|dhr:caption|dhr:about ?anything }", REFERRAL)


def test_there_are_no_blank_nodes(small_review: tuple[Record, ...]) -> None:
    quads = [quad for record in small_review for quad in encode(record, review_graph("oakwell"))]
    assert quads
    assert not any(isinstance(term, ox.BlankNode) for quad in quads for term in (quad.subject, quad.object))


def test_graphs_have_names_by_rule() -> None:
    assert review_graph("oakwell") == "https://w3id.org/dhr-graph/graph/oakwell"
    assert document_graph("oakwell/Document/ab12") == "https://w3id.org/dhr-graph/graph/oakwell/ab12"
    assert organisations_graph() == "https://w3id.org/dhr-graph/graph/organisations"
    with pytest.raises(UsageError, match="organisations"):
        review_graph("organisations")


def test_ids_with_spaces_and_percent_signs_make_iris() -> None:
    assert record_iri("a b%/Review/1") == "https://w3id.org/dhr-graph/id/a%20b%25/Review/1"


@pytest.mark.parametrize("character", ["\ufdd0", "\ufdef", "\U0001fffe", "\U000dffff", "\U0010ffff"])
def test_code_points_that_are_no_characters_make_iris(character: str) -> None:
    assert ox.NamedNode(record_iri(f"a{character}/Review/1")).value.isascii()


def test_a_value_of_another_kind_is_refused_with_its_field() -> None:
    person = Person(id="oakwell/Person/1", in_review="oakwell/Review/1", label=None, role=datetime.date(2014, 3, 2))  # type: ignore[arg-type]
    with pytest.raises(DatasetError, match=r"oakwell/Person/1: .*role"):
        list(encode(person, review_graph("oakwell")))


def _quad(predicate: str, value: ox.NamedNode | ox.Literal) -> ox.Quad:
    return ox.Quad(ox.NamedNode(record_iri("oakwell/OpenCue/1")), ox.NamedNode(predicate), value)


def _written() -> list[ox.Quad]:
    cue = OpenCue(id="oakwell/OpenCue/1", in_review="oakwell/Review/1", in_document="oakwell/Document/1", cue="share")
    return [ox.Quad(q.subject, q.predicate, q.object) for q in encode(cue, review_graph("oakwell"))]


@pytest.mark.parametrize(
    ("predicate", "value", "complaint"),
    [
        ("https://w3id.org/dhr-graph/ontology#colour", ox.Literal("red"), "no property"),
        ("https://w3id.org/dhr-graph/ontology#confidence", ox.Literal("high"), "no value of confidence"),
        ("https://w3id.org/dhr-graph/ontology#cue", ox.Literal("tell"), "several values of cue"),
        ("https://w3id.org/dhr-graph/ontology#ofAgency", ox.NamedNode("https://example.org/x"), "is not below"),
    ],
)
def test_what_does_not_follow_the_ontology_is_refused(
    predicate: str, value: ox.NamedNode | ox.Literal, complaint: str
) -> None:
    with pytest.raises(DatasetError, match=complaint):
        list(decode([*_written(), _quad(predicate, value)]))


def test_a_node_without_its_superclasses_or_a_required_value_is_refused() -> None:
    written = _written()
    with pytest.raises(DatasetError, match="superclasses"):
        list(decode(quad for quad in written if not str(quad.object).endswith("#Fact>")))
    with pytest.raises(DatasetError, match="cue"):
        list(decode(quad for quad in written if not quad.predicate.value.endswith("#cue")))
