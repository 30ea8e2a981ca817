"""Example reviews, from their texts to a Neo4j, the way a user takes."""

from __future__ import annotations

from pathlib import Path

from dhr_graph.building import build
from dhr_graph.demonstration import lay_out_examples
from dhr_graph.stores import Dataset
from dhr_graph.stores.neo4j import LoadReport, Neo4jAddress, Neo4jConnection, load


def load_examples(uri: str, auth: tuple[str, str] | None, folder: Path, only: str = "") -> LoadReport:
    """Build the graph of the examples, or of the `only` one of a name, and load it into the server at an address."""
    reviews = [path for path in lay_out_examples(folder / "reviews") if only in path.name]
    address = Neo4jAddress(uri, *auth) if auth else Neo4jAddress(uri)
    with Dataset.open(folder / "graph", write=True) as dataset, Neo4jConnection.open(address) as connection:
        build(reviews, dataset)
        return load(dataset, connection)
