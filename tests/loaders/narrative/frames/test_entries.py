"""Entries: what a row of a chronology tells where no rule read it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dhr_graph.loaders.explaining import ExplainedEvent

ReadEntry = Callable[[str, str], list[ExplainedEvent]]
SCHOOL, POLICE, SURGERY = "Hollins Primary School", "Calder Police", "Calder Lane Surgery"


@pytest.mark.parametrize(
    ("agency", "words"),
    [(SURGERY, "Flu vaccination."), (POLICE, "Lost purse."), (SCHOOL, "Sports day."), (SCHOOL, "Quiet, new shoes.")],
)
def test_an_entry_that_nothing_else_reads_is_a_contact_of_its_agency(
    agency: str, words: str, entry_events: ReadEntry
) -> None:
    assert [(e.type, e.agency) for e in entry_events(agency, words)] == [("contact", agency)]


@pytest.mark.parametrize(
    ("agency", "words", "kind"),
    [
        (POLICE, "Kicked in the stomach by husband.", "incident"),
        (SURGERY, "Afraid of husband.", "disclosure"),
    ],
)
def test_violence_or_fear_told_outright_is_more_than_a_contact(
    agency: str, words: str, kind: str, entry_events: ReadEntry
) -> None:
    assert [(e.type, e.agency) for e in entry_events(agency, words)] == [(kind, agency)]


def test_a_day_of_the_row_is_the_day_of_the_entry(entry_events: ReadEntry) -> None:
    assert [e.date for e in entry_events(SURGERY, "Flu vaccination.")] == ["2016-05-04"]
