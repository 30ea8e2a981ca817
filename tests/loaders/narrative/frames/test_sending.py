"""Sending: an agency passes something on to another, or hears it from one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dhr_graph.loaders.explaining import ExplainedEvent

Read = Callable[[str], list[ExplainedEvent]]
Ends = list[tuple[str | None, str | None]]
Shares = Callable[[str], Ends]
SCHOOL, POLICE, AID = "Hollins Primary School", "Calder Police", "Calder Women's Aid"
MARAC = "Multi-Agency Risk Assessment Conference"


@pytest.mark.parametrize(
    "words",
    [
        f"{SCHOOL} sent a report to {POLICE}",
        f"{SCHOOL} gave {POLICE} the minutes",
        f"{SCHOOL} discussed it with {POLICE}",
        f"the concern was passed to {POLICE} by {SCHOOL}",
        f"{POLICE} was sent the minutes by {SCHOOL}",
        f"{POLICE} heard from {SCHOOL} that Hannah was missing",
        f"{POLICE} learned from {SCHOOL} of the assault",
    ],
)
def test_what_goes_from_one_agency_to_another_is_a_share(words: str, shares: Shares) -> None:
    assert shares(f"On 4 May 2016 {words}.") == [(SCHOOL, POLICE)]


def test_each_of_several_recipients_has_a_share(shares: Shares) -> None:
    told = shares(f"On 4 May 2016 {SCHOOL} shared the report with {POLICE} and {AID}.")
    assert told == [(SCHOOL, POLICE), (SCHOOL, AID)]


def test_minutes_come_from_the_forum_spoken_of_before(shares: Shares) -> None:
    told = shares(f"The case was heard at MARAC on 4 May 2016. {POLICE} was sent the minutes.")
    assert told == [(MARAC, POLICE)]


def test_what_was_passed_on_to_nobody_named_is_a_share_all_the_same(shares: Shares) -> None:
    assert shares(f"On 4 May 2016 {SCHOOL} passed it on.") == [(SCHOOL, None)]


def test_a_letter_that_asks_to_see_somebody_is_a_referral(events: Read) -> None:
    told = events(f"On 4 May 2016 {POLICE} wrote to {AID} to ask whether it could see Hannah.")
    assert [(e.type, e.rule, e.agency, e.recipient) for e in told] == [("referral", "referral.asked", POLICE, AID)]


@pytest.mark.parametrize(
    "words",
    [
        f"{SCHOOL} sent Hannah home",
        f"{SCHOOL} sent Hannah a letter",
        f"{POLICE} transferred Hannah to {AID}",
        f"Hannah sent a letter to {POLICE}",
        f"{POLICE} heard from Hannah",
        f"{SCHOOL} did not send a report to {POLICE}",
    ],
)
def test_people_and_what_people_send_are_no_share(words: str, shares: Shares) -> None:
    assert shares(f"On 4 May 2016 {words}.") == []
