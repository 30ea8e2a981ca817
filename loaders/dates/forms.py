"""The forms of dates: the patterns of `forms.toml`, filled with the words of `dates.toml`."""

from __future__ import annotations

import importlib.resources
import re
import tomllib
from functools import lru_cache

from dhr_graph.loaders.dates.vocabulary import alternatives, capitalised, date_words

ORDINAL = r"(?:\s?(?:st|nd|rd|th|ST|ND|RD|TH))?"
COMMON_NOUNS = re.compile(r"\b(?:Bank|Holidays?|Period|Weekend|Morning|Night|Eve|Day)\b")


@lru_cache(maxsize=2)
def forms(kind: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The forms of one kind (calendar, relative): how a match is read, and its pattern."""
    source = importlib.resources.files("dhr_graph.loaders.dates").joinpath("forms.toml")
    known = tomllib.loads(source.read_text(encoding="utf-8"))
    parts = {**_words(), **known["parts"]}
    return tuple((form["reads"], re.compile(_filled(form["pattern"], parts))) for form in known[kind])


def _filled(pattern: str, parts: dict[str, str]) -> str:
    """The pattern in one line, with its parts put in, and with the parts that those name in turn."""
    pattern = pattern.replace("\\\n", "")
    for name in reversed(parts):
        pattern = pattern.replace("{" + name + "}", parts[name])
    return pattern


def _words() -> dict[str, str]:
    known = date_words()
    return {
        "month": capitalised(known.months),
        "weekday": capitalised(known.weekdays),
        "season": alternatives(known.seasons),
        "feast": _feasts(),
        "count": alternatives([*known.numbers, *known.vague]),
        "ordinal_nouns": alternatives(known.context["ordinal_nouns"]),
    }


def _feasts() -> str:
    """The feasts' names with capitals, and with common nouns among their words in lower case ("Christmas morning")."""
    names = [" ".join(w[0].upper() + w[1:] for w in name.split()) for name in date_words().feasts]
    loose = [COMMON_NOUNS.sub(lambda w: w[0].lower(), name) for name in names]
    later = [re.sub(r"^(?:Late|Early)\b", lambda w: w[0].lower(), name) for name in loose]
    return alternatives([*names, *loose, *later])
