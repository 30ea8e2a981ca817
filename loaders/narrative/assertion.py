"""Assertion: whether a clause tells of what happened, of what was not done, or of neither.

Negation, hypothesis, recommendation, plan, offer and refusal are told apart from what happened by grammar: auxiliaries,
determiners, governing verbs, subordinators and tense.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from dhr_graph.loaders.narrative.clauses import Clause
from dhr_graph.loaders.narrative.denials import (
    begins_negative,
    is_after_denial,
    is_denied_after,
    is_further,
    is_of_ends,
    opens_with_no,
)
from dhr_graph.loaders.narrative.moods import (
    is_alternative,
    is_gerund,
    is_had_done,
    is_inverted,
    is_subjunctive,
    own_auxiliaries,
    own_subject,
)
from dhr_graph.loaders.narrative.parse import Token


class Status(StrEnum):
    """What a clause asserts of its predicate."""

    HAPPENED = "happened"
    NOT_DONE = "not_done"
    SHOULD_HAVE = "should_have"
    CONSIDERED = "considered"
    MEANT = "meant"
    DECLINED = "declined"
    UNREAL = "unreal"
    GENERAL = "general"


TELLS_OMISSION = frozenset({Status.NOT_DONE, Status.SHOULD_HAVE, Status.CONSIDERED})
ASKING = frozenset({"WRB", "WP", "WDT"})
WORDLESS_PRESENT = frozenset({"VBZ", "VBP"})
CONDITIONAL = frozenset({"advcl", "ccomp", "pcomp", "csubj", "acl", "dep"})
GOVERNED = frozenset({"xcomp", "pcomp", "ccomp", "advcl", "acl"})
SHARED_BELOW = frozenset({"xcomp", "pcomp", "ccomp", "acl", "relcl"})
DETERMINING = frozenset({"det", "preconj", "cc"})
TIMING = frozenset({"at", "on", "under"})
NEGATIVE_NOUNS = frozenset({"none", "nothing", "nil", "nobody", "neither"})


@dataclass(frozen=True, slots=True)
class Assertion:
    """Reads the status of clauses with the word lists of `rules/assertion.toml`."""

    words: Mapping[str, frozenset[str]]

    def status(self, clause: Clause, *, notes: bool = False) -> Status:
        """The status of a clause; `notes` says that the text is telegraphic, where the present tense tells history."""
        for test in (self._of_praise, self._unreal, self._modal, self._governed):
            found = test(clause)
            if found is not None:
                return found
        general = not notes and self._is_general(clause)
        if self._is_negative(clause):
            lemma = clause.head.lemma_.lower()
            recorded = lemma == "be" and any(o.lemma_.lower() in self.words["records"] for o in clause.objects)
            of_habit = clause.head.pos_ == "VERB" and lemma not in self.words["noting"] and not recorded
            return Status.GENERAL if of_habit and general else Status.NOT_DONE
        return Status.GENERAL if general else Status.HAPPENED

    def _unreal(self, clause: Clause) -> Status | None:
        """In a question, or under "if", "whether" or an inverted auxiliary ("Had she been asked, ...")."""
        if clause.sentence.text.rstrip().endswith("?"):
            return Status.UNREAL
        for part in _self_and_above(clause):
            if part.relation in CONDITIONAL and self._condition(part.head) not in {None, "until"}:
                return Status.UNREAL
            if part.relation in {"advcl", "ccomp", "dep"} and is_inverted(part.head):
                return Status.UNREAL
        return None

    def _condition(self, head: Token) -> str | None:
        marks = (c.lower_ for c in head.children if c.dep_ in {"mark", "advmod"})
        return next((mark for mark in marks if mark in self.words["conditions"]), None)

    def _modal(self, clause: Clause) -> Status | None:
        auxiliaries = _auxiliaries(clause)
        modals = {a.lower_ for a in auxiliaries if a.tag_ == "MD"}
        perfect = any(a.lemma_ == "have" for a in auxiliaries)
        if not modals:
            return None
        if modals & {"should", "ought"}:
            return self._expected(clause) if perfect else Status.GENERAL
        if "could" in modals:
            negative = self._is_negative(clause)
            if perfect:
                return Status.UNREAL if negative else self._expected(clause)
            return Status.NOT_DONE if negative else Status.HAPPENED
        if modals & {"would", "'d"}:
            future = Status.DECLINED if self._is_negative(clause) else Status.MEANT
            return Status.UNREAL if perfect else future
        return Status.UNREAL if perfect else Status.GENERAL

    def _expected(self, clause: Clause) -> Status:
        """As in "should have told", unless nobody says so ("no evidence that they should have", "little more that")."""
        above = clause.parent
        if self._is_negative(clause) or self._is_conditioned(clause):
            return Status.UNREAL
        if above is None or clause.relation not in {"acl", "ccomp", "relcl"}:
            return Status.SHOULD_HAVE
        thought = above.lemma in self.words["knowing"]
        left = (t for noun in (clause.head.head, *above.objects) for t in (noun, *noun.children))
        denied = self._lacks_record(above, clause.head) or (thought and self._is_negative(above))
        denied |= above.parent is not None and self._lacks_record(above.parent, above.head)
        nothing_left = any(t.lower_ in {"little", "nothing"} for t in left)
        return Status.UNREAL if denied or nothing_left else Status.SHOULD_HAVE

    def _is_conditioned(self, clause: Clause) -> bool:
        """Whether it could only have been under a condition that was not met ("could have helped, had it known")."""
        below = (c for c in clause.head.children if c.dep_ in CONDITIONAL)
        return any(is_inverted(c) or is_had_done(c) or self._condition(c) == "if" for c in below)

    def _of_praise(self, clause: Clause) -> Status | None:
        """What would have been good is what was missed: "would have been good practice for them to refer her"."""
        above = clause.parent
        if above is None or not _is_below_judgement(clause, above) or self._modal(above) is not Status.UNREAL:
            return None
        judged = (*above.objects, *(c for c in above.head.children if c.dep_ == "acomp"))
        good = any(t.lemma_.lower() in self.words["good"] for noun in judged for t in (noun, *noun.children))
        if not (good or above.head.lemma_.lower() in self.words["expecting"]):
            return None
        return Status.UNREAL if self._is_negative(above) or self._is_negative(clause) else Status.SHOULD_HAVE

    def _of_noun_above(self, clause: Clause, above: Clause) -> Status | None:
        """As in "The failure to ask", "missed opportunities for the GP to ask", "no grounds to arrest him"."""
        noun = clause.head.head
        lemma = noun.lemma_.lower()
        denied = self._is_negative(above) or any(c.lower_ in self.words["negative_determiners"] for c in noun.children)
        if lemma in self.words["decisions"]:
            return Status.NOT_DONE if self._negates(clause.head) else None
        taken = lemma in self.words["chances"] and above.head.lemma_.lower() in self.words["taking"]
        if taken and denied:
            return Status.NOT_DONE
        if lemma in self.words["chances"] | self.words["grounds"] and denied:
            return Status.UNREAL
        lost = any(c.lemma_.lower() in self.words["losing"] for c in (*noun.children, above.head))
        if lemma not in self.words["failures"] and not (lemma in self.words["chances"] and lost):
            return None
        return Status.UNREAL if denied else Status.NOT_DONE

    def _governed(self, clause: Clause) -> Status | None:
        """What the verb above makes of an infinitive, a gerund or a content clause."""
        head, above = clause.head, clause.parent
        infinitive = any(c.dep_ == "aux" and c.lower_ == "to" for c in head.children)
        if above is not None and infinitive:
            of_noun = self._of_noun_above(clause, above)
            if of_noun is not None:
                return of_noun
        if above is None or (infinitive and above.head.pos_ not in {"VERB", "AUX"}):
            return Status.MEANT if infinitive else None
        if clause.relation == "conj" and infinitive and any(c.lower_ == "to" for c in above.head.children):
            return self._governed(above)
        if clause.relation == "conj" and not infinitive:
            shared = above.relation in SHARED_BELOW and not own_subject(head) and head.tag_ == above.head.tag_
            return self._governed(above) if shared else None
        if clause.relation in GOVERNED and (infinitive or is_gerund(head)):
            return self._of_infinitive(clause, above) if infinitive else self._of_gerund(clause, above)
        if clause.relation in {"ccomp", "acl", "relcl"} and self._lacks_record(above, head):
            return Status.NOT_DONE
        if clause.relation == "ccomp" and is_subjunctive(head):
            return Status.MEANT
        if clause.relation == "ccomp" and above.head.lemma_.lower() in {"appear", "seem"} and self._is_negative(above):
            return Status.NOT_DONE
        return self._unconfirmed(clause, above) if clause.relation in {"ccomp", "csubjpass"} else None

    def _unconfirmed(self, clause: Clause, above: Clause) -> Status | None:
        """As in "It is not recorded that ...", "the file does not show that ..."; what a panel can't say is open."""
        if above.lemma not in self.words["knowing"] or not self._is_negative(above):
            return None
        if any(t.tag_ in ASKING and t.i < clause.head.i for t in clause.tokens):
            return None
        told_by = {s.lemma_.lower() for s in above.subjects}
        by_it = above.passive and told_by <= {"it"} and not above.agents and above.lemma in self.words["noting"]
        if told_by & self.words["inquirers"]:
            return Status.UNREAL
        if not (told_by & self.words["papers"] or by_it):
            return None
        open_still = any(t.lower_ in {"but", "only", "though", "although"} for t in clause.sentence)
        return Status.UNREAL if open_still else Status.NOT_DONE

    def _of_verb_above(self, above: Clause) -> Status | None:
        verb = above.head.lemma_.lower()
        if verb in self.words["failing"]:
            if above.parent is not None and self._governed(above) in {Status.NOT_DONE, Status.UNREAL}:
                return Status.UNREAL
            return Status.HAPPENED if self._is_negative(above) else Status.NOT_DONE
        if verb in self.words["holding_back"] and self._is_negative(above):
            return Status.HAPPENED
        if self._clears(above):
            return Status.UNREAL
        if self._modal(above) is Status.UNREAL:
            return Status.UNREAL
        return Status.DECLINED if verb in self.words["refusing"] else None

    def _clears(self, above: Clause) -> bool:
        """Whether a clause says that nobody is to blame for what is below ("cannot be criticised for not asking")."""
        blaming = any(t.lemma_.lower() in self.words["blaming"] for t in above.tokens)
        return blaming and self._is_negative(above)

    def _of_gerund(self, clause: Clause, above: Clause) -> Status | None:
        """As in "Without telling", "considered referring", "spoke of leaving"."""
        known = self._of_verb_above(above)
        if known is not None:
            return known
        preposition = clause.head.head.lower_ if clause.relation == "pcomp" else ""
        if preposition == "without":
            return Status.NOT_DONE
        if above.head.lemma_.lower() in self.words["weighing"] and clause.relation in {"xcomp", "pcomp"}:
            return Status.CONSIDERED
        return Status.UNREAL if preposition == "of" else None

    def _of_infinitive(self, clause: Clause, above: Clause) -> Status | None:
        """As in "Failed to tell", "agreed to refer", "rang to say", "was unable to see"."""
        known = self._of_verb_above(above)
        if known is not None:
            return known
        verb = above.head.lemma_.lower()
        if verb == "ought":
            perfect = any(a.lemma_ == "have" for a in _auxiliaries(clause))
            denied = self._is_negative(above) or self._is_negative(clause)
            return Status.UNREAL if denied else Status.SHOULD_HAVE if perfect else Status.GENERAL
        negative = self._is_negative(above)
        undone = Status.NOT_DONE if negative else None
        if verb in self.words["weighing"]:
            return Status.CONSIDERED
        if verb in self.words["carrying"] and clause.head.lemma_.lower() in self.words["saying"]:
            return undone
        if verb == "have":
            return undone or Status.MEANT
        if verb in self.words["doing"]:
            return undone
        if self._is_done_by_it(clause, above):
            return undone or (None if self.status(above) is Status.HAPPENED else Status.UNREAL)
        if any(t.lower_ in {"unable", "able"} for t in (*above.objects, *above.head.children)):
            return Status.NOT_DONE if negative or "unable" in above.sentence.text.lower() else None
        return Status.MEANT

    def _is_done_by_it(self, clause: Clause, above: Clause) -> bool:
        """As in "was worried enough to call the police", "took the trouble to ring her"."""
        if any(c.dep_ == "mark" and c.lower_ == "for" for c in clause.head.children):
            return False
        moved = (t for t in above.sentence if above.head.i <= t.i < clause.head.i and t.lower_ in self.words["moved"])
        for feeling in moved:
            after = feeling.doc.tokens[feeling.i + 1 : clause.head.i]
            held = feeling.nbor(-1).lower_ in self.words["hardly"]
            if any(t.lower_ == "enough" for t in after) and not held:
                return True
        pains = any(o.lemma_.lower() in self.words["pains"] for o in above.objects)
        return (
            pains
            and above.head.lemma_ == "take"
            and not any(t.lower_ == "off" for t in above.sentence if above.head.i < t.i < clause.head.i)
        )

    def _lacks_record(self, above: Clause, head: Token) -> bool:
        """As in "There is no record that ...", "nothing shows that ..."."""
        of_noun = above.relation in {"acl", "relcl"} and above.lemma in self.words["knowing"]
        if of_noun and above.head.head.lower_ == "nothing":
            return True
        for noun in (head.head, *above.subjects, *above.objects, *((above.head.head,) if of_noun else ())):
            denied = any(c.lower_ in self.words["negative_determiners"] for c in noun.children)
            if denied and noun.lemma_.lower() in self.words["records"]:
                return True
        return above.lemma in self.words["knowing"] and any(s.lower_ == "nothing" for s in above.subjects)

    def _is_negative(self, clause: Clause) -> bool:
        head = clause.head
        nouns = (*clause.subjects, *clause.objects)
        if self._negates(head) or self._at_no_time(clause) or is_denied_after(head):
            return True
        withheld = self.words["refusing"] | self.words["failing"] | self.words["holding_back"]
        denied = is_after_denial(head, self.words["times"]) or begins_negative(clause)
        if (denied and head.lemma_.lower() not in withheld) or any(
            opens_with_no(subject) for subject in clause.subjects
        ):
            return True
        if self._is_absent(nouns):
            return True
        beside = () if head.lemma_.lower() in self.words["ending"] else clause.preposition("to", "with", "by", "of")
        if any(n.lower_ in NEGATIVE_NOUNS for n in (*nouns, *beside)):
            return True
        if any(t.lower_ == "neither" and (t.i < head.i or is_of_ends(t)) for t in clause.tokens):
            return True
        if any(c.lower_ == "no" and is_further(c.head) for t in clause.tokens for c in t.children):
            return not any(n.lemma_.lower() in {"action", "contact"} for n in nouns)
        if any(c.lower_ in {"no", "neither"} and c.dep_ in DETERMINING for n in nouns for c in n.children):
            return True
        if clause.relation == "conj" and clause.parent is not None and not own_subject(head):
            bare = head.tag_ == "VB" and clause.parent.head.tag_ == "VB"
            alternative = is_alternative(head, clause.parent.head) and not own_auxiliaries(head)
            return (bare or alternative) and self._is_negative(clause.parent)
        return False

    def _is_absent(self, nouns: Iterable[Token]) -> bool:
        """As in "The absence of a referral", "there was a lack of any assessment"."""
        gone = (n for n in nouns if n.lemma_.lower() in self.words["absence"])
        of = (c for noun in gone for c in noun.children if c.dep_ == "prep" and c.lower_ == "of")
        return any(t.lemma_.lower() in self.words["duties"] for prep in of for t in prep.children)

    def _negates(self, head: Token) -> bool:
        """Whether a negator hangs on the predicate or on its auxiliary."""
        if any(below.dep_ == "neg" for c in head.children if c.dep_ in {"aux", "auxpass"} for below in c.children):
            return True
        for child in head.children:
            marks = child.dep_ in {"neg", "preconj", "cc"} or child.lower_ in {"never", "neither"}
            if marks and child.i <= head.i and child.lower_ in self.words["negators"]:
                return True
            if child.dep_ == "neg" and (child.lower_ == "not" or head.lower_ == "nor"):
                return True
        return False

    def _at_no_time(self, clause: Clause) -> bool:
        """As in "At no point did anyone refer her", "on none of them was she asked", "was at no time offered it"."""
        parted = clause.passive and clause.relation == "advcl" and clause.parent is not None
        holders = (clause.head, *((clause.parent.head,) if parted and clause.parent else ()))
        before = (c for holder in holders for c in holder.children if c.dep_ == "prep" and c.i < clause.head.i)
        phrases = [phrase for phrase in before if phrase.lower_ in TIMING]
        nouns = [noun for phrase in phrases for noun in phrase.children if noun.dep_ == "pobj"]
        times = (n for n in nouns if n.lemma_.lower() in self.words["times"])
        return any(n.lower_ == "none" for n in nouns) or any(c.lower_ == "no" for n in times for c in n.children)

    def _is_general(self, clause: Clause) -> bool:
        """Whether the tense is the present, or a bare form with a subject: what is so, or shall be, in general."""
        auxiliaries = _auxiliaries(clause)
        forms = (clause.head, *auxiliaries)
        finite = [t for t in forms if t.tag_ in {"VBZ", "VBP", "VBD", "MD"}]
        if not finite:
            bare = any(t.tag_ == "VB" for t in forms) and not any(t.lower_ == "to" for t in auxiliaries)
            headed = own_subject(clause.head) or clause.relation in {"ROOT", "conj"}
            return bare and headed and not self._is_perceived(clause)
        first = min(finite, key=lambda t: t.i)
        if first.tag_ not in WORDLESS_PRESENT:
            return False
        perfect = first.lemma_ == "have" and clause.head.tag_ == "VBN" and first.i != clause.head.i
        has_year = any(t.like_num and len(t.text) == 4 for t in clause.tokens)
        return not perfect or not (has_year or self._is_negative(clause))

    def _is_perceived(self, clause: Clause) -> bool:
        """Whether somebody saw or heard it done ("saw him push her")."""
        above = clause.parent
        return (
            above is not None and clause.relation in GOVERNED and above.head.lemma_.lower() in self.words["perceiving"]
        )


def _is_below_judgement(clause: Clause, above: Clause) -> bool:
    """Whether a clause may be what another judges: an infinitive, or a condition ("had they asked", "if they had")."""
    if above.head.lemma_ not in {"be", "expect"} or clause.relation not in CONDITIONAL | {"xcomp", "relcl"}:
        return False
    infinitive = any(c.dep_ == "aux" and c.lower_ == "to" for c in clause.head.children)
    supposed = any(c.dep_ == "mark" and c.lower_ == "if" for c in clause.head.children)
    return infinitive or supposed or is_inverted(clause.head)


def _auxiliaries(clause: Clause) -> tuple[Token, ...]:
    """Those of the predicate, or of the one that it is conjoined with ("was told and asked")."""
    own = tuple(c for c in clause.head.children if c.dep_ in {"aux", "auxpass"})
    if own or clause.relation != "conj" or clause.parent is None or own_subject(clause.head):
        return own
    above = _auxiliaries(clause.parent)
    same = clause.head.tag_ in {"VB", "VBN"} and clause.parent.head.tag_ == clause.head.tag_
    misread = clause.head.tag_ == "VBD" and clause.parent.head.tag_ == "VBN" and any(a.tag_ == "MD" for a in above)
    return above if same or misread else own


def _self_and_above(clause: Clause) -> tuple[Clause, ...]:
    """The clause and those above it under whose condition it stands too."""
    chain = [clause]
    while chain[-1].parent is not None and chain[-1].relation in {"conj", "ccomp", "xcomp", "advcl", "acl"}:
        last = chain[-1]
        if (last.relation == "conj" and own_subject(last.head)) or (last.relation == "advcl" and last is clause):
            break
        chain.append(chain[-1].parent)
    return tuple(chain)
