"""Answering a question on a store, and arranging rows so that SPARQL and Cypher give the same."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from operator import itemgetter

import pyoxigraph as ox

from dhr_graph.errors import DatasetError
from dhr_graph.identifiers import BASE_IRI
from dhr_graph.questions.known_values import refuse_unknown
from dhr_graph.questions.parameters import bind, typed_parameters
from dhr_graph.questions.question import Cell, Column, Question
from dhr_graph.rdf.addresses import id_of_record, review_graph
from dhr_graph.rdf.literals import FROM_LEXICAL
from dhr_graph.vocabulary import ONTOLOGY

SEPARATOR = "\x1f"
"""What GROUP_CONCAT joins a list with in the .rq files; it stands in no text."""


_PREFIX = f"PREFIX dhr: <{ONTOLOGY}> "
_NUMBERS = re.compile(r"(\d+)")
_SLUGS = f"{_PREFIX} SELECT ?slug (?slug AS ?of) {{ ?review a dhr:Review ; dhr:slug ?slug }}"
_NAMES = f"""{_PREFIX} SELECT ?name ?slug {{
  {{ ?body dhr:name|dhr:aliases ?name ; dhr:agencyType ?type ; dhr:inReview/dhr:slug ?slug }}
  UNION {{ ?asked dhr:addressedToText ?name ; dhr:inReview/dhr:slug ?slug }} }}"""


@dataclass(frozen=True, slots=True)
class Answer:
    """The rows of an answer, as wide as its columns, with what must be said beside it."""

    question: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    cautions: tuple[str, ...]


def answer(
    question: Question, store: ox.Store, params: Mapping[str, object] | None = None, base: str = BASE_IRI
) -> Answer:
    """Answer a question on a store, all its named graphs together.

    `params` holds values by name, as Python values or as words; raises UsageError where they don't fit or name what the
    store does not have, DatasetError where it has no review.
    """
    values = typed_parameters(question, params or {})
    refuse_unknown(question, values, _texts(store, _SLUGS), lambda review: _texts(store, _NAMES, review))
    text = bind(question, values)
    review = values.get("review")
    solutions = (
        store.query(text, default_graph=_graphs(store, review, base))
        if isinstance(review, str)
        else store.query(text, use_default_graph_as_union=True)
    )
    if not isinstance(solutions, ox.QuerySolutions):
        raise DatasetError("the query gave no rows.", where=question.name)
    return arrange(question, ([_plain(term, base) for term in solution] for solution in solutions))


def arrange(question: Question, rows: Iterable[Sequence[object]]) -> Answer:
    """Rows from either engine as an Answer: values made plain, lists sorted, rows in the question's order.

    A row is a sequence as wide as the columns; lists may be sequences or strings joined by `SEPARATOR`.
    """
    makers = [_items if column.type == "list" else _cell for column in question.columns]
    cells = {tuple(make(value) for make, value in zip(makers, row, strict=True)) for row in rows}
    names = [column.name for column in question.columns]
    leading = [names.index(name) for name in question.order]
    natural = lru_cache(maxsize=None)(_natural)  # values recur from row to row

    def rank(row: tuple[Cell, ...]) -> list[tuple[bool, object]]:
        return [
            (False, natural(cell)) if isinstance(cell, str) else _plain_rank(cell)
            for cell in map(row.__getitem__, leading)
        ]

    ranked = sorted(((rank(row), row) for row in cells), key=itemgetter(0))
    ordered = (row for _, alike in groupby(ranked, key=itemgetter(0)) for row in _settled([row for _, row in alike]))
    return Answer(question.name, question.columns, tuple(ordered), question.cautions)


def _settled(rows: list[tuple[Cell, ...]]) -> list[tuple[Cell, ...]]:
    """Rows that the question's order leaves alike, by all their cells."""
    return sorted(rows, key=lambda row: [_plain_rank(cell) for cell in row]) if len(rows) > 1 else rows


def _graphs(store: ox.Store, review: str, base: str) -> list[ox.NamedNode | ox.BlankNode | ox.DefaultGraph]:
    """The graphs of one review: what is asked of it need not look at the others."""
    own = review_graph(review, base)
    return [graph for graph in store.named_graphs() if graph.value == own or graph.value.startswith(f"{own}/")]


def _texts(store: ox.Store, query: str, review: str | None = None) -> list[str]:
    """What a query gives in its first column, of one review or of all."""
    found = store.query(query, use_default_graph_as_union=True)
    rows = [[term.value for term in row] for row in found] if isinstance(found, ox.QuerySolutions) else []
    return [text for text, slug in rows if review is None or slug == review]


def _plain(term: object, base: str) -> object:
    if isinstance(term, ox.NamedNode):
        return id_of_record(term.value, base)
    if isinstance(term, ox.Literal):
        return FROM_LEXICAL.get(term.datatype.value, str)(term.value)
    return None


def _items(value: object) -> Cell:
    parts = value.split(SEPARATOR) if isinstance(value, str) else list(value) if isinstance(value, Iterable) else []
    items = {str(part) for part in parts if part}
    return tuple(sorted(items, key=lambda part: (_natural(part), part)) if len(items) > 1 else items)


def _cell(value: object) -> Cell:
    if value is None or isinstance(value, str):
        return value
    native = getattr(value, "to_native", None)
    plain = native() if native else value
    return plain if plain is None or isinstance(plain, (str, int, float, datetime.date)) else str(plain)


def _plain_rank(cell: Cell) -> tuple[bool, object]:
    """Nothing comes last."""
    return (cell is None, "" if cell is None else cell)


def _natural(words: str) -> tuple[tuple[int, str], ...]:
    """So that 1.10 follows 1.9."""
    return tuple((int(part), "") if part.isdecimal() else (-1, part) for part in _NUMBERS.split(words) if part)
