"""The datasets of the example reviews and of the real ones, built once for all tests of a run that only read them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from dhr_graph.building import build
from dhr_graph.demonstration import lay_out_examples
from dhr_graph.stores import Dataset

SHARED = Path(__file__).resolve().parents[2] / "shared" / "reviews"


@pytest.fixture(scope="session")
def examples_graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the dataset of the example reviews."""
    folder = tmp_path_factory.mktemp("examples")
    return _built(lay_out_examples(folder / "reviews"), folder / "graph")


@pytest.fixture(scope="session")
def shared_graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the dataset of the real reviews, where there are any."""
    if not SHARED.is_dir():
        pytest.skip("there are no reviews at ../shared/reviews")
    return _built([SHARED], tmp_path_factory.mktemp("shared") / "graph")


def _built(reviews: Iterable[Path], graph: Path) -> Path:
    with Dataset.open(graph, write=True) as dataset:
        build(list(reviews), dataset)
    return graph
