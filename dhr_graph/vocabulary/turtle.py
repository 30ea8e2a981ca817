"""Reads `dhr.ttl` and `codes.ttl` into terms."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import resources
from types import MappingProxyType
from typing import TypeAlias

import pyoxigraph as ox

from dhr_graph.vocabulary.naming import CODES, ONTOLOGY
from dhr_graph.vocabulary.terms import ClassTerm, Code, CodeScheme, PropertyTerm

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_RDFS = "http://www.w3.org/2000/01/rdf-schema#"
_OWL = "http://www.w3.org/2002/07/owl#"
_SKOS = "http://www.w3.org/2004/02/skos/core#"
_TYPE = _RDF + "type"

Term: TypeAlias = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple


class Statements:
    """The statements of an ontology file by subject and predicate, in the order of the file."""

    def __init__(self, file_name: str) -> None:
        content = resources.files("dhr_graph.ontology").joinpath(file_name).read_bytes()
        self._by_subject: dict[str, dict[str, list[Term]]] = {}
        for quad in ox.parse(content, format=ox.RdfFormat.TURTLE):
            of_subject = self._by_subject.setdefault(str(quad.subject), {})
            of_subject.setdefault(quad.predicate.value, []).append(quad.object)

    def subjects(self, type_iri: str) -> Iterator[str]:
        """The IRIs of the subjects of a type."""
        for key, statements in self._by_subject.items():
            if key.startswith("<") and type_iri in (_value(kind) for kind in statements.get(_TYPE, [])):
                yield key[1:-1]

    def values(self, iri: str, predicate: str) -> list[str]:
        """The values of a predicate as plain strings."""
        return [_value(term) for term in self._by_subject.get(f"<{iri}>", {}).get(predicate, [])]

    def value(self, iri: str, predicate: str, default: str = "") -> str:
        """The first value of a predicate."""
        return next(iter(self.values(iri, predicate)), default)

    def classes(self, iri: str, predicate: str) -> tuple[str, ...]:
        """The IRIs that a predicate leads to, unions taken apart, sorted."""
        return tuple(sorted(self._members(self._by_subject[f"<{iri}>"].get(predicate, []))))

    def _members(self, terms: list[Term]) -> Iterator[str]:
        for term in terms:
            if isinstance(term, ox.NamedNode):
                yield term.value
            else:
                yield from self._listed(self._by_subject[str(term)][_OWL + "unionOf"][0])

    def _listed(self, head: Term) -> Iterator[str]:
        while str(head) != f"<{_RDF}nil>":
            cell = self._by_subject[str(head)]
            yield _value(cell[_RDF + "first"][0])
            head = cell[_RDF + "rest"][0]


def _value(term: Term) -> str:
    return term.value if isinstance(term, ox.NamedNode | ox.Literal | ox.BlankNode) else str(term)


def read_classes(statements: Statements) -> Mapping[str, ClassTerm]:
    """The classes by name, sorted."""
    terms = {}
    for iri in sorted(statements.subjects(_OWL + "Class")):
        name = _local(iri)
        terms[name] = ClassTerm(
            name=name,
            label=statements.value(iri, _RDFS + "label"),
            definition=statements.value(iri, _RDFS + "comment"),
            lineage=tuple(_lineage(statements, iri)),
            abstract=statements.value(iri, ONTOLOGY + "abstract") == "true",
            derived=statements.value(iri, ONTOLOGY + "derived") == "true",
        )
    return MappingProxyType(terms)


def _lineage(statements: Statements, iri: str) -> Iterator[str]:
    yield _local(iri)
    for parent in statements.values(iri, _RDFS + "subClassOf"):
        yield from _lineage(statements, parent)


def read_properties(statements: Statements) -> Mapping[str, PropertyTerm]:
    """The properties by name, sorted."""
    links = set(statements.subjects(_OWL + "ObjectProperty"))
    functional = set(statements.subjects(_OWL + "FunctionalProperty"))
    terms = {}
    for iri in sorted(links.union(statements.subjects(_OWL + "DatatypeProperty"))):
        name = _local(iri)
        shortcut = statements.value(iri, ONTOLOGY + "shortcutOf")
        terms[name] = PropertyTerm(
            name=name,
            label=statements.value(iri, _RDFS + "label"),
            definition=statements.value(iri, _RDFS + "comment"),
            domain=tuple(map(_local, statements.classes(iri, _RDFS + "domain"))),
            range=tuple(map(_local, statements.classes(iri, _RDFS + "range"))) if iri in links else (),
            datatype=None if iri in links else statements.value(iri, _RDFS + "range"),
            many=iri not in functional,
            schemes=_schemes(statements, iri),
            derived=statements.value(iri, ONTOLOGY + "derived") == "true",
            shortcut_of=_local(shortcut) if shortcut else None,
        )
    return MappingProxyType(terms)


def _schemes(statements: Statements, iri: str) -> Mapping[str, str]:
    schemes = {}
    for scheme in statements.values(iri, ONTOLOGY + "codeScheme"):
        for name in statements.values(scheme, ONTOLOGY + "schemeFor") or [""]:
            schemes[_local(name)] = scheme.removeprefix(CODES)
    return MappingProxyType(schemes)


def read_schemes(statements: Statements) -> Mapping[str, CodeScheme]:
    """The code schemes by name, in the order of the file."""
    schemes: dict[str, dict[str, Code]] = {
        iri.removeprefix(CODES): {} for iri in statements.subjects(_SKOS + "ConceptScheme")
    }
    for iri in statements.subjects(_SKOS + "Concept"):
        code = Code(
            notation=statements.value(iri, _SKOS + "notation"),
            label=statements.value(iri, _SKOS + "prefLabel"),
            definition=statements.value(iri, _SKOS + "definition"),
            scheme=statements.value(iri, _SKOS + "inScheme").removeprefix(CODES),
            denotes=_local(statements.value(iri, ONTOLOGY + "denotes")) or None,
            takes_value=statements.value(iri, ONTOLOGY + "takesValue") == "true",
        )
        schemes[code.scheme][code.notation] = code
    return MappingProxyType(
        {
            name: CodeScheme(
                name=name,
                label=statements.value(CODES + name, _SKOS + "prefLabel"),
                definition=statements.value(CODES + name, _SKOS + "definition"),
                codes=MappingProxyType(codes),
            )
            for name, codes in schemes.items()
        }
    )


def _local(iri: str) -> str:
    return iri.removeprefix(ONTOLOGY)
