"""Open cues: words of sharing that no rule understood are left for a person to read."""

from __future__ import annotations

from collections.abc import Callable

from dhr_graph.loaders.explaining import ExplainedSentence

Explain = Callable[[str], list[ExplainedSentence]]


def cues(told: list[ExplainedSentence]) -> list[str]:
    return [cue for each in told for cue in each.open_cues]


def test_a_word_of_sharing_that_was_not_read_is_an_open_cue(explained: Explain) -> None:
    told = explained("Calder Police discussed the letter from Hollins Primary School.")
    assert cues(told) == ["discuss"]


def test_what_was_read_as_a_share_is_no_open_cue(explained: Explain) -> None:
    told = explained("On 4 May 2016 the school shared what Hannah had said with Calder Police.")
    assert [event.type for each in told for event in each.events] == ["information_share"]
    assert cues(told) == []


def test_a_denied_share_is_no_open_cue(explained: Explain) -> None:
    assert cues(explained("Calder Police did not discuss the letter from Hollins Primary School.")) == []


def test_sharing_that_names_no_other_body_is_no_open_cue(explained: Explain) -> None:
    assert cues(explained("Calder Police discussed the letter.")) == []
