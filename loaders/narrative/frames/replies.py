"""Replies: who had asked, so that what an agency answers went to that one."""

from __future__ import annotations

from collections.abc import Iterator

from dhr_graph.loaders.narrative.clauses import Clause
from dhr_graph.loaders.narrative.grammar import SUBJECTS
from dhr_graph.loaders.narrative.parse import Sentence, Token
from dhr_graph.loaders.narrative.scene import Scene

ASKED = frozenset({"advcl", "acl", "conj", "ROOT", "ccomp"})


def asker(sentence: Sentence, scene: Scene) -> str | None:
    """The agency that a sentence says to have asked another for something ("CSC asked the surgery what it knew")."""
    return next((who for token in sentence for who in _askers(token, scene)), None)


def answered(clause: Clause, scene: Scene) -> str | None:
    """To whom an agency answers: the one who asked, in this sentence or in the one before."""
    lemma = clause.head.lemma_.lower()
    spoken_to = (*clause.objects, *clause.preposition("to"))
    if any(p.kind == "person" for p in scene.parties(spoken_to)):
        return None
    for phrase in clause.preposition("in"):
        of = [t for c in phrase.children if c.dep_ == "prep" and c.lower_ == "to" for t in c.subtree]
        named = next((m.member for m in scene.mentioned(of, "agency") if m.member is not None), None)
        of_question = any(t.lemma_.lower() in scene.words("questions") for t in phrase.subtree)
        if phrase.lemma_.lower() in scene.words("replies") and of_question and named is not None:
            return named
    hung = (*clause.head.children, *(c for subject in clause.subjects for c in subject.children))
    by = (c for c in hung if c.dep_ in {"advcl", "acl"} and c.tag_ == "VBN" and c.i < clause.head.i)
    asked = next((who for c in by for who in _askers(c, scene)), None)
    if asked is not None or lemma not in scene.words("replying"):
        return asked
    before = (t for t in clause.sentence if t.i < clause.head.i)
    return next((who for t in before for who in _askers(t, scene)), scene.discourse.asker)


def _askers(verb: Token, scene: Scene) -> Iterator[str]:
    """Who asks by one verb: its subject, or the doer of its passive, where an agency or what is known is asked."""
    if verb.pos_ != "VERB" or verb.lemma_.lower() not in scene.words("asking_for") or verb.dep_ not in ASKED:
        return
    if any(c.dep_ in {"neg", "aux"} for c in verb.children):
        return
    by = [t for c in verb.children if c.dep_ == "agent" for t in c.children]
    passive = bool(by) or any(c.dep_ == "auxpass" for c in verb.children)
    doers = by if passive else [c for c in verb.children if c.dep_ in SUBJECTS]
    of_people = any(scene.party(c).kind == "person" for c in verb.children if c.dep_ in {"dobj", "dative"})
    if not of_people:
        yield from (p.member for p in scene.parties(doers) if p.kind == "agency" and p.member is not None)
