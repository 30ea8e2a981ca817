"""A review as it shall stand in Neo4j: its nodes and relationships, and a digest by which it is known again."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import pyoxigraph as ox

from dhr_graph.property_graph import Node, Properties, PropertyGraph, Relationship, from_rdf, with_shortcuts
from dhr_graph.rdf import ORGANISATIONS
from dhr_graph.stores import Dataset

LAYOUT = 1
"""To be raised when the same quads shall give another graph in Neo4j, so that all reviews are written anew."""

Link = tuple[str, str, str]
"""A relationship by start, type and end."""


@dataclass(frozen=True, slots=True)
class ReviewGraph:
    """The nodes of a review by id, and its relationships by start, type and end.

    `slug` is `organisations` for the organisations of all reviews, which belong to none. `loaded` is what the Review
    node says of it; empty for the organisations, and for what was read from a server.
    """

    slug: str
    nodes: Mapping[str, Node]
    relationships: Mapping[Link, Properties]
    loaded: str = ""

    @property
    def size(self) -> int:
        """Nodes and relationships together."""
        return len(self.nodes) + len(self.relationships)


@dataclass(frozen=True, slots=True)
class Loaded:
    """What the property `loaded` of a Review node says: layout, nodes, relationships, digest of the quads."""

    layout: int
    nodes: int
    relationships: int
    digest: str

    @classmethod
    def parse(cls, text: str) -> Loaded | None:
        """The parts of the text; None where it is none of ours."""
        parts = text.split("/")
        if len(parts) != 4 or not all(part.isdecimal() for part in parts[:3]):
            return None
        return cls(int(parts[0]), int(parts[1]), int(parts[2]), parts[3])

    def __str__(self) -> str:
        return f"{self.layout}/{self.nodes}/{self.relationships}/{self.digest}"


def digest_of(quads: Iterable[ox.Quad]) -> str:
    """A digest that is the same for the same quads in any order."""
    lines = ox.serialize(quads, format=ox.RdfFormat.N_QUADS) or b""
    return hashlib.sha256(b"\n".join(sorted(lines.splitlines()))).hexdigest()[:32]


def review_graph_of(slug: str, quads: Iterable[ox.Quad], base: str, digest: str) -> ReviewGraph:
    """The graph of a review, shortcuts for the eye included."""
    graph = with_shortcuts(from_rdf(quads, base))
    links = by_link(graph.relationships)
    return ReviewGraph(slug, by_id(graph), links, str(Loaded(LAYOUT, len(graph.nodes), len(links), digest)))


def review_graphs(dataset: Dataset) -> Iterator[ReviewGraph]:
    """The organisations, then every review of a dataset, one at a time."""
    yield organisation_graph(dataset)
    for slug in dataset.reviews():
        quads = list(dataset.quads(slug))
        yield review_graph_of(slug, quads, dataset.base, digest_of(quads))


def organisation_graph(dataset: Dataset) -> ReviewGraph:
    """The organisations of all reviews."""
    graph = from_rdf(dataset.organisation_quads(), dataset.base)
    return ReviewGraph(ORGANISATIONS, by_id(graph), by_link(graph.relationships))


def empty_graph(slug: str) -> ReviewGraph:
    """What is left of a review that goes."""
    return ReviewGraph(slug, {}, {})


def by_id(graph: PropertyGraph) -> Mapping[str, Node]:
    """The nodes of a graph by id."""
    return {node.id: node for node in graph.nodes}


def by_link(relationships: Iterable[Relationship]) -> Mapping[Link, Properties]:
    """The properties of relationships by start, type and end."""
    return {(link.start, link.type, link.end): link.properties for link in relationships}
