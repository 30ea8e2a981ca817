"""Where quotes stand in a text, so that two facts are compared by the words that they rest on."""

from __future__ import annotations

from difflib import SequenceMatcher
from functools import lru_cache
from typing import TypeAlias

from benchmarks.scoring.likeness import one_line

Spans: TypeAlias = tuple[tuple[int, int], ...]

LONGEST = 400
SHORTEST_INEXACT = 25
LEAST_OF_QUOTE = 0.6
MOST_PLACES = 20


@lru_cache(maxsize=20_000)
def spans(quote: str, text: str) -> Spans:
    """The places of a quote in a text that is one line of small letters; inexact where most of it stands there.

    A quote that is longer than any fact needs has no place.
    """
    words = one_line(quote).lower()
    if not words or len(words) > LONGEST:
        return ()
    exact: list[tuple[int, int]] = []
    at = text.find(words)
    while at >= 0 and len(exact) < MOST_PLACES:
        exact.append((at, at + len(words)))
        at = text.find(words, at + 1)
    if exact or len(words) < SHORTEST_INEXACT:
        return tuple(exact)
    longest = SequenceMatcher(None, text, words, autojunk=False).find_longest_match()
    return ((longest.a, longest.a + longest.size),) if longest.size >= LEAST_OF_QUOTE * len(words) else ()


def overlap(first: Spans, second: Spans) -> float:
    """The largest part of the shorter of two quotes that both have in common, 0 to 1."""
    shared = (
        (min(end, other_end) - max(start, other_start)) / min(end - start, other_end - other_start)
        for start, end in first
        for other_start, other_end in second
    )
    return max((part for part in shared if part > 0), default=0.0)
