"""Replies: what an agency answers goes to the one who asked."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Ends = list[tuple[str | None, str | None]]
Shares = Callable[[str], Ends]
SCHOOL, POLICE, AID, SURGERY = "Hollins Primary School", "Calder Police", "Calder Women's Aid", "Calder Lane Surgery"
SERVICES = "Calder Council Children's Services"
ASKED = f"On 4 May 2016 {SERVICES} asked {SURGERY} what it knew."
REPLIED = f"{SURGERY} replied that Hannah had been hit."


@pytest.mark.parametrize(
    "answer", [REPLIED, "The surgery answered that Hannah had been hit.", "The GP responded that Hannah had been hit."]
)
def test_an_answer_goes_to_who_asked_in_the_sentence_before(answer: str, shares: Shares) -> None:
    assert shares(f"{ASKED} {answer}") == [(SURGERY, SERVICES)]


def test_who_asked_may_be_told_after_who_was_asked(shares: Shares) -> None:
    asked = f"On 4 May 2016 {SURGERY} was asked by {SERVICES} for its records."
    assert shares(f"{asked} {REPLIED}") == [(SURGERY, SERVICES)]


def test_a_question_is_answered_later_in_the_passage(shares: Shares) -> None:
    assert shares(f"{ASKED} Weeks went by. {REPLIED}") == [(SURGERY, SERVICES)]


def test_a_question_from_before_the_section_is_forgotten(shares: Shares) -> None:
    assert shares(f"{ASKED} \n\n## Later contact\n\n {REPLIED}") == []


@pytest.mark.parametrize(
    "before",
    [
        f"{SERVICES} did not ask {SURGERY} what it knew.",
        f"{SERVICES} would ask {SURGERY} what it knew.",
        f"{SERVICES} praised {SURGERY}.",
        f"{SERVICES} asked Hannah what had happened.",
        f"Hannah asked {SURGERY} what it knew.",
    ],
)
def test_where_no_agency_asked_another_nobody_is_answered(before: str, shares: Shares) -> None:
    assert shares(f"On 4 May 2016 {before} {REPLIED}") == []


@pytest.mark.parametrize(
    "after",
    [
        f"{SURGERY} closed the file.",
        f"{SURGERY} noted that Hannah had been hit.",
        f"{SURGERY} did not reply.",
        "Hannah replied that she had been hit.",
    ],
)
def test_what_is_no_answer_of_the_agency_goes_nowhere(after: str, shares: Shares) -> None:
    assert shares(f"{ASKED} {after}") == []


def test_an_answer_to_somebody_named_goes_there(shares: Shares) -> None:
    assert shares(f"{ASKED} {SURGERY} replied to {POLICE} that Hannah had been hit.") == [(SURGERY, POLICE)]


@pytest.mark.parametrize(
    "words",
    [
        f"In answer to a question from {SERVICES} on 4 May 2016, {SURGERY} described the bruises.",
        f"In reply to a query by {SERVICES} on 4 May 2016, {SURGERY} described the bruises.",
        f"Asked by {SERVICES} on 4 May 2016, {SURGERY} described the bruises.",
        f"When {SERVICES} asked on 4 May 2016, {SURGERY} answered that Hannah had been hit.",
    ],
)
def test_the_question_may_stand_in_the_same_sentence(words: str, shares: Shares) -> None:
    assert shares(words) == [(SURGERY, SERVICES)]


@pytest.mark.parametrize(
    "words",
    [
        f"In answer to a question from Hannah on 4 May 2016, {SURGERY} described the bruises.",
        f"In reply to a joke from {SERVICES} on 4 May 2016, {SURGERY} described the bruises.",
        f"In honour of a question from {SERVICES} on 4 May 2016, {SURGERY} described the bruises.",
        f"In answer to prayer {SURGERY} described the bruises on 4 May 2016.",
        f"Asked by Hannah on 4 May 2016, {SURGERY} described the bruises.",
        f"Delayed by {SERVICES} on 4 May 2016, {SURGERY} described the bruises.",
    ],
)
def test_a_person_s_question_and_what_is_none_are_answered_to_nobody(words: str, shares: Shares) -> None:
    assert shares(words) == []


def test_who_is_asked_by_one_may_tell_another(shares: Shares) -> None:
    told = f"Asked by {SERVICES} on 4 May 2016, {SURGERY} described the bruises to {POLICE}."
    assert shares(told) == [(SURGERY, POLICE)]


@pytest.mark.parametrize(
    "reply",
    [
        f"{POLICE} responded to a 999 call from Hannah.",
        f"{POLICE} replied that the road was closed.",
        f"{SURGERY} replied to Hannah's e-mail.",
    ],
)
def test_only_who_was_asked_answers_and_only_the_one_who_asked(reply: str, shares: Shares) -> None:
    assert shares(f"{ASKED} {reply}") == []


@pytest.mark.parametrize("given", ["provided a summary of the assaults", "sent its chronology", "supplied its records"])
def test_what_was_asked_for_goes_to_who_asked(given: str, shares: Shares) -> None:
    assert shares(f"{ASKED} {SURGERY} {given}.") == [(SURGERY, SERVICES)]


@pytest.mark.parametrize("given", ["provided advice about sleep", "gave notice of its closure", "sent its apologies"])
def test_anything_else_that_is_given_is_no_answer(given: str, shares: Shares) -> None:
    assert shares(f"{ASKED} {SURGERY} {given}.") == []


def test_an_answer_to_checks_goes_to_whose_section_it_stands_in(shares: Shares) -> None:
    asked = f"{SERVICES}\n\nChecks were requested, and on 4 May 2016 the police replied with the details of January."
    assert shares(asked) == [(POLICE, SERVICES)]


def test_what_was_requested_of_a_person_asks_no_agency(shares: Shares) -> None:
    assert shares(f"{SERVICES}\n\nA payment was requested, and on 4 May 2016 the police replied to Hannah.") == []
