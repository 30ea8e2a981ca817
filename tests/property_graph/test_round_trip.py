"""RDF to property graph and back loses nothing."""

from __future__ import annotations

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dhr_graph.captions import with_captions
from dhr_graph.errors import DatasetError
from dhr_graph.model.records import Organisation, Record
from dhr_graph.property_graph import Node, PropertyGraph, Relationship, from_rdf, to_rdf, with_shortcuts
from dhr_graph.rdf import document_graph, encode, organisations_graph, review_graph


def _canonical(quads: list[ox.Quad]) -> bytes:
    dataset = ox.Dataset(quads)
    dataset.canonicalize(ox.CanonicalizationAlgorithm.UNSTABLE)
    lines = ox.serialize(dataset, format=ox.RdfFormat.N_QUADS).splitlines(keepends=True)
    return b"".join(sorted(lines))


def _home(record: Record) -> str:
    if isinstance(record, Organisation):
        return organisations_graph()
    return document_graph(record.in_document) if hasattr(record, "in_document") else review_graph("oakwell")


def _quads(*records: Record) -> list[ox.Quad]:
    return [quad for record in records for quad in encode(record, _home(record))]


@given(data=st.data())
def test_any_records_come_back(any_record: st.SearchStrategy[Record], data: st.DataObject) -> None:
    records = {record.id: record for record in data.draw(st.lists(any_record, max_size=4))}
    quads = [quad for record in records.values() for quad in encode(record, review_graph("oakwell"))]
    assert set(to_rdf(from_rdf(quads))) == set(quads)


def test_a_review_comes_back_in_canonical_n_quads(small_review: tuple[Record, ...]) -> None:
    quads = _quads(*with_captions(small_review))
    there_and_back = list(to_rdf(with_shortcuts(from_rdf(quads))))
    assert _canonical(there_and_back) == _canonical(quads)
    assert len({quad.graph_name for quad in there_and_back}) == 3


def test_another_base_comes_back(small_review: tuple[Record, ...]) -> None:
    base = "https://example.org/reviews/"
    quads = [quad for record in small_review for quad in encode(record, review_graph("oakwell", base), base)]
    assert set(to_rdf(from_rdf(quads, base), base)) == set(quads)


def test_a_node_in_two_graphs_is_refused(small_review: tuple[Record, ...]) -> None:
    quads = [*encode(small_review[0], review_graph("oakwell")), *encode(small_review[0], review_graph("other"))]
    with pytest.raises(DatasetError, match="two graphs"):
        from_rdf(quads)


@pytest.mark.parametrize(
    ("nodes", "links", "complaint"),
    [
        ([], [Relationship("oakwell/Agency/1", "IN_REVIEW", "oakwell/Review/1")], "starts at a node"),
        ([Node("oakwell/Agency/1", ("Bureau",), {}, "oakwell")], [], "no class 'Bureau'"),
        ([Node("oakwell/Agency/1", ("Agency",), {"colour": "red"}, "oakwell")], [], "no property 'colour'"),
        ([Node("oakwell/Agency/1", ("Agency",), {"inReview": "x"}, "oakwell")], [], "leads to another node"),
    ],
)
def test_rows_that_do_not_follow_the_ontology_are_refused(
    nodes: list[Node], links: list[Relationship], complaint: str
) -> None:
    with pytest.raises(DatasetError, match=complaint):
        list(to_rdf(PropertyGraph(tuple(nodes), tuple(links))))
