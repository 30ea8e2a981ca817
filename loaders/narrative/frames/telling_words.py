"""The words that a predicate of saying takes: what is told by it, and whether that is fear or violence."""

from __future__ import annotations

from collections.abc import Sequence

from dhr_graph.loaders.narrative.clauses import Clause
from dhr_graph.loaders.narrative.parse import Token

CONTENT = frozenset({"advcl", "ccomp", "xcomp", "pcomp", "parataxis"})
VERBAL = frozenset({"VERB", "AUX"})


def told_tokens(clause: Clause) -> list[Token]:
    """The words after the predicate that belong to what it says, not to a further main clause."""
    below = [c for c in clause.head.children if c.dep_ in {"conj", "parataxis"} and c.pos_ in VERBAL]
    further = {t.i for child in below for t in child.subtree}
    return [t for t in clause.head.subtree if t.i > clause.head.i and t.i not in further]


def clausal_tokens(clause: Clause) -> list[Token]:
    """The words of the clauses below a predicate ("... saying that he hit her", "... because she was afraid")."""
    own = told_tokens(clause)
    inside = {t.i for root in own if root.dep_ in CONTENT and root.pos_ in VERBAL for t in root.subtree}
    return [t for t in own if t.i in inside]


def word_forms(content: Sequence[Token]) -> set[str]:
    """The lemmas and the printed words, lower case."""
    return {word for t in content for word in (t.lemma_.lower(), t.lower_)}


def joined(content: Sequence[Token]) -> str:
    """The printed words with a blank between them."""
    return " ".join(t.text for t in content)
