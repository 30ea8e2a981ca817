"""The passages that name an agency, so that a person can check in a minute what a review says of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dhr_graph.model.records import Body, Passage

_SHORT = 5
"""Names up to this length (GP, MIND, IDVA) are looked for as they are written: in lower case they are words."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A passage that names an agency: `words` is the name as it stands there, the offsets are the document's."""

    passage: Passage
    words: str
    start: int
    end: int


def mentions_of(body: Body, passages: Iterable[Passage]) -> Iterator[Mention]:
    """The first mention of an agency in each passage that names it, under its name or an alias; in the given order."""
    patterns = [_pattern(name) for name in dict.fromkeys((body.name, *body.aliases)) if name.strip()]
    for passage in passages:
        found = [match for pattern in patterns if (match := pattern.search(passage.text))]
        if found:
            first = min(found, key=lambda match: (match.start(), -match.end()))
            yield Mention(passage, first.group(), passage.start + first.start(), passage.start + first.end())


def _pattern(name: str) -> re.Pattern[str]:
    """The name as whole words, whatever white space stands between them."""
    words = r"\s+".join(re.escape(word) for word in name.split())
    before = r"(?<!\w)" if re.match(r"\w", name.strip()) else ""
    flags = re.NOFLAG if len(name.strip()) <= _SHORT else re.IGNORECASE
    return re.compile(before + words + r"(?!\w)", flags)
