"""The people that an event is about: those named, those that pronouns stand for, and those it must be about."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dhr_graph.loaders.explaining import ExplainedEvent

Read = Callable[[str], list[ExplainedEvent]]
BOTH = {"Hannah", "Marcus"}


@pytest.mark.parametrize(
    ("sentence", "type", "persons"),
    [
        ("Calder Women's Aid saw Hannah on 4 May 2016.", "contact", {"Hannah"}),
        ("Calder Police arrested Marcus for hitting Hannah.", "justice", {"Marcus"}),
        ("On 4 May 2016 Calder Police made an arrest.", "justice", {"Marcus"}),
        ("On 4 May 2016 Marcus punched Hannah.", "incident", BOTH),
        ("On 4 May 2016 Hannah told the practice nurse that she had been hit.", "disclosure", BOTH),
        ("Calder Police graded the risk to Hannah from Marcus as high.", "risk_assessment", {"Hannah"}),
        ("Calder Police referred Hannah to MARAC.", "referral", BOTH),
        ("Calder Police referred Hannah to Calder Women's Aid.", "referral", {"Hannah"}),
        ("The school told Calder Police of it on 4 May 2016.", "information_share", BOTH),
        ("The school told Calder Police of the bruises on 4 May 2016.", "information_share", BOTH),
    ],
)
def test_an_event_is_about_its_people(sentence: str, type: str, persons: set[str], events: Read) -> None:
    read = [event for event in events(sentence) if event.type == type]
    assert [set(event.persons) for event in read] == [persons]


def test_pronouns_stand_for_those_who_were_named(events: Read) -> None:
    read = events("Marcus rang the surgery. Calder Police arrested him on 4 May 2016.")
    assert [set(e.persons) for e in read if e.type == "justice"] == [{"Marcus"}]
