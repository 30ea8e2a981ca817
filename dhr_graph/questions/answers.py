"""Answering a question on a store."""

from __future__ import annotations

from collections.abc import Mapping

import pyoxigraph as ox

from dhr_graph.errors import DatasetError
from dhr_graph.identifiers import BASE_IRI
from dhr_graph.questions.arranging import Answer, arrange
from dhr_graph.questions.known_values import refuse_unknown
from dhr_graph.questions.parameters import bind, typed_parameters
from dhr_graph.questions.question import Question
from dhr_graph.questions.solutions import rows_of
from dhr_graph.rdf.addresses import review_graph
from dhr_graph.vocabulary import ONTOLOGY

_PREFIX = f"PREFIX dhr: <{ONTOLOGY}> "
_SLUGS = f"{_PREFIX} SELECT ?slug (?slug AS ?of) {{ ?review a dhr:Review ; dhr:slug ?slug }}"
_NAMES = f"""{_PREFIX} SELECT ?called ?slug ?name {{
  {{ ?body dhr:name|dhr:aliases ?called ; dhr:name ?name ; dhr:agencyType ?type ; dhr:inReview/dhr:slug ?slug }}
  UNION {{ ?asked dhr:addressedToText ?called ; dhr:inReview/dhr:slug ?slug BIND(?called AS ?name) }} }}"""


def answer(
    question: Question, store: ox.Store, params: Mapping[str, object] | None = None, base: str = BASE_IRI
) -> Answer:
    """Answer a question on a store, all its named graphs together.

    `params` holds values by name, as Python values or as words; raises UsageError where they don't fit or name what the
    store does not have, DatasetError where it has no review.
    """
    values = typed_parameters(question, params or {})
    slugs = [slug for slug, _ in _texts(store, _SLUGS)]
    refuse_unknown(question, values, slugs, lambda review: _names(store, review))
    text = bind(question, values)
    review = values.get("review")
    solutions = (
        store.query(text, default_graph=_graphs(store, review, base))
        if isinstance(review, str)
        else store.query(text, use_default_graph_as_union=True)
    )
    if not isinstance(solutions, ox.QuerySolutions):
        raise DatasetError("the query gave no rows.", where=question.name)
    return arrange(question, rows_of(solutions, base))


def _graphs(store: ox.Store, review: str, base: str) -> list[ox.NamedNode | ox.BlankNode | ox.DefaultGraph]:
    """The graphs of one review: what is asked of it need not look at the others."""
    own = review_graph(review, base)
    return [graph for graph in store.named_graphs() if graph.value == own or graph.value.startswith(f"{own}/")]


def _names(store: ox.Store, review: str | None) -> list[tuple[str, str]]:
    """What agencies and addressees are called in one review or in all, each with its full name."""
    rows = _texts(store, _NAMES)
    return [(called, name) for called, slug, name in rows if review is None or slug == review]


def _texts(store: ox.Store, query: str) -> list[tuple[str, ...]]:
    """The rows of a query as text."""
    found = store.query(query, use_default_graph_as_union=True)
    return [tuple(term.value for term in row) for row in found] if isinstance(found, ox.QuerySolutions) else []
