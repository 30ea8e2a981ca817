"""The dataset as GraphML, for Gephi, yEd and networkx."""

from __future__ import annotations

from pathlib import Path

import networkx as nx

from dhr_graph.exports.destinations import written_bytes
from dhr_graph.exports.rdf_files import parts
from dhr_graph.property_graph import from_rdf, to_plain_networkx, with_shortcuts
from dhr_graph.stores import Dataset


def write_graphml(dataset: Dataset, path: Path) -> tuple[Path, ...]:
    """Write GraphML, shortcuts for the eye included; the whole graph is in memory meanwhile."""
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for part in parts(dataset):
        review = with_shortcuts(from_rdf(part, dataset.base))
        network.update(to_plain_networkx(review.nodes, review.relationships))
    with written_bytes(path) as stream:
        nx.write_graphml(network, stream, prettyprint=True, named_key_ids=True)
    return (path,)
