"""Contacts told by number or noun, not one by one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dhr_graph.loaders.explaining import ExplainedEvent

Read = Callable[[str], list[ExplainedEvent]]
SURGERY, AID = "Calder Lane Surgery", "Calder Women's Aid"


def counted(told: list[ExplainedEvent]) -> list[tuple[str | None, str | None]]:
    """Agency and date of the contacts that are only counted."""
    return [(event.agency, event.date) for event in told if event.rule == "contact.noun"]


@pytest.mark.parametrize(
    ("words", "agency", "date"),
    [
        (f"There were two contacts with Hannah in 2016 by {SURGERY}.", SURGERY, "2016"),
        (f"## {SURGERY}\n\nHannah had seven appointments between May and July 2016.", SURGERY, "2016-05/2016-07"),
        (f"## {SURGERY}\n\nThere were three further consultations in 2016.", SURGERY, "2016"),
        (f"## {AID}\n\nThe last contact with Hannah was on 4 May 2016.", AID, "2016-05-04"),
        (f"Hannah was known to {AID} from 2014.", AID, "2014"),
    ],
)
def test_dealings_that_are_counted_or_dated_are_a_contact(words: str, agency: str, date: str, events: Read) -> None:
    assert counted(events(words)) == [(agency, date)]


@pytest.mark.parametrize(
    "words",
    [
        "Marcus had little contact with his father in 2016.",
        "There were two visits from her sister in 2016.",
        f"## {SURGERY}\n\nThe surgery employed three nurses in 2016.",
        f"## {AID}\n\nContact was difficult.",
        f"Hannah was known to {AID}.",
    ],
)
def test_what_kin_do_and_what_nobody_counts_or_dates_is_none(words: str, events: Read) -> None:
    assert counted(events(words)) == []
