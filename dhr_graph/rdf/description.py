"""What quads say of each node, checked against the ontology: the one way back from RDF."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

import pyoxigraph as ox

from dhr_graph.errors import DatasetError
from dhr_graph.identifiers import BASE_IRI
from dhr_graph.rdf.addresses import id_of_record
from dhr_graph.rdf.literals import FROM_LEXICAL, Value
from dhr_graph.vocabulary import ONTOLOGY, PropertyTerm, vocabulary

TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_REMEDY = "The dataset was written by another version of dhr-graph or by hand; build it again."

Term: TypeAlias = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple


@dataclass(frozen=True, slots=True)
class Description:
    """A node by its id, its class, and the IRI of its graph (None: the default graph).

    `values` has the values of each property that is given, sorted, each once; those of a link are ids.
    """

    id: str
    class_name: str
    graph: str | None
    values: Mapping[str, tuple[Value, ...]]


def describe(quads: Iterable[ox.Quad], base: str = BASE_IRI) -> Iterator[Description]:
    """The nodes of quads that come in any order, sorted by id.

    All quads are held until the last is read: give one graph, or one review, at a time. Raises DatasetError where
    they do not follow the ontology, or where a node stands in two graphs.
    """
    graph_of: dict[str, str | None] = {}
    statements: dict[str, dict[str, list[Term]]] = {}
    for quad in quads:
        subject = _iri(quad.subject)
        graph = quad.graph_name.value if isinstance(quad.graph_name, ox.NamedNode) else None
        if graph_of.setdefault(subject, graph) != graph:
            raise DatasetError("The node stands in two graphs.", where=subject, remedy=_REMEDY)
        statements.setdefault(subject, {}).setdefault(quad.predicate.value, []).append(quad.object)
    by_id = {id_of_record(subject, base): subject for subject in statements}
    for record_id in sorted(by_id):
        subject = by_id[record_id]
        of_node = statements[subject]
        class_name = _class_name(record_id, of_node.pop(TYPE, []))
        values = dict(_values(record_id, predicate, terms, base) for predicate, terms in of_node.items())
        yield Description(record_id, class_name, graph_of[subject], values)


def _class_name(record_id: str, types: list[Term]) -> str:
    names = {_iri(kind).removeprefix(ONTOLOGY) for kind in types}
    class_name = vocabulary().most_specific(names)
    if class_name is None or names != set(vocabulary().classes[class_name].lineage):
        raise DatasetError("The node's types are not one class and its superclasses.", where=record_id, remedy=_REMEDY)
    return class_name


def _values(record_id: str, predicate: str, terms: list[Term], base: str) -> tuple[str, tuple[Value, ...]]:
    term = vocabulary().properties.get(predicate.removeprefix(ONTOLOGY))
    if term is None:
        raise DatasetError(f"The ontology has no property {predicate}.", where=record_id, remedy=_REMEDY)
    if not term.many and len(terms) > 1:
        raise DatasetError(f"There are several values of {term.name}.", where=record_id, remedy=_REMEDY)
    if len(terms) == 1:
        return term.name, (_value(record_id, term, terms[0], base),)
    return term.name, tuple(sorted({_value(record_id, term, single, base) for single in terms}, key=str))


def _value(record_id: str, term: PropertyTerm, found: Term, base: str) -> Value:
    if term.datatype is None:
        return id_of_record(_iri(found), base)
    if isinstance(found, ox.Literal) and found.datatype.value == term.datatype:
        try:
            return FROM_LEXICAL[term.datatype](found.value)
        except ValueError as error:
            raise DatasetError(f"{found} is no value of {term.name}.", where=record_id, remedy=_REMEDY) from error
    raise DatasetError(f"{found} is no value of {term.name}.", where=record_id, remedy=_REMEDY)


def _iri(term: Term | ox.DefaultGraph) -> str:
    if not isinstance(term, ox.NamedNode):
        raise DatasetError(f"{term} stands where an IRI must stand.", remedy=_REMEDY)
    return term.value
