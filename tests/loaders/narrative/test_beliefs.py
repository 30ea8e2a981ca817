"""Beliefs: what somebody only took to have been done is no share, and clears nobody."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dhr_graph.loaders.explaining import ExplainedEvent

Read = Callable[[str], list[ExplainedEvent]]
SCHOOL, POLICE, SERVICES = "Hollins Primary School", "Calder Police", "Calder Council Children's Services"


def passed_on(told: list[ExplainedEvent]) -> list[tuple[str | None, str | None]]:
    return [(e.agency, e.recipient) for e in told if e.type in {"information_share", "referral"}]


@pytest.mark.parametrize(
    "words",
    [
        f"{POLICE} believed that {SERVICES} had been told.",
        f"{POLICE} assumed that {SCHOOL} had told {SERVICES}.",
        f"The practice nurse thought that {POLICE} had told {SERVICES} and had referred Hannah to MARAC.",
        f"The practice nurse was under the impression that {POLICE} had told {SERVICES}.",
        f"It was wrongly assumed that {POLICE} had told {SERVICES}.",
    ],
)
def test_what_was_only_believed_was_not_passed_on(words: str, events: Read) -> None:
    assert passed_on(events(words)) == []


@pytest.mark.parametrize(
    "words",
    [
        f"{SERVICES} heard that {POLICE} had told {SCHOOL}, and believed Hannah.",
        f"The panel understands that {POLICE} told {SCHOOL}.",
        f"It is believed that {POLICE} told {SCHOOL}.",
        f"{POLICE} recorded that it had told {SCHOOL}.",
    ],
)
def test_what_is_recorded_or_believed_by_the_review_was(words: str, events: Read) -> None:
    assert (POLICE, SCHOOL) in passed_on(events(words))
