"""Grammar: what the parser takes for something else is mended before anything reads it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dhr_graph.loaders.narrative.clauses import clauses
from dhr_graph.loaders.narrative.parse import Sentence

Parsed = Callable[[str], Sentence]


def told(sentence: Sentence) -> list[tuple[str, list[str]]]:
    """The predicates of a sentence, each with its subjects."""
    return [(clause.head.lemma_, [token.text for token in clause.subjects]) for clause in clauses(sentence)]


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("The nurse did, a month later, mention it to the police.", "nurse"),
        ("She did, a month later, mention it.", "She"),
        ("The nurse did mention it.", "nurse"),
    ],
)
def test_an_aside_does_not_part_did_from_its_verb(text: str, subject: str, sentence: Parsed) -> None:
    assert told(sentence(text)) == [("mention", [subject])]


@pytest.mark.parametrize(
    ("text", "predicates"),
    [
        ("The nurse did, and the teacher rang.", [("do", ["nurse"]), ("ring", ["teacher"])]),
        ("The nurse did the form, and the teacher rang.", [("do", ["nurse"]), ("ring", ["teacher"])]),
        ("The nurse did.", [("do", ["nurse"])]),
    ],
)
def test_did_that_is_a_verb_of_its_own_stays_one(
    text: str, predicates: list[tuple[str, list[str]]], sentence: Parsed
) -> None:
    assert told(sentence(text)) == predicates
