"""Dating: gives each clause its date: its own, that of its sentence, or the one carried from before."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from dhr_graph.loaders.dates import DateMention, resolve, span_of
from dhr_graph.loaders.narrative.assertion import Status
from dhr_graph.loaders.narrative.clauses import Clause
from dhr_graph.loaders.narrative.grammar import FINITE, SUBJECTS
from dhr_graph.loaders.narrative.lexicon import Lexicon
from dhr_graph.loaders.narrative.parse import Sentence, Token
from dhr_graph.model.dates import DateSpan

DETERMINING = frozenset({"the", "that", "this", "his", "her", "their", "its"})
DAY = len("2016-05-04")
MONTHLY = re.compile(r"\d{4}-\d\d")
SECONDARY = frozenset({"referral", "information_share", "signposting"})
UNMOVING = frozenset({Status.MEANT, Status.UNREAL, Status.GENERAL, Status.DECLINED})


@dataclass(slots=True)
class Carry:
    """The dates that are carried on: the last one told (for relative dates), and those that undated words take.

    `last` and `episode` hold within a passage only: a new paragraph that gives no date has none. `last_day` is that of
    the death, if it is known.
    """

    anchor: DateSpan | None = None
    last: DateSpan | None = None
    episode: DateSpan | None = None
    last_day: datetime.date | None = None

    def enter(self) -> None:
        """Come to a new passage."""
        self.last = self.episode = None

    def enter_section(self) -> None:
        """After what followed the death a new section tells history again, so dates count from the death."""
        anchor, death = self.anchor, self.last_day
        if anchor is not None and anchor.earliest is not None and death is not None and anchor.earliest > death:
            self.anchor = span_of(death.isoformat(), anchor.text)

    def told(self, date: DateSpan) -> None:
        """A date that stands over what follows: of a row, a lead phrase or a heading."""
        self.anchor = self.last = self.episode = date

    def pass_on(self, dated: DatedSentence, types: frozenset[str]) -> None:
        """Go on from a sentence that told events of some types."""
        told_again = bool(dated.mentions) and self.last is None
        if dated.anchor is not None and (told_again or dated.anchor != self.anchor):
            self.anchor = self.last = dated.anchor
            if not types or not types <= SECONDARY or self.episode is None:
                self.episode = dated.anchor


@dataclass(frozen=True, slots=True)
class DatedSentence:
    """The dates of one sentence, resolved in order, and the anchor that it leaves behind.

    `lexicon` knows the words of habit and of the calendar.
    """

    mentions: tuple[tuple[DateMention, DateSpan], ...]
    anchor: DateSpan | None
    carried: DateSpan | None
    episode: DateSpan | None
    lexicon: Lexicon

    def of(self, clause: Clause, *, omitted: bool = False) -> DateSpan | None:
        """The date of a clause: the one in its own words, else one told earlier in the sentence, else the carried one.

        What was omitted belongs to the episode, not to the last letter that was sent about it.
        """
        own = self._within(clause.tokens, clause)
        if own is not None:
            return own
        found = self._climb(clause) or self._earlier(clause) or self._shared(clause)
        if found is not None:
            return found
        if any(t.lower_ in self.lexicon.sets["habitual"] for t in clause.tokens):
            return None
        carried = self.episode if omitted else self.carried
        if carried is not None:
            return replace(carried, basis="carried", text="")
        return self._within(tuple(clause.head.subtree), clause) if clause.relation in {"ROOT", "ccomp"} else None

    def _shared(self, clause: Clause) -> DateSpan | None:
        """The date at the end of "referred her to MARAC and told CSC the following day" holds for both verbs."""
        for other in clause.head.conjuncts:
            if other.i > clause.head.i and not any(c.dep_ in SUBJECTS for c in other.children):
                found = self._within([t for t in other.subtree if t.i > other.i])
                if found is not None:
                    return found
        return None

    def _within(self, tokens: Sequence[Token], clause: Clause | None = None) -> DateSpan | None:
        found: list[tuple[int, int, bool, DateSpan]] = []
        for mention, span in self.mentions:
            first = next((t for t in tokens if mention.start <= t.idx < mention.end), None)
            if first is not None:
                far = 0 if clause is None else self._distance(first, clause.head)
                inside = far > 0 and len(span.edtf) < DAY
                found.append((far, int(span.basis != "stated"), inside, span))
        return min(found, key=lambda f: f[:3])[3] if found else None

    def _climb(self, clause: Clause) -> DateSpan | None:
        above = clause.parent
        while above is not None:
            found = self._within([t for t in above.tokens if t.i < clause.head.i], above)
            if found is not None:
                return found
            above = above.parent
        return None

    def _earlier(self, clause: Clause) -> DateSpan | None:
        before = [span for mention, span in self.mentions if mention.end <= clause.head.idx]
        return before[-1] if before else None

    def _distance(self, token: Token, head: Token) -> int:
        """How far a date is from its predicate: 0 beside it, 1 inside a noun phrase, 2 after another finite verb."""
        if any(t.tag_ in FINITE for t in head.doc.tokens[head.i + 1 : token.i]):
            return 2
        return 0 if self._hangs_on(token, head) else 1

    def _hangs_on(self, token: Token, head: Token) -> bool:
        """Whether a date is an adverb of its predicate, not part of a noun's description ("the letter of 5 April")."""
        calendar = self.lexicon.sets["months"] | self.lexicon.sets["calendar_parts"]
        for above in token.ancestors:
            if above.i == head.i:
                return True
            if (
                above.pos_ in {"NOUN", "PROPN", "VERB"}
                and above.ent_type_ == ""
                and above.lemma_.lower() not in calendar
            ):
                return False
        return token.i == head.i


def date_sentence(
    sentence: Sentence,
    mentions: Sequence[DateMention],
    carry: Carry,
    statuses: Sequence[tuple[Clause, Status]],
    lexicon: Lexicon,
) -> DatedSentence:
    """Resolve the dates of a sentence one after another, each against the one before it."""
    resolved: list[tuple[DateMention, DateSpan]] = []
    current, kept = carry.anchor, carry.anchor
    last_day = None if lexicon.patterns["after_death"].search(sentence.text) else carry.last_day
    for mention in mentions:
        inside = sentence.start_char <= mention.start < sentence.end_char
        latest = None if _is_planned(mention, sentence) else last_day
        span = resolve(mention, current, latest) if inside else None
        if span is None:
            continue
        if _names_a_thing(mention, sentence, lexicon) or _is_of_what_was_left(mention, sentence, statuses, lexicon):
            current = span if mention.month is not None or MONTHLY.match(span.edtf) else current
            continue
        resolved.append((mention, span))
        if latest is not last_day and last_day is not None and span.earliest is not None and span.earliest > last_day:
            continue
        holder = _holder(mention, statuses)
        if kept is not None and _refers_back(mention, span, kept, sentence, lexicon):
            continue
        if holder is None or not _is_aside(mention, holder[0], sentence):
            current = span
            kept = kept if holder is not None and holder[1] in UNMOVING else span
    return DatedSentence(tuple(resolved), kept, carry.last, carry.episode, lexicon)


def _is_planned(mention: DateMention, sentence: Sentence) -> bool:
    """Whether a date is that of what was arranged, which may lie after the death ("an appointment for 28 October")."""
    first = next((t for t in sentence if mention.start <= t.idx < mention.end), None)
    return first is not None and first.i > sentence.start and first.nbor(-1).lower_ in {"for", "until"}


def _names_a_thing(mention: DateMention, sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether a date only says which thing is meant ("the 2014 offence", "the conviction of 2009"), not when."""
    inside = [t for t in sentence if mention.start <= t.idx < mention.end]
    if not inside or inside[0].i == sentence.start or inside[-1].i + 1 >= sentence.end:
        return False
    before, thing = inside[0].nbor(-1), inside[-1].nbor()
    year = len(inside) == 1 and len(inside[0].text) == 4
    if before.lower_ == "of" and (year or mention.kind == "relative"):
        return before.head.pos_ == "NOUN" and before.head.lemma_.lower() not in lexicon.sets["calendar_nouns"]
    described = before.lower_ in DETERMINING and thing.pos_ == "NOUN" and inside[-1].head.i in {thing.i, inside[0].i}
    return described and thing.dep_ not in SUBJECTS


def _refers_back(mention: DateMention, span: DateSpan, told: DateSpan, sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether a date is that of a thing known from before ("looked at the call of 4 May 2018")."""
    first = next((t for t in sentence if t.idx >= mention.start), None)
    if first is None or first.i == sentence.start or first.nbor(-1).lower_ != "of":
        return False
    noun = first.nbor(-1).head
    known = any(c.dep_ == "det" and c.lower_ in DETERMINING for c in noun.children)
    earlier = span.latest is not None and told.earliest is not None and span.latest < told.earliest
    return earlier and known and noun.pos_ == "NOUN" and noun.lemma_.lower() not in lexicon.sets["calendar_nouns"]


def _is_of_what_was_left(
    mention: DateMention, sentence: Sentence, statuses: Sequence[tuple[Clause, Status]], lexicon: Lexicon
) -> bool:
    """Whether a date only says with which paper nothing was done ("the notice of July 2018 was not looked up")."""
    holder = _holder(mention, statuses)
    first = next((t for t in sentence if t.idx >= mention.start), None)
    if holder is None or holder[1] is not Status.NOT_DONE or first is None or first.i == sentence.start:
        return False
    before = first.nbor(-1)
    noun = before.head
    known = any(c.dep_ == "det" and c.lower_ in DETERMINING for c in noun.children)
    of_calendar = noun.lemma_.lower() in lexicon.sets["calendar_nouns"]
    return before.lower_ == "of" and noun.pos_ == "NOUN" and known and not of_calendar


def _holder(mention: DateMention, statuses: Sequence[tuple[Clause, Status]]) -> tuple[Clause, Status] | None:
    """The clause in which a date stands, with its status."""
    return next(((c, s) for c, s in statuses if any(mention.start <= t.idx < mention.end for t in c.tokens)), None)


def _is_aside(mention: DateMention, clause: Clause, sentence: Sentence) -> bool:
    """Whether a date is one of an aside, or of what had been before: nothing goes on from it."""
    if clause.relation in {"relcl", "acl"}:
        return True
    pluperfect = any(c.dep_ == "aux" and c.lower_ == "had" for c in clause.head.children)
    return pluperfect and mention.start > sentence.start_char + 3
