"""Care: plans and meetings of care, admissions, and cases that a forum heard."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dhr_graph.loaders.explaining import ExplainedEvent

Read = Callable[[str], list[ExplainedEvent]]
POLICE, SERVICES = "Calder Police", "Calder Council Children's Services"
MARAC = "Multi-Agency Risk Assessment Conference"


def steps(told: list[ExplainedEvent]) -> list[tuple[str, str | None]]:
    return [(event.rule, event.agency) for event in told if event.type == "care_plan"]


@pytest.mark.parametrize(
    ("words", "agency"),
    [
        (f"On 4 May 2016 the children were made subject to a child protection plan by {SERVICES}.", SERVICES),
        (f"On 4 May 2016 the child in need plan was stepped down by {SERVICES}.", SERVICES),
        (f"## {SERVICES}\n\nThe children were placed with their grandmother on 4 May 2016.", SERVICES),
        ("On 4 May 2016 Hannah was admitted to the ward after an overdose.", "the ward"),
        ("On 4 May 2016 Marcus was detained under section 2 of the Mental Health Act.", None),
    ],
)
def test_a_plan_or_an_admission_is_a_step_of_care(words: str, agency: str | None, events: Read) -> None:
    assert steps(events(words)) == [("care.plan", agency)]


@pytest.mark.parametrize(
    "words",
    [
        "Her case was heard at MARAC on 4 May 2016.",
        "The MARAC discussed Hannah on 4 May 2016.",
        f"{POLICE} put the case to MARAC. It was heard on 4 May 2016.",
    ],
)
def test_a_case_that_was_heard_is_the_forum_s(words: str, events: Read) -> None:
    assert ("care.heard", MARAC) in steps(events(words))


@pytest.mark.parametrize(
    "words",
    [
        f"On 4 May 2016 Marcus was detained by {POLICE}.",
        "On 4 May 2016 Hannah waited on the ward for her sister.",
        "Hannah worked as a cleaner on a hospital ward.",
        "The case was heard in the magistrates' court on 4 May 2016.",
        "The MARAC is held every fortnight.",
        "The children were not made subject to a child protection plan.",
    ],
)
def test_a_cell_a_workplace_and_a_court_are_no_care(words: str, events: Read) -> None:
    assert steps(events(words)) == []
