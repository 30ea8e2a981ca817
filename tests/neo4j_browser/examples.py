"""The example reviews, from their texts to a Neo4j, the way a user takes."""

from __future__ import annotations

from pathlib import Path

from dhr_graph.demonstration import demonstrate
from dhr_graph.stores import Dataset
from dhr_graph.stores.neo4j import LoadReport, Neo4jAddress, Neo4jConnection, load


def load_examples(uri: str, auth: tuple[str, str] | None, folder: Path) -> LoadReport:
    """Build the graph of the examples in a folder and load it into the server at an address."""
    shown = demonstrate(folder)
    address = Neo4jAddress(uri, *auth) if auth else Neo4jAddress(uri)
    with Dataset.open(shown.graph) as dataset, Neo4jConnection.open(address) as connection:
        return load(dataset, connection)
