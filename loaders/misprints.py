"""Misprints: what a line's end or a scan did to words, and how they are meant."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

SHORTEST = 5
HYPHEN = r"[-\u2010\u00ad]"
BROKEN = re.compile(rf"(?P<left>(?<![A-Za-z])[A-Za-z]*[a-z])(?P<end>{HYPHEN}[ \t]*\n[ \t]*)(?P<right>[a-z]+)")
WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")
MONTHS = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
IN_WORDS = (r"(?<=[a-z])[10](?=[a-z]{2})", r"(?<=[a-z]{2})[10](?=[a-z])")
IN_DATES = (
    r"(?<=\d)[OlI](?=\d)",
    r"(?<=\b[12])O(?=\d\d\b)",
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
    signs: re.Pattern[str]
    figures: re.Pattern[str]

    def mends(self, text: str) -> Iterator[Mend]:
        """All misprints of a text that can be mended, in order and apart from each other."""
        each = (*self._broken(text), *self._misread(text), *_joined_letters(text))
        found = sorted(each, key=lambda mend: mend.start)
        last = 0
        for mend in found:
            if mend.start >= last:
                yield mend
                last = mend.end

    def _broken(self, text: str) -> Iterator[Mend]:
        """Words that a line's end broke; a hyphen stays where it is usual, or the text has one elsewhere."""
        broken = list(BROKEN.finditer(text))
        known = set(WORD.findall(text.lower())) if broken else set()
        for match in broken:
            left, right = match["left"].lower(), match["right"]
            kept = f"{left}-{right}" in known or left in self.prefixes
            hyphen = "-" if kept and left + right not in known else ""
            yield Mend(match.start("end"), match.end("end"), hyphen)

    def _misread(self, text: str) -> Iterator[Mend]:
        """Letters printed as one sign, and figures and letters that a scan took for each other."""
        for sign in self.signs.finditer(text):
            yield Mend(sign.start(), sign.end(), self.ligatures[sign.group()])
        for match in self.figures.finditer(text):
            yield Mend(match.start(), match.end(), MEANT[match.group()])


def _joined_letters(text: str) -> Iterator[Mend]:
    """Words in which a scan took "m" for "rn" ("wornan"), where the text has the word with "m" oftener."""
    doubtful = {word for word in set(re.findall(r"[a-z]*rn[a-z]*", text.lower())) if len(word) >= SHORTEST}
    counts = Counter(re.findall(r"[a-z]+", text.lower())) if doubtful else Counter()
    misread = {word for word in doubtful if counts[word.replace("rn", "m")] > counts[word]}
    for match in re.finditer(r"(?<![A-Za-z])[A-Z]?[a-z]*rn[a-z]*(?![A-Za-z])", text) if misread else ():
        if match.group().lower() in misread:
            at = match.start() + match.group().lower().index("rn")
            yield Mend(at, at + 2, "m")


@lru_cache(maxsize=1)
def misprints() -> Misprints:
    """Load the tables."""
    text = (resources.files("dhr_graph.loaders.rules") / "misprints.toml").read_text(encoding="utf-8")
    tables = tomllib.loads(text)
    ligatures = dict(tables["ligatures"])
    signs = "".join(sorted(ligatures))
    return Misprints(
        frozenset(tables["broken"]["prefixes"]),
        ligatures,
        re.compile(f"[{signs}]"),
        re.compile("|".join((*IN_WORDS, *IN_DATES))),
    )
