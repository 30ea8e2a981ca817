"""Slots: who acted, and what that was read from."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dhr_graph.loaders.explaining import ExplainedEvent
from dhr_graph.loaders.narrative.frames.slots import is_there
from dhr_graph.loaders.narrative.parse import Sentence

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


WENT = f"On 4 May 2016 {POLICE} referred Hannah to {AID}."


@pytest.mark.parametrize(
    ("words", "agency", "source"),
    [
        ("She was seen there on 6 May 2016.", AID, "sentence"),
        ("On 6 May 2016 she was seen there.", AID, "sentence"),
        ("She was seen on 6 May 2016.", POLICE, "previous"),
        (f"She was seen there by {SURGERY} on 6 May 2016.", SURGERY, "sentence"),
        (f"{SCHOOL} saw her there on 6 May 2016.", SCHOOL, "sentence"),
    ],
)
def test_there_after_its_verb_is_the_agency_named_last(words: str, agency: str, source: str, events: Read) -> None:
    assert actors(events(f"{WENT} {words}"))[1:] == [(agency, source)]


@pytest.mark.parametrize(
    ("words", "says_where"),
    [
        ("She was seen there.", True),
        ("She went there on Monday.", True),
        ("There, on 4 May, they met.", False),
        ("There she was seen.", False),
        ("There was a delay.", False),
        ("In May there were two visits.", False),
        ("She was seen here.", False),
    ],
)
def test_there_in_front_of_its_verb_or_before_what_there_was_is_no_place(
    words: str, says_where: bool, sentence: Callable[[str], Sentence]
) -> None:
    assert any(is_there(token) for token in sentence(words)) is says_where
