"""Dating: gives each clause its date: its own, that of its sentence, or the one carried from before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Span as Sentence
from spacy.tokens import Token

from dhr_graph.loaders.dates import DateMention, resolve
from dhr_graph.loaders.narrative.assertion import Status
from dhr_graph.loaders.narrative.clauses import Clause
from dhr_graph.model.dates import DateSpan

HABITUAL = frozenset({"regularly", "often", "usually", "always", "frequently", "sometimes", "generally", "repeatedly", "occasionally", "rarely"})
UNMOVING = frozenset({Status.MEANT, Status.UNREAL, Status.GENERAL, Status.DECLINED})


@dataclass(frozen=True, slots=True)
class DatedSentence:
    """The dates of one sentence, resolved in order, and the anchor that it leaves behind."""

    mentions: tuple[tuple[DateMention, DateSpan], ...]
    anchor: DateSpan | None
    before: DateSpan | None

    def of(self, clause: Clause) -> DateSpan | None:
        """The date of a clause: the one in its own words, else one told earlier in the sentence, else the carried one."""
        own = self._within(clause.tokens)
        if own is not None:
            return own
        below = self._within(tuple(clause.head.subtree)) if clause.relation in {"ROOT", "ccomp"} and not self._earlier(clause) else None
        found = self._climb(clause) or self._earlier(clause)
        if found is not None:
            return found
        if any(t.lower_ in HABITUAL for t in clause.tokens):
            return None
        return below if below is not None and self.before is None else self._carried()

    def _carried(self) -> DateSpan | None:
        return None if self.before is None else replace(self.before, basis="carried", text="")

    def _within(self, tokens: Sequence[Token]) -> DateSpan | None:
        places = {t.idx for t in tokens}
        found = [span for mention, span in self.mentions if any(mention.start <= at < mention.end for at in places)]
        stated = [span for span in found if span.basis == "stated"]
        return (stated or found or [None])[0]

    def _climb(self, clause: Clause) -> DateSpan | None:
        above = clause.parent
        while above is not None:
            found = self._within([t for t in above.tokens if t.i < clause.head.i])
            if found is not None:
                return found
            above = above.parent
        return None

    def _earlier(self, clause: Clause) -> DateSpan | None:
        before = [span for mention, span in self.mentions if mention.end <= clause.head.idx]
        return before[-1] if before else None


def date_sentence(sentence: Sentence, mentions: Sequence[DateMention], anchor: DateSpan | None,
                  statuses: Sequence[tuple[Clause, Status]]) -> DatedSentence:
    """Resolve the dates of a sentence one after another, each against the one before it."""
    resolved: list[tuple[DateMention, DateSpan]] = []
    current, kept = anchor, anchor
    for mention in mentions:
        if not sentence.start_char <= mention.start < sentence.end_char:
            continue
        span = resolve(mention, current)
        if span is None:
            continue
        resolved.append((mention, span))
        current = span
        if _moves(mention, span, sentence, statuses):
            kept = span
    return DatedSentence(tuple(resolved), kept, anchor)


def _moves(mention: DateMention, span: DateSpan, sentence: Sentence, statuses: Sequence[tuple[Clause, Status]]) -> bool:
    """Whether a date moves the anchor: not one of a plan, a hypothesis, an aside or of what had been before."""
    holder = next(((c, s) for c, s in statuses if any(mention.start <= t.idx < mention.end for t in c.tokens)), None)
    if holder is None:
        return True
    clause, status = holder
    if status in UNMOVING or clause.relation in {"relcl", "acl"}:
        return False
    pluperfect = any(c.dep_ == "aux" and c.lower_ == "had" for c in clause.head.children)
    return not pluperfect or mention.start <= sentence.start_char + 3
