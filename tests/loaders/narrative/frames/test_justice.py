"""Justice: arrests, charges, orders and sentences, and whose step each was."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dhr_graph.loaders.explaining import ExplainedEvent

Read = Callable[[str], list[ExplainedEvent]]
POLICE, SURGERY = "Calder Police", "Calder Lane Surgery"
COURT = "Calder Magistrates' Court"


def steps(told: list[ExplainedEvent]) -> list[str | None]:
    return [event.agency for event in told if event.type == "justice"]


@pytest.mark.parametrize(
    ("words", "authority"),
    [
        (f"Marcus was arrested by {POLICE} and charged with assault", POLICE),
        ("Marcus was arrested on suspicion of assault", POLICE),
        ("officers bailed him with conditions not to approach Hannah", POLICE),
        (f"{POLICE} cautioned Marcus", POLICE),
        (f"no further action was taken by {POLICE}", POLICE),
        (f"a restraining order was made by {COURT}", COURT),
        (f"Marcus was fined at {COURT}", COURT),
        ("Marcus was convicted of assault", None),
        ("Marcus was released from prison on licence", None),
        ("Hannah obtained a non-molestation order against Marcus", None),
        ("Marcus pleaded guilty to common assault", None),
    ],
)
def test_a_step_belongs_to_the_force_or_to_the_court_that_is_named(
    words: str, authority: str | None, events: Read
) -> None:
    assert steps(events(f"On 4 May 2016 {words}.")) == [authority]


def test_arrest_and_bail_of_an_entry_are_one_step(entry_events: Callable[[str, str], list[ExplainedEvent]]) -> None:
    assert steps(entry_events(POLICE, "Marcus arrested and bailed.")) == [POLICE]


@pytest.mark.parametrize(
    "words",
    [
        "Hannah charged the phone",
        f"{SURGERY} charged Hannah for a letter",
        "the nurse cautioned Hannah against driving",
        "the nurse in charge saw Hannah",
        "Hannah put her papers in order",
        "Hannah was released from the ward",
        "Marcus was not arrested",
        "Marcus had breakfast with his father in Calder Court",
    ],
)
def test_fees_warnings_and_wards_are_none(words: str, events: Read) -> None:
    assert steps(events(f"On 4 May 2016 {words}.")) == []
