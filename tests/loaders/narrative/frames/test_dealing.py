"""Dealing: any other contact of an agency with a person."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dhr_graph.loaders.explaining import ExplainedEvent

Read = Callable[[str], list[ExplainedEvent]]
ReadEntry = Callable[[str, str], list[ExplainedEvent]]
SURGERY, SERVICES, AID = "Calder Lane Surgery", "Calder Council Children's Services", "Calder Women's Aid"


@pytest.mark.parametrize(
    ("words", "agency"),
    [
        ("the social worker visited Hannah at home", SERVICES),
        (f"Hannah attended {SURGERY} with a cough", SURGERY),
        (f"the case was closed by {SERVICES}", SERVICES),
        (f"{SURGERY} wrote to Hannah about an appointment", SURGERY),
        (f"Hannah declined an offer of support from {AID}", AID),
        (f"at {SURGERY} she was asked about her sleep", SURGERY),
    ],
)
def test_whoever_does_it_the_agency_that_dealt_has_a_contact(words: str, agency: str, events: Read) -> None:
    told = events(f"On 4 May 2016 {words}.")
    assert [(e.type, e.agency, e.date) for e in told] == [("contact", agency, "2016-05-04")]


@pytest.mark.parametrize("words", ["Seen with cough.", "DNA.", "Telephone call, no reply."])
def test_a_few_words_of_an_entry_are_a_contact(words: str, entry_events: ReadEntry) -> None:
    assert [(e.type, e.agency) for e in entry_events(SURGERY, words)] == [("contact", SURGERY)]


@pytest.mark.parametrize(
    "words",
    [
        "On 4 May 2016 Hannah visited her sister.",
        "On 4 May 2016 Hannah was visited by her sister.",
        "On 4 May 2016 Hannah was brought home by her sister.",
        f"{SURGERY} had nine partners in 2016.",
        f"On 4 May 2016 Hannah walked past {SURGERY}.",
        f"Hannah liked {SURGERY}.",
        "Hannah lived near Hollins Primary School.",
        "The nurse, who knew Hannah well, had retired.",
    ],
)
def test_what_kin_do_and_what_merely_stands_there_is_none(words: str, events: Read) -> None:
    assert events(words) == []


def test_somebody_came_to_the_agency_of_the_professional_that_saw_her(events: Read) -> None:
    met = f"A nurse at {SURGERY} called Bryony saw Hannah on 4 May 2016."
    told = events(f"{met} On 6 May 2016 Hannah went to Bryony about a cough.")
    assert [(e.type, e.agency) for e in told if e.date == "2016-05-06"] == [("contact", SURGERY)]
    told = events(f"{met} On 6 May 2016 Hannah went to Petra about a cough.")
    assert not [e for e in told if e.date == "2016-05-06"]


@pytest.mark.parametrize(("whom", "seen"), [("a GP", [SURGERY]), ("her sister", []), ("a lawyer", [])])
def test_whom_she_consulted_is_a_professional_of_an_agency_or_none(whom: str, seen: list[str], events: Read) -> None:
    assert [e.agency for e in events(f"On 4 May 2016 Hannah consulted {whom} about her sleep.")] == seen


@pytest.mark.parametrize("brought", ["an enquiry", "an application", "a complaint"])
def test_what_somebody_brings_to_an_agency_is_a_contact_or_a_disclosure_to_it(brought: str, events: Read) -> None:
    told = events(f"On 4 May 2016 Hannah made {brought} to Hollins Primary School.")
    assert {(e.type, e.agency) for e in told} <= {
        ("contact", "Hollins Primary School"),
        ("disclosure", "Hollins Primary School"),
    }
    assert len(told) == 1
