"""Forms of a verb that tell in what mood it stands, and what it shares with the verb before it."""

from __future__ import annotations

from dhr_graph.loaders.narrative.grammar import SUBJECTS
from dhr_graph.loaders.narrative.parse import Token


def is_subjunctive(head: Token) -> bool:
    """As in "advised that there be no contact"."""
    bare = head.lower_ == "be" or any(c.dep_ == "auxpass" and c.lower_ == "be" for c in head.children)
    return bare and not any(c.dep_ == "aux" for c in head.children)


def is_inverted(head: Token) -> bool:
    """Whether an auxiliary stands before its subject ("Had she been asked, ...")."""
    auxes = [c for c in head.children if c.dep_ in {"aux", "auxpass"} and c.lower_ in {"had", "were", "should"}]
    subjects = [c for c in head.children if c.dep_ in SUBJECTS]
    marked = any(c.dep_ == "mark" or c.tag_ in {"WRB", "WDT", "WP"} for c in head.children)
    return bool(auxes and subjects and auxes[0].i < subjects[0].i and not marked)


def is_had_done(head: Token) -> bool:
    """Whether an inverted auxiliary was taken for the verb ("could have helped, had it known")."""
    return head.lower_ == "had" and any(c.dep_ == "ccomp" and c.tag_ == "VBN" for c in head.children)


def is_gerund(head: Token) -> bool:
    """Whether it is a gerund, by its own form or by "being"."""
    return head.tag_ == "VBG" or any(c.lower_ == "being" for c in head.children if c.dep_ in {"aux", "auxpass"})


def own_auxiliaries(head: Token) -> bool:
    """Whether a verb has an auxiliary of its own."""
    return any(c.dep_ in {"aux", "auxpass"} for c in head.children)


def own_subject(head: Token) -> bool:
    """Whether a verb has a subject of its own."""
    return any(c.dep_ in SUBJECTS for c in head.children)


def is_alternative(head: Token, first: Token) -> bool:
    """Whether "or" or "nor" joins a verb to an earlier one, so that what is denied of that is denied of it."""
    return any(c.dep_ == "cc" and c.lower_ in {"or", "nor"} and first.i < c.i < head.i for c in first.children)
