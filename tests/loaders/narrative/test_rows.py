"""Rows: an entry of a chronology tells of one contact of its agency and day, however many sentences it takes."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dhr_graph.loaders.explaining import ExplainedEvent, ExplainedSentence

Explain = Callable[[str], list[ExplainedSentence]]
ReadEntry = Callable[[str, str], list[ExplainedEvent]]
SURGERY = "Calder Lane Surgery"
HEAD = "| Date | Agency | Event |\n|---|---|---|\n"


def contacts(told: list[ExplainedEvent]) -> list[str | None]:
    """The days of the contacts among events."""
    return [event.date for event in told if event.type == "contact"]


@pytest.mark.parametrize(
    "words",
    [
        "Hannah seen. Hannah attended with a cough.",
        "Hannah seen. Prescribed tablets. Review booked.",
    ],
)
def test_several_sentences_of_a_row_are_one_contact(words: str, entry_events: ReadEntry) -> None:
    assert contacts(entry_events(SURGERY, words)) == ["2016-05-04"]


def test_another_day_told_in_the_row_is_another_contact(entry_events: ReadEntry) -> None:
    told = entry_events(SURGERY, "Hannah seen. Hannah attended again on 6 May 2016.")
    assert contacts(told) == ["2016-05-04", "2016-05-06"]


def test_a_contact_after_a_disclosure_is_not_told_again(entry_events: ReadEntry) -> None:
    told = entry_events(SURGERY, "Hannah said that Marcus had hit her. Hannah seen again.")
    assert "disclosure" in {event.type for event in told}
    assert contacts(told) == []


def test_what_is_no_contact_stays(entry_events: ReadEntry) -> None:
    told = entry_events(SURGERY, "Hannah seen. Referred to Calder Women's Aid. Hannah seen.")
    assert [event.type for event in told] == ["contact", "referral"]


def test_each_row_has_its_own(explained: Explain) -> None:
    row = f"| 4 May 2016 | {SURGERY} | Hannah seen. |\n"
    told = [event for each in explained(HEAD + row + row) for event in each.events]
    assert contacts(told) == ["2016-05-04", "2016-05-04"]


def test_running_text_may_tell_of_more_than_one(explained: Explain) -> None:
    text = f"The practice nurse at {SURGERY} saw Hannah on 4 May 2016. {SURGERY} saw Hannah again on 4 May 2016."
    told = [event for each in explained(text) for event in each.events]
    assert contacts(told) == ["2016-05-04", "2016-05-04"]
