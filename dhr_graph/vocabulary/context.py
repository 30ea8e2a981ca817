"""The JSON-LD context, by rule from the ontology: JSON keys are the property names that Neo4j has."""

from __future__ import annotations

import json
from typing import Any

from dhr_graph.vocabulary.lexicon import Vocabulary
from dhr_graph.vocabulary.naming import ONTOLOGY
from dhr_graph.vocabulary.terms import XSD, PropertyTerm


def context_json(words: Vocabulary) -> str:
    """The text of `context.jsonld`: every class and every stored property, sorted."""
    context: dict[str, Any] = {"@version": 1.1, "dhr": ONTOLOGY, "xsd": XSD, "id": "@id", "type": "@type"}
    for name, term in words.properties.items():
        if term.shortcut_of is None:
            context[name] = _of_property(term)
    context.update({name: f"dhr:{name}" for name in words.classes})
    return json.dumps({"@context": context}, indent=2, ensure_ascii=False) + "\n"


def _of_property(term: PropertyTerm) -> dict[str, str]:
    entry = {"@id": f"dhr:{term.name}"}
    if term.datatype is None:
        entry["@type"] = "@id"
    elif term.datatype != XSD + "string":
        entry["@type"] = term.datatype.replace(XSD, "xsd:")
    if term.many:
        entry["@container"] = "@set"
    return entry
