"""setup.cfg lists what the wheel holds; an editable install works without it, so only a test sees what is missing."""

from __future__ import annotations

import configparser
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
MAPPED = ("loaders", "ontology", "queries", "examples")
NOT_SHIPPED = {".pyc"}


@pytest.fixture(scope="module")
def setup() -> configparser.ConfigParser:
    parser = configparser.ConfigParser()
    parser.read(ROOT / "setup.cfg", encoding="utf-8")
    return parser


def real_files() -> Iterator[tuple[str, Path]]:
    """Each file of the package once, by way of its real folder, with the name of its package."""
    for top in ("dhr_graph", *MAPPED):
        for path in sorted((ROOT / top).rglob("*")):
            inside = path.relative_to(ROOT)
            if any((ROOT / parent).is_symlink() for parent in (inside, *inside.parents)) or not path.is_file():
                continue
            if "__pycache__" not in path.parts and path.suffix not in NOT_SHIPPED:
                parts = inside.parent.parts if top == "dhr_graph" else ("dhr_graph", *inside.parent.parts)
                yield ".".join(parts), path


def test_every_folder_of_the_package_is_listed_and_no_other(setup: configparser.ConfigParser) -> None:
    listed = setup["options"]["packages"].split()
    assert listed == sorted(listed)
    assert listed == sorted({package for package, path in real_files()})


def test_every_listed_package_has_its_init() -> None:
    packages = {package for package, path in real_files()}
    assert packages == {package for package, path in real_files() if path.name == "__init__.py"}


def test_every_kind_of_data_file_is_shipped(setup: configparser.ConfigParser) -> None:
    patterns = setup["options.package_data"]["*"].replace(",", " ").split()
    shipped = {pattern.removeprefix("*") for pattern in patterns} | {"py.typed"}
    strays = [path for _, path in real_files() if path.suffix != ".py" and not {path.suffix, path.name} & shipped]
    assert strays == []


@pytest.mark.parametrize("folder", MAPPED)
def test_the_mapped_folders_stand_at_the_top(folder: str, setup: configparser.ConfigParser) -> None:
    assert f"dhr_graph.{folder} = {folder}" in setup["options"]["package_dir"]
    assert (ROOT / folder / "__init__.py").is_file()
