"""How alike two names or two wordings are, and the pairing of things that are alike, each with one other at most."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Generic, TypeVar

Gold = TypeVar("Gold")
Found = TypeVar("Found")

_EMPTY_WORDS = frozenset(["the", "of", "and", "for", "a", "an", "service", "services", "trust", "nhs", "foundation"])
_SHORT = 5


@dataclass(frozen=True, slots=True)
class Pair(Generic[Gold, Found]):
    """A gold fact and the found one that is taken for the same."""

    gold: Gold
    found: Found


def one_line(words: str) -> str:
    """Words with a single blank wherever white space stands."""
    return " ".join(words.replace("\u00a0", " ").split())


@lru_cache(maxsize=50_000)
def significant(name: str) -> tuple[str, ...]:
    """The words that tell a name from others, in small letters without marks."""
    plain = re.sub(r"[^a-z0-9 ]", " ", one_line(name).lower().replace("&", " and "))
    return tuple(word for word in plain.split() if word not in _EMPTY_WORDS)


@lru_cache(maxsize=200_000)
def likeness(one: str, other: str) -> float:
    """0 to 1: the share of significant words in common or, for names long enough, of characters in order."""
    first, second = significant(one), significant(other)
    if not first or not second:
        printed = one_line(one).lower()
        return float(bool(printed) and printed == one_line(other).lower())
    if first == second:
        return 1.0
    in_common = len({*first} & {*second}) / len({*first} | {*second})
    left, right = " ".join(first), " ".join(second)
    if min(len(left), len(right)) <= _SHORT:
        return in_common
    return max(in_common, SequenceMatcher(None, left, right).ratio())


def pairs(
    gold: Sequence[Gold], found: Sequence[Found], closeness: Callable[[Gold, Found], float], least: float
) -> list[Pair[Gold, Found]]:
    """Pair the closest first, down to `least`; among equals the later ones come first."""
    ranked = ((closeness(g, f), i, j) for i, g in enumerate(gold) for j, f in enumerate(found))
    taken_gold: set[int] = set()
    taken_found: set[int] = set()
    paired: list[Pair[Gold, Found]] = []
    for _, i, j in sorted((rank for rank in ranked if rank[0] >= least), reverse=True):
        if i not in taken_gold and j not in taken_found:
            taken_gold.add(i)
            taken_found.add(j)
            paired.append(Pair(gold[i], found[j]))
    return paired


def f1(right: int, gold: int, found: int) -> float | None:
    """The harmonic mean of precision and recall; None where there is nothing to find and nothing found."""
    return 2 * right / (gold + found) if gold + found else None


def share(right: float, of: int) -> float | None:
    """A share; None of nothing."""
    return right / of if of else None
