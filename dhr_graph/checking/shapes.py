"""The SHACL check: one review's quads against the shapes that follow from the ontology, and the hand-written ones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib import resources
from types import MappingProxyType

import pyoxigraph as ox
import pyshacl
from rdflib import RDF, SH, BNode, Graph, Literal, URIRef
from rdflib.term import Node

from dhr_graph.checking.findings import Finding, by_severity
from dhr_graph.identifiers import BASE_IRI
from dhr_graph.rdf import id_of_record
from dhr_graph.vocabulary import ONTOLOGY, XSD, vocabulary
from dhr_graph.vocabulary.shapes import shapes_turtle

_MESSAGES: Mapping[str, str] = MappingProxyType(
    {
        "MinCountConstraintComponent": "There is no {name}.",
        "MaxCountConstraintComponent": "There are several values of {name}.",
        "InConstraintComponent": "The value is no code of {name}.",
        "PatternConstraintComponent": "The value is no code of {name}.",
        "DatatypeConstraintComponent": "The value has another datatype than {name}.",
        "ClassConstraintComponent": "The link {name} leads to a node of another class.",
        "OrConstraintComponent": "What stands at {name} is of no class that may stand there.",
        "MinInclusiveConstraintComponent": "The value is too small for {name}.",
        "NodeKindConstraintComponent": "What stands at {name} is no IRI.",
    }
)
"""What is said where a shape has no message of its own, by the constraint that failed."""


def check_shapes(quads: Iterable[ox.Quad], review: str, base: str = BASE_IRI) -> list[Finding]:
    """What violates the shapes in a review: all its graphs together, with the organisations that it links to.

    `review` is the slug that the findings carry. Only SHACL core and no inference: the dataset asserts superclasses.
    """
    _, report, _ = pyshacl.validate(
        _as_rdflib(quads), shacl_graph=_shapes(), inference="none", advanced=False, allow_warnings=True, inplace=True
    )
    return by_severity(list(_findings(report, review, base)))


@cache
def _shapes() -> Graph:
    shapes = Graph()
    shapes.parse(data=shapes_turtle(vocabulary()), format="turtle")
    written = resources.files("dhr_graph.ontology").joinpath("constraints.ttl").read_text(encoding="utf-8")
    return shapes.parse(data=written, format="turtle")


def _as_rdflib(quads: Iterable[ox.Quad]) -> Graph:
    graph = Graph()
    for quad in quads:
        graph.add((_term(quad.subject), URIRef(quad.predicate.value), _term(quad.object)))
    return graph


def _term(term: object) -> Node:
    if isinstance(term, ox.NamedNode):
        return URIRef(term.value)
    if isinstance(term, ox.Literal):
        return Literal(term.value, lang=term.language) if term.language else _literal(term)
    return BNode(str(term))


def _literal(term: ox.Literal) -> Literal:
    """rdflib holds plain text and xsd:string apart; the lists of codes are plain."""
    plain = term.datatype.value == XSD + "string"
    return Literal(term.value, datatype=None if plain else URIRef(term.datatype.value), normalize=False)


def _findings(report: object, review: str, base: str) -> Iterator[Finding]:
    if not isinstance(report, Graph):
        raise TypeError(f"pyshacl gave no report but {report!r}")
    for result in report.subjects(RDF.type, SH.ValidationResult):
        focus = str(report.value(result, SH.focusNode))
        path = report.value(result, SH.resultPath)
        name = str(path).removeprefix(ONTOLOGY) if isinstance(path, URIRef) else None
        yield Finding(
            severity=str(report.value(result, SH.resultSeverity)).removeprefix(str(SH)).lower(),
            review=review,
            record_id=id_of_record(focus, base) if focus.startswith(f"{base}id/") else focus,
            message=_message(report, result, name),
            property=name,
        )


def _message(report: Graph, result: Node, name: str | None) -> str:
    value = report.value(result, SH.value)
    shown = f" ({str(value)[:80]})" if isinstance(value, Literal) else ""
    shape = report.value(result, SH.sourceShape)
    written = _shapes().value(shape, SH.message) if shape is not None else None
    component = str(report.value(result, SH.sourceConstraintComponent)).removeprefix(str(SH))
    by_rule = _MESSAGES.get(component, "The node does not follow its shape.")
    return f"{written or by_rule.format(name=name or 'the node')}{shown}"
