"""A review's quads, and the graphs that they stand in."""

from __future__ import annotations

from collections.abc import Callable

import pyoxigraph as ox

from dhr_graph.model.reading import ReviewReading
from dhr_graph.rdf import organisations_graph
from dhr_graph.stores.rendering import render


def test_graphs_are_those_of_the_quads(reading_of: Callable[..., ReviewReading]) -> None:
    review = render(
        reading_of("\xe4sh", {"a.txt": ['He said <"no"> .', "Then <http://b> .\nleft."], "b.txt": ["One."]})
    )
    assert len(review.graphs()) == 4
    assert review.graphs() == {quad.graph_name.value for quad in review.quads()}  # type: ignore[union-attr]


def test_lines_of_a_graph_are_its_quads(reading_of: Callable[..., ReviewReading]) -> None:
    review, shared = render(reading_of("ash", {"a.txt": ["Police called."]})), organisations_graph()
    told = set(ox.parse(review.lines_in(shared), format=ox.RdfFormat.N_QUADS))
    assert told == {quad for quad in review.quads() if quad.graph_name == ox.NamedNode(shared)} != set()
