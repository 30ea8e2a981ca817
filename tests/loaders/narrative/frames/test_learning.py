"""Learning: an agency hears of abuse or writes it down, and the text does not say from whom."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dhr_graph.loaders.explaining import ExplainedEvent

Read = Callable[[str], list[ExplainedEvent]]
POLICE, SURGERY = "Calder Police", "Calder Lane Surgery"


def told(events: list[ExplainedEvent]) -> list[tuple[str, str | None]]:
    return [(event.type, event.agency) for event in events]


@pytest.mark.parametrize(
    ("words", "agency"),
    [
        (f"{POLICE} received a report that Marcus had hit Hannah.", POLICE),
        (f"{POLICE} learned that Marcus had hit Hannah.", POLICE),
        (f"In May 2016 {POLICE} heard that Marcus had kicked her.", POLICE),
        ("The practice nurse recorded that Hannah had been hit by Marcus.", SURGERY),
        ("The practice nurse noted that Marcus had dragged her down the stairs.", SURGERY),
    ],
)
def test_what_an_agency_learned_of_abuse_was_disclosed_to_it(words: str, agency: str, events: Read) -> None:
    assert told(events(words)) == [("disclosure", agency)]


@pytest.mark.parametrize(
    "words",
    [
        f"{POLICE} received a report that the window had been broken by the storm.",
        "The practice nurse recorded that Hannah had slept badly.",
        "The practice nurse recorded that Marcus had not hit Hannah.",
        "The practice nurse noted that Marcus had never been violent to her.",
    ],
)
def test_other_news_and_denials_disclose_nothing(words: str, events: Read) -> None:
    assert "disclosure" not in [kind for kind, _ in told(events(words))]
