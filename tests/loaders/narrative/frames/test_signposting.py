"""Signposting: a person is pointed to a service, and nothing shows that anything about them went there."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dhr_graph.loaders.explaining import ExplainedEvent

Read = Callable[[str], list[ExplainedEvent]]
SCHOOL, POLICE, AID, SURGERY = "Hollins Primary School", "Calder Police", "Calder Women's Aid", "Calder Lane Surgery"


def pointed(told: list[ExplainedEvent]) -> list[tuple[str | None, str | None]]:
    return [(event.agency, event.recipient) for event in told if event.type == "signposting"]


@pytest.mark.parametrize(
    ("words", "agency", "service"),
    [
        (f"Hannah was directed to {AID} by the practice nurse", SURGERY, AID),
        (f"Hannah was signposted to {AID} by officers", POLICE, AID),
        (f"the practice nurse gave Hannah the number of {AID}", SURGERY, AID),
        (f"{POLICE} gave Hannah a leaflet about {AID}", POLICE, AID),
        (f"the practice nurse suggested that Hannah contact {AID}", SURGERY, AID),
        (f"{SCHOOL} advised Hannah to ring the police", SCHOOL, POLICE),
        (f"Hannah was told by her teacher at {SCHOOL} how to contact {AID}", SCHOOL, AID),
    ],
)
def test_a_service_that_somebody_is_told_of_is_signposted(words: str, agency: str, service: str, events: Read) -> None:
    told = events(f"On 4 May 2016 {words}.")
    assert pointed(told) == [(agency, service)]
    assert not {"referral", "information_share"} & {event.type for event in told}


@pytest.mark.parametrize(
    "words",
    [
        f"Hannah gave her sister the number of {AID}",
        f"Hannah's sister advised her to ring {POLICE}",
        "the practice nurse advised Hannah to drink more water",
        f"the practice nurse gave Hannah's number to {AID}",
        f"the practice nurse referred Hannah to {AID}",
        f"Hannah was not given the number of {AID}",
    ],
)
def test_advice_of_kin_or_about_health_and_what_is_passed_on_are_none(words: str, events: Read) -> None:
    assert pointed(events(f"On 4 May 2016 {words}.")) == []


def test_a_number_that_went_to_the_service_is_a_share(events: Read) -> None:
    told = events(f"On 4 May 2016 the practice nurse gave Hannah's number to {AID}.")
    assert [(e.type, e.agency, e.recipient) for e in told] == [("information_share", SURGERY, AID)]


@pytest.mark.parametrize("told", ["told her about", "talked to Hannah about", "told Hannah of", "spoke to her about"])
def test_a_service_that_people_turn_to_is_signposted_where_they_are_told_of_it(told: str, events: Read) -> None:
    assert pointed(events(f"Hannah came in on 4 May 2016. The practice nurse {told} {AID}.")) == [(SURGERY, AID)]


@pytest.mark.parametrize("words", [f"told {AID} about Hannah", f"told Hannah about {POLICE}", "spoke to the school"])
def test_who_is_told_of_somebody_or_of_the_police_is_not_pointed_to(words: str, events: Read) -> None:
    assert pointed(events(f"On 4 May 2016 the practice nurse {words}.")) == []


def test_the_service_told_of_is_the_one_not_another_that_is_named(events: Read) -> None:
    told = f"On 4 May 2016 the practice nurse told Hannah, on the advice of {SCHOOL}, about {AID}."
    assert pointed(events(told)) == [(SURGERY, AID)]
