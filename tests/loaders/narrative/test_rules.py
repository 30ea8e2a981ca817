"""Each rule of extraction reads the sentence that it fits, and not the one that it must not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dhr_graph.loaders.explaining import ExplainedEvent
from dhr_graph.loaders.narrative.lexicon import load_lexicon
from dhr_graph.loaders.narrative.rule_entries import Rule

RULES = load_lexicon().rules
OF_SENTENCES = [rule for rule in RULES if rule.pattern != "entry"]
OF_ENTRIES = [rule for rule in RULES if rule.pattern == "entry"]
ENTRY_OF = {"incident": "Calder Police", "disclosure": "Calder Lane Surgery", "contact": "Calder Lane Surgery"}


@pytest.mark.parametrize("rule", OF_SENTENCES, ids=lambda rule: rule.id)
def test_a_rule_reads_the_sentence_that_it_fits(rule: Rule, events: Callable[[str], list[ExplainedEvent]]) -> None:
    assert (rule.type, rule.id) in {(event.type, event.rule) for event in events(rule.fits)}


@pytest.mark.parametrize("rule", OF_SENTENCES, ids=lambda rule: rule.id)
def test_a_rule_leaves_the_sentence_that_it_must_not_read(
    rule: Rule, events: Callable[[str], list[ExplainedEvent]]
) -> None:
    assert rule.id not in {event.rule for event in events(rule.misfits)}


@pytest.mark.parametrize("rule", OF_ENTRIES, ids=lambda rule: rule.id)
def test_a_rule_of_entries_reads_the_entry_that_it_fits(
    rule: Rule, entry_events: Callable[[str, str], list[ExplainedEvent]]
) -> None:
    read = entry_events(ENTRY_OF[rule.type], rule.fits)
    assert [(event.type, event.rule) for event in read] == [(rule.type, rule.id)]


@pytest.mark.parametrize("rule", OF_ENTRIES, ids=lambda rule: rule.id)
def test_a_rule_of_entries_leaves_the_entry_that_it_must_not_read(
    rule: Rule, entry_events: Callable[[str, str], list[ExplainedEvent]]
) -> None:
    assert rule.id not in {event.rule for event in entry_events(ENTRY_OF[rule.type], rule.misfits)}
