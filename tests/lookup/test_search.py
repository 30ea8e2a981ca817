"""Full text over the passages."""

from __future__ import annotations

import pytest

from dhr_graph.errors import UsageError
from dhr_graph.lookup import search
from dhr_graph.stores import Dataset


def _places(dataset: Dataset, words: str) -> list[str]:
    return [hit.passage.rpartition("/")[2] for hit in search(dataset, words)]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("police", ["8", "0", "7"]),
        ("refer", ["8", "0", "7"]),
        ("refer marac", ["0"]),
        ("referred nothing", ["8"]),
        ('"to marac"', ["0"]),
        ('"to mar"', []),
        ("cafe", ["7"]),
        ("CAFÉ'S", ["7"]),
        ('"to the police"', ["7"]),
        ('"gp was not"', ["7"]),
        ("\u201creferred twice\u201d", ["7"]),
        ("efer", []),
        ("unheard-of", []),
    ],
)
def test_all_words_and_phrases_must_stand_there(dataset: Dataset, words: str, found: list[str]) -> None:
    assert _places(dataset, words) == found


def test_a_hit_says_where_it_stands(dataset: Dataset) -> None:
    (hit,) = search(dataset, "marac")
    assert (hit.review, hit.document, hit.paragraph) == ("oakwell", "oakwell.txt", "1.1")
    assert "Police attended on 2 March 2014 and referred Ada to MARAC." in hit.excerpt
    (later,) = search(dataset, '"referred twice"')
    assert (later.section, later.paragraph) == ("Analysis", "2.1")
    assert (later.start, later.end) == (500 + 24, 500 + 38)


def test_limits_and_reviews(dataset: Dataset) -> None:
    assert len(search(dataset, "police", limit=1)) == 1
    assert search(dataset, "police", review="oakwell") == search(dataset, "police")
    with pytest.raises(UsageError, match="no review"):
        search(dataset, "police", review="elm")


@pytest.mark.parametrize("words", ["", '""', " \t"])
def test_nothing_asked(dataset: Dataset, words: str) -> None:
    with pytest.raises(UsageError, match="nothing to look for"):
        search(dataset, words)
