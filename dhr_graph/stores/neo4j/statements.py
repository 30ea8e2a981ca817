"""Every Cypher statement by which graphs are loaded, read back and removed; labels and types come from the ontology.

Values are parameters always. Our nodes are told by a topmost label, their id, and the graph that they name: a node
that others made lacks one of the three.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from dhr_graph.vocabulary import vocabulary

TAKE_TURN = "MERGE (n:Review {id: $id}) DELETE n"
"""Takes the lock on an id, which the uniqueness constraint gives; the node never comes to be."""

CUT = "UNWIND $rows AS element MATCH ()-[r]->() WHERE elementId(r) = element DELETE r"

LOADED = (
    "MATCH (n:Review) WHERE n.loaded IS NOT NULL AND n.graph IS NOT NULL "
    "RETURN n.graph AS slug, n.loaded AS loaded ORDER BY slug"
)

DELETE_UNUSED = (
    "UNWIND $rows AS id MATCH (n:Organisation {id: id}) "
    "WHERE n.graph = 'organisations' AND NOT EXISTS { (n)<-[:OF_ORGANISATION]-() } DETACH DELETE n"
)


_PLANNED_ONCE = "CYPHER replan=skip "
"""Seeks by id stay right however the database grows, and planning them anew all the time takes a fifth of a load."""


@dataclass(frozen=True, slots=True, order=True)
class LinkPattern:
    """The relationships that one statement makes: their type, the topmost labels of their ends, and whether they have
    properties."""

    start: str
    type: str
    finish: str
    has_properties: bool


@cache
def topmost_labels() -> tuple[str, ...]:
    """The labels of which every node of the graph has just one: the topmost superclass of its class; sorted."""
    words = vocabulary()
    return tuple(sorted({words.classes[name].lineage[-1] for name in words.record_classes}))


@cache
def relationship_types() -> tuple[str, ...]:
    """All types of relationships that the ontology gives, shortcuts included; sorted."""
    return tuple(sorted(term.relationship for term in vocabulary().properties.values() if term.is_link))


def create(labels: tuple[str, ...]) -> str:
    """Make a node of each row of `$rows`, a map of its properties."""
    return f"{_PLANNED_ONCE}UNWIND $rows AS row CREATE (n:{':'.join(labels)}) SET n = row"


def change(label: str) -> str:
    """Give each node the properties of its row and no others."""
    return f"{_PLANNED_ONCE}UNWIND $rows AS row MATCH (n:{label} {{id: row.id}}) SET n = row"


def delete(label: str) -> str:
    """Take out the nodes of these ids, with their relationships."""
    seek = f"{_PLANNED_ONCE}UNWIND $rows AS id MATCH (n:{label} {{id: id}})"
    return f"{seek} WHERE n.graph IS NOT NULL DETACH DELETE n"


def link(pattern: LinkPattern) -> str:
    """Make a relationship of each row: start, end, and a map of properties where there are any."""
    made = (
        f"{_PLANNED_ONCE}UNWIND $rows AS row "
        f"MATCH (a:{pattern.start} {{id: row[0]}}) MATCH (b:{pattern.finish} {{id: row[1]}}) "
        f"CREATE (a)-[r:{pattern.type}]->(b)"
    )
    return f"{made} SET r = row[2]" if pattern.has_properties else made


@cache
def nodes() -> str:
    """Read the nodes of the reviews `$slugs`."""
    return f"UNWIND $slugs AS slug CALL (slug) {{ {_of_each_label('RETURN n AS node')} }} RETURN slug, node"


@cache
def relationships() -> str:
    """Read the relationships of the reviews `$slugs`: those of our types, between nodes of ours."""
    each = (
        f"MATCH (n)-[r:{'|'.join(relationship_types())}]->(m:{'|'.join(topmost_labels())}) "
        "WHERE m.graph IS NOT NULL RETURN n.id AS start, r, m.id AS finish"
    )
    return (
        f"UNWIND $slugs AS slug CALL (slug) {{ {_of_each_label(each)} }} "
        "RETURN slug, start, type(r) AS type, finish, properties(r) AS properties, elementId(r) AS element"
    )


@cache
def counts() -> tuple[str, str]:
    """Count the nodes, and the relationships, of every review on the server."""
    ours, by_review = "|".join(topmost_labels()), "split(n.graph, '/')[0] AS slug"
    return (
        f"MATCH (n:{ours}) WHERE n.graph IS NOT NULL AND n.id IS NOT NULL RETURN {by_review}, count(n) AS number",
        f"MATCH (n:{ours})-[r:{'|'.join(relationship_types())}]->(m:{ours}) "
        f"WHERE n.graph IS NOT NULL AND m.graph IS NOT NULL RETURN {by_review}, count(r) AS number",
    )


def samples() -> Iterator[str]:
    """Each statement once, every kind of label and type among them: for a lint to read."""
    words = vocabulary()
    yield from (TAKE_TURN, CUT, LOADED, DELETE_UNUSED, nodes(), relationships(), *counts())
    for name in words.record_classes:
        yield create(words.classes[name].lineage)
    for label in topmost_labels():
        yield from (change(label), delete(label))
    for type_ in relationship_types():
        yield from (link(LinkPattern("Fact", type_, "Fact", has_properties)) for has_properties in (False, True))


def _of_each_label(then: str) -> str:
    """Find the nodes of a review by the index on the id of each topmost label, then do something with each."""
    return " UNION ALL ".join(
        f"MATCH (n:{label}) WHERE n.id STARTS WITH slug + '/' AND (n.graph = slug OR n.graph STARTS WITH slug + '/') "
        f"{then}"
        for label in topmost_labels()
    )
