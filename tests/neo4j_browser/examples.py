"""Example reviews, from their texts to a Neo4j, the way a user takes."""

from __future__ import annotations

from pathlib import Path

from dhr_graph.building import build
from dhr_graph.demonstration import lay_out_examples
from dhr_graph.stores import Dataset
from dhr_graph.stores.neo4j import LoadReport, Neo4jAddress, Neo4jConnection, load


def build_examples(folder: Path, only: str = "") -> Path:
    """Build the dataset of the examples, or of the `only` one of a name, in a folder; where it stands."""
    reviews = [path for path in lay_out_examples(folder / "reviews") if only in path.name]
    with Dataset.open(folder / "graph", write=True) as dataset:
        build(reviews, dataset)
    return folder / "graph"


def load_dataset(graph: Path, uri: str, auth: tuple[str, str] | None) -> LoadReport:
    """Load a dataset into the server at an address."""
    address = Neo4jAddress(uri, *auth) if auth else Neo4jAddress(uri)
    with Dataset.open(graph) as dataset, Neo4jConnection.open(address) as connection:
        return load(dataset, connection)
