"""Meetings: what an agency tells at a meeting of several goes to those who held it or came."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Ends = list[tuple[str | None, str | None]]
Shares = Callable[[str], Ends]
SCHOOL, POLICE, AID, SURGERY = "Hollins Primary School", "Calder Police", "Calder Women's Aid", "Calder Lane Surgery"
SERVICES, MARAC = "Calder Council Children's Services", "Multi-Agency Risk Assessment Conference"
HELD = f"{SERVICES} and {POLICE} held a strategy meeting on 4 May 2016."


@pytest.mark.parametrize(
    "meeting",
    [
        HELD,
        f"A strategy meeting was held by {SERVICES} with {POLICE} on 4 May 2016.",
        f"A professionals meeting took place between {SERVICES} and {POLICE} on 4 May 2016.",
        f"{SERVICES} convened a child protection conference with {POLICE} on 4 May 2016.",
        f"A core group meeting was attended by {POLICE} and {SERVICES} on 4 May 2016.",
        f"{SERVICES} had a safeguarding discussion with {POLICE} on 4 May 2016.",
    ],
)
def test_what_is_told_after_a_meeting_was_told_of_is_told_at_it(meeting: str, shares: Shares) -> None:
    assert shares(f"{meeting} {POLICE} shared information about Marcus.") == [(POLICE, SERVICES)]


@pytest.mark.parametrize(
    "told",
    [
        "described the assault",
        "gave details of the assault",
        "shared what Marcus had done",
        "reported that Marcus had hit her",
        "presented the report",
        "brought information about Marcus",
    ],
)
def test_it_may_be_told_in_many_words(told: str, shares: Shares) -> None:
    assert shares(f"{HELD} {POLICE} {told}.") == [(POLICE, SERVICES)]


@pytest.mark.parametrize(
    "meeting",
    [
        f"A strategy meeting was not held by {SERVICES} on 4 May 2016.",
        f"No strategy meeting was held by {SERVICES} on 4 May 2016.",
        f"{SERVICES} planned a strategy meeting for 4 May 2016.",
        f"{SERVICES} should have held a strategy meeting on 4 May 2016.",
        f"A strategy meeting was to be held by {SERVICES} on 4 May 2016.",
        f"{SERVICES} would hold a strategy meeting on 4 May 2016.",
        f"{SERVICES} held a staff meeting on 4 May 2016.",
        f"{SERVICES} held a strategy day on 4 May 2016.",
    ],
)
def test_a_meeting_that_was_only_planned_or_is_another_hears_nothing(meeting: str, shares: Shares) -> None:
    assert shares(f"{meeting} {POLICE} described the assault.") == []


@pytest.mark.parametrize(
    "words",
    [
        f"{HELD} {POLICE} gave details of it to Hannah.",
        f"{HELD} {POLICE} gave Hannah details of the assault.",
        f"{HELD} {POLICE} would describe the assault.",
        f"{HELD} {POLICE} gives details of assaults.",
        f"{HELD} Before {POLICE} gave details of the assault, Hannah wept.",
        f"{HELD} Hannah was upset because {POLICE} gave details of the assault.",
        f"{HELD} On 6 May 2016 {POLICE} described the assault.",
        f"{HELD} Hannah described the assault.",
        f"{HELD}\n\n{POLICE} described the assault.",
        f"{HELD}\n\n## Later contact\n\n{POLICE} described the assault.",
    ],
)
def test_what_is_told_to_a_person_or_at_another_time_or_only_mentioned_is_not_told_there(
    words: str, shares: Shares
) -> None:
    assert shares(words) == []


def test_what_is_said_to_go_to_somebody_else_goes_there(shares: Shares) -> None:
    assert shares(f"{HELD} {POLICE} gave details of the assault to {SCHOOL}.") == [(POLICE, SCHOOL)]


@pytest.mark.parametrize(
    "meeting",
    [
        f"{SERVICES}, {POLICE} and {SCHOOL} held a strategy meeting on 4 May 2016.",
        f"{SCHOOL}, {POLICE} and {SERVICES} held a strategy meeting on 4 May 2016.",
        f"A strategy meeting was attended by {SCHOOL}, {POLICE} and {SERVICES} on 4 May 2016.",
    ],
)
def test_of_several_the_one_that_calls_such_meetings_is_told(meeting: str, shares: Shares) -> None:
    assert shares(f"{meeting} {POLICE} described the assault.") == [(POLICE, SERVICES)]


def test_who_held_it_tells_another_who_came(shares: Shares) -> None:
    told = f"{SERVICES} and {SCHOOL} held a strategy meeting on 4 May 2016. {SERVICES} described the assault."
    assert shares(told) == [(SERVICES, SCHOOL)]


def test_the_meeting_is_remembered_while_it_is_told_of(shares: Shares) -> None:
    held = f"{SERVICES}, {POLICE} and {SCHOOL} held a strategy meeting on 4 May 2016."
    told = f"{POLICE} described the assault. {SCHOOL} gave details of her absence."
    assert shares(f"{held} {told}") == [(POLICE, SERVICES), (SCHOOL, SERVICES)]
    assert shares(f"{held} Weeks went by. {told}") == []


@pytest.mark.parametrize(
    "told",
    [
        f"{SURGERY} described the bruises.",
        f"{POLICE} gave details of his bail to the solicitor of Marcus.",
    ],
)
def test_who_did_not_come_or_speaks_to_another_tells_nothing_there(told: str, shares: Shares) -> None:
    assert {recipient for _, recipient in shares(f"{HELD} {told}")} <= {None}


def test_in_an_agency_s_section_the_meeting_is_its_own(shares: Shares) -> None:
    told = f"A strategy meeting was held with {POLICE} on 4 May 2016. {POLICE} described the assault."
    assert shares(f"## {SERVICES}\n\n{told}") == [(POLICE, SERVICES)]
    assert shares(told) == []


@pytest.mark.parametrize(
    "meeting",
    [
        "the core group",
        "the child protection conference",
        "the initial child protection conference",
        "the child protection meeting",
    ],
)
def test_what_is_told_at_a_meeting_about_a_child_children_s_services_hear(meeting: str, shares: Shares) -> None:
    assert shares(f"At {meeting} on 4 May 2016 {SCHOOL} described the bruises.") == [(SCHOOL, SERVICES)]


@pytest.mark.parametrize(
    "words",
    [
        f"At the focus group on 4 May 2016 {SCHOOL} described the bruises.",
        f"At the press conference on 4 May 2016 {SCHOOL} described the bruises.",
        f"At the staff meeting on 4 May 2016 {SCHOOL} described the bruises.",
        f"After the core group on 4 May 2016 {SCHOOL} described the bruises.",
        "At the core group on 4 May 2016 Hannah described the bruises.",
        "At the core group on 4 May 2016 the social worker described the bruises.",
    ],
)
def test_at_another_meeting_or_by_another_they_are_told_nothing(words: str, shares: Shares) -> None:
    assert shares(words) == []


def test_who_is_named_is_told_even_at_a_meeting_about_a_child(shares: Shares) -> None:
    told = f"At the core group on 4 May 2016 {SCHOOL} gave details of the bruises to {POLICE}."
    assert shares(told) == [(SCHOOL, POLICE)]


@pytest.mark.parametrize(
    "words",
    [
        "MARAC heard the case on 4 May 2016, when the IDVA reported what Hannah had confided in her.",
        "MARAC heard the case on 4 May 2016, when the IDVA was able to report what Hannah had confided in her.",
        "At MARAC the IDVA was able to report what Hannah had confided in her.",
    ],
)
def test_what_is_reported_while_a_forum_hears_the_case_is_told_to_it(words: str, shares: Shares) -> None:
    assert shares(words) == [(AID, MARAC)]


def test_what_could_not_be_reported_there_was_not(shares: Shares) -> None:
    assert shares("MARAC met on 4 May 2016, when the IDVA was not able to report what Hannah had said.") == []
