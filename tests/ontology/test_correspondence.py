"""The ontology, the records, the shapes, the context and the mappings say the same, in both directions."""

from __future__ import annotations

import dataclasses
import datetime
import inspect
import json
import types
import typing
from importlib import resources

import pytest

from dhr_graph.model import records
from dhr_graph.model.records import Record
from dhr_graph.vocabulary import EDTF, SHARED_FIELDS_ONLY, XSD, PropertyTerm, vocabulary
from dhr_graph.vocabulary.context import context_json
from dhr_graph.vocabulary.naming import field_name, property_name, property_of_relationship
from dhr_graph.vocabulary.shapes import shapes_turtle

WORDS = vocabulary()
STORED = [term for term in WORDS.properties.values() if term.shortcut_of is None]
PYTHON_TYPES = {
    None: str,
    XSD + "string": str,
    XSD + "integer": int,
    XSD + "double": float,
    XSD + "boolean": bool,
    XSD + "date": datetime.date,
    EDTF: str,
}
RECORD_CLASSES = {
    name: kind for name, kind in vars(records).items() if inspect.isclass(kind) and issubclass(kind, Record)
}


def _shipped(name: str) -> str:
    return resources.files("dhr_graph.ontology").joinpath(name).read_text(encoding="utf-8")


def _holders(term: PropertyTerm) -> set[str]:
    return {name for name, terms in WORDS.properties_of.items() if term in terms}


def test_every_class_is_a_record_class_and_every_record_class_a_class() -> None:
    assert set(WORDS.classes) == set(RECORD_CLASSES) - SHARED_FIELDS_ONLY
    assert len(WORDS.classes) > 20


@pytest.mark.parametrize("name", WORDS.classes)
def test_superclasses_are_those_of_the_record_class(name: str) -> None:
    bases = [kind.__name__ for kind in RECORD_CLASSES[name].__mro__ if kind.__name__ in WORDS.classes]
    assert WORDS.classes[name].lineage == tuple(bases)


@pytest.mark.parametrize("name", WORDS.classes)
def test_every_field_is_a_property(name: str) -> None:
    fields = {field.name for field in dataclasses.fields(RECORD_CLASSES[name])} - {"id"}
    assert fields == {term.field for term in WORDS.properties_of[name]}


@pytest.mark.parametrize("term", STORED, ids=lambda term: term.name)
def test_the_domain_of_a_property_are_the_classes_whose_records_have_its_field(term: PropertyTerm) -> None:
    holders = _holders(term)
    assert holders
    if not term.domain:
        assert holders == set(WORDS.classes)
    else:
        assert holders == {name for top in term.domain for name in WORDS.subclasses(top)}


@pytest.mark.parametrize("term", STORED, ids=lambda term: term.name)
def test_datatype_and_number_of_a_property_are_those_of_the_fields(term: PropertyTerm) -> None:
    single = PYTHON_TYPES[term.datatype]
    for name in _holders(term):
        hint = typing.get_type_hints(RECORD_CLASSES[name])[term.field]
        if term.many:
            assert (typing.get_origin(hint), typing.get_args(hint)) == (tuple, (single, ...))
        else:
            assert hint in (single, single | None)
            assert isinstance(hint, type | types.UnionType)


@pytest.mark.parametrize("term", WORDS.properties.values(), ids=lambda term: term.name)
def test_names_go_both_ways(term: PropertyTerm) -> None:
    assert property_name(field_name(term.name)) == term.name
    assert property_of_relationship(term.relationship) == term.name
    assert len({other.relationship for other in WORDS.properties.values()}) == len(WORDS.properties)


@pytest.mark.parametrize("term", [*WORDS.classes.values(), *WORDS.properties.values()], ids=lambda term: term.name)
def test_every_term_has_a_label_and_a_definition(term: PropertyTerm) -> None:
    assert term.label
    assert term.definition.endswith(".")


@pytest.mark.parametrize("term", WORDS.properties.values(), ids=lambda term: term.name)
def test_domains_ranges_and_schemes_exist(term: PropertyTerm) -> None:
    assert {*term.domain, *term.range, *term.schemes} - {""} <= set(WORDS.classes)
    assert set(term.schemes.values()) <= set(WORDS.schemes)
    assert term.is_link == bool(term.range)
    if "" in term.schemes:
        assert len(term.schemes) == 1
    elif term.schemes:
        assert {name for top in term.schemes for name in WORDS.subclasses(top)} == _holders(term)


def test_every_scheme_is_used() -> None:
    used = {scheme for term in WORDS.properties.values() for scheme in term.schemes.values()}
    assert used == set(WORDS.schemes) - {"eventType"}


def test_the_shipped_shapes_follow_the_ontology() -> None:
    assert _shipped("shapes.ttl") == shapes_turtle(WORDS), "Run: python -m dhr_graph.vocabulary"


def test_the_shipped_context_follows_the_ontology() -> None:
    assert _shipped("context.jsonld") == context_json(WORDS), "Run: python -m dhr_graph.vocabulary"
    context = json.loads(_shipped("context.jsonld"))["@context"]
    assert {term.name for term in STORED} | set(WORDS.classes) <= set(context)
