"""Reviews that tell no event are named, so that no rows are not taken for an answer."""

from __future__ import annotations

from dhr_graph.lookup.without_events import reviews_without_events
from dhr_graph.model.reading import ReviewReading
from dhr_graph.model.records import Event, Record
from dhr_graph.stores import Dataset


def test_a_review_that_tells_of_events_is_not_among_them(dataset: Dataset) -> None:
    assert reviews_without_events(dataset) == ()


def test_one_that_tells_of_none_is(small_review: tuple[Record, ...]) -> None:
    of_review = tuple(r for r in small_review if type(r).__name__ in {"Review", "Death"})
    assert not any(isinstance(record, Event) for record in of_review)
    with Dataset.in_memory() as empty:
        empty.write_review(ReviewReading("oakwell", of_review, ()))
        assert reviews_without_events(empty) == ("oakwell",)
