"""Callouts: calls for help about violence, and the agency that attended or was called."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dhr_graph.loaders.explaining import ExplainedEvent

Read = Callable[[str], list[ExplainedEvent]]
SCHOOL, POLICE = "Hollins Primary School", "Calder Police"


def calls(told: list[ExplainedEvent]) -> list[str | None]:
    """The agencies that were called or attended."""
    return [event.agency for event in told if event.rule == "incident.call"]


@pytest.mark.parametrize(
    "words",
    [
        f"On 4 May 2016 {POLICE} were called to a disturbance at Hannah's home.",
        "On 4 May 2016 a neighbour rang 999 because Marcus was hitting Hannah.",
        f"On 4 May 2016 a neighbour rang {POLICE} to report shouting.",
        "On 4 May 2016 officers attended an argument between Marcus and Hannah.",
        f"## {POLICE}\n\nThere were three call-outs to Hannah's home in 2016.",
        f"## {POLICE}\n\nOn 4 May 2016 an assault was reported.",
    ],
)
def test_a_call_about_violence_is_an_incident_of_the_responder(words: str, events: Read) -> None:
    assert calls(events(words)) == [POLICE]


@pytest.mark.parametrize(
    "words",
    [
        f"On 4 May 2016 a neighbour rang {POLICE} to ask about parking.",
        f"On 4 May 2016 {POLICE} attended a training day.",
        f"## {SCHOOL}\n\nThere were three call-outs to Hannah's home in 2016.",
    ],
)
def test_a_mere_question_or_another_agency_s_count_is_none(words: str, events: Read) -> None:
    assert calls(events(words)) == []


def test_an_agency_that_rang_for_help_told_the_police(events: Read) -> None:
    told = events(f"On 4 May 2016 {SCHOOL} called 999.")
    assert [(e.type, e.agency, e.recipient) for e in told] == [("information_share", SCHOOL, POLICE)]
