"""Mending: a stretch is parsed again where people have codes for names, or the parser stumbled over a name.

The parser takes many at once in half the time, so all of a document are parsed again ahead of its reading, by what is
named in them; where the thread of the text then shows other names in one, that one is parsed once more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dhr_graph.loaders.cast import Mention
from dhr_graph.loaders.narrative.grammar import ParsedText, Repair, parse_again
from dhr_graph.loaders.narrative.parse import Token

CODED = re.compile(r"(?:[A-Z][a-z]+ )?[A-Z]{1,2}\d?|[A-Z][a-z]+ \d")
SHORT = re.compile(r"[A-Z]{2,6}")
VERBAL, ADVERBIAL = frozenset({"VERB", "AUX"}), frozenset({"advmod", "npadvmod", "advcl", "dep"})


@dataclass(frozen=True, slots=True)
class Mending:
    """A stretch as it was parsed first, what is named in it, and its second parse with the repair that asked for it."""

    first: ParsedText
    mentions: tuple[Mention, ...]
    repair: Repair
    again: ParsedText

    def under(self, mentions: Sequence[Mention], *, of_notes: bool) -> ParsedText:
        """The parse to be read where these are the names in it; names of people stay as they are in notes."""
        if not of_notes and mentions == self.mentions:
            return self.again
        repair = repair_of(self.first, mentions, of_notes=of_notes)
        return self.again if repair == self.repair else next(parse_again([(self.first, repair)]))


def mended(texts: Sequence[tuple[ParsedText, tuple[Mention, ...]]]) -> Iterator[Mending]:
    """Stretches with what is named in them, each parsed again if it needs it, in their order."""
    repairs = [repair_of(parsed, mentions, of_notes=False) for parsed, mentions in texts]
    again = parse_again((parsed, repair) for (parsed, _), repair in zip(texts, repairs, strict=True))
    for (parsed, mentions), repair, second in zip(texts, repairs, again, strict=True):
        yield Mending(parsed, mentions, repair, second)


def repair_of(parsed: ParsedText, mentions: Sequence[Mention], *, of_notes: bool) -> Repair:
    """Which names are to be put as ordinary ones in a stretch before it is parsed again."""
    people = [(m.start, m.end) for m in mentions if m.kind == "person" and m.basis in {"label", "name", "alias"}]
    names = people if not of_notes and _needs_names(parsed, people) else []
    named = (m for m in mentions if m.kind == "agency" and m.basis in {"name", "alias"})
    short = {m.start: m.end for m in named if SHORT.fullmatch(parsed.words, m.start, m.end)}
    stumbled = [(t.idx, short[t.idx]) for t in parsed.doc if t.idx in short and _is_stumbled_over(t)] if short else []
    return Repair(tuple(names), tuple(stumbled))


def _needs_names(parsed: ParsedText, people: Sequence[tuple[int, int]]) -> bool:
    if any(CODED.fullmatch(parsed.words[start:end]) for start, end in people):
        return True
    unclear = (s for s in parsed.doc.sents if s.root.pos_ not in {"VERB", "AUX"})
    return any(s.start_char <= start < s.end_char for s in unclear for start, _ in people)


def _is_stumbled_over(token: Token) -> bool:
    """Whether the parser took a name for a verb ("passed this to NMP"), or in front of one for an adverb."""
    return token.pos_ in VERBAL or (token.dep_ in ADVERBIAL and token.i == token.sent.start)
