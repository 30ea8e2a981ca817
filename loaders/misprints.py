"""Misprints: what a line's end or a scan did to words, and how they are meant."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

SHORTEST = 5
HYPHEN = r"[-\u2010\u00ad]"
LONGEST_HALF = 30
BROKEN = re.compile(rf"(?<=[a-z\ufb00-\ufb04])(?P<end>{HYPHEN}[ \t]{{0,40}}\n[ \t]{{0,40}})(?P<right>[a-z]{{1,30}})")
LEFT = re.compile(r"[A-Za-z\ufb00-\ufb04]*\Z")
WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")
LETTERS = re.compile(r"[A-Za-z]+")
NUMERIC_DATE = re.compile(r"(?<![\w/.])[\dOlI]{1,2}(?P<sep>[/.])[\dOlI]{1,2}(?P=sep)[\dOlI]{2,4}(?![\w/])")
MONTHS = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\b"
)
IN_WORDS = (r"(?<=[a-z])[10](?=[a-z]{2})", r"(?<=[a-z]{2})[10](?=[a-z])")
IN_DATES = (
    r"(?<=\d)[OlI](?=\d)",
    rf"(?<![\w])[lI](?=\d {MONTHS})",
    rf"(?<=\b[0-3])[OlI](?= {MONTHS})",
)
MEANT = {"1": "l", "0": "o", "O": "0", "l": "1", "I": "1"}


@dataclass(frozen=True, slots=True)
class Mend:
    """A stretch of the printed text, by its offsets, and the words that are read for it."""

    start: int
    end: int
    meant: str


@dataclass(frozen=True, slots=True)
class Misprints:
    """The tables of `rules/misprints.toml`."""

    prefixes: frozenset[str]
    ligatures: dict[str, str]
    apart: frozenset[str]
    with_rn: re.Pattern[str]
    signs: re.Pattern[str]
    figures: re.Pattern[str]

    def mends(self, text: str) -> Iterator[Mend]:
        """All misprints of a text that can be mended, in order and apart from each other."""
        words = Counter(word.lower() for word in LETTERS.findall(text))
        each = (*self._broken(text), *self._misread(text, words), *_joined_letters(text, words, self.with_rn))
        found = sorted(each, key=lambda mend: mend.start)
        last = 0
        for mend in found:
            if mend.start >= last:
                yield mend
                last = mend.end

    def _broken(self, text: str) -> Iterator[Mend]:
        """Words that a line's end broke; a hyphen stays where it is usual, or both halves are words of the text."""
        broken = list(BROKEN.finditer(text))
        words = Counter(WORD.findall(text.lower())) if broken else Counter()
        halves = [(_before(text, match.start()).lower(), match["right"]) for match in broken]
        words.subtract(half for pair in halves for half in pair)
        known = {word for word, count in words.items() if count > 0}
        for match, (left, right) in zip(broken, halves, strict=True):
            if right in self.apart:
                continue
            two = left in self.prefixes or {left, right} <= known
            hyphen = "-" if (f"{left}-{right}" in known or two) and left + right not in known else ""
            yield Mend(match.start("end"), match.end("end"), hyphen)

    def _misread(self, text: str, words: Mapping[str, int]) -> Iterator[Mend]:
        """Letters printed as one sign, and figures and letters that a scan took for each other."""
        for sign in self.signs.finditer(text):
            yield Mend(sign.start(), sign.end(), self.ligatures[sign.group()])
        for match in self.figures.finditer(text):
            yield Mend(match.start(), match.end(), _meant(text, match, words))
        for date in NUMERIC_DATE.finditer(text):
            for at in range(date.start(), date.end()):
                if text[at] in "OlI" and any(sign.isdigit() for sign in date.group()):
                    yield Mend(at, at + 1, MEANT[text[at]])


def _meant(text: str, match: re.Match[str], words: Mapping[str, int]) -> str:
    """The letter or figure that is meant; of a one in a word "i", if the text has such a word, else "l"."""
    meant = MEANT[match.group()]
    if meant != "l":
        return meant
    right = LETTERS.match(text, match.end(), match.end() + LONGEST_HALF)
    word = f"{_before(text, match.start())}i{right.group() if right else ''}"
    return "i" if word.lower() in words else meant


def _before(text: str, at: int) -> str:
    """The letters that stand right before a place."""
    found = LEFT.search(text, max(0, at - LONGEST_HALF), at)
    return found.group() if found else ""


def _joined_letters(text: str, counts: Mapping[str, int], real: re.Pattern[str]) -> Iterator[Mend]:
    """Words in which a scan took "m" for "rn" ("wornan"), where the text has the word with "m" oftener.

    Names are left alone, and what is an English word as it stands.
    """
    doubtful = (word for word in counts if len(word) >= SHORTEST and "rn" in word and not real.fullmatch(word))
    misread = {word for word in doubtful if counts.get(word.replace("rn", "m"), 0) > counts[word]}
    for match in LETTERS.finditer(text) if misread else ():
        word = match.group()
        if word in misread:
            at = match.start() + word.index("rn")
            yield Mend(at, at + 2, "m")


@lru_cache(maxsize=1)
def misprints() -> Misprints:
    """Load the tables."""
    text = (resources.files("dhr_graph.loaders.rules") / "misprints.toml").read_text(encoding="utf-8")
    tables = tomllib.loads(text)
    ligatures = dict(tables["ligatures"])
    signs = "".join(sorted(ligatures))
    stems = "|".join(tables["letters"]["real_with_rn"])
    endings = "|".join(tables["letters"]["endings"])
    return Misprints(
        frozenset(tables["broken"]["prefixes"]),
        ligatures,
        frozenset(tables["broken"]["apart"]),
        re.compile(f"(?:{stems})(?:{endings})?"),
        re.compile(f"[{signs}]"),
        re.compile("|".join((*IN_WORDS, *IN_DATES))),
    )
