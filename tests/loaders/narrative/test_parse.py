"""A parse says what spaCy's own document says."""

from __future__ import annotations

import pytest

from dhr_graph.loaders.narrative.grammar import pipeline
from dhr_graph.loaders.narrative.parse import Parse

TEXTS = (
    "The officer told the GP, the nurse and the health visitor that Ms Reed had been hurt; she was then seen at home.",
    "Referred to MARAC on 4 May 2016 by A&E, 2 children.  No reply.",
    "Had she been asked, she would have said so. What he did then isn't known!",
    "Seen",
    "",
)
PLAIN = ("i", "idx", "text", "lower_", "lemma_", "tag_", "pos_", "dep_", "ent_type_")
FLAGS = ("like_num", "is_punct", "is_title", "is_alpha")
AROUND = ("children", "lefts", "rights", "subtree", "ancestors", "conjuncts")


@pytest.mark.parametrize("text", TEXTS)
def test_tokens_are_the_same(text: str) -> None:
    doc = pipeline()(text)
    parse = Parse(doc)
    assert (parse.text, len(parse)) == (doc.text, len(doc))
    for wanted, got in zip(doc, parse, strict=True):
        assert [getattr(got, name) for name in (*PLAIN, *FLAGS)] == [getattr(wanted, name) for name in (*PLAIN, *FLAGS)]
        assert (got.head.i, len(got), got.sent.start) == (wanted.head.i, len(wanted), wanted.sent.start)
        for name in AROUND:
            assert [t.i for t in getattr(got, name)] == [t.i for t in getattr(wanted, name)], name


@pytest.mark.parametrize("text", TEXTS)
def test_sentences_are_the_same(text: str) -> None:
    doc = pipeline()(text)
    wanted = [(s.text, s.start, s.end, s.start_char, s.end_char, s.root.i, len(s)) for s in doc.sents]
    got = [(s.text, s.start, s.end, s.start_char, s.end_char, s.root.i, len(s)) for s in Parse(doc).sents]
    assert got == wanted


def test_neighbours() -> None:
    first, last = Parse(pipeline()("Seen again"))
    assert (first.nbor() is last, last.nbor(-1) is first) == (True, True)
