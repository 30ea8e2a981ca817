"""What a Neo4j holds of our reviews now."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from neo4j import ManagedTransaction

import dhr_graph.stores.neo4j.statements as statements
from dhr_graph.property_graph import Node, Properties
from dhr_graph.rdf import ORGANISATIONS
from dhr_graph.stores.neo4j.node_properties import from_server, plain_properties
from dhr_graph.stores.neo4j.review_graphs import Link, Loaded, ReviewGraph


@dataclass(frozen=True, slots=True)
class PresentGraph:
    """The graph of a review on the server, and the server's own ids of its relationships.

    Of several relationships that are the same, the first stands in the graph; the others are `surplus`.
    """

    graph: ReviewGraph
    element_ids: Mapping[Link, str]
    surplus: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Counts:
    """How many nodes and relationships a review has on the server."""

    nodes: int
    relationships: int


def read_present(tx: ManagedTransaction, slugs: Sequence[str]) -> Mapping[str, PresentGraph]:
    """What the server holds of these reviews (`organisations` may be among them), by slug."""
    nodes: dict[str, dict[str, Node]] = {slug: {} for slug in slugs}
    loaded: dict[str, str] = {}
    for slug, found in tx.run(statements.nodes(), slugs=list(slugs)):
        node, says = from_server(found.labels, found)
        nodes[slug][node.id] = node
        loaded[slug] = loaded.get(slug) or says
    links = _read_links(tx, [slug for slug in slugs if nodes[slug]])
    return {
        slug: _present(ReviewGraph(slug, nodes[slug], {}, loaded.get(slug, "")), links.get(slug, ())) for slug in slugs
    }


def read_loaded(tx: ManagedTransaction) -> Mapping[str, Loaded | None]:
    """What each review on the server says of its loading, by slug; None where that can't be read."""
    return {slug: Loaded.parse(str(loaded)) for slug, loaded in tx.run(statements.LOADED)}


def read_counts(tx: ManagedTransaction) -> Mapping[str, Counts]:
    """The numbers of nodes and relationships of every review of which the server holds anything, by slug."""
    nodes: Counter[str] = Counter()
    links: Counter[str] = Counter()
    for statement, counter in zip(statements.counts(), (nodes, links), strict=True):
        for slug, number in tx.run(statement):
            counter[slug] += number
    return {slug: Counts(nodes[slug], links[slug]) for slug in sorted({*nodes, *links}) if slug != ORGANISATIONS}


def _read_links(tx: ManagedTransaction, slugs: Sequence[str]) -> Mapping[str, list[tuple[Link, Properties, str]]]:
    found: dict[str, list[tuple[Link, Properties, str]]] = {}
    if slugs:
        for slug, start, type_, finish, properties, element in tx.run(statements.relationships(), slugs=list(slugs)):
            found.setdefault(slug, []).append(((start, type_, finish), plain_properties(properties), element))
    return found


def _present(graph: ReviewGraph, links: Iterable[tuple[Link, Properties, str]]) -> PresentGraph:
    properties: dict[Link, Properties] = {}
    elements: dict[Link, str] = {}
    surplus: list[str] = []
    for link, given, element in links:
        if link in elements:
            surplus.append(element)
        else:
            properties[link], elements[link] = given, element
    return PresentGraph(ReviewGraph(graph.slug, graph.nodes, properties, graph.loaded), elements, tuple(surplus))
