"""The remembered ruler says what spaCy's own says, of words that it was asked of before and of others."""

from __future__ import annotations

import pytest
from spacy.attrs import LEMMA, MORPH, POS  # type: ignore[import-not-found]
from spacy.language import Language

from dhr_graph.loaders.narrative.grammar import bare_pipeline, pipeline

TEXTS = (
    "The officer told the GP that she had been hurt, and referred her to the project.",
    "The officer told the GP that she had been hurt, and referred her to the project.",
    "He'd said he would not go; she's gone, and it's theirs.",
    "There is no record that anybody asked who they were, or whether any of this was so.",
    "Records show  two   blanks\u00a0here, \u201cquotes\u201d and 12.4.2016.",
    "Let us not forget: do n't, can't, won't, gonna.",
    "Blanks   again,  which the ruler was asked of before.",
    "",
    " ",
    " ",
)


@pytest.fixture(scope="module")
def bare() -> Language:
    return bare_pipeline()


@pytest.mark.parametrize("text", TEXTS)
def test_the_parse_is_the_same(bare: Language, text: str) -> None:
    wanted, got = bare(text), pipeline()(text)
    attributes = [POS, MORPH, LEMMA]
    assert [[bare.vocab.strings[v] for v in row] for row in wanted.to_array(attributes).tolist()] == [
        [pipeline().vocab.strings[v] for v in row] for row in got.to_array(attributes).tolist()
    ]
    assert [(t.text, t.dep_, t.tag_, t.head.i) for t in wanted] == [(t.text, t.dep_, t.tag_, t.head.i) for t in got]
