"""What the glossary says of a class is what queries in both languages need, and is said of each class once."""

from __future__ import annotations

import pytest

from dhr_graph.vocabulary import vocabulary
from dhr_graph.vocabulary.glossary import (
    children_of,
    entries_of_every_node,
    labels_of,
    leading_to,
    own_entries,
)

WORDS = vocabulary()


def entry(class_name: str, name: str) -> tuple[str, str, str, tuple[str, ...], str | None, str | None]:
    (found,) = (each for each in own_entries(class_name, WORDS) if each.term.name == name)
    scheme = found.scheme.name if found.scheme else None
    return found.in_sparql, found.in_cypher, found.how_many, found.targets, found.datatype, scheme


def test_a_link_is_a_relationship_and_a_value_a_property() -> None:
    assert entry("Event", "toAgency") == ("dhr:toAgency", "-[:TO_AGENCY]->", "0..1", ("Body",), None, None)
    assert entry("Verdict", "flags") == ("dhr:flags", "flags", "0..n", (), "xsd:string", "flag")
    assert entry("Review", "slug") == ("dhr:slug", "slug", "1", (), "xsd:string", None)
    assert entry("Review", "reportDate")[4] == "edtf:EDTF"


def test_one_property_takes_its_codes_by_class() -> None:
    assert entry("Event", "level")[-1] == "riskLevel"
    assert entry("Recommendation", "level")[-1] == "recommendationLevel"


@pytest.mark.parametrize("name", sorted(WORDS.classes))
def test_a_class_has_its_properties_once_by_itself_or_from_above(name: str) -> None:
    told = [each.term.name for above in WORDS.classes[name].lineage for each in own_entries(above, WORDS)]
    everywhere = [each.term.name for each in entries_of_every_node(WORDS)]
    assert sorted([*told, *everywhere]) == [term.name for term in WORDS.properties_of[name]]


def test_every_class_is_below_one_other_or_none() -> None:
    places = [child for above in (None, *WORDS.classes) for child in children_of(above, WORDS)]
    assert sorted(places) == sorted(WORDS.classes)
    assert children_of("InformationShare", WORDS) == ("Referral",)
    assert labels_of("Referral", WORDS) == ":Referral:InformationShare:Event:Fact"


def test_what_leads_to_a_class_leaves_shortcuts_out() -> None:
    assert [term.name for term in leading_to("Review", WORDS)] == ["inReview", "supports"]
