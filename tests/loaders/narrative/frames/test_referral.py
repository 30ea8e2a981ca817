"""Referral by verb: an agency refers somebody to another."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dhr_graph.loaders.explaining import ExplainedEvent

Read = Callable[[str], list[ExplainedEvent]]
POLICE, AID, SURGERY = "Calder Police", "Calder Women's Aid", "Calder Lane Surgery"
SERVICES, MARAC = "Calder Council Children's Services", "Multi-Agency Risk Assessment Conference"


def referrals(told: list[ExplainedEvent]) -> list[tuple[str | None, str | None]]:
    return [(event.agency, event.recipient) for event in told if event.type == "referral"]


@pytest.mark.parametrize(
    ("words", "ends"),
    [
        (f"the practice nurse referred Hannah to {AID}", [(SURGERY, AID)]),
        (f"Hannah was referred to {AID} by {POLICE}", [(POLICE, AID)]),
        (f"{POLICE} referred the case to MARAC and {AID}", [(POLICE, MARAC), (POLICE, AID)]),
        (f"after the assault {POLICE} had referred the children to {SERVICES}", [(POLICE, SERVICES)]),
        (f"Hannah was seen by the practice nurse, who referred her to {AID}", [(SURGERY, AID)]),
        (f"{POLICE} visited Hannah and, with her consent, referred her on to {AID}", [(POLICE, AID)]),
    ],
)
def test_who_refers_and_to_whom(words: str, ends: list[tuple[str, str]], events: Read) -> None:
    assert referrals(events(f"On 4 May 2016 {words}.")) == ends


def test_a_passive_in_a_section_is_the_section_s(events: Read) -> None:
    assert referrals(events(f"## {POLICE}\n\nOn 4 May 2016 Hannah was referred to {AID}.")) == [(POLICE, AID)]


@pytest.mark.parametrize(
    "words",
    [
        f"Hannah referred herself to {AID}",
        f"Hannah referred to an earlier letter from {POLICE}",
        f"{POLICE} referred to the letter from {AID}",
        f"Hannah told the practice nurse that she had been referred to {AID}",
        f"{POLICE} did not refer Hannah to {AID}",
        f"Hannah's sister referred her to {AID}",
    ],
)
def test_citing_referring_oneself_and_kin_are_none(words: str, events: Read) -> None:
    assert referrals(events(f"On 4 May 2016 {words}.")) == []


def test_who_refers_herself_has_a_contact(events: Read) -> None:
    told = events(f"Hannah referred herself to {AID} on 4 May 2016.")
    assert [(e.type, e.agency) for e in told] == [("contact", AID)]
