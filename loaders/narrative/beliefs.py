"""Beliefs: what somebody only took to have been done, which the text does not say was done."""

from __future__ import annotations

from dhr_graph.loaders.narrative.clauses import Clause
from dhr_graph.loaders.narrative.scene import Scene

CONTENT = frozenset({"ccomp", "csubjpass", "acl", "relcl", "xcomp"})


def is_only_believed(clause: Clause, scene: Scene) -> bool:
    """Whether a clause is what an agency or person believed ("The GP assumed that the hospital had referred her").

    What the review's own panel believes is told as what happened.
    """
    part, above = clause, clause.parent
    while above is not None and part.relation == "conj":
        part, above = above, above.parent
    if above is None or part.relation not in CONTENT:
        return False
    believed = above.head.lemma_.lower() in scene.words("believing") or above.lemma in scene.words("believing")
    noun = part.head.head
    in_noun = noun.i != above.head.i and noun.lemma_.lower() in scene.words("beliefs")
    if not believed and not in_noun:
        return False
    holders = {t.lemma_.lower() for t in (*above.subjects, *above.agents)}
    mistaken = any(c.lower_ in scene.words("mistaken") for c in above.head.children)
    impersonal = above.passive and not above.agents and not mistaken
    return not (holders & scene.lexicon.assertion["inquirers"] or holders & {"we", "i"} or impersonal)
