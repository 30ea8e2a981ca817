"""Reviews on their way to the server: small ones together, read from the dataset while those before are written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TypeVar

from dhr_graph.stores import Dataset
from dhr_graph.stores.neo4j.present import Counts
from dhr_graph.stores.neo4j.review_graphs import LAYOUT, Loaded, ReviewGraph, digest_of, review_graph_of

T = TypeVar("T")

GROUP = 40_000
"""Nodes and relationships that go into one transaction, but for a review that is larger by itself."""


@dataclass(frozen=True, slots=True)
class Shipment:
    """Reviews to be written in one transaction, and those met on the way that stand on the server as they shall."""

    graphs: tuple[ReviewGraph, ...]
    unchanged: tuple[str, ...] = ()


def shipments(
    dataset: Dataset, loaded: Mapping[str, Loaded | None], counts: Mapping[str, Counts]
) -> Iterator[Shipment]:
    """All reviews of a dataset, those grouped that must be written: because the server lacks them, they were changed,
    or the server's counts are not those that were loaded."""
    return ahead(_grouped(_reviews(dataset, loaded, counts)))


def _grouped(reviews: Iterable[ReviewGraph | str]) -> Iterator[Shipment]:
    graphs: list[ReviewGraph] = []
    unchanged: list[str] = []
    for found in reviews:
        if isinstance(found, str):
            unchanged.append(found)
            continue
        graphs.append(found)
        if sum(graph.size for graph in graphs) >= GROUP:
            yield Shipment(tuple(graphs), tuple(unchanged))
            graphs, unchanged = [], []
    if graphs or unchanged:
        yield Shipment(tuple(graphs), tuple(unchanged))


def ahead(items: Iterable[T]) -> Iterator[T]:
    """The same items, the next one made in another thread while this one is used."""
    waiting = iter(items)
    end = object()
    with ThreadPoolExecutor(1) as pool:
        coming = pool.submit(next, waiting, end)
        while (item := coming.result()) is not end:
            coming = pool.submit(next, waiting, end)
            yield item  # type: ignore[misc]


def _reviews(
    dataset: Dataset, loaded: Mapping[str, Loaded | None], counts: Mapping[str, Counts]
) -> Iterator[ReviewGraph | str]:
    """Each review's graph, or its slug alone where nothing is to do."""
    for slug in dataset.reviews():
        quads = list(dataset.quads(slug))
        digest, before = digest_of(quads), loaded.get(slug)
        is_whole = before is not None and counts.get(slug) == Counts(before.nodes, before.relationships)
        if is_whole and before is not None and (before.layout, before.digest) == (LAYOUT, digest):
            yield slug
        else:
            yield review_graph_of(slug, quads, dataset.base, digest)
