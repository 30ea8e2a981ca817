"""Slots: who acted, and what that was read from."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dhr_graph.loaders.explaining import ExplainedEvent

Read = Callable[[str], list[ExplainedEvent]]
SCHOOL, POLICE, AID, SURGERY = "Hollins Primary School", "Calder Police", "Calder Women's Aid", "Calder Lane Surgery"


def actors(told: list[ExplainedEvent]) -> list[tuple[str | None, str]]:
    return [(event.agency, event.agency_from) for event in told]


@pytest.mark.parametrize(
    ("words", "agency", "source"),
    [
        (f"On 4 May 2016 {AID} visited Hannah.", AID, "sentence"),
        (f"On 4 May 2016 Hannah was visited by {AID}.", AID, "sentence"),
        (f"On 4 May 2016 Hannah was seen by the duty nurse at {SURGERY}.", SURGERY, "sentence"),
        (f"At {SURGERY} she was asked on 4 May 2016 about her sleep.", SURGERY, "sentence"),
        (f"## {SCHOOL}\n\nOn 4 May 2016 Hannah was seen about the trip.", SCHOOL, "section"),
        (f"## {SCHOOL}\n\nOn 4 May 2016 {AID} visited Hannah.", AID, "sentence"),
    ],
)
def test_the_sentence_goes_before_the_section(words: str, agency: str, source: str, events: Read) -> None:
    assert actors(events(words)) == [(agency, source)]


def test_it_is_the_agency_spoken_of(events: Read) -> None:
    told = events(f"{AID} visited Hannah on 4 May 2016. It visited her again on 6 May 2016.")
    assert actors(told) == [(AID, "sentence"), (AID, "pronoun")]


def test_a_passive_after_another_sentence_goes_on_with_its_agency(events: Read) -> None:
    told = events(f"{AID} visited Hannah on 4 May 2016. She was seen again on 6 May 2016.")
    assert actors(told) == [(AID, "sentence"), (AID, "previous")]


def test_the_place_of_whom_something_went_to_is_not_who_sent_it(events: Read) -> None:
    told = events(f"## {POLICE}\n\nOn 4 May 2016 a letter about Hannah was sent to the adviser at {AID}.")
    assert [(e.type, e.agency, e.recipient) for e in told] == [("information_share", POLICE, AID)]


def test_a_month_that_is_a_verb_is_no_date(events: Read) -> None:
    assert events(f"## {SURGERY}\n\nIt may help.") == []
