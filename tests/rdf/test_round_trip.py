"""Records become quads and come back as they were."""

from __future__ import annotations

from collections.abc import Callable

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dhr_graph.model.records import Record
from dhr_graph.rdf import decode, encode, graph_iri
from dhr_graph.vocabulary import vocabulary


@pytest.mark.parametrize("class_name", sorted(vocabulary().record_classes))
@settings(max_examples=40)
@given(data=st.data())
def test_records_of_every_class_come_back(
    class_name: str, records_of: Callable[[str], st.SearchStrategy[Record]], data: st.DataObject
) -> None:
    record = data.draw(records_of(class_name))
    assert list(decode(encode(record, graph_iri("oakwell")))) == [record]


@given(data=st.data())
def test_records_come_back_from_a_store(any_record: st.SearchStrategy[Record], data: st.DataObject) -> None:
    records = {record.id: record for record in data.draw(st.lists(any_record, max_size=4))}
    store = ox.Store()
    store.extend(quad for record in records.values() for quad in encode(record, graph_iri("oakwell")))
    assert list(decode(store)) == [records[record_id] for record_id in sorted(records)]


@given(data=st.data())
def test_the_quads_of_a_store_are_those_that_were_written(
    any_record: st.SearchStrategy[Record], data: st.DataObject
) -> None:
    quads = set(encode(data.draw(any_record), graph_iri("oakwell")))
    store = ox.Store()
    store.extend(quads)
    assert {str(quad) for quad in store} == {str(quad) for quad in quads}


def test_another_base_comes_back_too(small_review: tuple[Record, ...]) -> None:
    base = "https://example.org/reviews/"
    quads = [quad for record in small_review for quad in encode(record, graph_iri("oakwell", base), base)]
    assert all(str(quad.subject).startswith(f"<{base}id/") for quad in quads)
    assert set(decode(quads, base)) == set(small_review)
