"""Prompting: what one agency told another is told by what the other did upon it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dhr_graph.loaders.explaining import ExplainedEvent

Ends = list[tuple[str | None, str | None]]
Shares = Callable[[str], Ends]
Read = Callable[[str], list[ExplainedEvent]]
SCHOOL, POLICE, AID, SURGERY = "Hollins Primary School", "Calder Police", "Calder Women's Aid", "Calder Lane Surgery"
SERVICES, MARAC = "Calder Council Children's Services", "Multi-Agency Risk Assessment Conference"
PASSED = {"information_share", "referral"}


def passed(told: list[ExplainedEvent]) -> list[tuple[str, str | None, str | None]]:
    """What went from one agency to another, and whether it was a referral."""
    return [(e.type, e.agency, e.recipient) for e in told if e.type in PASSED]


@pytest.mark.parametrize(
    "lead",
    [
        "Following a call from",
        "After a report by",
        "Not long after a call from",
        "Upon a warning from",
        "On receipt of a notification from",
        "On the strength of a report from",
        "Having received a letter from",
        "Based on information from",
        "Because of a note from",
        "Due to a concern from",
        "As a result of a note from",
        "Thanks to a note from",
        "In response to a concern from",
        "Prompted by a call from",
    ],
)
def test_who_acts_upon_what_another_said_was_told_it(lead: str, shares: Shares) -> None:
    assert shares(f"{lead} the school, the social worker visited Hannah on 4 May 2016.") == [(SCHOOL, SERVICES)]


@pytest.mark.parametrize(
    "words",
    [
        f"{SERVICES} visited Hannah in response to a concern from {SCHOOL}",
        f"{SERVICES}, prompted by a call from {SCHOOL}, visited Hannah",
        f"{SERVICES} acted on a report from {SCHOOL}",
        f"{SERVICES} had sight of the report by {SCHOOL}",
    ],
)
def test_the_deed_may_stand_first(words: str, shares: Shares) -> None:
    assert shares(f"On 4 May 2016 {words}.") == [(SCHOOL, SERVICES)]


@pytest.mark.parametrize(
    "lead",
    [
        "Without a note from",
        "In the absence of any note from",
        "Following no note from",
        "Before a note from",
        "In spite of a note from",
        "With a note from",
        "Following a report on",
        "Following an alarm at",
        "Following an argument with",
        "Following a lesson by",
        "Following a call to",
    ],
)
def test_what_is_lacking_came_later_or_is_of_something_else_was_not_told(lead: str, shares: Shares) -> None:
    assert shares(f"{lead} the school, the social worker visited Hannah on 4 May 2016.") == []


@pytest.mark.parametrize(
    "lead",
    ["Following a call from Hannah", "Following a call from Hannah's mother", "Following a call from her"],
)
def test_what_a_person_said_is_no_share(lead: str, shares: Shares) -> None:
    assert shares(f"{lead}, {SERVICES} visited on 4 May 2016.") == []


@pytest.mark.parametrize(
    "deed",
    [
        "Hannah moved to her mother's",
        f"Hannah rang {SERVICES}",
        f"Marcus told {SERVICES} that he was sorry",
        "nobody visited Hannah",
        "the case was closed",
    ],
)
def test_what_people_or_nobody_did_upon_it_names_no_recipient(deed: str, shares: Shares) -> None:
    assert shares(f"After a note from {SCHOOL} on 4 May 2016, {deed}.") == []


@pytest.mark.parametrize(
    "words",
    [
        f"If a call had come from {SCHOOL}, {SERVICES} would have visited Hannah.",
        f"Without a referral from {SCHOOL}, {SERVICES} would not have visited Hannah.",
        f"Had {SERVICES} acted on the report from {SCHOOL}, Hannah would be alive.",
        f"{SERVICES} planned to act on a report from {SCHOOL}.",
        "Following any call from the school, the social worker visits the home.",
    ],
)
def test_what_was_done_only_in_thought_shows_nothing(words: str, events: Read) -> None:
    assert passed(events(words)) == []


def test_what_comes_from_itself_is_no_share(shares: Shares) -> None:
    assert shares(f"Following a call from {POLICE} on 4 May 2016, {POLICE} visited Hannah.") == []


@pytest.mark.parametrize(
    "words",
    [
        f"a report from {SCHOOL} prompted a visit by {SERVICES}",
        f"{SCHOOL}'s letter led to a visit by {SERVICES}",
        f"{SCHOOL}'s report resulted in a visit by the social worker",
        f"{SCHOOL}'s letter was acknowledged by {SERVICES}",
        f"the report from {SCHOOL} was triaged by {SERVICES}",
        f"{SERVICES}' involvement began with a call from {SCHOOL}",
        f"the visit by {SERVICES} followed a call from {SCHOOL}",
    ],
)
def test_what_was_said_may_be_what_moved_or_was_handled(words: str, shares: Shares) -> None:
    assert shares(f"On 4 May 2016 {words}.") == [(SCHOOL, SERVICES)]


@pytest.mark.parametrize(
    "words",
    [
        f"a report about {SCHOOL} prompted a visit by {SERVICES}",
        f"Hannah's letter led to a visit by {SERVICES}",
        f"{SCHOOL}'s letter led Hannah to leave",
        f"{SCHOOL}'s letter led to tears",
        f"{SCHOOL}'s lesson led to a visit by {SERVICES}",
        f"{SCHOOL}'s report might have led to a visit by {SERVICES}",
        f"{SCHOOL}'s letter was acknowledged by Hannah",
        f"no letter from {SCHOOL} was acknowledged by {SERVICES}",
        f"the form from {SCHOOL} was praised by {SERVICES}",
        f"the referral from {SCHOOL} was to be read by {SERVICES}",
        f"the letter from {SCHOOL} was closed",
        f"the assault followed a call from {SCHOOL}",
    ],
)
def test_what_moved_nobody_or_was_a_person_s_is_no_share(words: str, events: Read) -> None:
    assert passed(events(f"On 4 May 2016 {words}.")) == []


@pytest.mark.parametrize(
    ("paper", "type"), [("referral", "referral"), ("report", "information_share"), ("call", "information_share")]
)
def test_a_referral_is_told_apart_from_what_was_only_said(paper: str, type: str, events: Read) -> None:
    told = events(f"Following a {paper} from {POLICE} on 4 May 2016, {SERVICES} visited Hannah.")
    assert passed(told) == [(type, POLICE, SERVICES)]


@pytest.mark.parametrize(
    "words",
    [
        f"Following a referral by Hannah, {AID} visited her on 4 May 2016.",
        f"Following her self-referral, {AID} visited her on 4 May 2016.",
    ],
)
def test_who_refers_herself_is_no_agency(words: str, events: Read) -> None:
    assert passed(events(words)) == []


@pytest.mark.parametrize(
    ("words", "type"),
    [
        ("Following a referral from the school, the case was heard at MARAC on 4 May 2016.", "referral"),
        ("On 4 May 2016 the case came before MARAC following a call from the school.", "information_share"),
    ],
)
def test_the_forum_that_heard_a_case_upon_it_was_told(words: str, type: str, events: Read) -> None:
    assert passed(events(words)) == [(type, SCHOOL, MARAC)]


TOLD = f"On 4 May 2016 {POLICE} told {SERVICES} of the assault."


def test_what_was_told_before_is_not_told_a_second_time(shares: Shares) -> None:
    assert shares(f"{TOLD} Following the call from {POLICE}, {SERVICES} visited Hannah.") == [(POLICE, SERVICES)]


def test_what_another_told_is(events: Read) -> None:
    assert passed(events(f"{TOLD} Following a call from the school, the social worker visited Hannah.")) == [
        ("information_share", POLICE, SERVICES),
        ("information_share", SCHOOL, SERVICES),
    ]


def test_who_passes_it_on_was_told_itself(shares: Shares) -> None:
    told = shares(f"Following a call from {SCHOOL} on 4 May 2016, {SERVICES} told {POLICE} of the assault.")
    assert sorted(told, key=str) == sorted([(SCHOOL, SERVICES), (SERVICES, POLICE)], key=str)


@pytest.mark.parametrize(
    "words",
    [
        f"the visit by {SERVICES} was not prompted by a call from {SCHOOL}",
        f"unless prompted by a call from {SCHOOL}, {SERVICES} did not visit",
        f"because of missing information from {SCHOOL}, {SERVICES} closed the case",
        f"{SERVICES}' involvement did not begin with a call from {SCHOOL}",
        f"{SERVICES} decided to wait until after a report from {SCHOOL}",
        f"the letter from {SCHOOL} caused Hannah to go to {SERVICES}",
    ],
)
def test_what_prompted_nothing_is_no_share(words: str, shares: Shares) -> None:
    assert shares(f"On 4 May 2016 {words}.") == []


def test_a_paper_to_another_is_not_of_who_acted_upon_it(shares: Shares) -> None:
    told = shares(f"After a letter from {SCHOOL} to {POLICE}, {SERVICES} visited on 4 May 2016.")
    assert (SCHOOL, SERVICES) not in told
