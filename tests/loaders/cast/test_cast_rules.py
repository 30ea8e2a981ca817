"""Each rule of the data finds the words that it fits, and not those that it must not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest

from dhr_graph.loaders.alternation import alternation
from dhr_graph.loaders.cast import CastKnowledge
from dhr_graph.loaders.cast.expressions import NUMBER, expression, expressions
from dhr_graph.loaders.cast.presented import JOINT, NAME
from dhr_graph.loaders.cast.rule_tables import rule_table
from dhr_graph.loaders.cast.sentence_forms import said_of_people
from dhr_graph.loaders.cast.wording import CAPITAL

Entry = dict[str, Any]
LISTS = rule_table("cast_lists.toml")
PARTS = {
    "run": NAME, "joint": JOINT, "number": NUMBER, "term": "victim", "word": CAPITAL, "openers": "when|the",
    "who": "M(?:s|r|iss) [A-Z][a-z]+", "roles": "teacher|support worker|housing officer", "places": "outreach team",
    "words": "leaving care team", "beside": expression("beside_service").pattern,
}  # fmt: skip


def groups_of_wordings(table: Entry) -> Iterator[tuple[str, Entry]]:
    for name, entry in table.items():
        if isinstance(entry, dict):
            yield from [(name, entry)] if "wordings" in entry else groups_of_wordings(entry)


@pytest.mark.parametrize("entry", [*LISTS["lead"], *LISTS["tail"]], ids=lambda entry: entry["id"])
def test_rules_of_lists(entry: Entry, knowledge: CastKnowledge) -> None:
    rule = next(r for r in (*knowledge.leads, *knowledge.tails) if r.id == entry["id"])
    assert rule.pattern.search(entry["fits"])
    assert not rule.pattern.search(entry["not"])


@pytest.mark.parametrize("entry", rule_table("cast_sentences.toml")["form"], ids=lambda entry: entry["id"])
def test_sentence_forms(entry: Entry, knowledge: CastKnowledge) -> None:
    assert any(s.form == entry["id"] for s in said_of_people(entry["fits"], knowledge))
    labels = {"Alma", "Rita", "Joe", "Max", "Zoe", "Hugo", "Nora"}
    assert not any(s.form == entry["id"] and s.label in labels for s in said_of_people(entry["not"], knowledge))


@pytest.mark.parametrize("name", [*expressions()])
def test_expressions(name: str, knowledge: CastKnowledge) -> None:
    entry = expressions()[name]
    found = expression(name, **PARTS, noun=alternation(sorted(knowledge.presenting)))
    assert entry["meaning"]
    assert found.search(entry["fits"])
    assert not found.search(entry["not"])


@pytest.mark.parametrize(("name", "entry"), [*groups_of_wordings(rule_table("cast_review.toml"))])
def test_wordings_of_the_review(name: str, entry: Entry) -> None:
    found = re.compile("|".join(entry["wordings"]), re.IGNORECASE)
    assert entry["meaning"]
    assert found.search(entry["fits"])
    assert not found.search(entry["not"])


@pytest.mark.parametrize("name", ["shapes", "codes", "ethnicity"])
def test_wordings_of_people(name: str, knowledge: CastKnowledge) -> None:
    table = rule_table("cast_persons.toml")
    entry = (table["labels"] | table["words"])[name]
    found = getattr(knowledge, name)
    assert found.search(entry["fits"]) if name == "ethnicity" else found.fullmatch(entry["fits"])
    assert not (found.search(entry["not"]) if name == "ethnicity" else found.fullmatch(entry["not"]))


@pytest.mark.parametrize(("name", "entry"), [*rule_table("cast_persons.toml")["violence"].items()])
def test_words_of_violence(name: str, entry: Entry, knowledge: CastKnowledge) -> None:
    assert re.search(knowledge.violence[name], entry["fits"])
    assert not re.search(knowledge.violence[name], entry["not"])


@pytest.mark.parametrize(
    ("words", "fits"), [("aged 34", True), ("was thirty-one when", True), ("of 12 occasions", False)]
)
def test_ages(words: str, fits: bool) -> None:
    assert bool(expression("age", number=NUMBER).search(words)) is fits


@pytest.mark.parametrize(
    ("words", "fits"), [("the victim", True), ("alleged victim, male", True), ("the victim's mother", False)]
)
def test_role_words(words: str, fits: bool) -> None:
    assert bool(expression("role_words", term="victim").search(words)) is fits


@pytest.mark.parametrize(
    ("name", "agency_type"),
    [
        ("Hollin Police", "police"), ("HMP Hollin", "prison"), ("Hollin Probation Trust", "probation"),
        ("Hollin Crown Court", "courts_cps"), ("Hollin Mental Health NHS Trust", "mental_health"),
        ("Hollin Partnership NHS Trust", "mental_health"), ("Hollin Community NHS Trust", "community_health"),
        ("Hollin University Hospital", "acute_health"), ("Hollin NHS Foundation Trust", "acute_health"),
        ("Hollin Ambulance Service", "ambulance"), ("Hollin Urgent Care Centre", "urgent_care"),
        ("University Medical Practice", "gp"), ("Hollin Clinical Commissioning Group", "health_commissioner"),
        ("Hollin Council Children's Social Care", "childrens_social_care"),
        ("Hollin Council Adult Social Care", "adult_social_care"), ("Hollin Homes", "housing"),
        ("Hollin Primary School", "school"), ("Hollin Education Welfare Service", "education_authority"),
        ("Hollin Women's Aid", "domestic_abuse_service"), ("Hollin Rape Crisis", "victim_service"),
        ("Hollin Drug and Alcohol Service", "substance_misuse"), ("Hollin Citizens Advice", "voluntary_other"),
        ("Multi-Agency Risk Assessment Conference", "forum"), ("Safer Hollin Partnership", "csp"),
        ("Hollin Community Safety Partnership", "csp"), ("Hollin Borough Council", "local_authority_other"),
        ("Department of Health", "national_body"), ("Peel and Marsh Solicitors", "legal"),
        ("University of Hollin", "university"), ("Hollin Fire and Rescue Service", "other"),
    ],
)  # fmt: skip
def test_kinds(name: str, agency_type: str, knowledge: CastKnowledge) -> None:
    kind = knowledge.kind_of(name)
    assert kind is not None
    assert kind.type == agency_type


@pytest.mark.parametrize("name", ["Alma", "Hollin", "In May", "The Larches"])
def test_names_of_no_kind(name: str, knowledge: CastKnowledge) -> None:
    kind = knowledge.kind_of(name)
    assert kind is None or kind.rank == 0


@pytest.mark.parametrize(
    "entry", [e for e in rule_table("cast_kinds.toml")["kind"] if "shape" in e], ids=lambda e: e["id"]
)
def test_shapes_of_names(entry: Entry, knowledge: CastKnowledge) -> None:
    shape = next(pattern for pattern, kind in knowledge.shaped if kind.phrase == entry["id"])
    assert shape.fullmatch(entry["fits"])
    assert not shape.fullmatch(entry["not"])


@pytest.mark.parametrize("entry", rule_table("cast_persons.toml")["clause"], ids=lambda entry: entry["id"])
def test_every_clause_says_a_relation(entry: Entry) -> None:
    assert re.search(entry["pattern"], entry["fits"])
    assert not re.search(entry["pattern"], entry["not"])


@pytest.mark.parametrize("entry", rule_table("cast_persons.toml")["death"], ids=lambda entry: entry["id"])
def test_every_form_of_killing_is_read(entry: Entry, knowledge: CastKnowledge) -> None:
    pattern = entry["pattern"].format(label="Alma", who="Alma", **knowledge.violence)
    assert re.search(pattern, entry["fits"])
    assert not re.search(pattern, entry["not"])
