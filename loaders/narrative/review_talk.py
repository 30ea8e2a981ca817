"""Review talk: clauses that tell of the review itself, not of the history."""

from __future__ import annotations

from dhr_graph.loaders.narrative.clauses import Clause
from dhr_graph.loaders.narrative.grammar import SUBJECTS
from dhr_graph.loaders.narrative.parse import Token
from dhr_graph.loaders.narrative.scene import Scene

WITHIN_HISTORY = frozenset({"ccomp", "relcl", "advcl"})


def is_of_the_review(clause: Clause, scene: Scene) -> bool:
    """Whether a clause tells of the review's panel, reports, authors and meetings, of policy, or of another case."""
    if _is_doer_of_review(clause, scene):
        return True
    own = " ".join(t.text for t in clause.tokens).lower()
    if any(phrase in own for phrase in scene.words("elsewhere")):
        return True
    if clause.relation in WITHIN_HISTORY:
        return False
    if clause.head.lemma_.lower() in scene.words("giving_review") and any(
        c.lower_ in {"me", "us"} for c in clause.head.children
    ):
        return True
    if _inherits_subject(clause) and clause.parent is not None and is_of_the_review(clause.parent, scene):
        return True
    if _has_process_noun(clause, scene.words("process_anywhere")):
        return True
    return any(phrase in own for phrase in scene.words("process_phrases"))


def _is_doer_of_review(clause: Clause, scene: Scene) -> bool:
    for noun in (*clause.subjects, *clause.agents):
        lemma = noun.lemma_.lower()
        of_history = scene.mention_at(noun) or _is_kind_of_review(noun) or scene.forum_of(noun) is not None
        if lemma in scene.words("process") and not of_history:
            return True
    return any(n.lemma_.lower() in scene.words("policy") and not scene.mention_at(n) for n in clause.subjects)


def _is_kind_of_review(noun: Token) -> bool:
    """Whether a review is part of the history ("the CPA review", "a case review")."""
    return noun.lemma_.lower() == "review" and any(c.dep_ in {"compound", "amod", "poss"} for c in noun.children)


def _inherits_subject(clause: Clause) -> bool:
    return clause.relation == "conj" and not any(c.dep_ in SUBJECTS for c in clause.head.children)


def _has_process_noun(clause: Clause, nouns: frozenset[str]) -> bool:
    return any(
        t.pos_ in {"NOUN", "PROPN"} and t.lemma_.lower() in nouns and t.dep_ != "compound" for t in clause.tokens
    )
