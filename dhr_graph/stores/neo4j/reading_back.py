"""The way back: reviews on a server as quads again, equal to those that they were loaded from."""

from __future__ import annotations

from collections.abc import Iterator

import pyoxigraph as ox
from neo4j import ManagedTransaction

from dhr_graph.identifiers import BASE_IRI
from dhr_graph.property_graph import PropertyGraph, Relationship, to_rdf
from dhr_graph.rdf import ORGANISATIONS
from dhr_graph.stores.neo4j.connection import Neo4jConnection
from dhr_graph.stores.neo4j.present import read_present
from dhr_graph.stores.neo4j.removal import reviews_in_neo4j


def read_back(connection: Neo4jConnection) -> Iterator[PropertyGraph]:
    """The organisations, then review by review what the server holds of each, sorted as `from_rdf` sorts."""
    yield _graph(connection, ORGANISATIONS)
    for slug in reviews_in_neo4j(connection):
        yield _graph(connection, slug)


def quads_back(connection: Neo4jConnection, base: str = BASE_IRI) -> Iterator[ox.Quad]:
    """The quads of all that the server holds of ours; shortcuts for the eye are left out, as in `to_rdf`."""
    for graph in read_back(connection):
        yield from to_rdf(graph, base)


def _graph(connection: Neo4jConnection, slug: str) -> PropertyGraph:
    def work(tx: ManagedTransaction) -> PropertyGraph:
        found = read_present(tx, [slug])[slug].graph
        links = (Relationship(*link, properties) for link, properties in sorted(found.relationships.items()))
        return PropertyGraph(tuple(found.nodes[key] for key in sorted(found.nodes)), tuple(links))

    return connection.read(work, doing=f"reading {slug}")
