"""Arrivals: a paper that an agency made is said, by a pronoun, to have come to another."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dhr_graph.loaders.explaining import ExplainedEvent

Read = Callable[[str], list[ExplainedEvent]]
POLICE, SCHOOL, SERVICES = "Calder Police", "Hollins Primary School", "Calder Council Children's Services"
PASSING = {"referral", "information_share"}


def passed(told: list[ExplainedEvent]) -> list[tuple[str, str | None, str | None]]:
    return [(e.type, e.agency, e.recipient) for e in told if e.type in PASSING]


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("completed a form about the boy, and this was received by Children's Services on 4 May 2016", "share"),
        ("completed a form about the boy, which was received by Children's Services on 4 May 2016", "share"),
        ("submitted a notice in relation to the boy, which reached Children's Services on 4 May 2016", "share"),
        ("wrote a letter and it arrived at Children's Services on 4 May 2016", "share"),
        ("raised a safeguarding alert, and this was received by Children's Services on 4 May 2016", "referral"),
    ],
)
def test_a_paper_that_came_to_another_agency_was_passed_on(words: str, kind: str, events: Read) -> None:
    kinds = {"share": "information_share", "referral": "referral"}
    assert passed(events(f"{POLICE} {words}.")) == [(kinds[kind], POLICE, SERVICES)]


def test_where_the_paper_was_made_by_nobody_named_it_is_of_the_section(events: Read) -> None:
    told = events(f"{POLICE}\n\nA form was completed and it reached the school the next day.")
    assert passed(told) == [("information_share", POLICE, SCHOOL)]


@pytest.mark.parametrize(
    "words",
    [
        "completed a form about the boy, which never reached Children's Services",
        "completed a form about the boy, which reached the station on 4 May 2016",
        "completed a form about the boy, and this was received by his mother",
        "bought a chair for the boy, which reached Children's Services on 4 May 2016",
        "completed a form about the boy, and this was read by the officers",
    ],
)
def test_what_came_to_no_other_agency_or_is_no_paper_was_not(words: str, events: Read) -> None:
    assert passed(events(f"{POLICE} {words}.")) == []
