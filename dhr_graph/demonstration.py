"""The demonstration: the example reviews laid out in a folder, their graph built, the headline question answered."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

from dhr_graph.building import BuildReport, Progress, build
from dhr_graph.questions import Answer, answer, load_questions
from dhr_graph.stores import Dataset

HEADLINE = "never-shared"
REVIEW_SUFFIXES = (".txt", ".md")


@dataclass(frozen=True, slots=True)
class Demonstration:
    """Where the reviews and their graph stand, what the build said, and the answer."""

    reviews: tuple[Path, ...]
    graph: Path
    report: BuildReport
    answer: Answer


def demonstrate(folder: Path, progress: Callable[[Progress], None] | None = None) -> Demonstration:
    """Build the graph of the examples in a folder, which is made where it is not there, and ask who never shared."""
    reviews = tuple(lay_out_examples(folder / "reviews"))
    graph = folder / "graph"
    with Dataset.open(graph, write=True) as dataset:
        report = build(reviews, dataset, progress=progress)
        found = answer(load_questions()[HEADLINE], dataset.store, base=dataset.base)
    return Demonstration(reviews, graph, report, found)


def lay_out_examples(folder: Path) -> Iterator[Path]:
    """Copy the example reviews that ship with the package into a folder; gives their paths in order."""
    folder.mkdir(parents=True, exist_ok=True)
    for entry in sorted(resources.files("dhr_graph.examples").iterdir(), key=lambda each: each.name):
        if entry.is_file() and entry.name.endswith(REVIEW_SUFFIXES) and entry.name != "README.md":
            path = folder / entry.name
            path.write_bytes(entry.read_bytes())
            yield path
