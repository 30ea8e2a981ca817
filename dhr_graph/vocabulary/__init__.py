"""The ontology as Python sees it: one vocabulary, from which every mapping follows by rule."""

from dhr_graph.vocabulary.lexicon import SHARED_FIELDS_ONLY, Vocabulary, vocabulary
from dhr_graph.vocabulary.naming import CODES, ONTOLOGY
from dhr_graph.vocabulary.terms import EDTF, XSD, ClassTerm, Code, CodeScheme, PropertyTerm

__all__ = [
    "CODES",
    "EDTF",
    "ONTOLOGY",
    "SHARED_FIELDS_ONLY",
    "XSD",
    "ClassTerm",
    "Code",
    "CodeScheme",
    "PropertyTerm",
    "Vocabulary",
    "vocabulary",
]
