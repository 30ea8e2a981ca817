"""A user's own agencies."""

from __future__ import annotations

from pathlib import Path

import pytest

from dhr_graph.errors import BadRules
from dhr_graph.loaders.cast import find_cast, load_cast_knowledge
from dhr_graph.loaders.readers import read_text


def test_an_own_agency_is_known_by_name_and_kind(tmp_path: Path) -> None:
    (tmp_path / "agencies.toml").write_text(
        '[[agency]]\nname = "Open Gate"\ntype = "substance_misuse"\naliases = ["The Gate Project"]\n', encoding="utf-8"
    )
    text = "CHRONOLOGY\n\nIn May 2014 he was referred to Open Gate by his doctor.\n"
    cast = find_cast("own", [read_text(text, "own.txt")], [[]], load_cast_knowledge(tmp_path))
    assert ("Open Gate", "substance_misuse") in [(b.name, b.agency_type) for b in cast.bodies]


def test_a_table_serves_as_well(tmp_path: Path) -> None:
    (tmp_path / "agencies.csv").write_text("name,type,aliases,code\nOpen Gate,housing,OG|The Gate,\n", encoding="utf-8")
    known = load_cast_knowledge(tmp_path).known("The Gate")
    assert known is not None
    assert (known.name, known.type) == ("Open Gate", "housing")


@pytest.mark.parametrize(
    ("file", "text", "message"),
    [
        ("agencies.toml", "[[agency]]\nname = ", "can't be read"),
        ("agencies.toml", '[[agency]]\ntype = "gp"', "no name"),
        ("agencies.toml", '[[agency]]\nname = "X"\ntype = "shop"', "Unknown type"),
        ("agencies.toml", '[[agency]]\nname = "X"\ntype = "gp"\naliases = "Y"', "no list of names"),
        ("agencies.csv", "name,type\nX,shop\n", "Unknown type"),
    ],
)
def test_mistakes_are_told(file: str, text: str, message: str, tmp_path: Path) -> None:
    (tmp_path / file).write_text(text, encoding="utf-8")
    with pytest.raises(BadRules, match=message):
        load_cast_knowledge(tmp_path)


def test_an_empty_folder_adds_nothing(tmp_path: Path) -> None:
    assert load_cast_knowledge(tmp_path).bodies == load_cast_knowledge().bodies
