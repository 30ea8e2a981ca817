"""Reviews of which no event was read: no question about agencies can find anything in them, and that must be said."""

from __future__ import annotations

from typing import cast

import pyoxigraph as ox

from dhr_graph.stores import Dataset
from dhr_graph.vocabulary import ONTOLOGY

_QUERY = f"""
PREFIX dhr: <{ONTOLOGY}>
SELECT ?slug (COUNT(?event) AS ?events) WHERE {{
  ?review a dhr:Review ; dhr:slug ?slug
  OPTIONAL {{ ?event dhr:inReview ?review ; a dhr:Event }}
}} GROUP BY ?slug ORDER BY ?slug
"""


def reviews_without_events(dataset: Dataset) -> tuple[str, ...]:
    """Their slugs, sorted: mostly action plans, which tell nothing of the history."""
    found = cast(ox.QuerySolutions, dataset.store.query(_QUERY, use_default_graph_as_union=True))
    return tuple(_words(row["slug"]) for row in found if _words(row["events"]) == "0")


def _words(term: object) -> str:
    return term.value if isinstance(term, ox.Literal) else ""
