"""New reviews that go into a store together, by way of memory or of files."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest

from dhr_graph.identifiers import BASE_IRI
from dhr_graph.stores import ReviewQuads
from dhr_graph.stores.additions import Additions


def _review(slug: str, facts: int, *, end: str = "\n") -> ReviewQuads:
    graph = f"<{BASE_IRI}graph/{slug}> ."
    told = "\n".join(f'<{BASE_IRI}id/{slug}/Fact/{at}> <urn:says> "{slug} \xe9 {at}" {graph}' for at in range(facts))
    return ReviewQuads(slug, BASE_IRI, (told + end).encode())


@pytest.mark.parametrize("facts", [2, 2_000])
@pytest.mark.parametrize("end", ["\n", ""])
def test_all_that_reviews_say_goes_in(facts: int, end: str, tmp_path: Path) -> None:
    reviews = [_review("ash", facts, end=end), _review("elm", 1, end=end), _review("oak", facts, end=end)]
    additions = Additions(ox.Store(str(tmp_path / "s")), BASE_IRI)
    assert all(additions.take(review) for review in reviews)
    additions.load()
    assert set(additions.store) == {quad for review in reviews for quad in review.quads()}


@pytest.mark.parametrize("facts", [2, 4_000])
def test_nothing_goes_in_where_one_cannot(facts: int, tmp_path: Path) -> None:
    additions = Additions(ox.Store(str(tmp_path / "s")), BASE_IRI)
    broken = ReviewQuads("elm", BASE_IRI, b"<no quad\n")
    assert additions.take(_review("ash", facts))
    additions.reviews.append(broken)
    with pytest.raises(SyntaxError):
        additions.load()
    assert set(additions.store) == set()
