"""The writing of what was read: several reviews at once, which costs the store half of what they cost one by one."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence

from dhr_graph.building.job import ReviewResult
from dhr_graph.building.report import ADDED, REWRITTEN, SKIPPED, UNCHANGED
from dhr_graph.stores import Dataset

_AT_ONCE = 30_000
"""Quads that are gathered before they are written: of a long review, or of some ten short ones. So much of the reading,
a few seconds' worth, has to be done again where a build is killed. Fewer would leave the engine more files to merge."""


def write_results(
    results: Iterable[ReviewResult], dataset: Dataset, known: Container[str]
) -> Iterator[tuple[ReviewResult, str]]:
    """Write results as they come and yield each, once it is on disk, with what became of it, in their order.

    `known` are the reviews that the dataset had before.
    """
    gathered: list[ReviewResult] = []
    quads = 0
    for result in results:
        gathered.append(result)
        quads += result.quads.nquads.count(b"\n") if result.quads is not None else 0
        if quads >= _AT_ONCE:
            yield from _written(gathered, dataset, known)
            gathered, quads = [], 0
    yield from _written(gathered, dataset, known)


def _written(
    results: Sequence[ReviewResult], dataset: Dataset, known: Container[str]
) -> Iterator[tuple[ReviewResult, str]]:
    changed = iter(dataset.write_reviews([result.quads for result in results if result.quads is not None]))
    for result in results:
        if result.quads is None:
            yield result, UNCHANGED if result.unchanged else SKIPPED
        else:
            rewritten = next(changed)
            yield result, ADDED if result.slug not in known else REWRITTEN if rewritten else UNCHANGED
