"""The words of English dates, read once from `dates.toml`."""

from __future__ import annotations

import importlib.resources
import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from dhr_graph.loaders.alternation import alternation


@dataclass(frozen=True, slots=True)
class Feast:
    """A feast: a fixed day, a month (about the day `near`), or a number of days after Easter Sunday."""

    month: int | None = None
    day: int | None = None
    easter: int | None = None
    near: int | None = None


@dataclass(frozen=True, slots=True)
class DateWords:
    """What each word means; keys are in lower case. `easter` and the like are in `feasts`."""

    months: dict[str, int]
    weekdays: dict[str, int]
    seasons: dict[str, int]
    numbers: dict[str, int]
    vague: tuple[str, ...]
    feasts: dict[str, Feast]
    context: dict[str, tuple[str, ...]]


@lru_cache(maxsize=1)
def date_words() -> DateWords:
    """The words of the package."""
    source = importlib.resources.files("dhr_graph.loaders.dates").joinpath("dates.toml")
    known = tomllib.loads(source.read_text(encoding="utf-8"))
    feasts = {
        name: Feast(feast.get("month"), feast.get("day"), feast.get("easter"), feast.get("near"))
        for feast in known["feasts"]
        for name in feast["names"]
    }
    return DateWords(
        months=known["months"],
        weekdays=known["weekdays"],
        seasons=known["seasons"],
        numbers=known["numbers"],
        vague=tuple(known["vague"]["words"]),
        feasts=feasts,
        context={name: tuple(words) for name, words in known["context"].items()},
    )


def alternatives(words: Iterable[str]) -> str:
    """A pattern that matches any of the words, the longest first, with white space and quotes as they may be typed."""
    return alternation(sorted(set(words), key=lambda word: (-len(word), word)), _typed, apart="'")


def _typed(letter: str) -> str:
    return re.escape(letter).replace(r"\ ", r"\s+").replace("'", "['\u2019]?")


def capitalised(words: Iterable[str]) -> str:
    """The same for words that the text writes with a capital, or in capitals."""
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return alternatives([form for word in ordered for form in (word.capitalize(), word.upper())])


@lru_cache(maxsize=32)
def in_context(name: str, before: str = "", after: str = "") -> re.Pattern[str]:
    """The expression of the words of a context, between two further expressions; capitals or none."""
    return re.compile(f"{before}(?:{alternatives(date_words().context[name])}){after}", re.IGNORECASE)


def said(words: str) -> str:
    """Words as they are looked up: lower case, one space, straight quotes."""
    return " ".join(words.lower().replace("\u2019", "'").split())
