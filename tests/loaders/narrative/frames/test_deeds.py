"""Deeds: what was done to a person is a disclosure when it is told, whatever the verb."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dhr_graph.loaders.explaining import ExplainedEvent

Read = Callable[[str], list[ExplainedEvent]]


@pytest.mark.parametrize(
    "deed",
    [
        "Marcus had barricaded her in the pantry",
        "her passport had been taken",
        "he went through her telephone",
        "he would not let her see her mother",
        "she had a black eye",
    ],
)
def test_a_deed_told_to_a_professional_is_a_disclosure(deed: str, events: Read) -> None:
    told = events(f"On 4 May 2016 Hannah told the practice nurse that {deed}.")
    assert [event.type for event in told] == ["disclosure"]


@pytest.mark.parametrize(
    "matter",
    [
        "she had seen her mother",
        "Marcus drove her to work",
        "he had lost his job",
        "her rent was late",
        "she slept badly",
    ],
)
def test_an_everyday_matter_is_none(matter: str, events: Read) -> None:
    told = events(f"On 4 May 2016 Hannah told the practice nurse that {matter}.")
    assert "disclosure" not in [event.type for event in told]


def test_a_deed_of_one_partner_to_the_other_is_an_incident(events: Read) -> None:
    told = events("On 4 May 2016 Marcus barricaded Hannah in the pantry.")
    assert [(event.type, event.date) for event in told] == [("incident", "2016-05-04")]


def test_what_was_told_is_not_also_an_incident(events: Read) -> None:
    told = events("On 4 May 2016 Hannah described to the practice nurse a push which had knocked her into the dresser.")
    assert [event.type for event in told] == ["disclosure"]


@pytest.mark.parametrize(
    ("words", "agency"),
    [
        ("Hannah rang Calder Police on 4 May 2016 to say that her sister was being kept indoors.", "Calder Police"),
        (
            "Hannah went to Calder Lane Surgery on 4 May 2016 and said that Marcus had cut up her clothes.",
            "Calder Lane Surgery",
        ),
    ],
)
def test_who_was_come_to_is_who_was_told(words: str, agency: str, events: Read) -> None:
    assert ("disclosure", agency) in [(event.type, event.agency) for event in events(words)]
