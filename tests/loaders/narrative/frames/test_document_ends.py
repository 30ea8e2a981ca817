"""The ends of a document: who made it and to whom it went, by its own noun phrase."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dhr_graph.loaders.explaining import ExplainedEvent

Read = Callable[[str], list[ExplainedEvent]]
SCHOOL, POLICE, AID, SURGERY = "Hollins Primary School", "Calder Police", "Calder Women's Aid", "Calder Lane Surgery"
MARAC = "Multi-Agency Risk Assessment Conference"


def ends(told: list[ExplainedEvent]) -> list[tuple[str | None, str | None]]:
    return [(e.agency, e.recipient) for e in told if e.type in {"referral", "information_share"}]


@pytest.mark.parametrize(
    "words",
    [
        f"{POLICE}'s referral to {AID} was dated 4 May 2016",
        f"a referral from {POLICE} to {AID} was opened on 4 May 2016",
        f"the referral by {POLICE} to {AID} came on 4 May 2016",
        f"a referral to {AID} came from {POLICE} on 4 May 2016",
    ],
)
def test_the_phrase_names_both(words: str, events: Read) -> None:
    assert ends(events(f"As for Hannah, {words}.")) == [(POLICE, AID)]


@pytest.mark.parametrize(
    ("words", "maker", "recipient"),
    [
        (f"an IDVA referral was completed by {POLICE}", POLICE, AID),
        (f"{AID} received {POLICE}'s notification", POLICE, AID),
        (f"{SURGERY} received a letter from {SCHOOL}", SCHOOL, SURGERY),
        (f"a report from {SCHOOL} was sent to {POLICE}", SCHOOL, POLICE),
    ],
)
def test_a_service_in_the_name_of_a_referral_is_whom_it_goes_to_and_an_owner_made_it(
    words: str, maker: str, recipient: str, events: Read
) -> None:
    assert ends(events(f"On 4 May 2016 {words}.")) == [(maker, recipient)]


@pytest.mark.parametrize(
    ("words", "maker"),
    [
        (f"The minutes went to {POLICE}", MARAC),
        (f"Minutes were sent to {POLICE}", MARAC),
        (f"The letter went to {POLICE}", AID),
        (f"The minutes were sent to {POLICE} by {SCHOOL}", SCHOOL),
    ],
)
def test_minutes_are_the_forum_s_whoever_s_section_it_is_and_letters_are_not(
    words: str, maker: str, events: Read
) -> None:
    told = events(f"## {AID}\n\nThe case was heard at MARAC on 4 May 2016. {words} on 6 May 2016.")
    assert ends(told) == [(maker, POLICE)]


def test_a_receiver_is_not_its_own_sender(events: Read) -> None:
    told = events(f"## {AID}\n\nOn 4 May 2016 a referral was received from {POLICE}.")
    assert ends(told) == [(POLICE, AID)]


def test_of_two_named_bodies_only_the_one_that_it_came_from_made_it(events: Read) -> None:
    told = events(f"On 4 May 2016 a letter about {SCHOOL} came to {SURGERY} from {POLICE}.")
    assert SCHOOL not in [sender for sender, _ in ends(told)]


def test_what_an_agency_wrote_is_its_own_to_share(events: Read) -> None:
    told = events(f"On 4 May 2016 the officer completed a vulnerability notice, which was shared with {SCHOOL}.")
    assert ends(told) == [(POLICE, SCHOOL)]


def test_what_an_agency_received_is_not_its_own_to_share(events: Read) -> None:
    told = events(f"On 4 May 2016 {SURGERY} received a notice, which was also shared with {SCHOOL}.")
    assert (SURGERY, SCHOOL) not in ends(told)


def test_a_paper_is_of_those_whose_incident_it_tells(events: Read) -> None:
    assert ends(events(f"The police incident report reached {SCHOOL} on 4 May 2016.")) == [(POLICE, SCHOOL)]


WITH_CARERS = "Reports were also received from Calder Council Adult Social Care.\n\n"


@pytest.mark.parametrize(
    ("words", "recipient"),
    [
        (f"{POLICE} completed an adult social care referral", "Calder Council Adult Social Care"),
        (f"an adult social care referral was completed by {POLICE}", "Calder Council Adult Social Care"),
        (f"a social services referral was made by {POLICE}", "Calder Council Children's Services"),
        (f"{POLICE} made a Children's Services referral", "Calder Council Children's Services"),
        (f"{POLICE} completed a school referral", None),
    ],
)
def test_a_referral_is_called_by_the_social_care_that_it_goes_to(
    words: str, recipient: str | None, events: Read
) -> None:
    assert ends(events(f"{WITH_CARERS}On 4 May 2016 {words}.")) == [(POLICE, recipient)]


HOSPITAL, TRUST = "Calder General Hospital", "Calder Mental Health NHS Trust"
WITH_HOSPITAL = f"Reports were also received from {HOSPITAL}.\n\n"
WITH_BOTH = f"Reports were also received from {HOSPITAL} and {TRUST}.\n\n"


@pytest.mark.parametrize(
    "words",
    [
        f"a discharge letter was sent to {SURGERY}",
        f"the discharge summary reached {SURGERY}",
        f"{SURGERY} received a discharge letter",
    ],
)
def test_a_paper_of_discharge_is_the_hospital_s(words: str, events: Read) -> None:
    assert ends(events(f"{WITH_HOSPITAL}On 4 May 2016 {words}.")) == [(HOSPITAL, SURGERY)]


@pytest.mark.parametrize(
    ("words", "maker"),
    [
        (f"a letter was sent to {SURGERY}", None),
        (f"{POLICE} sent a discharge letter to {SURGERY}", POLICE),
    ],
)
def test_other_letters_and_those_of_a_sender_are_not(words: str, maker: str | None, events: Read) -> None:
    assert ends(events(f"{WITH_HOSPITAL}On 4 May 2016 {words}.")) == [(maker, SURGERY)]


@pytest.mark.parametrize("place", [HOSPITAL, TRUST])
def test_it_is_of_the_trust_that_was_spoken_of(place: str, events: Read) -> None:
    told = f"Hannah was seen by {place} on 4 May 2016. A discharge letter was sent to {SURGERY}."
    assert ends(events(f"{WITH_BOTH}{told}")) == [(place, SURGERY)]


def test_where_no_hospital_is_known_it_is_nobody_s(events: Read) -> None:
    assert ends(events(f"On 4 May 2016 a discharge letter was sent to {SURGERY}.")) == [(None, SURGERY)]


def test_with_which_a_patient_is_sent_home_is_told_to_no_agency(events: Read) -> None:
    assert ends(events(f"{WITH_HOSPITAL}On 4 May 2016 a discharge letter was sent to Hannah.")) == []
