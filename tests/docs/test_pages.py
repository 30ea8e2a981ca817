"""What the README and the docs say is run, so that it stays true."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pytest

from dhr_graph.cli.application import COMMANDS

ROOT = Path(__file__).resolve().parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
LINK = re.compile(r"\]\((?!https?://|#)(?P<target>[^)#\s]+)")


def script(path: Path) -> ModuleType:
    """A script of the docs as a module; docs/ is no package."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_block_runs_and_prints_what_the_page_shows(page: Path) -> None:
    assert script(ROOT / "docs" / "blocks.py").refreshed(page) == page.read_text(encoding="utf-8")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_leads_to_a_file(page: Path) -> None:
    missing = [
        found["target"]
        for found in LINK.finditer(page.read_text(encoding="utf-8"))
        if not (page.parent / found["target"]).exists()
    ]
    assert missing == []


REFERENCE = script(ROOT / "docs" / "reference" / "generate.py")


@pytest.mark.parametrize("name", sorted(REFERENCE.PAGES))
def test_the_reference_is_what_the_programme_says(name: str) -> None:
    page = (ROOT / "docs" / "reference" / name).read_text(encoding="utf-8")
    assert page == "\n".join(REFERENCE.PAGES[name]()), "run make reference"


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_documented(name: str) -> None:
    pages = [page for page in PAGES if page.name != "command-line.md"]
    assert any(f"dhr-graph {name}" in page.read_text(encoding="utf-8") for page in pages)


def test_every_page_is_reached_from_the_readme() -> None:
    reached, waiting = set(), [ROOT / "README.md"]
    while waiting:
        page = waiting.pop()
        if page in reached or page.suffix != ".md" or not page.is_file():
            continue
        reached.add(page)
        targets = (found["target"] for found in LINK.finditer(page.read_text(encoding="utf-8")))
        waiting += [(page.parent / target).resolve() for target in targets]
    assert set(PAGES) <= reached
