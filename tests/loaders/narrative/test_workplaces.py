"""Workplaces: for whom a professional acts, by the place beside, by a number, or by what was told before."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dhr_graph.loaders.explaining import ExplainedEvent

Read = Callable[[str], list[ExplainedEvent]]
SCHOOL, POLICE, AID, SURGERY = "Hollins Primary School", "Calder Police", "Calder Women's Aid", "Calder Lane Surgery"


def ends(told: list[ExplainedEvent]) -> list[tuple[str | None, str | None]]:
    return [(event.agency, event.recipient) for event in told if event.type == "information_share"]


@pytest.mark.parametrize(
    ("worker", "sender"),
    [
        (f"the key worker at {AID}", AID),
        (f"Marcus's caseworker at {AID}", AID),
        (f"an adviser from {AID}", AID),
        ("the practice nurse", SURGERY),
    ],
)
def test_a_worker_of_any_is_of_the_place_beside(worker: str, sender: str, events: Read) -> None:
    told = events(f"On 4 May 2016 the police had a call from {worker} about the bruises.")
    assert ends(told) == [(sender, POLICE)]


@pytest.mark.parametrize(
    ("before", "teller", "agency"),
    [
        ("Hannah came to the school.", "HT2", SCHOOL),
        (f"Ms D, a support worker at {AID}, met Hannah.", "Ms D", AID),
        (f"Dr P of {SURGERY} saw Hannah.", "Dr P", SURGERY),
    ],
)
def test_a_letter_or_a_number_stands_for_a_professional(before: str, teller: str, agency: str, events: Read) -> None:
    assert ends(events(f"{before} {teller} told {POLICE} of the bruises on 4 May 2016.")) == [(agency, POLICE)]


def told_to(told: list[ExplainedEvent]) -> list[str | None]:
    return [event.agency for event in told if event.type == "disclosure"]


def test_the_officer_is_of_the_place_that_an_enquiry_was_made_to(events: Read) -> None:
    went = "On 4 May 2016 Hannah made an enquiry to Hollins Primary School."
    assert told_to(events(f"{went} She told the officer that Marcus had hit her.")) == [SCHOOL]


def test_a_nurse_is_of_the_clinic_spoken_of_last_not_of_a_refuge(events: Read) -> None:
    text = f"Hannah went to {SURGERY} on 4 May 2016. {AID} rang her there. The nurse telephoned the police about it."
    assert ends(events(text)) == [(SURGERY, POLICE)]


@pytest.mark.parametrize(("worker", "agency"), [("the keyworker", AID), ("a keyworker", None), ("the manager", None)])
def test_a_key_worker_is_of_the_service_that_the_passage_before_ended_with(
    worker: str, agency: str | None, events: Read
) -> None:
    before = f"On 4 May 2016 Hannah was advised to refer herself to {AID}, and did so."
    assert told_to(events(f"{before}\n\nHannah told {worker} on 9 May 2016 that Marcus had hit her.")) == [agency]


def test_a_worker_is_of_the_service_that_bears_the_word_before_it(explained: Callable[[str], list[object]]) -> None:
    text = (
        "Swale Trust provides the Memory Service. The memory nurse telephoned the police on 4 May 2016 about the "
        "bruises. The council nurse telephoned nobody."
    )
    told = [e for each in explained(text) for e in each.events if e.type == "information_share"]  # type: ignore[attr-defined]
    assert [(e.agency, e.recipient) for e in told] == [("Swale Trust", POLICE)]


@pytest.mark.parametrize(("worker", "agency"), [("the counsellor", AID), ("the nurse", SURGERY)])
def test_a_counsellor_is_of_the_service_that_somebody_was_referred_to(worker: str, agency: str, events: Read) -> None:
    told = f"{SURGERY} referred Marcus to {AID} in May 2016. He went twice and told {worker} that he had hit his wife."
    assert told_to(events(told)) == [agency]


def test_what_is_said_of_all_agencies_ends_the_story_of_the_one_before(events: Read) -> None:
    before = f"On 4 May 2016 Hannah went to {AID}. All the agencies met in June 2016."
    assert told_to(events(f"{before} Hannah told the keyworker that Marcus had hit her.")) == [None]


def test_a_surgery_has_no_officers(events: Read) -> None:
    told = events(f"{POLICE} came. Hannah was then seen at {SURGERY} on 4 May 2016. The officer told {SCHOOL} of it.")
    assert ends(told) == [(POLICE, SCHOOL)]
