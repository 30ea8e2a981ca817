"""Forms of denial that stand apart from the verb they deny, or that the parser hangs on another word."""

from __future__ import annotations

from dhr_graph.loaders.narrative.clauses import Clause
from dhr_graph.loaders.narrative.parse import Token

INVERTED = frozenset({"VBD", "VBZ", "VBP", "MD"})
TIMING = frozenset({"at", "in", "on"})
LONGEST_PHRASE = 4
"""Words from "no" to its noun, beyond which it belongs to another ("no one who saw the referral")."""


def is_after_denial(head: Token, times: frozenset[str]) -> bool:
    """Whether what came last before the verb is "nor was", "at no point was", wherever the parser hung it.

    `times` has the nouns of "at no point", "at no stage".
    """
    tokens = head.doc.tokens[head.sent.start : head.i + (head.pos_ == "AUX")]
    finite = next((t for t in reversed(tokens) if t.tag_ in INVERTED), None)
    if finite is None or finite.pos_ != "AUX" or not _helps(finite, head):
        return False
    before = [t.lower_ for t in head.doc.tokens[head.sent.start : finite.i]][-3:]
    of_time = len(before) == 3 and before[0] in TIMING and before[1] == "no" and before[2] in times
    return before[-1:] == ["nor"] or of_time


def _helps(finite: Token, head: Token) -> bool:
    """Whether an auxiliary is that of a verb, or says that there was no thing of which the verb is said."""
    of_thing = head.dep_ == "acl" and head.head.head.i == finite.i
    return finite.i == head.i or (finite.head.i == head.i and finite.dep_ in {"aux", "auxpass"}) or of_thing


def opens_with_no(subject: Token) -> bool:
    """Whether a noun phrase begins with "no", though the parser hung that on one of its other words."""
    first = min(subject.subtree, key=lambda token: token.i)
    return (
        first.lower_ == "no" and first.dep_ == "det" and first.i < subject.i and subject.i - first.i <= LONGEST_PHRASE
    )


def is_further(denied: Token) -> bool:
    """Whether "no further" or "at no time" denies; "in no time" is only soon."""
    return denied.lower_ == "further" or (denied.lower_ == "time" and denied.head.lower_ != "in")


def is_of_ends(neither: Token) -> bool:
    """Whether it denies the ends of the clause: "referred her neither to the refuge nor to the police"."""
    following = neither.nbor() if neither.i + 1 < len(neither.doc) else None
    nor = any(t.lower_ == "nor" for t in neither.sent if t.i > neither.i)
    return nor and following is not None and following.pos_ == "ADP"


def begins_negative(clause: Clause) -> bool:
    """As in "Nor was she told", and in notes "No referral made"."""
    first = next((t.lower_ for t in clause.tokens if not t.is_punct), "")
    denied = first in {"no", "nil", "not", "never"}
    return first == "nor" or (denied and clause.head.pos_ != "AUX" and not clause.subjects)


def is_denied_after(head: Token) -> bool:
    """As in the notes "Referral not made", of which the noun is the head."""
    below = (c for c in head.children if c.dep_ == "acl" and c.i == head.i + 2)
    return any(c.dep_ == "neg" and c.i == head.i + 1 for part in below for c in part.children)
