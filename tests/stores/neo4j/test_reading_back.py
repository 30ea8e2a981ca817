"""What was loaded comes back as the same quads, whatever it is."""

from __future__ import annotations

import dataclasses

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from dhr_graph.model.records import Record
from dhr_graph.rdf import encode, review_graph
from dhr_graph.stores import Dataset
from dhr_graph.stores.neo4j import Neo4jConnection, load, quads_back, remove
from dhr_graph.vocabulary import vocabulary


def canonical(quads: object) -> list[str]:
    return sorted(map(str, quads))  # type: ignore[call-overload]


@settings(
    max_examples=8,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(st.data())
def test_any_record_that_the_ontology_allows_comes_back(
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
