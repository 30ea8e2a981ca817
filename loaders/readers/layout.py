"""What the readers know of the look of a review, read once from `layout.toml`."""

from __future__ import annotations

import importlib.resources
import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class Layout:
    """Word lists by which lines are told apart; all in lower case. `label_nouns` and `division_nouns` are regexes."""

    markings: tuple[str, ...]
    additions: tuple[str, ...]
    label_nouns: str
    division_nouns: str
    contents: frozenset[str]
    finite_verbs: frozenset[str]
    months: frozenset[str]
    small_words: frozenset[str]
    fields: frozenset[str]
    of_times: frozenset[str]
    header_words: frozenset[str]
    joiners: frozenset[str]
    open_words: frozenset[str]


@lru_cache(maxsize=1)
def layout() -> Layout:
    """The word lists of the package."""
    source = importlib.resources.files("dhr_graph.loaders.readers").joinpath("layout.toml")
    known = tomllib.loads(source.read_text(encoding="utf-8"))
    headings, tables = known["headings"], known["tables"]
    return Layout(
        markings=_longest_first(known["furniture"]["markings"]),
        additions=_longest_first(known["furniture"]["additions"]),
        label_nouns=_alternatives(known["labels"]["nouns"]),
        division_nouns=_alternatives(known["divisions"]["nouns"]),
        contents=frozenset(headings["contents"]),
        finite_verbs=frozenset(headings["finite_verbs"]),
        months=frozenset(headings["months"]),
        small_words=frozenset(headings["small_words"]),
        fields=frozenset(headings["fields"]),
        of_times=frozenset(headings["of_times"]),
        header_words=frozenset(tables["header_words"]),
        joiners=frozenset(tables["joiners"]),
        open_words=frozenset(known["sentences"]["open_words"]),
    )


def _alternatives(words: list[str]) -> str:
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in _longest_first(words))


def _longest_first(words: list[str]) -> tuple[str, ...]:
    return tuple(sorted(words, key=lambda word: (-len(word), word)))
