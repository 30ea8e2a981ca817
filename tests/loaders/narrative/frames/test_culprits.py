"""Culprits: who did not do what was not done, and who only stands beside it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dhr_graph.loaders.explaining import ExplainedEvent

Read = Callable[[str], list[ExplainedEvent]]
POLICE, SCHOOL, AID, SURGERY = "Calder Police", "Hollins Primary School", "Calder Women's Aid", "Calder Lane Surgery"


def blamed(told: list[ExplainedEvent]) -> set[str | None]:
    return {event.agency for event in told if event.type == "missed"}


@pytest.mark.parametrize(
    ("words", "agencies"),
    [
        (f"Neither {POLICE} nor {AID} referred Hannah to MARAC.", {POLICE, AID}),
        (f"The failure of {SURGERY} to refer Hannah to MARAC was noted.", {SURGERY}),
        (f"{POLICE} missed an opportunity to refer Hannah to MARAC.", {POLICE}),
        (f"It was {SCHOOL}, not {POLICE}, that failed to refer her to {AID}.", {SCHOOL}),
    ],
)
def test_each_that_did_not_do_it_is_blamed_and_no_other(words: str, agencies: set[str], events: Read) -> None:
    assert blamed(events(words)) == agencies


@pytest.mark.parametrize(
    "words",
    [
        f"No agency but {POLICE} shared information with {SCHOOL}.",
        f"{SURGERY} correctly decided not to share the information with {SCHOOL}.",
        f"{AID} did not share her address with any other service, at her request.",
        f"{POLICE} did not tell {SCHOOL} because {SCHOOL} already knew.",
        f"{POLICE} should have told {SCHOOL} about the assault, and it did so within a day.",
        f"{SCHOOL} did not only tell {POLICE} but also {AID}.",
        f"{POLICE} did not ignore the call.",
        f"{SCHOOL} would have been expected to refer her to {AID}, and did.",
    ],
)
def test_who_did_it_or_rightly_did_not_is_not_blamed(words: str, events: Read) -> None:
    assert not blamed(events(words)) - {None}


@pytest.mark.parametrize(
    "words",
    [
        f"{POLICE} should have told {SCHOOL} about the assault, and it was a serious failing.",
        f"{POLICE} should have told {SCHOOL} about the assault and did not.",
        f"{POLICE} did not share his new address with {SCHOOL}.",
        f"Not only did {POLICE} not refer her to {AID}, but it did not record the call.",
    ],
)
def test_what_only_looks_like_an_excuse_clears_nobody(words: str, events: Read) -> None:
    assert POLICE in blamed(events(words))


@pytest.mark.parametrize(
    "words",
    [
        f"{SCHOOL} saw Hannah on 4 May 2016. {POLICE} attended the home and no referral was made to MARAC.",
        f"## {SCHOOL}\n\n{POLICE} attended the home and no referral was made to MARAC.",
        f"{SCHOOL} saw Hannah on 4 May 2016. She rang {POLICE} and no referral was made to MARAC.",
    ],
)
def test_who_acted_or_was_come_to_in_the_clause_before_is_blamed(words: str, events: Read) -> None:
    assert blamed(events(words)) == {POLICE}


@pytest.mark.parametrize(
    "words",
    [
        f"{POLICE} attended the home with {AID} and no referral was made to MARAC.",
        f"{POLICE} met {SURGERY} at the home and no referral was made to MARAC.",
        f"{POLICE} told {AID} that he had hit her and no referral was made to MARAC.",
    ],
)
def test_of_two_agencies_before_it_neither_is_blamed(words: str, events: Read) -> None:
    assert blamed(events(f"{SCHOOL} saw Hannah on 4 May 2016. {words}")) == {None}


@pytest.mark.parametrize("verb", ["sent to", "shared with", "passed to", "forwarded to"])
def test_it_that_was_not_sent_is_a_paper_and_the_section_s_agency_to_blame(verb: str, events: Read) -> None:
    told = events(f"Calder Lane Surgery\n\nA form was completed. It was never {verb} the police or the school.")
    missed = [(e.agency, e.recipient) for e in told if e.type == "missed"]
    assert missed == [("Calder Lane Surgery", "Calder Police")]


def test_it_that_was_not_sent_something_is_the_agency_that_had_none(events: Read) -> None:
    told = events("Calder Lane Surgery\n\nIt was not sent the minutes of the meeting.")
    assert [(e.agency, e.recipient) for e in told if e.type == "missed"] == [(None, "Calder Lane Surgery")]


def test_who_dealt_with_a_paper_is_to_blame_for_what_it_was_not_given(events: Read) -> None:
    told = events("Calder Police\n\nThe letter was scanned by the surgery and given no code.")
    assert [e.agency for e in told if e.type == "missed"] == ["Calder Lane Surgery"]


def test_they_that_were_not_conveyed_are_words(events: Read) -> None:
    told = events("Calder Lane Surgery\n\nHis words were noted; they were not conveyed to the police.")
    missed = [(e.agency, e.recipient) for e in told if e.type == "missed"]
    assert missed == [("Calder Lane Surgery", "Calder Police")]


@pytest.mark.parametrize(
    ("words", "culprit"),
    [
        ("The hospital wrote a summary. It was not shared with the surgery.", None),
        ("A form was completed. It was not shared with the safeguarding team.", "Calder Lane Surgery"),
    ],
)
def test_whom_a_paper_did_not_reach_is_not_to_blame(words: str, culprit: str | None, events: Read) -> None:
    told = events(f"Calder Lane Surgery\n\n{words}")
    assert [e.agency for e in told if e.type == "missed"] == [culprit]


def test_what_was_kept_from_the_perpetrator_was_not_missed(events: Read) -> None:
    told = events("Calder Lane Surgery\n\nHannah gave her new address. It was not shared with Marcus.")
    assert [e for e in told if e.type == "missed"] == []
