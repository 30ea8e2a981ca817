"""The canned questions: each a SPARQL file with a Cypher twin, the same parameters, columns and rows."""

from dhr_graph.questions.answers import answer
from dhr_graph.questions.arranging import Answer, arrange
from dhr_graph.questions.catalogue import load_questions
from dhr_graph.questions.known_values import refuse_unknown
from dhr_graph.questions.parameters import typed_parameters
from dhr_graph.questions.question import Cell, Column, Parameter, Question

__all__ = [
    "Answer",
    "Cell",
    "Column",
    "Parameter",
    "Question",
    "answer",
    "arrange",
    "load_questions",
    "refuse_unknown",
    "typed_parameters",
]
