"""Each list of the rules of recommendations finds the words that it fits, and not those that it must not."""

from __future__ import annotations

import re
import tomllib
from importlib import resources
from typing import Any

import pytest

from dhr_graph.errors import BadRules
from dhr_graph.identifiers import fold
from dhr_graph.loaders.recommendations.rules import parse_recommendation_rules, recommendation_rules

RULES = resources.files("dhr_graph.loaders.rules").joinpath("recommendations.toml").read_text(encoding="utf-8")
TABLE: dict[str, Any] = tomllib.loads(RULES)
LISTS = [
    (part, name)
    for part in ("asking", "headings", "owners")
    for name in TABLE[part]
    if name not in ("fits", "not", "multi_agency_types")
]


def pattern_of(part: str, name: str) -> re.Pattern[str]:
    levels = dict(recommendation_rules().level_headings)
    found: re.Pattern[str] = (
        levels[name] if part == "headings" and name in levels else getattr(recommendation_rules(), name)
    )
    return found


@pytest.mark.parametrize(("part", "name"), LISTS)
def test_each_list_of_words_finds_what_it_fits_alone(part: str, name: str) -> None:
    pattern = pattern_of(part, name)
    assert pattern.search(fold(TABLE[part]["fits"][name]))
    assert not pattern.search(fold(TABLE[part]["not"][name]))


@pytest.mark.parametrize("entry", TABLE["column"], ids=lambda entry: entry["role"])
def test_each_role_of_a_column_fits_its_head_alone(entry: dict[str, Any]) -> None:
    assert recommendation_rules().role_of(entry["fits"]) == entry["role"]
    assert recommendation_rules().role_of(entry["not"]) != entry["role"]


@pytest.mark.parametrize("entry", TABLE["theme"], ids=lambda entry: entry["code"])
def test_each_theme_is_told_by_its_cues_alone(entry: dict[str, Any]) -> None:
    assert recommendation_rules().theme_of(entry["fits"]) == entry["code"]
    assert recommendation_rules().theme_of(entry["not"]) != entry["code"]


@pytest.mark.parametrize("text", ["[asking", '[asking]\nverbs = ["should"]\n', RULES.replace("should", "(should")])
def test_rules_that_do_not_follow_the_form_are_told(text: str) -> None:
    with pytest.raises(BadRules, match="rules of recommendations") as caught:
        parse_recommendation_rules(text)
    assert caught.value.remedy
