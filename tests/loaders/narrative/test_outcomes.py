"""Outcomes: a referral or letter of which the text says later that it never came, or was turned down."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dhr_graph.loaders.explaining import ExplainedEvent

Read = Callable[[str], list[ExplainedEvent]]
SENT = "On 4 May 2016 Calder Police referred Hannah to Calder Women's Aid."


def outcomes(told: list[ExplainedEvent]) -> list[str | None]:
    return [event.outcome for event in told if event.type in {"referral", "information_share"}]


@pytest.mark.parametrize(
    ("after", "outcome"),
    [
        ("Calder Women's Aid did not receive the referral.", "not_received"),
        ("There is no record that it was ever received.", "not_received"),
        ("It was rejected on 6 May because she was not at high risk.", "rejected"),
        ("The referral did not meet the threshold.", "rejected"),
        ("Hannah was seen on 6 May.", None),
        ("Calder Women's Aid received it the same day.", None),
    ],
)
def test_a_later_sentence_says_what_became_of_it(after: str, outcome: str | None, events: Read) -> None:
    assert outcomes(events(f"{SENT} {after}")) == [outcome]


def test_what_was_only_told_is_not_turned_down(events: Read) -> None:
    told = events(
        "On 4 May 2016 Calder Police told Calder Women's Aid of the assault. Her claim for housing was refused."
    )
    assert outcomes(told) == [None]


def test_a_new_paragraph_speaks_of_something_else(events: Read) -> None:
    assert outcomes(events(f"{SENT}\n\nThe council did not receive the report of another family.")) == [None]
