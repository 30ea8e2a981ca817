"""Each rule of extraction reads the sentence that it fits, and not the one that it must not."""

from __future__ import annotations

from functools import lru_cache

import pytest

from dhr_graph.loaders.explaining import ExplainedEvent, explain
from dhr_graph.loaders.narrative.lexicon import Rule, load_lexicon
from dhr_graph.loaders.readers import read_text
from dhr_graph.loaders.reading import ReadingKnowledge, load_knowledge

SETTING = (
    "This review concerns the death of Hannah, aged 31, who was killed by her husband, Marcus, aged 34, "
    "on 9 June 2018. "
    "Reports were received from Calder Police; Calder Council Children's Services; Calder Women's Aid; "
    "Calder Lane Surgery, "
    "where Hannah saw the practice nurse; and Hollins Primary School. Cases are heard at the "
    "Multi-Agency Risk Assessment "
    "Conference (MARAC).\n\n"
)


@lru_cache(maxsize=1)
def knowledge() -> ReadingKnowledge:
    return load_knowledge()


def read(sentence: str) -> list[ExplainedEvent]:
    document = read_text(SETTING + sentence + "\n", "rule.txt")
    explained = explain(document, knowledge(), start=len(SETTING) - 1)
    return [event for each in explained for event in each.events]


@pytest.mark.parametrize("rule", load_lexicon().rules, ids=lambda rule: rule.id)
def test_a_rule_reads_the_sentence_that_it_fits(rule: Rule) -> None:
    assert (rule.type, rule.id) in {(event.type, event.rule) for event in read(rule.fits)}


@pytest.mark.parametrize("rule", load_lexicon().rules, ids=lambda rule: rule.id)
def test_a_rule_leaves_the_sentence_that_it_must_not_read(rule: Rule) -> None:
    assert rule.id not in {event.rule for event in read(rule.misfits)}
