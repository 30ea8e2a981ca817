"""Each rule of notes reads the entry of a chronology that it fits, and not the one that it must not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dhr_graph.loaders.explaining import ExplainedEvent
from dhr_graph.loaders.narrative.lexicon import load_lexicon
from dhr_graph.loaders.narrative.rule_entries import NoteRule

ReadEntry = Callable[[str, str], list[ExplainedEvent]]
NOTES = load_lexicon().notes


@pytest.mark.parametrize("rule", NOTES, ids=lambda rule: rule.id)
def test_a_rule_of_notes_reads_the_entry_that_it_fits(rule: NoteRule, entry_events: ReadEntry) -> None:
    read = entry_events("Calder Lane Surgery", rule.fits)
    assert (rule.type, rule.id) in {(event.type, event.rule) for event in read}


@pytest.mark.parametrize("rule", NOTES, ids=lambda rule: rule.id)
def test_a_rule_of_notes_leaves_the_entry_that_it_must_not_read(rule: NoteRule, entry_events: ReadEntry) -> None:
    read = entry_events("Calder Lane Surgery", rule.misfits)
    assert read, "an entry tells at least a contact"
    assert rule.type not in {event.type for event in read}


def test_an_entry_names_the_agency_that_was_told(entry_events: ReadEntry) -> None:
    read = entry_events("Calder Lane Surgery", "Copy to Calder Police.")
    assert [(e.type, e.agency, e.recipient) for e in read] == [
        ("information_share", "Calder Lane Surgery", "Calder Police")
    ]


def test_a_denial_tells_of_no_step(entry_events: ReadEntry) -> None:
    assert {e.type for e in entry_events("Calder Police", "No arrest, not charged.")} & {"justice", "incident"} == set()
