"""Receiving: an agency hears something from another, however that came to it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Shares = Callable[[str], list[tuple[str | None, str | None]]]
SCHOOL, POLICE, SERVICES = "Hollins Primary School", "Calder Police", "Calder Council Children's Services"


@pytest.mark.parametrize(
    "words",
    [
        f"{SERVICES} heard from {POLICE} that Hannah had been hit",
        f"{SERVICES} learned of the assault when {POLICE} rang",
        f"{SERVICES} found out about the assault through a police notification",
        f"{SERVICES} learned of the assault from a letter by {POLICE}",
        f"{SERVICES} learned of the assault via a report from {POLICE}",
        f"{SERVICES} obtained the police records of the assault",
    ],
)
def test_who_an_agency_heard_it_from_is_the_sender(words: str, shares: Shares) -> None:
    assert shares(f"On 4 May 2016 {words}.") == [(POLICE, SERVICES)]


@pytest.mark.parametrize(
    "words",
    [
        f"{SERVICES} learned of the assault from Hannah",
        f"{SERVICES} learned of the assault when Hannah rang",
        f"{SERVICES} found out about the assault through a newspaper",
        f"{SERVICES} obtained a police caution for Marcus",
        f"{SERVICES} learned of the assault when {POLICE} closed the case",
        f"{POLICE} heard from {POLICE} that Hannah had been hit",
    ],
)
def test_what_came_from_no_other_agency_is_no_share(words: str, shares: Shares) -> None:
    assert shares(f"On 4 May 2016 {words}.") == []


def test_a_case_received_in_an_entry_is_from_the_one_named(entry_shares: Callable[[str, str], object]) -> None:
    assert entry_shares(SERVICES, f"Case received from {POLICE}.") == [(POLICE, SERVICES)]


def test_what_is_noted_from_a_letter_was_told_by_it(shares: Shares) -> None:
    assert shares("On 4 May 2016 the social worker noted from the school's letter that Hannah had been hit.") == [
        ("Hollins Primary School", "Calder Council Children's Services")
    ]


@pytest.mark.parametrize("paper", ["The form", "This letter", "The notification"])
def test_what_another_agency_received_came_from_the_section_it_is_told_in(paper: str, shares: Shares) -> None:
    assert shares(f"{POLICE}\n\n{paper} was received by Children's Services on 4 May 2016.") == [(POLICE, SERVICES)]


def test_what_the_section_s_own_agency_received_is_not_from_it(shares: Shares) -> None:
    assert shares(f"{SERVICES}\n\nThe form was received by Children's Services on 4 May 2016.") == []
