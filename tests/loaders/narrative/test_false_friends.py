"""Sentences that look like what they do not tell: each was once read wrongly, to somebody's blame or credit."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dhr_graph.loaders.explaining import ExplainedEvent

Read = Callable[[str], list[ExplainedEvent]]
POLICE, SCHOOL, AID, SURGERY = "Calder Police", "Hollins Primary School", "Calder Women's Aid", "Calder Lane Surgery"


def told(read: list[ExplainedEvent]) -> set[tuple[str, str | None]]:
    return {(event.type, event.agency) for event in read}


@pytest.mark.parametrize(
    ("words", "sender"),
    [
        ("Following no attendance at her appointments the nurse told Calder Police that Hannah had been hit.", SURGERY),
        ("In no time the nurse told Calder Police that Hannah had been hit.", SURGERY),
        ("Hannah attended her antenatal appt. The nurse told Calder Police that she had been hit.", SURGERY),
        ("Calder Police put the high risk information before the MARAC.", POLICE),
    ],
)
def test_what_was_shared_is_shared(words: str, sender: str, events: Read) -> None:
    assert ("information_share", sender) in told(events(words))
    assert not any(kind == "missed" for kind, _ in told(events(words)))


@pytest.mark.parametrize(
    "words",
    [
        f"{SURGERY} referred her neither to {AID} nor to the police.",
        f"At no point did {SURGERY} refer Hannah to {AID}.",
        f"The letter was not, however, sent on to {AID} by {SURGERY}.",
        f"{AID} to be told of the case.",
        f"## {SCHOOL}\n\nFlowers were received from {POLICE}.",
        f"## {SCHOOL}\n\nThe inquest heard from {POLICE}.",
        f"12 May 2016: Hannah rings the school. The policy is that staff refer such cases to {POLICE}.",
    ],
)
def test_what_was_not_shared_is_no_share(words: str, events: Read) -> None:
    assert not {"information_share", "referral"} & {kind for kind, _ in told(events(words))}


@pytest.mark.parametrize(
    "words",
    [
        "The back door was not locked.",
        "Hannah was not expected at work that day.",
        f"## {POLICE}\n\nHannah was left out of the will.",
        f"## {POLICE}\n\nNobody told {POLICE} of the arrest in March 2016.",
        f"{SURGERY} did not become aware of any risk to others.",
        f"There was no other contact with {SURGERY}.",
        f"{POLICE} found no evidence of a crime.",
    ],
)
def test_nobody_is_blamed(words: str, events: Read) -> None:
    assert not {agency for kind, agency in told(events(words)) if kind == "missed" and agency is not None}


@pytest.mark.parametrize(
    "words",
    [
        "Hannah took two tablets daily.",
        "Hannah breached the conditions of her tenancy.",
        "Hannah's mother saw marks on the carpet.",
        "Marcus recalled his injury at football.",
        "Marcus watched Hannah push the pram.",
        "A neighbour heard her son kick the football against the wall.",
    ],
)
def test_no_violence_is_told(words: str, events: Read) -> None:
    assert not any(kind == "incident" for kind, _ in told(events(words)))


def test_a_force_that_a_person_told_is_the_one_that_goes_on(events: Read) -> None:
    read = events(f"Hannah reported an assault to {POLICE}. The police did not tell the school.")
    assert ("missed", POLICE) in told(read)


def test_an_arrest_of_another_makes_no_force_know(events: Read) -> None:
    read = events(f"On 4 May 2016 Marcus slapped Hannah and on 9 June 2016 {POLICE} arrested her brother for theft.")
    assert ("incident", None) in told(read)


def test_she_who_rang_and_referred_her_daughter_is_no_professional(events: Read) -> None:
    read = events(f"Hannah's mother rang {POLICE}. She referred her daughter to {AID}.")
    assert ("referral", POLICE) not in told(read)


def test_two_professionals_of_one_name_are_neither(events: Read) -> None:
    words = (
        f"A nurse at {SURGERY} called Kay saw Hannah. A support worker at {AID} called Kay saw her too. "
        f"Kay told {POLICE} that Hannah had been hit."
    )
    assert not any(kind == "information_share" for kind, _ in told(events(words)))


@pytest.mark.parametrize(
    ("words", "reading"),
    [
        (f"{POLICE} discussed a referral to {AID} with Hannah.", ("contact", POLICE)),
        (f"An allegation of assault was made to {POLICE} by Hannah on 4 May 2016.", ("disclosure", POLICE)),
        ("A disclosure of domestic abuse was made to the practice nurse on 4 May 2016.", ("disclosure", SURGERY)),
        (f"Hannah was brought to {SURGERY} by her sister on 4 May 2016.", ("contact", SURGERY)),
        (f"Marcus admitted to officers of {POLICE} on 4 May 2016 that he had slapped Hannah.", ("disclosure", POLICE)),
        ("Hannah denied to the practice nurse that Marcus had hit her.", ("contact", SURGERY)),
        ("Hannah told the practice nurse that Marcus had never been violent.", ("contact", SURGERY)),
        ("On 4 May 2016 Hannah told the practice nurse that Marcus went through her phone.", ("disclosure", SURGERY)),
        ("On 4 May 2016 Hannah told the practice nurse that she had bought a chair.", ("contact", SURGERY)),
        ("On 4 May 2016 Hannah told the practice nurse that she had to ask him for money.", ("disclosure", SURGERY)),
        ("On 4 May 2016 Marcus told the practice nurse that she would end up dead.", ("disclosure", SURGERY)),
        (f"{POLICE} re-referred Hannah to {AID} on 4 May 2016.", ("referral", POLICE)),
        (f"{POLICE} gave {AID} Hannah's number.", ("information_share", POLICE)),
        (f"{AID} let the school know that Hannah was still being hurt.", ("information_share", AID)),
        (f"On 4 May 2016 {POLICE} put her case forward to MARAC.", ("referral", POLICE)),
        (f"On 4 May 2016 {POLICE} put its figures before MARAC.", ("information_share", POLICE)),
        (f"{POLICE} stepped the case down to {AID} on 4 May 2016.", ("referral", POLICE)),
    ],
)
def test_who_did_what_is_told_by_the_whole_sentence(words: str, reading: tuple[str, str], events: Read) -> None:
    assert told(events(words)) == {reading}


@pytest.mark.parametrize(
    "words",
    [
        "Hannah told me that Marcus had hit her.",
        f"Hannah's letter to {AID} did not mention the assault.",
        f"{POLICE} sent an officer to {SCHOOL}.",
        "An ambulance was called to the house by Marcus.",
        "Hannah pleaded with him to stop.",
        "MARAC was discussed with Hannah.",
    ],
)
def test_what_passes_between_people_is_no_step_of_an_agency(words: str, events: Read) -> None:
    steps = {"information_share", "referral", "disclosure", "justice", "care_plan"}
    assert not steps & {kind for kind, _ in told(events(words))}


def test_each_of_two_senders_shared_and_no_blow_stands_beside_what_was_told(events: Read) -> None:
    assert told(events(f"{POLICE} and {AID} told {SCHOOL} of the assault.")) == {
        ("information_share", POLICE),
        ("information_share", AID),
    }
    reported = "The teacher reported to the social worker that Marcus had slapped Hannah."
    assert told(events(reported)) == {("information_share", SCHOOL)}


def test_the_meeting_is_the_forum_spoken_of(events: Read) -> None:
    heard = "Her case was heard at MARAC on 4 May 2016. "
    assert ("information_share", AID) in told(events(f"{heard}{AID} let the meeting know that she had moved."))


def test_a_strategy_meeting_is_no_marac(events: Read) -> None:
    read = events(f"{SCHOOL} told the strategy meeting on 4 May 2016 of the assault.")
    assert [(event.type, event.recipient) for event in read] == [("information_share", None)]


@pytest.mark.parametrize(
    "words",
    [
        "Hannah told the practice nurse that she had a bad temperature.",
        "Hannah told the practice nurse that she dreaded the operation.",
        "Hannah told the practice nurse that nobody else would be at home to help.",
        "Hannah told the practice nurse that she was no longer scared of him.",
        "The practice nurse noted that Hannah had been hit by a car.",
        "Hannah told the practice nurse that she had checked her blood pressure.",
    ],
)
def test_everyday_matters_disclose_nothing(words: str, events: Read) -> None:
    assert "disclosure" not in {kind for kind, _ in told(events(words))}
