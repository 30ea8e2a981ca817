"""History under a heading that promises none: dated paragraphs about the people are told all the same."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dhr_graph.loaders.explaining import ExplainedEvent

Read = Callable[[str], list[ExplainedEvent]]
FORMAL = "CONTRIBUTORS TO THE REVIEW"
TOLD = (
    "On 4 May 2016 Calder Police came to the home after Hannah had rung to say that Marcus had hit her. They left soon "
    "after that.",
    "On 6 June 2016 Calder Police came to the home after Hannah had rung once more. The officers spoke with Marcus, "
    "who was calm.",
    "On 7 July 2016 Hannah saw the practice nurse because of a bruise. The nurse asked how she had come by it, and "
    "then wrote it down.",
    "On 8 August 2016 Hannah saw the practice nurse because of a cough. The nurse spoke to Marcus, who had come with "
    "her to the surgery.",
)


def of_the_story(told: list[ExplainedEvent]) -> list[str | None]:
    """The dates that sentences take from the one before them, as they do in history alone."""
    return [event.date for event in told if event.date_from == "carried"]


def test_four_dated_paragraphs_about_the_people_are_history(events: Read) -> None:
    assert "2016-08-08" in of_the_story(events("\n\n".join((FORMAL, *TOLD))))


@pytest.mark.parametrize(
    "paragraphs",
    [
        TOLD[1:],
        [words[: words.index(". ") + 1] for words in TOLD],
        [words.replace("2016", "2019") for words in TOLD],
        [words.replace("Hannah", "the tenant").replace("Marcus", "the neighbour") for words in TOLD],
        [words.replace("then wrote", "wrote an IMR, as the panel asked, and then wrote") for words in TOLD[2:3] * 4],
        [f"It is a matter of record, on which nobody had any doubt, that {words}" for words in TOLD],
    ],
    ids=["three", "short", "after the death", "nobody of the review", "work on the review", "dated late"],
)
def test_fewer_shorter_or_later_ones_and_the_work_on_the_review_are_none(paragraphs: list[str], events: Read) -> None:
    assert not of_the_story(events("\n\n".join((FORMAL, *paragraphs))))


def test_history_begins_where_it_is_first_told(events: Read) -> None:
    short = "Hannah saw the practice nurse on 3 March 2016. The nurse spoke to Marcus."
    assert "2016-03-03" not in of_the_story(events("\n\n".join((FORMAL, short, *TOLD))))
    assert "2016-03-03" in of_the_story(events("\n\n".join((FORMAL, *TOLD, short))))
