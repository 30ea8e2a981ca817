"""Expressions of any of several words, in which letters that words share are looked at once."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable


def alternation(words: Iterable[str], spelt: Callable[[str], str] = re.escape, apart: str = "") -> str:
    """The expression of any of these words, tried in their order: what it finds is what "a|b|c" finds, only sooner.

    `spelt` says how a letter is written in it. No two letters may be written so that both match the same one; those
    where that may be stand in `apart`.
    """
    ordered = list(words)
    if len(ordered) < 2 or "" in ordered[:-1] or any(word[:1] in apart for word in ordered if word):
        return "|".join("".join(map(spelt, word)) for word in ordered)
    by_letter: dict[str, list[str]] = {}
    for word in ordered:
        by_letter.setdefault(word[:1], []).append(word[1:])
    return "|".join(_after(letter, rests, spelt, apart) for letter, rests in by_letter.items())


def _after(letter: str, rests: list[str], spelt: Callable[[str], str], apart: str) -> str:
    rest = alternation(rests, spelt, apart)
    return (spelt(letter) if letter else "") + (f"(?:{rest})" if len(rests) > 1 else rest)
