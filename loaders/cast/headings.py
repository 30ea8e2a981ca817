"""Which body a heading, a lead phrase or a table's cell names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from dhr_graph.loaders.cast.expressions import expression
from dhr_graph.loaders.cast.mentions import Mention, Namer
from dhr_graph.loaders.cast.wording import is_in_capitals, lowered, straighten

NUMBER = r"(?:\(?(?:\d+(?:\.\d+)*|[a-z]|[ivx]+)[).:]?\s+)?"
TELLING = re.compile(r" (?!and\b|of\b|at\b)[a-z]")
LONGEST = 140


@lru_cache(maxsize=1)
def _label() -> re.Pattern[str]:
    """What is printed before the title of a section: "Section 4:", "a)"."""
    return re.compile(rf"^\W*(?:{expression('heading_label').pattern})?{NUMBER}", re.I)


@dataclass(frozen=True, eq=False)
class Headings:
    """Resolves headings by the namings in them."""

    namer: Namer

    def of(self, words: str) -> str | None:
        """The one body that words name; names outweigh common nouns, what stands first what stands in brackets."""
        text = re.sub(r"</?\w+>", " ", straighten(words)).strip()
        label = _label().match(text)
        text = text[label.end() :] if label and label.end() < len(text) else text
        if not text or len(text) > LONGEST:
            return None
        if is_in_capitals(text) and len(text) > 8:
            text = lowered(text)
        kind, _, name = text.partition(": ")
        of_kind = bool(name) and not any(m.basis in ("name", "alias") for m in self.namer.mentions(kind))
        for part in (*([name] if of_kind else []), re.split(r"[(\[]", text)[0], text):
            mentions = self.namer.mentions(part)
            if mentions and mentions[0].kind == "person" and TELLING.match(part, mentions[0].end):
                return None
            found = self._single(mentions)
            if found:
                return found
        return None

    @staticmethod
    def _single(mentions: tuple[Mention, ...]) -> str | None:
        bodies = [m for m in mentions if m.kind in ("agency", "forum", "kind")]
        if (
            any(m.kind == "kind" and not m.professional for m in bodies)
            and len({m.members for m in bodies}) > 1
            and not any(m.basis == "name" for m in bodies)
        ):
            return None
        for bases in (("name",), ("name", "alias"), ("name", "alias", "role")):
            named = list(dict.fromkeys(m.members[0] for m in bodies if m.members and m.basis in bases))
            if named:
                return named[0] if len(named) == 1 else None
        return None
