"""What the README and the docs say is run, so that it stays true."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pytest

from dhr_graph.cli.application import COMMANDS
from dhr_graph.vocabulary import vocabulary

ROOT = Path(__file__).resolve().parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
LINK = re.compile(r"\]\((?!https?://|#)(?P<target>[^)#\s]+)")


def script(path: Path) -> ModuleType:
    """A script of the docs as a module, run as Python runs a script: what stands beside it can be imported."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(path.parent)
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


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_anchor_leads_to_a_heading(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    headings = {
        re.sub(r"[^\w\s-]", "", heading.casefold()).replace(" ", "-")
        for heading in re.findall(r"^#+ (.*)$", text, re.M)
    }
    assert set(re.findall(r"\]\(#([^)]+)\)", text)) <= headings


REFERENCE = script(ROOT / "docs" / "reference" / "generate.py")


@pytest.mark.parametrize("name", sorted(REFERENCE.PAGES))
def test_the_reference_is_what_the_programme_says(name: str) -> None:
    page = (ROOT / "docs" / "reference" / name).read_text(encoding="utf-8")
    assert REFERENCE.without_outputs(page) == "\n".join(REFERENCE.PAGES[name]()), "run make reference"


def test_the_vocabulary_page_tells_every_class_property_and_code_in_both_languages() -> None:
    page = (ROOT / "docs" / "reference" / "vocabulary.md").read_text(encoding="utf-8")
    words = vocabulary()
    assert [f"\n### {name}\n" for name in words.classes if f"\n### {name}\n" not in page] == []
    for term in words.properties.values():
        named = f"-[:{term.relationship}]->" if term.is_link else f"`{term.name}`"
        assert named in page, term.name
        assert term.shortcut_of or f"| `dhr:{term.name}` |" in page, term.name
    for scheme in words.schemes.values():
        codes = page.partition(f"\n### `{scheme.name}`: ")[2].partition("\n### ")[0]
        assert [code for code in scheme.codes if f"| `{code}" not in codes] == []


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
