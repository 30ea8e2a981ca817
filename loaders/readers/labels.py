"""Bullets and printed labels at the beginning of a line: "1.5.13", "(a)", "iv)", "R2", "Recommendation 4:".

A number at the beginning of a line may as well be a date (9.11.12), a time (21.35) or a quantity; which it is shows in
the numbers of the lines around it, so labels are found for all lines of a document together.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from dhr_graph.loaders.readers.entries import MONTH
from dhr_graph.loaders.readers.layout import layout
from dhr_graph.loaders.readers.lines import Line

BULLET = re.compile(
    r"[ \t]*(?:([-*+\u2013\u2014])[ \t]+(?=\S)|([\u2022\u25aa\u25cf\u25e6\u2023\u00b7\u25a0\uf0b7\uf0a7])[ \t]*)"
)
MARKS = r"(?:\*\*|__|<(?:b|u|strong)>)?"
NUMBER = re.compile(
    rf"[ \t]*(?:>[ \t]*)?{MARKS}(\(?(?:[A-Z]\.?)?\d{{1,3}}(?:\.\d{{1,3}}){{0,4}}(?:[A-Za-z](?=[.):]))?|R[lI](?=\.))"
    r"(\.\)?|\)|:)?(?=[\s*_<]|$)"
)
LETTER = re.compile(r"[ \t]*(\((?:[A-Za-z]|[ivxlIVXL]{1,6})\)|(?:[A-Za-z]|[ivxlIVXL]{1,6})\))")
LETTER_STOP = re.compile(r"[ \t]*([A-Za-z]|[ivx]{1,5})\.(?=[ \t])")
CLOCK = re.compile(r"(?:[01]?\d|2[0-3])\.[0-5]\d$")
DAY = re.compile(r"(?:0?[1-9]|[12]\d|3[01])\.(?:0?[1-9]|1[0-2])\.\d\d$")
MONTH_AND_YEAR = re.compile(rf"{MONTH} (?:19|20)\d\d\b")
DAY_OF_MONTH = re.compile(rf"[ \t]*(?:0?[1-9]|[12]\d|3[01]) {MONTH}(?:\s*[:,\u2013\u2014-]|\s+[a-z])")
LETTERED = re.compile(r"\d[A-Za-z]$")
MISREAD = ("Rl", "RI")
AFTER_CLOCK = re.compile(r"[\s,]*(?:[ap]\.?m\b|hrs|hours|h\b)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Label:
    """What stands before the words of a line.

    `body` is the offset in the line at which the words begin; `depth` counts the parts of a number ("1.5.13" is 3), 0
    without one; `bullet` is whether the line begins with one; `value` places the label in its series.
    """

    printed: str | None
    body: int
    depth: int = 0
    bullet: bool = False
    series: str = ""
    value: int = 0

    @property
    def numbered(self) -> bool:
        """Whether the label is a number (with or without a noun), as paragraphs and headings have."""
        return self.depth > 0


@lru_cache(maxsize=1)
def _noun_label() -> re.Pattern[str]:
    nouns = layout().label_nouns
    return re.compile(
        rf"[ \t]*{MARKS}((?:{nouns})[ \t]+(\d{{1,3}}(?:\.\d{{1,3}})*[a-z]?|(?-i:[A-Z])\b))(?:\*\*|__|</\w+>)?[ \t]*"
        r"(?:[:.)]|[-\u2013\u2014](?=\s))?[ \t]*(?:\*\*|__|</\w+>)?",
        re.IGNORECASE,
    )


def find_labels(lines: Sequence[Line]) -> dict[int, Label]:
    """The labels and bullets of a document's lines, by the line's index; lines without one are left out."""
    candidates = {i: label for i, line in enumerate(lines) if (label := _candidate(line.text)) is not None}
    series = {(label.series, label.value) for label in candidates.values() if label.series}
    return {i: sure for i, label in candidates.items() if (sure := _settled(label, lines[i].text, series)) is not None}


def _candidate(text: str) -> Label | None:
    bullet = BULLET.match(text)
    at = bullet.end() if bullet else 0
    label = _printed(text, at)
    if label is not None:
        return Label(label.printed, label.body, label.depth, bullet is not None, label.series, label.value)
    return Label(None, at, bullet=True) if bullet else None


def _printed(text: str, at: int) -> Label | None:
    found = _noun_label().match(text, at)
    if found:
        parts = re.findall(r"\d+", found[2])
        value = int(parts[-1]) if parts else _ordinal(found[2])
        return Label(found[1], _skip(text, found.end()), 1, series="noun", value=value)
    found = NUMBER.match(text, at)
    if found:
        return _number(text, found)
    found = LETTER.match(text, at)
    if found:
        letter = found[1].strip("()")
        return Label(found[1], _skip(text, found.end()), series="letter", value=_ordinal(letter))
    found = LETTER_STOP.match(text, at)
    if found:
        return Label(found[1] + ".", _skip(text, found.end()), series="stop", value=_ordinal(found[1]))
    return None


def _number(text: str, found: re.Match[str]) -> Label:
    number, close = found[1], found[2] or ""
    parts = re.findall(r"\d+", number) or ["1"]
    printed = number + (close if ")" in close else "")
    if number.startswith("(") and not close:
        printed = number[1:]
    at = _skip(text, found.end())
    if LETTERED.search(number):
        stem, letter = number[:-1].lstrip("("), number[-1]
        return Label(printed, at, len(parts), series=f"lettered {stem}{close}", value=_ordinal(letter))
    prefix = number.rstrip("0123456789lI").lstrip("(")
    return Label(printed, at, len(parts), series=f"number {prefix}{close}", value=int(parts[-1]))


def _skip(text: str, at: int) -> int:
    while at < len(text) and text[at] in " \t\u00a0|":
        at += 1
    return at


def _ordinal(letter: str) -> int:
    roman = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10}
    return ord(letter.lower()) - 96 if len(letter) == 1 else 100 + roman.get(letter.lower(), 0)


def _settled(label: Label, text: str, series: set[tuple[str, int]]) -> Label | None:
    """The label if it is one, the bullet alone if not, None without either."""
    if label.printed is None or _is_label(label, text, series):
        return label
    if label.bullet:
        bullet = BULLET.match(text)
        return Label(None, bullet.end() if bullet else 0, bullet=True)
    return None


def _is_label(label: Label, text: str, series: set[tuple[str, int]]) -> bool:
    if label.body >= len(text) and label.depth < 2:
        return False
    in_series = (label.series, label.value - 1) in series or (label.series, label.value + 1) in series
    if label.series == "stop" or label.series.startswith("lettered"):
        return in_series
    if not label.numbered or label.series == "noun":
        return True
    if label.depth == 1 and (MONTH_AND_YEAR.match(text, label.body) or _is_day(label, text)):
        return False
    return in_series if _doubtful(label, text) else True


def _is_day(label: Label, text: str) -> bool:
    """Whether a number is the day in "14 July: Hannah rings 999", under a year that stands above."""
    bullet = BULLET.match(text) if label.bullet else None
    return DAY_OF_MONTH.match(text, bullet.end() if bullet else 0) is not None


def _doubtful(label: Label, text: str) -> bool:
    """Whether a number could be a date, a time or a quantity, so that only its neighbours make it a label."""
    number, rest = label.printed or "", text[label.body :]
    if number in MISREAD:
        return True
    closed = text[: label.body].rstrip(" \t").endswith((".", ")", ":"))
    if AFTER_CLOCK.match(rest) or goes_on_small(rest):
        return True
    if label.depth == 1:
        return not closed
    if label.depth == 2:
        return bool(CLOCK.match(number)) and len(number) == 5
    return label.depth == 3 and bool(DAY.match(number)) and closed


def goes_on_small(rest: str) -> bool:
    """Whether the words after a number begin in lower case, as after a quantity."""
    return rest[:1].islower()
