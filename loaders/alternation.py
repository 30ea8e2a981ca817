"""Expressions of any of several words, in which letters that words share are looked at once."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable


def alternation(words: Iterable[str], spelt: Callable[[str], str] = re.escape, apart: str = "") -> str:
    """The expression of any of these words, tried in their order: what it finds is what "a|b|c" finds, only sooner.

    `spelt` says how a letter is written in it. No two letters may be written so that both match the same one; those
    where that may be stand in `apart`.
    """
    return "|".join(_branches(list(words), spelt, apart))


def _branches(words: list[str], spelt: Callable[[str], str], apart: str) -> list[str]:
    """What stands between the bars: a branch for each first letter, or each word where letters can't be shared."""
    if len(words) < 2 or "" in words[:-1] or any(word[:1] in apart for word in words if word):
        return ["".join(map(spelt, word)) for word in words]
    by_letter: dict[str, list[str]] = {}
    for word in words:
        by_letter.setdefault(word[:1], []).append(word[1:])
    return [_after(letter, rests, spelt, apart) for letter, rests in by_letter.items()]


def _after(letter: str, rests: list[str], spelt: Callable[[str], str], apart: str) -> str:
    """A letter and what may follow it; only where words part is there a group, since groups take long to compile."""
    rest = _branches(rests, spelt, apart)
    return (spelt(letter) if letter else "") + (rest[0] if len(rest) == 1 else f"(?:{'|'.join(rest)})")
