"""A review at a glance."""

from __future__ import annotations

import pytest

from dhr_graph.errors import UsageError
from dhr_graph.lookup import show_review
from dhr_graph.model.records import Record
from dhr_graph.stores import Dataset


def test_its_people_and_each_body_with_the_verdict_over_all_risks(
    dataset: Dataset, small_review: tuple[Record, ...]
) -> None:
    shown = show_review(dataset, "oakwell")
    assert shown.review.title == "Review of the death of Ada"
    assert [person.label for person in shown.people] == ["Ada"]
    assert [death.id for death in shown.deaths] == ["oakwell/Death/1"]
    verdicts = {body.id: verdict for body, verdict in shown.bodies}
    assert list(verdicts) == ["oakwell/Agency/gp", "oakwell/Forum/marac", "oakwell/Agency/police"]
    assert verdicts["oakwell/Forum/marac"] is None
    told = [verdict for verdict in verdicts.values() if verdict]
    assert told
    assert all(verdict in small_review and verdict.of_risk is None for verdict in told)


def test_how_much_was_read_of_it(dataset: Dataset) -> None:
    counts = show_review(dataset, "oakwell").counts
    assert (counts["documents"], counts["passages"], counts["events"]) == (1, 4, 3)


def test_no_such_review(dataset: Dataset) -> None:
    with pytest.raises(UsageError, match="no review 'elm'.*There are: oakwell"):
        show_review(dataset, "elm")
