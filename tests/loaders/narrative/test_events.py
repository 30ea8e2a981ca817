"""Events: each clause of a sentence is read once, and what only says what somebody said is no event of its own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dhr_graph.loaders.explaining import ExplainedEvent

Read = Callable[[str], list[ExplainedEvent]]
SCHOOL, POLICE, AID, SURGERY = "Hollins Primary School", "Calder Police", "Calder Women's Aid", "Calder Lane Surgery"


def told(read: list[ExplainedEvent]) -> list[tuple[str, str | None]]:
    return [(event.type, event.agency) for event in read]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (f"{POLICE} arrested Marcus and referred Hannah to {AID}", ["justice", "referral"]),
        (f"{POLICE} graded the risk as high and arrested Marcus", ["risk_assessment", "justice"]),
        (f"{POLICE} graded the risk as high, referred Hannah to {AID} and told {SCHOOL} of the assault",
         ["risk_assessment", "referral", "information_share"]),
        (f"the nurse saw Hannah, but did not refer her to {AID}", ["contact", "missed"]),
    ],
)  # fmt: skip
def test_each_clause_tells_its_own(words: str, expected: list[str], events: Read) -> None:
    assert [e.type for e in events(f"On 4 May 2016 {words}.")] == expected


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        (f"{SCHOOL} told {POLICE} that Marcus had slapped Hannah", "information_share"),
        ("Hannah told the practice nurse that Marcus had slapped her and that she had left", "disclosure"),
        (f"Hannah told the practice nurse that {POLICE} had arrested Marcus for slapping her", "disclosure"),
        ("a neighbour rang 999 because Marcus was hitting Hannah", "incident"),
    ],
)
def test_what_was_said_is_no_event_beside_the_saying(words: str, kind: str, events: Read) -> None:
    assert [e.type for e in events(f"On 4 May 2016 {words}.")] == [kind]


def test_what_was_told_to_the_review_is_its_history(events: Read) -> None:
    assert told(events("Hannah's mother told the panel that Marcus had hit Hannah in 2015.")) == [("incident", None)]


def test_an_incident_is_of_the_force_that_arrested_who_did_it(events: Read) -> None:
    read = events(f"On 4 May 2016 Marcus slapped Hannah and was arrested by {POLICE}.")
    assert told(read) == [("incident", POLICE), ("justice", POLICE)]


@pytest.mark.parametrize(
    "words",
    [
        f"If {POLICE} had told {SCHOOL}, it would have acted.",
        f"{POLICE} may have told {SCHOOL}.",
        f"It is not known whether {POLICE} told {SCHOOL}.",
        f"{POLICE} planned to tell {SCHOOL}.",
        f"{POLICE} was asked to tell {SCHOOL} of the assault.",
        f"Officers refer such cases to {AID}.",
    ],
)
def test_what_may_have_been_or_was_only_meant_is_none(words: str, events: Read) -> None:
    assert told(events(words)) == []


@pytest.mark.parametrize("words", ["no further action was taken", "the CPS offered no evidence and the case ended"])
def test_a_case_that_was_dropped_is_no_omission(words: str, events: Read) -> None:
    assert "missed" not in {kind for kind, _ in told(events(f"## {POLICE}\n\nOn 4 May 2016 {words}."))}


@pytest.mark.parametrize(
    ("entry", "kinds"),
    [
        ("School informed.", {"information_share"}),
        ("Letter sent.", {"contact"}),
        ("Marcus arrested.", {"justice"}),
    ],
)
def test_notes_are_read_as_such(
    entry: str, kinds: set[str], entry_events: Callable[[str, str], list[ExplainedEvent]]
) -> None:
    assert {e.type for e in entry_events(POLICE, entry)} == kinds
