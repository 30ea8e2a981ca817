"""Recipients: the agencies and forums towards which a clause is directed."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dhr_graph.loaders.explaining import ExplainedEvent

Read = Callable[[str], list[ExplainedEvent]]
Ends = list[tuple[str | None, str | None]]
Shares = Callable[[str], Ends]
SCHOOL, POLICE, AID, SURGERY = "Hollins Primary School", "Calder Police", "Calder Women's Aid", "Calder Lane Surgery"
SERVICES = "Calder Council Children's Services"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (f"shared its concerns with {POLICE}, {AID} and {SURGERY}", {POLICE, AID, SURGERY}),
        (f"told both {POLICE} and the social worker of the assault", {POLICE, SERVICES}),
        (f"shared what Hannah had said with {POLICE}", {POLICE}),
        (f"passed the concern on to {AID}", {AID}),
        (f"sent a copy of its report to the police, {SERVICES} and {SURGERY}", {POLICE, SERVICES, SURGERY}),
    ],
)
def test_every_member_of_a_list_is_a_recipient(words: str, told: set[str], shares: Shares) -> None:
    assert set(shares(f"On 4 May 2016 {SCHOOL} {words}.")) == {(SCHOOL, recipient) for recipient in told}


@pytest.mark.parametrize(
    "words",
    [
        f"told {POLICE} of a visit by {AID}",
        f"told {POLICE} that {AID} was closed",
        f"shared the {AID} leaflet with {POLICE}",
        f"told {POLICE} about {AID}",
    ],
)
def test_who_is_only_spoken_of_is_none(words: str, shares: Shares) -> None:
    assert AID not in {recipient for _, recipient in shares(f"On 4 May 2016 {SCHOOL} {words}.")}


@pytest.mark.parametrize(
    "words",
    [
        f"told Hannah about {AID}",
        f"worked with {POLICE} on a poster",
        "passed the police log to its governors",
        f"moved to a building next to {SURGERY}",
    ],
)
def test_what_is_directed_at_no_agency_is_no_share(words: str, shares: Shares) -> None:
    assert shares(f"On 4 May 2016 {SCHOOL} {words}.") == []


@pytest.mark.parametrize("paper", ["number", "helpline number", "card", "leaflet"])
def test_a_service_whose_number_somebody_is_given_is_where_they_are_pointed_to(paper: str, events: Read) -> None:
    told = events(f"On 4 May 2016 {POLICE} gave Hannah {AID}'s {paper}.")
    assert [(e.type, e.agency, e.recipient) for e in told] == [("signposting", POLICE, AID)]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (f"gave {AID}'s worker details of the assault", [(POLICE, AID)]),
        (f"told {AID}'s helpline of the assault", [(POLICE, AID)]),
        (f"gave Hannah {AID}'s number", []),
        (f"gave Hannah the number of {AID}", []),
    ],
)
def test_what_its_own_people_are_given_it_is_told(words: str, told: Ends, shares: Shares) -> None:
    assert shares(f"On 4 May 2016 {POLICE} {words}.") == told


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("wrote to Hannah's GP about the assault", SURGERY),
        ("told Hannah's social worker of the assault", SERVICES),
        ("told her GP of the assault", SURGERY),
    ],
)
def test_whose_professional_is_told_does_not_stand_in_the_way(words: str, told: str, shares: Shares) -> None:
    assert shares(f"On 4 May 2016 {POLICE} {words}.") == [(POLICE, told)]


@pytest.mark.parametrize(
    "words",
    [
        "wrote to Hannah about the surgery",
        "wrote to Hannah's mother about the surgery",
        "told the mother of Hannah about the surgery",
    ],
)
def test_a_person_who_owns_nobody_is_told_herself(words: str, shares: Shares) -> None:
    assert shares(f"On 4 May 2016 {POLICE} {words}.") == []


def test_a_unit_by_several_words_is_the_agency_s(shares: Shares) -> None:
    told = shares("On 4 May 2016 the teacher e-mailed the police offender management unit about the threats.")
    assert told == [("Hollins Primary School", "Calder Police")]
