"""Assessment: a risk was assessed or graded, by whom, and how high."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dhr_graph.loaders.explaining import ExplainedEvent

Read = Callable[[str], list[ExplainedEvent]]
POLICE, SURGERY, AID = "Calder Police", "Calder Lane Surgery", "Calder Women's Aid"


def graded(told: list[ExplainedEvent]) -> list[tuple[str | None, str | None]]:
    """Who graded a risk, and at what level."""
    return [(event.agency, event.level) for event in told if event.type == "risk_assessment"]


@pytest.mark.parametrize(
    ("words", "agency", "level"),
    [
        (f"On 4 May 2016 {POLICE} graded the risk to Hannah as high.", POLICE, "high"),
        (f"On 4 May 2016 {POLICE} rated her standard risk.", POLICE, "standard"),
        (f"{POLICE} formulated the risk as moderate.", POLICE, "medium"),
        ("The practice nurse took her through the DASH on 4 May 2016.", SURGERY, None),
        ("Hollins Primary School met Hannah. The risk to her was judged to be high.", None, "high"),
        ("The practice nurse thought the risk of harm to others was low.", SURGERY, "other"),
        (f"The incident was risk assessed as medium by {POLICE}.", POLICE, "medium"),
        (f"## {POLICE}\n\nOn 4 May 2016 the DASH fell in the high band.", POLICE, "high"),
        ("On 4 May 2016 the practice nurse went through a DASH with Hannah.", SURGERY, None),
        (f"## {AID}\n\nOn 4 May 2016 a DASH was completed and graded very high.", AID, "high"),
    ],
)
def test_a_risk_that_was_graded_is_told_with_its_level(
    words: str, agency: str | None, level: str | None, events: Read
) -> None:
    assert graded(events(words)) == [(agency, level)]


def test_a_risk_that_was_changed_is_at_the_level_it_came_to(events: Read) -> None:
    assert graded(events(f"The risk was lowered from high to medium on 4 May 2016 by {POLICE}.")) == [
        (POLICE, "medium")
    ]


@pytest.mark.parametrize(
    ("words", "level"),
    [("DASH: medium.", "medium"), ("DASH completed, 12 ticks.", "other"), ("Risk assessed as standard.", "standard")],
)
def test_an_entry_names_form_and_level(
    words: str, level: str, entry_events: Callable[[str, str], list[ExplainedEvent]]
) -> None:
    assert graded(entry_events(AID, words)) == [(AID, level)]


@pytest.mark.parametrize(
    "words",
    [
        "Hannah's diet was assessed by the practice nurse on 4 May 2016.",
        f"{SURGERY} graded her ankle sprain as medium on 4 May 2016.",
        "In 2016 Hannah was at high risk.",
        "The DASH form has twenty-seven questions.",
        f"A DASH should have been completed by {POLICE}.",
        f"No risk assessment was completed by {POLICE}.",
    ],
)
def test_what_is_no_risk_or_was_not_assessed_is_no_grade(words: str, events: Read) -> None:
    assert graded(events(words)) == []
