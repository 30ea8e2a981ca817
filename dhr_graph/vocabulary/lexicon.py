"""The vocabulary: every class, property and code by any of its names."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import TypeVar

from dhr_graph.errors import UsageError
from dhr_graph.model import records
from dhr_graph.vocabulary.naming import ONTOLOGY
from dhr_graph.vocabulary.terms import ClassTerm, Code, CodeScheme, PropertyTerm
from dhr_graph.vocabulary.turtle import Statements, read_classes, read_properties, read_schemes

T = TypeVar("T")

SHARED_FIELDS_ONLY = frozenset({"Record", "Dated", "Told"})
"""Python classes that only share fields; they are no classes of the ontology."""


@dataclass(frozen=True)
class Vocabulary:
    """The ontology, immutable; mappings are by name and sorted.

    `record_classes` maps class names to record classes; `properties_of` maps a class name to the properties that its
    records have, those of superclasses included, sorted by name.
    """

    classes: Mapping[str, ClassTerm]
    properties: Mapping[str, PropertyTerm]
    schemes: Mapping[str, CodeScheme]
    record_classes: Mapping[str, type[records.Record]]
    properties_of: Mapping[str, tuple[PropertyTerm, ...]]

    def class_term(self, name_or_iri: str) -> ClassTerm:
        """The class of a name, label or IRI; raises UsageError where there is none."""
        return _found(self.classes, name_or_iri.removeprefix(ONTOLOGY), "class")

    def property_term(self, name_or_iri: str) -> PropertyTerm:
        """The property of a name or IRI; raises UsageError where there is none."""
        return _found(self.properties, name_or_iri.removeprefix(ONTOLOGY), "property")

    def most_specific(self, names: Iterable[str]) -> str | None:
        """The class among these that has all the others as superclasses; None if there is no such class."""
        known = [self.classes[name] for name in names if name in self.classes]
        deepest = max(known, key=lambda term: (len(term.lineage), term.name), default=None)
        if deepest is None or not {term.name for term in known} <= set(deepest.lineage):
            return None
        return deepest.name

    def subclasses(self, name: str) -> tuple[str, ...]:
        """The names of a class and of all its subclasses, sorted."""
        return tuple(term.name for term in self.classes.values() if name in term.lineage)

    def scheme_of(self, class_name: str, property_name: str) -> CodeScheme | None:
        """The code list that a property of a class takes its values from, if it does."""
        term = self.property_term(property_name)
        for ancestor in (*self.class_term(class_name).lineage, ""):
            if ancestor in term.schemes:
                return self.schemes[term.schemes[ancestor]]
        return None

    def code(self, scheme: str, notation: str) -> Code:
        """A code of a scheme; raises UsageError, naming the codes that there are."""
        codes = _found(self.schemes, scheme, "code scheme").codes
        return _found(codes, notation, f"code of {scheme}")

    def code_label(self, scheme: str, notation: str) -> str:
        """A code's label for people, or the notation itself where the scheme does not hold it."""
        found = self.schemes[scheme].codes.get(notation)
        return found.label if found else notation

    def event_type(self, class_name: str) -> str | None:
        """The type of event (`justice`) that tables use for a class (`JusticeEvent`)."""
        for code in self.schemes["eventType"].codes.values():
            if code.denotes == class_name:
                return code.notation
        return None

    def class_of_event_type(self, notation: str) -> str:
        """The class (`JusticeEvent`) of a type of event (`justice`); raises UsageError, naming the types there are."""
        denoted = {n: code.denotes for n, code in self.schemes["eventType"].codes.items() if code.denotes}
        return _found(denoted, notation, "type of event")


def _found(terms: Mapping[str, T], name: str, kind: str) -> T:
    if name not in terms:
        raise UsageError(f"There is no {kind} {name!r}.", remedy="There are: " + ", ".join(terms) + ".")
    return terms[name]


@lru_cache(maxsize=1)
def vocabulary() -> Vocabulary:
    """The vocabulary of the ontology that ships with the package, read once."""
    ontology = Statements("dhr.ttl")
    properties = read_properties(ontology)
    classes = read_classes(ontology)
    record_classes = {name: kind for name, kind in sorted(vars(records).items()) if name in classes}
    properties_of = {name: _properties_of(kind, properties) for name, kind in record_classes.items()}
    return Vocabulary(
        classes=classes,
        properties=properties,
        schemes=read_schemes(Statements("codes.ttl")),
        record_classes=MappingProxyType(record_classes),
        properties_of=MappingProxyType(properties_of),
    )


def _properties_of(kind: type[records.Record], properties: Mapping[str, PropertyTerm]) -> tuple[PropertyTerm, ...]:
    fields = {field.name for field in dataclasses.fields(kind)}
    return tuple(term for term in properties.values() if term.field in fields and term.shortcut_of is None)
