"""The style sheet, read as the classic Browser's parser reads it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import pytest

from dhr_graph.browser_kit.grass import grass
from dhr_graph.vocabulary import vocabulary

Rules = Mapping[str, Mapping[str, str]]

RULE = re.compile(r"(?P<selector>[^{}]+?)\s*\{(?P<body>(?:\"[^\"]*\"|[^{}\"])*)\}")


@pytest.fixture(scope="module")
def rules() -> Rules:
    """The rules by selector, in the order of the file; a value that the parser would drop is not there."""
    found = {}
    for rule in RULE.finditer(grass()):
        pairs = [entry.split(":") for entry in rule["body"].split(";")]
        found[rule["selector"].strip()] = {p[0].strip(): p[1].strip().strip('"') for p in pairs if len(p) == 2}
    return found


def cascade(rules: Rules, tag: str, names: Sequence[str]) -> Mapping[str, str]:
    """What the Browser makes of all rules that match, the later ones last."""
    made: dict[str, str] = {}
    for selector, values in rules.items():
        kind, *wanted = selector.split(".")
        if kind == tag and set(wanted) <= set(names):
            made.update(values)
    return made


def test_every_label_has_its_own_rule(rules: Rules) -> None:
    assert {f"node.{name}" for name in vocabulary().classes} <= set(rules)


def test_every_relationship_type_has_its_own_rule(rules: Rules) -> None:
    types = {term.relationship for term in vocabulary().properties.values() if term.is_link}
    assert {f"relationship.{name}" for name in types} <= set(rules)


def test_each_rule_says_everything_that_the_browser_asks_for(rules: Rules) -> None:
    for selector, values in rules.items():
        wanted = {"diameter", "border-color"} if selector.startswith("node") else {"shaft-width"}
        assert wanted | {"color", "caption", "font-size", "text-color-internal"} <= set(values), selector


def test_the_parser_would_stumble_over_nothing() -> None:
    text = grass()
    assert "/*" not in text
    assert "//" not in text
    assert RULE.sub("", text).strip() == ""
    for line in text.splitlines():
        assert line.count(":") <= 1
        assert line.count('"') in (0, 2)
        assert "'" not in line


@pytest.mark.parametrize("name", [term.name for term in vocabulary().classes.values() if not term.abstract])
def test_a_node_with_all_its_labels_looks_as_its_own_class_says(rules: Rules, name: str) -> None:
    labels = vocabulary().classes[name].lineage
    assert cascade(rules, "node", labels) == rules[f"node.{name}"]
    assert rules[f"node.{name}"]["caption"] == "{caption}"


def test_lines_are_captioned_in_words_of_the_ontology(rules: Rules) -> None:
    assert rules["relationship.BY_AGENCY"]["caption"] == vocabulary().property_term("byAgency").label
    assert rules["relationship.IN_REVIEW"]["caption"] == ""
    assert rules["relationship.VERDICT"]["caption"] == "{caption}"
    assert rules["relationship"]["caption"] == "<type>"
