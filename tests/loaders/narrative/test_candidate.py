"""Candidates: what a clause was read as, before anything is settled."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import FrozenInstanceError

import pytest

from dhr_graph.loaders.explaining import ExplainedEvent
from dhr_graph.loaders.narrative.candidate import GRAVE, PASSING, Candidate
from dhr_graph.loaders.narrative.clauses import Clause
from dhr_graph.loaders.narrative.recording import EVENT_CLASSES

Read = Callable[[str], list[ExplainedEvent]]


def test_nothing_is_known_of_a_clause_but_what_was_read(clause: Callable[[str, str], Clause]) -> None:
    read = Candidate("contact", "contact.dealing", clause("The nurse saw Hannah.", "see"))
    assert (read.agency, read.basis, read.recipient, read.level, read.outcome) == (None, "none", None, None, None)


def test_a_reading_is_not_changed(clause: Callable[[str, str], Clause]) -> None:
    read = Candidate("contact", "contact.dealing", clause("The nurse saw Hannah.", "see"))
    with pytest.raises(FrozenInstanceError):
        read.agency = "school"  # type: ignore[misc]


def test_what_passes_and_what_is_grave_are_types_of_events_apart() -> None:
    assert set(EVENT_CLASSES) > PASSING | GRAVE
    assert not PASSING & GRAVE


@pytest.mark.parametrize(
    ("words", "source"),
    [
        ("The school told Calder Police of the assault on 4 May 2016.", "sentence"),
        ("## Calder Women's Aid\n\nOn 4 May 2016 Calder Police was told of the assault.", "section"),
        ("The nurse saw Hannah on 4 May 2016. She told Calder Police of the assault.", "pronoun"),
        ("On 4 May 2016 Calder Police was told of the assault.", "none"),
    ],
)
def test_the_basis_says_what_the_agency_was_read_from(words: str, source: str, events: Read) -> None:
    assert [e.agency_from for e in events(words) if e.type in PASSING] == [source]
