"""One dataset of the example reviews for all tests that only read it, and a way to call the application."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dhr_graph.cli import application

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "examples"

Call = Callable[..., Result]


@pytest.fixture(autouse=True)
def width(monkeypatch: pytest.MonkeyPatch) -> None:
    """The width of the terminal, and no settings from outside."""
    monkeypatch.setenv("COLUMNS", "100")
    for name in ("DHR_GRAPH_DATASET", "DHR_GRAPH_NEO4J"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(scope="session")
def call() -> Call:
    """Call `dhr-graph` with arguments; what it printed, and its exit code."""

    def invoke(*arguments: str | Path, text: str | None = None) -> Result:
        return CliRunner().invoke(application, [str(each) for each in arguments], input=text, prog_name="dhr-graph")

    return invoke


@pytest.fixture(scope="session")
def examples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the example reviews and nothing else."""
    folder = tmp_path_factory.mktemp("reviews")
    for path in sorted(EXAMPLES.iterdir()):
        if path.suffix in (".txt", ".md") and path.name != "README.md":
            shutil.copy(path, folder)
    return folder


@pytest.fixture(scope="session")
def built(call: Call, examples: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The dataset of the example reviews; not to be written."""
    folder = tmp_path_factory.mktemp("dataset") / "graph"
    result = call("build", examples, "--graph", folder)
    assert result.exit_code == 0, result.output
    return folder


@pytest.fixture
def copy(built: Path, tmp_path: Path) -> Path:
    """A copy of that dataset, to be written."""
    shutil.copytree(built, tmp_path / "copy")
    return tmp_path / "copy"
