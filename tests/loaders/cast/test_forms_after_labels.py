"""Forms of sentence are looked for only after labels that they may go on from, and none is missed by that."""

from __future__ import annotations

import re
from collections.abc import Iterable

import pytest

from dhr_graph.loaders.cast import load_cast_knowledge
from dhr_graph.loaders.cast.sentence_forms import _labels, sentence_forms

TEXTS = (
    "Alma (the victim, 31) lived with Bo, her husband, and their son Cal. Dee, 40, was a friend of Alma's mother.",
    "The victim, Alma Reed, was 34 when she died. Her former partner, Mr T, is referred to as Adult B.",
    "Adult A was a teacher aged 29. Adult C, who was 61, and Child D are the mother and son of Adult A.",
    "Fay was the perpetrator. Gil, then aged 50, with whom Fay lived, is her uncle; Hal was six months old.",
    "The death of Ida (died 3 May 2016). Joe's elder brother Ken was a driver. He was aged 44 at the time.",
    "The tenant of the flat, a woman of 30, is called Lea. Her mother is Mia. Noa and Oli are her children.",
    "Pia was a carer aged 51. Una was two months old. Rae, the victim, was Sam's wife. Tom, who lived near, left.",
)


@pytest.mark.parametrize("text", TEXTS)
def test_no_match_is_missed(text: str) -> None:
    knowledge = load_cast_knowledge(None)
    labels = [found.start() for found in _labels(knowledge).finditer(text)]
    for form in sentence_forms(knowledge):
        assert _spans(form.matches(text, labels)) == _spans(form.pattern.finditer(text)), form.id


def test_the_sentences_hold_such_forms() -> None:
    forms = [form for form in sentence_forms(load_cast_knowledge(None)) if form.begins_with_label]
    fitting = {form.id for form in forms for text in TEXTS if form.pattern.search(text)}
    assert len(fitting) > len(forms) / 2


def test_what_a_form_is_looked_for_only_with_stands_in_all_that_it_fits() -> None:
    forms = [form for form in sentence_forms(load_cast_knowledge(None)) if form.only_with]
    found = [(form, match[0]) for form in forms for text in TEXTS for match in form.pattern.finditer(text)]
    assert len({form.id for form, _ in found}) > len(forms) / 2
    for form, words in found:
        assert any(word in words for word in form.only_with), form.id


def _spans(matches: Iterable[re.Match[str]]) -> list[tuple[int, int]]:
    return [match.span() for match in matches]
