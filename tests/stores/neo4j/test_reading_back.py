"""What was loaded comes back as the same quads."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from dhr_graph.model.records import Record
from dhr_graph.property_graph import from_rdf, with_shortcuts
from dhr_graph.rdf import encode, review_graph
from dhr_graph.stores import Dataset
from dhr_graph.stores.neo4j import Neo4jConnection, load, quads_back, read_back, remove
from dhr_graph.stores.neo4j.review_graphs import by_link
from dhr_graph.vocabulary import vocabulary


@pytest.mark.parametrize("collection", ["examples", "shared"])
def test_every_review_comes_back_without_loss(
    collection: str, request: pytest.FixtureRequest, connection: Neo4jConnection
) -> None:
    dataset: Dataset = request.getfixturevalue(collection)
    report = load(dataset, connection)
    assert len(report.added) == len(dataset.reviews()) > 3
    assert canonical(quads_back(connection, dataset.base)) == canonical(dataset.quads())
    back = {graph.nodes[0].graph.partition("/")[0]: graph for graph in read_back(connection) if graph.nodes}
    for slug in dataset.reviews():
        sent = with_shortcuts(from_rdf(dataset.quads(slug), dataset.base))
        assert back[slug].nodes == sent.nodes
        assert by_link(back[slug].relationships) == by_link(sent.relationships), "the shortcuts too"


def canonical(quads: object) -> list[str]:
    return sorted(map(str, quads))  # type: ignore[call-overload]


@settings(
    max_examples=8,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(st.data())
def test_so_does_any_record_that_the_ontology_allows(
    any_record: st.SearchStrategy[Record], connection: Neo4jConnection, data: st.DataObject
) -> None:
    records = data.draw(st.lists(any_record, min_size=1, max_size=12, unique_by=lambda record: record.id))
    with Dataset.in_memory() as made:
        for number, record in enumerate(records):
            standing = linked_to_itself(record, f"any/{type(record).__name__}/{number}")
            made.store.extend(encode(standing, review_graph("any")))
        dataset = Dataset(made.store, made.base)
        load(dataset, connection)
        assert canonical(quads_back(connection)) == canonical(dataset.quads())
        assert load(dataset, connection).written.nodes_changed == 0
        remove(connection, ["any"])


def linked_to_itself(record: Record, record_id: str) -> Record:
    """The record under an id, with every link that it has leading back to it, since Neo4j has no loose ends."""
    links = {
        term.field: (record_id,) if term.many else record_id
        for term in vocabulary().properties_of[type(record).__name__]
        if term.is_link and getattr(record, term.field)
    }
    return dataclasses.replace(record, id=record_id, **links)
