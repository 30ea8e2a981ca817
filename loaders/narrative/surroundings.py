"""Surroundings: what a sentence names, in whose section it stands, and who was spoken of before it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from dhr_graph.loaders.cast import Cast, Mention
from dhr_graph.loaders.narrative.discourse import Discourse
from dhr_graph.loaders.narrative.lexicon import Lexicon
from dhr_graph.loaders.narrative.parse import Token
from dhr_graph.model.records import Body


@dataclass(slots=True)
class Surroundings:
    """What is known of a sentence before its noun phrases are read; offsets are those of the parsed text.

    `agency` is the one in whose section, lead phrase or row it stands, `notes` says that it is telegraphic, `dated`
    that it is an entry under its day, `likely` has the body that is usually meant by a type ("the police").
    """

    cast: Cast
    lexicon: Lexicon
    mentions: tuple[Mention, ...]
    discourse: Discourse
    agency: str | None = None
    notes: bool = False
    likely: Mapping[str, str] = field(default_factory=dict)
    dated: bool = False
    _at: dict[int, Mention | None] = field(default_factory=dict)

    def words(self, name: str) -> frozenset[str]:
        """The lexicon's set of words of a name."""
        return self.lexicon.sets[name]

    def pattern(self, name: str) -> re.Pattern[str]:
        """The lexicon's wordings of a name, as one expression."""
        return self.lexicon.patterns[name]

    def body(self, member: str | None) -> Body | None:
        """The agency or forum of an id, None for none."""
        return self.cast.body(member) if member is not None else None

    def mention_at(self, token: Token) -> Mention | None:
        """The mention that a token stands in."""
        if token.i not in self._at:
            at = token.idx
            self._at[token.i] = next((m for m in self.mentions if m.start <= at < m.end), None)
        return self._at[token.i]

    def agency_at(self, token: Token) -> str | None:
        """The one agency that a token names, None where it names none or several."""
        mention = self.mention_at(token)
        return mention.member if mention is not None and mention.kind == "agency" else None

    def body_at(self, token: Token) -> str | None:
        """The one agency or forum that a token names, None where it names none or several."""
        mention = self.mention_at(token)
        return mention.member if mention is not None and mention.kind in {"agency", "forum"} else None

    def mentioned(self, tokens: Iterable[Token], *kinds: str) -> Iterator[Mention]:
        """The mentions of some kinds that these tokens hold, in order, each once."""
        seen = set()
        for token in tokens:
            mention = self.mention_at(token)
            if mention is not None and mention.kind in kinds and mention.start not in seen:
                seen.add(mention.start)
                yield mention

    def lately(self, token: Token) -> str | None:
        """The agency that was named last before a token in its sentence."""
        before = [
            m.member
            for m in self.mentions
            if token.sent.start_char <= m.start and m.end <= token.idx and m.kind == "agency" and m.member is not None
        ]
        return before[-1] if before else None
