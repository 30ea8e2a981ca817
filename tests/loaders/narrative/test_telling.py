"""Tellings: the words of an event are its sentence, or its clause where the sentence is long."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dhr_graph.loaders.explaining import ExplainedEvent
from dhr_graph.loaders.narrative.telling import LONGEST_QUOTE, trimmed

Read = Callable[[str], list[ExplainedEvent]]
SHORT = "On 4 May 2016 Calder Police referred Hannah to Calder Women's Aid."
LONG = (
    "On 4 May 2016 Calder Police referred Hannah to Calder Women's Aid, and the weather being what it was, with snow "
    "on the tops, ice on the lanes, and no bus running that day between the town and the villages of the upper valley "
    "in which so many of those who used the project lived and from which few of them had a car to come in, the nurse "
    "saw her two days later at Calder Lane Surgery."
)


def test_a_sentence_is_quoted_whole(events: Read) -> None:
    assert [e.quote for e in events(f"Hannah grew up in Calder. {SHORT} She liked it.")] == [SHORT]


def test_of_a_long_sentence_each_event_has_its_clause(events: Read) -> None:
    assert len(LONG) > LONGEST_QUOTE
    told = events(LONG)
    assert {"referral", "contact"} <= {e.type for e in told}
    for event in told:
        assert 0 < len(event.quote) <= LONGEST_QUOTE
        assert event.quote in LONG
    referral = next(e.quote for e in told if e.type == "referral")
    assert "referred Hannah" in referral


@pytest.mark.parametrize(
    ("text", "kept"), [("  seen  ", "seen"), ("seen", "seen"), ("\n\tseen again\n", "seen again"), ("   ", "")]
)
def test_white_space_at_the_ends_is_left_out(text: str, kept: str) -> None:
    start, end = trimmed(text, 0, len(text))
    assert text[start:end] == kept


def test_only_the_stretch_is_trimmed() -> None:
    assert trimmed("a  seen  b", 1, 9) == (3, 7)
