"""Violence that somebody saw, and the marks it left."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dhr_graph.loaders.explaining import ExplainedEvent

Read = Callable[[str], list[ExplainedEvent]]


@pytest.mark.parametrize(
    "words",
    [
        "On 4 May 2016 a neighbour saw Marcus punch Hannah.",
        "In May 2016 her sister saw finger marks on Hannah's neck.",
        "Her brother remembered Marcus taking Hannah's bank card from her in 2012.",
        "Her mother told the Panel that she had seen Marcus push Hannah down the stairs in 2015.",
    ],
)
def test_what_the_family_saw_is_an_incident_of_no_agency(words: str, events: Read) -> None:
    assert [(e.type, e.agency) for e in events(words)] == [("incident", None)]


def test_what_a_crew_found_is_its_incident(events: Read) -> None:
    words = "In March 2008 Calder Police went to the house and found her with a broken cheekbone."
    assert [(e.type, e.agency) for e in events(words)] == [("incident", "Calder Police")]


@pytest.mark.parametrize(
    "words", ["A neighbour saw Marcus mend the gate.", "Her sister saw no marks on Hannah's neck in May 2016."]
)
def test_what_is_no_violence(words: str, events: Read) -> None:
    assert events(words) == []
