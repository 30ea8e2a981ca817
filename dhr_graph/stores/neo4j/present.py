"""What a Neo4j holds of our reviews now: ours are told by a label of the ontology, the id, and the graph they name."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

from neo4j import ManagedTransaction

from dhr_graph.property_graph import Node, Properties
from dhr_graph.rdf import ORGANISATIONS
from dhr_graph.stores.neo4j.review_graphs import LOADED, Link, Loaded, ReviewGraph
from dhr_graph.stores.neo4j.schema import topmost_labels
from dhr_graph.vocabulary import vocabulary

ID, GRAPH = "id", "graph"
"""Properties of every node that we write, beside those of the ontology."""


@dataclass(frozen=True, slots=True)
class PresentGraph:
    """The graph of a review on the server, and the server's own ids of its relationships: of several that are the
    same, the first stands in the graph, the others are `surplus`."""

    graph: ReviewGraph
    element_ids: Mapping[Link, str]
    surplus: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Counts:
    """How many nodes and relationships a review has on the server."""

    nodes: int
    relationships: int


@cache
def ours() -> str:
    """A node pattern's labels: one of ours."""
    return "|".join(topmost_labels())


@cache
def relationship_types() -> tuple[str, ...]:
    """All types of relationships that the ontology gives, shortcuts included; sorted."""
    return tuple(sorted(term.relationship for term in vocabulary().properties.values() if term.is_link))


@cache
def _statement(opening: str, each: str) -> str:
    """A statement over all nodes of the reviews `$slugs`, which finds them by the index on the id of each label."""
    branches = " UNION ALL ".join(
        f"MATCH (n:{label}) WHERE n.id STARTS WITH slug + '/' AND (n.graph = slug OR n.graph STARTS WITH slug + '/') "
        f"{each}" for label in topmost_labels()
    )
    return f"{opening} CALL (slug) {{ {branches} }}"


def nodes_statement() -> str:
    """The statement that reads the nodes of reviews."""
    opening = "UNWIND $slugs AS slug"
    return _statement(opening, "RETURN labels(n) AS labels, n AS node") + " RETURN slug, labels, node"


def relationships_statement() -> str:
    """The statement that reads the relationships of reviews: those of our types, between nodes of ours."""
    each = (f"MATCH (n)-[r:{'|'.join(relationship_types())}]->(m:{ours()}) WHERE m.graph IS NOT NULL "
            "RETURN n.id AS start, r, m.id AS finish")
    return (_statement("UNWIND $slugs AS slug", each)
            + " RETURN slug, start, type(r) AS type, finish, properties(r) AS properties, elementId(r) AS element")


def read_present(tx: ManagedTransaction, slugs: Sequence[str]) -> Mapping[str, PresentGraph]:
    """What the server holds of these reviews (`organisations` may be among them), by slug."""
    nodes: dict[str, dict[str, Node]] = {slug: {} for slug in slugs}
    loaded: dict[str, str] = {}
    for slug, labels, found in tx.run(nodes_statement(), slugs=list(slugs)):
        properties = dict(found.items())
        if LOADED in properties:
            loaded[slug] = str(properties.pop(LOADED))
        node = node_of(labels, properties)
        nodes[slug][node.id] = node
    links = _read_relationships(tx, [slug for slug in slugs if nodes[slug]])
    return {slug: _present(ReviewGraph(slug, nodes[slug], {}, loaded.get(slug, "")), links.get(slug, ()))
            for slug in slugs}


def _read_relationships(
    tx: ManagedTransaction, slugs: Sequence[str]
) -> Mapping[str, list[tuple[Link, Properties, str]]]:
    found: dict[str, list[tuple[Link, Properties, str]]] = {}
    if slugs:
        for slug, start, type_, finish, properties, element in tx.run(relationships_statement(), slugs=list(slugs)):
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


def node_of(labels: Iterable[str], properties: dict[str, Any]) -> Node:
    """A node of the server as a node of the property graph, its labels nearest first."""
    classes = vocabulary().classes
    ordered = sorted(labels, key=lambda label: (-len(classes[label].lineage) if label in classes else 0, label))
    node_id, graph = str(properties.pop(ID)), str(properties.pop(GRAPH))
    return Node(node_id, tuple(ordered), plain_properties(properties), graph)


def plain_properties(properties: Mapping[str, Any]) -> Properties:
    """Properties as the driver gives them, with the values of the property graph, sorted by name."""
    return MappingProxyType({name: _plain(properties[name]) for name in sorted(properties)})


def _plain(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(value)
    native = getattr(value, "to_native", None)
    plain = native() if native is not None else value
    return plain.date() if isinstance(plain, datetime.datetime) else plain


def read_loaded(tx: ManagedTransaction) -> Mapping[str, Loaded | None]:
    """What each review on the server says of its loading, by slug; None where that can't be read."""
    rows = tx.run("MATCH (n:Review) WHERE n.loaded IS NOT NULL AND n.graph IS NOT NULL "
                  "RETURN n.graph AS slug, n.loaded AS loaded ORDER BY slug")
    return {row["slug"]: Loaded.parse(str(row["loaded"])) for row in rows}


def read_counts(tx: ManagedTransaction) -> Mapping[str, Counts]:
    """The numbers of nodes and relationships of every review on the server, by slug."""
    nodes: Counter[str] = Counter()
    links: Counter[str] = Counter()
    for statement, counter in zip(count_statements(), (nodes, links), strict=True):
        for slug, number in tx.run(statement):
            counter[slug] += number
    return {slug: Counts(nodes[slug], links[slug]) for slug in sorted({*nodes, *links}) if slug != ORGANISATIONS}


def count_statements() -> tuple[str, str]:
    """The statements that count nodes and relationships by review."""
    by_review = "split(n.graph, '/')[0] AS slug"
    nodes = f"MATCH (n:{ours()}) WHERE n.graph IS NOT NULL AND n.id IS NOT NULL RETURN {by_review}, count(n) AS number"
    links = (
        f"MATCH (n:{ours()})-[r:{'|'.join(relationship_types())}]->(m:{ours()}) "
        f"WHERE n.graph IS NOT NULL AND m.graph IS NOT NULL RETURN {by_review}, count(r) AS number"
    )
    return nodes, links


def read_slugs(tx: ManagedTransaction) -> Iterator[str]:
    """The reviews that the server holds anything of."""
    return iter(sorted(read_counts(tx)))
