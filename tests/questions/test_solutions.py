"""Solutions become plain values, whatever their terms are."""

from __future__ import annotations

import datetime

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dhr_graph.errors import DatasetError
from dhr_graph.questions.solutions import rows_of
from dhr_graph.rdf.addresses import record_iri
from dhr_graph.rdf.literals import TO_LITERAL
from dhr_graph.vocabulary import EDTF, XSD

BASE = "https://example.org/"


def rows(*terms: object) -> list[tuple[object, ...]]:
    """What comes of a solution of these terms, None for a variable that is not bound."""
    names = " ".join(f"?c{place}" for place in range(len(terms)))
    values = " ".join("UNDEF" if term is None else str(term) for term in terms)
    solutions = ox.Store().query(f"SELECT {names} {{ VALUES ({names}) {{ ({values}) }} }}")
    assert isinstance(solutions, ox.QuerySolutions)
    return list(rows_of(solutions, BASE))


def test_each_term_becomes_a_value() -> None:
    day = ox.Literal("2015-03-01", datatype=ox.NamedNode(XSD + "date"))
    about = ox.Literal("2015?", datatype=ox.NamedNode(EDTF))
    found = rows(ox.NamedNode(record_iri("ash/Agency/a b", BASE)), day, about, ox.Literal(7), ox.Literal(True), None)
    assert found == [("ash/Agency/a b", datetime.date(2015, 3, 1), "2015?", 7, True, None)]


def test_a_decimal_of_a_reckoning_stays_words() -> None:
    assert rows(ox.Literal("1.50", datatype=ox.NamedNode(XSD + "decimal"))) == [("1.5",)]


def test_a_row_in_which_nothing_is_bound_is_a_row() -> None:
    assert rows(None) == [(None,)]


def test_an_iri_of_another_base_is_refused() -> None:
    with pytest.raises(DatasetError, match="another base"):
        rows(ox.NamedNode("https://elsewhere.org/id/ash/Agency/1"))


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=1, max_size=3))
def test_words_come_back_as_they_were(texts: list[str]) -> None:
    assert rows(*map(ox.Literal, texts)) == [tuple(texts)]


@given(st.floats(allow_nan=False))
def test_a_number_comes_back_as_it_was(number: float) -> None:
    assert rows(TO_LITERAL[XSD + "double"](number)) == [(number,)]
