"""The SHACL shapes that follow from the ontology and the records by rule: what is required, of what kind, how many."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator

from dhr_graph.model.records import Record
from dhr_graph.vocabulary.lexicon import Vocabulary
from dhr_graph.vocabulary.naming import ONTOLOGY
from dhr_graph.vocabulary.terms import EDTF, XSD, ClassTerm, CodeScheme, PropertyTerm

_HEAD = """\
# Written by rule from dhr.ttl, codes.ttl and the records; do not edit: run `python -m dhr_graph.vocabulary`.
# What the ontology can't say (evidence, order of dates, severities) stands in constraints.ttl.

@prefix dhr: <https://w3id.org/dhr-graph/ontology#> .
@prefix shape: <https://w3id.org/dhr-graph/shapes#> .
@prefix edtf: <http://id.loc.gov/datatypes/edtf/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""


def shapes_turtle(words: Vocabulary) -> str:
    """The text of `shapes.ttl`: one node shape a class, with a property shape for each property it introduces."""
    return "\n".join([_HEAD, *(_shape(term, words) for term in words.classes.values())])


def introduced(class_name: str, words: Vocabulary) -> Iterator[PropertyTerm]:
    """The properties of a class that none of its superclasses has, sorted by name."""
    inherited = {p.name for parent in words.classes[class_name].lineage[1:] for p in words.properties_of[parent]}
    return (term for term in words.properties_of[class_name] if term.name not in inherited)


def required_fields(record_class: type[Record]) -> frozenset[str]:
    """The fields that every record of a class has a value of: those that can't be left empty."""
    empty: tuple[object, ...] = (None, (), "")
    return frozenset(field.name for field in dataclasses.fields(record_class) if field.default not in empty)


def _shape(term: ClassTerm, words: Vocabulary) -> str:
    parts = [f"    sh:targetClass dhr:{term.name}", "    sh:nodeKind sh:IRI"]
    if term.abstract:
        children = (name for name in words.subclasses(term.name) if words.classes[name].lineage[1:2] == (term.name,))
        parts.append(f"    {_one_of(children, words)}")
    required = required_fields(words.record_classes[term.name])
    for property_term in introduced(term.name, words):
        constraints = "\n".join(_constraints(property_term, term.name, property_term.field in required, words))
        parts.append(f"    sh:property [\n{constraints}\n    ]")
    return f"shape:{term.name} a sh:NodeShape ;\n" + " ;\n".join(parts) + " .\n"


def _constraints(term: PropertyTerm, class_name: str, required: bool, words: Vocabulary) -> Iterator[str]:
    yield f"        sh:path dhr:{term.name} ;"
    if required:
        yield "        sh:minCount 1 ;"
    if not term.many:
        yield "        sh:maxCount 1 ;"
    scheme = words.scheme_of(class_name, term.name)
    if scheme:
        yield f"        {_codes(scheme)} ;"
    if term.datatype:
        yield f"        sh:datatype {prefixed(term.datatype)} ;"
    elif len(term.range) == 1:
        yield f"        sh:class dhr:{term.range[0]} ;"
    else:
        yield f"        {_one_of(term.range, words)} ;"
    yield f'        sh:name "{term.label}"@en ;'


def _one_of(classes: Iterable[str], words: Vocabulary) -> str:
    """The largest branch first: a validator tries them in order."""
    ordered = sorted(classes, key=lambda name: (-len(words.subclasses(name)), name))
    return f"sh:or ( {' '.join(f'[ sh:class dhr:{name} ]' for name in ordered)} )"


def _codes(scheme: CodeScheme) -> str:
    if not any(code.takes_value for code in scheme.codes.values()):
        return "sh:in ( " + " ".join(f'"{notation}"' for notation in scheme.codes) + " )"
    forms = (c.notation + ("=[^=]+" if c.takes_value else "") for c in scheme.codes.values())
    return f'sh:pattern "^({"|".join(forms)})$"'


def prefixed(iri: str) -> str:
    """An IRI of ours, of XSD or of EDTF as Turtle and SPARQL have it: `xsd:date`."""
    return iri.replace(XSD, "xsd:").replace(EDTF, "edtf:EDTF").replace(ONTOLOGY, "dhr:")
