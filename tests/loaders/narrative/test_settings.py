"""Settings: whose part of the text it is, by rows, lead phrases and headings."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dhr_graph.loaders.explaining import ExplainedEvent, ExplainedSentence

Explain = Callable[[str], list[ExplainedSentence]]
POLICE = "Calder Police"


@pytest.mark.parametrize(
    "text",
    [
        "Calder Police: On 4 May 2016 Marcus was arrested.",
        "**Calder Police** On 4 May 2016 Marcus was arrested.",
        "4 May 2016 \u2013 Calder Police \u2013 Marcus was arrested.",
        "Calder Police, 4 May 2016. Marcus was arrested.",
        "## Calder Police\n\nOn 4 May 2016 Marcus was arrested.",
    ],
)
def test_a_lead_or_heading_says_whose_part_it_is(text: str, explained: Explain) -> None:
    assert explained(text)[-1].setting == POLICE


def test_a_lead_that_is_also_a_date_dates_what_follows(explained: Explain) -> None:
    told = explained("Calder Police, 4 May 2016. Marcus was arrested.")
    assert [(e.type, e.agency, e.date) for e in told[-1].events] == [("justice", POLICE, "2016-05-04")]


def test_a_lead_stands_over_the_paragraphs_after_it(explained: Explain) -> None:
    told = explained("Calder Police: Marcus was arrested.\n\nHannah was seen at home on 5 May 2016.")
    assert [each.setting for each in told] == [POLICE, POLICE]


def test_a_new_section_ends_a_lead(explained: Explain) -> None:
    told = explained("Calder Police: Marcus was arrested.\n\n## Background\n\nHannah grew up in Calder.")
    assert told[-1].setting is None


def test_an_agency_that_only_begins_a_sentence_is_no_lead(explained: Explain) -> None:
    assert explained("Calder Police arrested Marcus on 4 May 2016.")[-1].setting is None


def test_a_row_belongs_to_the_agency_in_its_column(
    entry_events: Callable[[str, str], list[ExplainedEvent]],
) -> None:
    assert {e.agency for e in entry_events("Hollins Primary School", "Seen, bruise on arm.")} == {
        "Hollins Primary School"
    }


def test_cells_of_dates_and_agencies_tell_nothing(explained: Explain) -> None:
    told = explained("| Date | Agency | Event |\n|---|---|---|\n| 4 May 2016 | Calder Police | Marcus arrested. |")
    assert [each.words for each in told] == ["Marcus arrested."]
