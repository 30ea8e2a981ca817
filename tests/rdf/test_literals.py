"""Literals are written as the engine reads them."""

from __future__ import annotations

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dhr_graph.rdf.literals import written


@given(words=st.text(st.characters(exclude_categories=["Cs"])))
def test_any_words_come_back(words: str) -> None:
    line = f"<urn:a> <urn:b> {written(ox.Literal)(words)} <urn:g> .\n"
    assert [quad.object for quad in ox.parse(line, format=ox.RdfFormat.N_QUADS)] == [ox.Literal(words)]


def test_numbers_and_truths_have_their_types() -> None:
    write = written(ox.Literal)
    assert write("3") == '"3"'
    assert [write(3), write(True)] == [str(ox.Literal(3)), str(ox.Literal(True))]


def test_halves_of_characters_are_refused() -> None:
    with pytest.raises(ValueError, match="must be a str"):
        written(ox.Literal)("\ud800")
