"""An alternation finds what the plain one finds, whatever the words and their order."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dhr_graph.loaders.alternation import alternation

WORDS = st.lists(st.text("ab c.", min_size=0, max_size=4), min_size=1, max_size=8)


@given(WORDS, st.text("ab c.", max_size=12))
def test_finds_what_the_plain_one_finds(words: list[str], text: str) -> None:
    plain = re.compile(f"(?:{'|'.join(map(re.escape, words))})")
    shared = re.compile(f"(?:{alternation(words)})")
    assert [m.span() for m in shared.finditer(text)] == [m.span() for m in plain.finditer(text)]


@pytest.mark.parametrize("words", [["aunt", "aunts"], ["aunts", "aunt"], ["step-son", "step", "son"]])
def test_keeps_the_order_of_words_that_begin_alike(words: list[str]) -> None:
    found = re.match(alternation(words), "aunts step-son")
    assert found is None or found[0] == next(word for word in words if "aunts step-son".startswith(word))


def test_looks_at_a_shared_letter_once() -> None:
    assert alternation(["mother", "mum", "son"]) == "m(?:other|um)|son"


def test_no_words_make_an_empty_expression() -> None:
    assert alternation([]) == ""
