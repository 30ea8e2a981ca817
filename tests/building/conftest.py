"""What the tests of the build share: an extraction that needs no parser, and a folder to write reviews in."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from dhr_graph.building.extraction import ExtractionMaker
from dhr_graph.stores import Dataset

Write = Callable[..., Path]


@pytest.fixture
def invented(monkeypatch: pytest.MonkeyPatch) -> ExtractionMaker:
    """The invented extraction, from a module that other processes find too."""
    monkeypatch.syspath_prepend(str(Path(__file__).parent))
    maker: ExtractionMaker = importlib.import_module("invented_extraction").make
    return maker


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes a file below a folder `in`, by default a small review: `write("ash.txt")`."""

    def writing(name: str, content: str | bytes | None = None) -> Path:
        path = tmp_path / "in" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        small = f"A domestic homicide review.\n\nPolice called at {name}.\n\nPolice left.\n"
        text = small if content is None else content
        path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
        return path

    return writing


@pytest.fixture
def dataset() -> Iterator[Dataset]:
    """An empty dataset in memory."""
    with Dataset.in_memory() as opened:
        yield opened
