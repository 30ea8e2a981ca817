"""Entries: what a row of a chronology tells where no rule read it."""

from __future__ import annotations

from dhr_graph.loaders.narrative.candidate import Candidate
from dhr_graph.loaders.narrative.clauses import Clause
from dhr_graph.loaders.narrative.frames.slots import agency_type_of, setting
from dhr_graph.loaders.narrative.frames.telling_words import word_forms
from dhr_graph.loaders.narrative.frames.violence import RESPONDERS
from dhr_graph.loaders.narrative.parse import Parse, Token
from dhr_graph.loaders.narrative.scene import Scene

NO = frozenset({"no", "nil", "not", "never"})
OUTWARDS = frozenset({"amod", "attr", "compound", "dobj", "nsubj", "nsubjpass", "oprd", "pobj", "prep"})


def entry(clause: Clause, scene: Scene, doc: Parse) -> Candidate:
    """The event of an agency's entry: an incident or disclosure if violence or fear is told, else a contact."""
    member, basis = setting(scene)
    told = [t for t in doc if not _is_denied(t)]
    denied = scene.pattern("denial").search(" ".join(t.text for t in doc)) is not None
    if denied or not word_forms(told) & scene.words("outright"):
        return Candidate("contact", "contact.entry", clause, member, basis)
    if agency_type_of(member, scene) in RESPONDERS:
        return Candidate("incident", "incident.entry", clause, member, basis)
    return Candidate("disclosure", "disclosure.entry", clause, member, basis)


def _is_denied(token: Token) -> bool:
    """Whether a word, or that of which it is said, is denied ("no sign of abuse", "not told of assault")."""
    while not any(c.lower_ in NO for c in token.children):
        if token.dep_ not in OUTWARDS:
            return False
        token = token.head
    return True
