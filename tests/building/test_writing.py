"""What was read is written several reviews at a time, and told of once it is there."""

from __future__ import annotations

import pytest

from dhr_graph.building import writing
from dhr_graph.building.job import ReviewResult
from dhr_graph.building.report import ADDED, REWRITTEN, SKIPPED, UNCHANGED
from dhr_graph.building.writing import write_results
from dhr_graph.identifiers import BASE_IRI
from dhr_graph.stores import Dataset, ReviewQuads


def _result(slug: str, said: str = "said") -> ReviewResult:
    line = f'<{BASE_IRI}id/{slug}/Review/1> <urn:title> "{said}" <{BASE_IRI}graph/{slug}> .\n'
    return ReviewResult(slug, quads=ReviewQuads(slug, BASE_IRI, line.encode()))


@pytest.mark.parametrize("at_once", [1, 2, 100])
def test_each_is_there_when_it_is_told_of(at_once: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writing, "_AT_ONCE", at_once)
    results = [_result(slug) for slug in ("elm", "ash", "oak")]
    with Dataset.in_memory() as dataset:
        for number, (result, outcome) in enumerate(write_results(results, dataset, ())):
            assert (result, outcome) == (results[number], ADDED)
            assert result.slug in dataset.reviews()
        assert dataset.reviews() == ("ash", "elm", "oak")


def test_what_became_of_each() -> None:
    with Dataset.in_memory() as dataset:
        dataset.write_reviews([quads for slug in ("ash", "elm") if (quads := _result(slug).quads)])
        results = [
            _result("elm", "said anew"),
            ReviewResult("fir", unchanged=True),
            _result("ash"),
            ReviewResult("oak"),
            _result("yew"),
        ]
        outcomes = [outcome for _, outcome in write_results(results, dataset, {"ash", "elm", "fir"})]
    assert outcomes == [REWRITTEN, UNCHANGED, UNCHANGED, SKIPPED, ADDED]
