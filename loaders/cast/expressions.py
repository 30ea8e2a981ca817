"""The expressions of `cast_expressions.toml`, compiled, and numbers in words."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from functools import lru_cache
from importlib import resources
from typing import Any

from dhr_graph.errors import BadRules

UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
VALUES = {w: n for n, w in enumerate(UNITS.split(" "))} | {w: 10 * n for n, w in enumerate(TENS.split(" "), 2)}
_ONES, _ROUND = "|".join(UNITS.split(" ")[1:10]), "|".join(TENS.split(" "))
NUMBER = rf"(?:\d{{1,3}}|(?:{_ROUND})(?:[- ](?:{_ONES}))?|{'|'.join(UNITS.split(' ')[1:])})"


def number(words: str) -> int | None:
    """A number in figures or words up to 99."""
    text = words.lower().replace("-", " ")
    if text.isdigit():
        return int(text)
    parts = [VALUES.get(w) for w in text.split()]
    return None if None in parts or not parts else sum(n for n in parts if n is not None)


@lru_cache(maxsize=1)
def expressions() -> dict[str, dict[str, Any]]:
    """The entries of the file by their names: `pattern` and `flags`, `meaning`, and what each `fits` and must `not`."""
    source = resources.files("dhr_graph.loaders.rules").joinpath("cast_expressions.toml")
    return tomllib.loads(source.read_text(encoding="utf-8"))


@lru_cache(maxsize=256)
def expression(name: str, **parts: str) -> re.Pattern[str]:
    """The expression of a name, compiled once; the parts are such as all reviews share. Raises as `compiled` does."""
    return compiled(name, **parts)


def compiled(name: str, **parts: str) -> re.Pattern[str]:
    """The expression of a name, with parts put in for {braces}; raises BadRules where the data lack or garble it."""
    try:
        rule = expressions()[name]
        pattern = rule["pattern"].replace("\\\n", "")
        for part, words in parts.items():
            pattern = pattern.replace("{" + part + "}", words)
        return re.compile(pattern, re.I if "i" in rule.get("flags", "") else 0)
    except (KeyError, re.error, tomllib.TOMLDecodeError) as error:
        where = f"loaders/rules/cast_expressions.toml, {name}"
        raise BadRules(f"The expression can't be read: {error!r}.", where=where, remedy="Restore the file.") from error


@lru_cache(maxsize=256)
def only_with(name: str) -> tuple[str, ...]:
    """Words of which one stands in every text that an expression fits, where its data say so: cheap to look for."""
    return tuple(expressions()[name].get("only_with", ()))


def matches_at(places: Iterable[int], pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """As `finditer` finds them, where matches begin at none but these places, which are in their order."""
    end = 0
    for start in places:
        match = pattern.match(text, start) if start >= end else None
        if match is not None:
            end = match.end()
            yield match
