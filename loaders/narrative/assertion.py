"""Assertion: whether a clause tells of what happened, of what was not done, or of neither.

Negation, hypothesis, recommendation, plan, offer and refusal are told apart from what happened by grammar: auxiliaries,
determiners, governing verbs, subordinators and tense.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from spacy.tokens import Token

from dhr_graph.loaders.narrative.clauses import Clause


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
WORDLESS_PRESENT = frozenset({"VBZ", "VBP"})


@dataclass(frozen=True, slots=True)
class Assertion:
    """Reads the status of clauses with the word lists of `rules/assertion.toml`."""

    words: Mapping[str, frozenset[str]]

    def status(self, clause: Clause, *, notes: bool = False) -> Status:
        """The status of a clause; `notes` says that the text is telegraphic, where the present tense tells history."""
        for test in (self._unreal, self._modal, self._governed, self._negated):
            found = test(clause)
            if found is not None:
                return found
        if not notes and self._is_general(clause):
            return Status.GENERAL
        return Status.HAPPENED

    def _unreal(self, clause: Clause) -> Status | None:
        if clause.sentence.text.rstrip().endswith("?"):
            return Status.UNREAL
        for part in _self_and_above(clause):
            head = part.head
            marks = [c for c in head.children if c.dep_ in {"mark", "advmod"} and c.lower_ in self.words["conditions"]]
            if (
                marks
                and part.relation in {"advcl", "ccomp", "pcomp", "csubj", "acl", "dep"}
                and marks[0].lower_ != "until"
            ):
                return Status.UNREAL
            if part.relation in {"advcl", "ccomp", "dep"} and self._is_inverted(head):
                return Status.UNREAL
        return None

    def _is_inverted(self, head: Token) -> bool:
        auxes = [c for c in head.children if c.dep_ in {"aux", "auxpass"} and c.lower_ in {"had", "were", "should"}]
        subjects = [c for c in head.children if c.dep_ in {"nsubj", "nsubjpass"}]
        marks = any(c.dep_ == "mark" or c.tag_ in {"WRB", "WDT", "WP"} for c in head.children)
        return bool(auxes and subjects and auxes[0].i < subjects[0].i and not marks)

    def _modal(self, clause: Clause) -> Status | None:
        auxes = _auxiliaries(clause)
        modals = {a.lower_ for a in auxes if a.tag_ == "MD"}
        perfect = any(a.lemma_ == "have" for a in auxes)
        if not modals:
            return None
        if modals & {"should", "ought"}:
            return Status.SHOULD_HAVE if perfect else Status.GENERAL
        if modals & {"could"}:
            if perfect:
                return Status.SHOULD_HAVE
            return Status.NOT_DONE if self._is_negative(clause) else Status.HAPPENED
        if modals & {"would", "'d"}:
            if perfect:
                return Status.UNREAL
            return Status.DECLINED if self._is_negative(clause) else Status.MEANT
        return Status.UNREAL if perfect else Status.GENERAL

    def _governed(self, clause: Clause) -> Status | None:
        head, above = clause.head, clause.parent
        if above is None:
            return None
        infinitive = any(c.dep_ == "aux" and c.lower_ == "to" for c in head.children)
        if clause.relation == "conj" and not infinitive:
            if above.relation in {"xcomp", "pcomp"} and not _own_subject(head) and head.tag_ == above.head.tag_:
                return self._governed(above)
            return None
        if clause.relation in {"xcomp", "pcomp", "ccomp", "advcl", "acl"} and (
            infinitive
            or head.tag_ == "VBG"
            or any(c.lower_ == "being" for c in head.children if c.dep_ in {"aux", "auxpass"})
        ):
            return self._under(clause, above, infinitive)
        if clause.relation in {"ccomp", "acl", "relcl"} and self._lacks_record(above, head):
            return Status.NOT_DONE
        if clause.relation == "ccomp" and above.head.lemma_.lower() in {"appear", "seem"} and self._is_negative(above):
            return Status.NOT_DONE
        return None

    def _under(self, clause: Clause, above: Clause, infinitive: bool) -> Status | None:
        verb = above.head.lemma_.lower()
        upper = self._is_negative(above)
        if verb in self.words["failing"]:
            doubled = above.parent is not None and self._governed(above) is Status.NOT_DONE
            return Status.UNREAL if doubled else Status.HAPPENED if upper else Status.NOT_DONE
        if verb in self.words["refusing"]:
            return Status.DECLINED
        if not infinitive:
            preposition = clause.head.head if clause.relation == "pcomp" else None
            if preposition is not None and preposition.lower_ == "without":
                return Status.NOT_DONE
            if verb in self.words["weighing"] and clause.relation in {"xcomp", "pcomp"}:
                return Status.CONSIDERED
            return Status.UNREAL if preposition is not None and preposition.lower_ == "of" else None
        if verb in self.words["weighing"]:
            return Status.CONSIDERED
        if verb in self.words["carrying"] and clause.head.lemma_.lower() in self.words["saying"]:
            return Status.NOT_DONE if upper else None
        if verb in self.words["doing"] or verb == "have":
            return Status.NOT_DONE if upper else (Status.MEANT if verb == "have" else None)
        if any(t.lower_ in {"unable", "able"} for t in above.objects) or any(
            c.lower_ in {"unable", "able"} for c in above.head.children
        ):
            return Status.NOT_DONE if upper or "unable" in above.sentence.text.lower() else None
        return Status.MEANT

    def _lacks_record(self, above: Clause, head: Token) -> bool:
        nouns = [head.head, *above.subjects, *above.objects]
        return any(
            n.lemma_.lower() in self.words["records"]
            and any(c.lower_ in self.words["negative_determiners"] for c in n.children)
            for n in nouns
        ) or (above.lemma in self.words["knowing"] and any(s.lower_ == "nothing" for s in above.subjects))

    def _negated(self, clause: Clause) -> Status | None:
        if not self._is_negative(clause):
            return None
        if (
            self._is_general(clause)
            and clause.head.pos_ == "VERB"
            and clause.head.lemma_.lower() not in {"record", "document", "note", "clear"}
        ):
            return Status.GENERAL
        return Status.NOT_DONE

    def _is_negative(self, clause: Clause) -> bool:
        head = clause.head
        marks = [c for c in head.children if c.dep_ in {"neg", "preconj", "cc"} or c.lower_ in {"never", "neither"}]
        if any(c.lower_ in self.words["negators"] and c.i <= head.i for c in marks):
            return True
        if any(a.lower_ == "nor" or c.lower_ == "not" for a in [head] for c in a.children if c.dep_ == "neg"):
            return True
        first = next((t for t in clause.tokens if not t.is_punct), None)
        if first is not None and first.lower_ == "nor":
            return True
        if first is not None and first.lower_ in {"no", "not"} and head.pos_ != "AUX" and not clause.subjects:
            return True
        nouns = [*clause.subjects, *clause.objects]
        if any(
            n.lower_ in {"none", "nothing", "nobody"} for n in (*nouns, *clause.preposition("to", "with", "by", "of"))
        ):
            return True
        if any(t.lower_ == "neither" and t.i < head.i for t in clause.tokens):
            return True
        if any(c.lower_ in {"no"} and c.head.lower_ in {"further", "time"} for t in clause.tokens for c in t.children):
            return not any(n.lemma_.lower() in {"action", "contact"} for n in nouns)
        if any(c.lower_ in {"no", "neither"} and c.dep_ in {"det", "preconj", "cc"} for n in nouns for c in n.children):
            return True
        if clause.relation == "conj" and clause.parent is not None and not _own_subject(head):
            same = head.tag_ == "VB" and clause.parent.head.tag_ == "VB"
            return same and self._is_negative(clause.parent)
        return False

    def _is_general(self, clause: Clause) -> bool:
        auxiliaries = _auxiliaries(clause)
        finite = [t for t in (clause.head, *auxiliaries) if t.tag_ in {"VBZ", "VBP", "VBD", "MD"}]
        if not finite:
            bare = [t for t in (clause.head, *auxiliaries) if t.tag_ == "VB"]
            return len(bare) > 0 and not any(t.lower_ == "to" for t in auxiliaries) and _has_subject(clause)
        first = min(finite, key=lambda t: t.i)
        if first.tag_ not in WORDLESS_PRESENT:
            return False
        perfect = first.lemma_ == "have" and clause.head.tag_ == "VBN" and first.i != clause.head.i
        return not perfect or not (
            self._is_negative(clause) or any(t.like_num and len(t.text) == 4 for t in clause.tokens)
        )


def _auxiliaries(clause: Clause) -> tuple[Token, ...]:
    own = tuple(c for c in clause.head.children if c.dep_ in {"aux", "auxpass"})
    if own or clause.relation != "conj" or clause.parent is None or _own_subject(clause.head):
        return own
    if clause.head.tag_ in {"VB", "VBN"} and clause.parent.head.tag_ == clause.head.tag_:
        return _auxiliaries(clause.parent)
    return own


def _has_subject(clause: Clause) -> bool:
    """Whether a clause has a subject of its own, so that a bare verb is a subjunctive or an imperative."""
    return _own_subject(clause.head) or clause.relation in {"ROOT", "conj"}


def _own_subject(head: Token) -> bool:
    return any(c.dep_ in {"nsubj", "nsubjpass"} for c in head.children)


def _self_and_above(clause: Clause) -> tuple[Clause, ...]:
    chain = [clause]
    while chain[-1].parent is not None and chain[-1].relation in {"conj", "ccomp", "xcomp", "advcl", "acl"}:
        if chain[-1].relation == "conj" and _own_subject(chain[-1].head):
            break
        if chain[-1].relation in {"advcl"} and len(chain) > 0 and chain[-1] is clause:
            break
        chain.append(chain[-1].parent)
    return tuple(chain)
