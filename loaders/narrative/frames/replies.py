"""Replies: who had asked, so that what an agency answers went to that one."""

from __future__ import annotations

from collections.abc import Iterator

from dhr_graph.loaders.narrative.clauses import Clause
from dhr_graph.loaders.narrative.frames.document_ends import named_maker
from dhr_graph.loaders.narrative.grammar import SUBJECTS
from dhr_graph.loaders.narrative.parse import Sentence, Token
from dhr_graph.loaders.narrative.scene import Scene

Asking = tuple[str, str | None]
ASKED = frozenset({"advcl", "acl", "conj", "ROOT", "ccomp"})


def askings(sentence: Sentence, scene: Scene) -> Iterator[Asking]:
    """Who asked whom in a sentence ("CSC asked the surgery what it knew"), where it names both."""
    found = (pair for token in sentence for pair in _askings(token, scene))
    yield from (pair for pair in found if pair[1] not in {None, pair[0]})


def answered(clause: Clause, scene: Scene, who: str | None) -> str | None:
    """To whom an agency answers: the one who asked it, in this sentence or before in the passage."""
    if _is_to_somebody(clause, scene):
        return None
    for phrase in clause.preposition("in"):
        if phrase.lemma_.lower() in scene.words("replies"):
            of = [t for c in phrase.children if c.lower_ == "to" for t in c.children if t.dep_ == "pobj"]
            return next((named_maker(t, scene) for t in of if t.lemma_.lower() in scene.words("questions")), None)
    hung = (*clause.head.children, *(c for subject in clause.subjects for c in subject.children))
    by = (c for c in hung if c.dep_ in {"advcl", "acl"} and c.tag_ == "VBN" and c.i < clause.head.i)
    asked = next((pair[0] for c in by for pair in _askings(c, scene)), None)
    if asked is not None or not _may_answer(clause, scene):
        return asked
    before = (pair for t in clause.sentence if t.i < clause.head.i for pair in _askings(t, scene))
    asker = next((one for one, other in before if other in {None, who} and one != who), None)
    earlier = (one for one, other in reversed(scene.discourse.askings) if other == who)
    return asker if asker is not None else next(earlier, None)


def _may_answer(clause: Clause, scene: Scene) -> bool:
    """Whether an agency replies, or gives what one asks another for (a summary, and not a leaflet or its apologies)."""
    lemma = clause.head.lemma_.lower()
    wanted = scene.words("papers_obtained") | scene.words("accounts") | scene.words("letters")
    gives = lemma in scene.words("giving") and any(o.lemma_.lower() in wanted for o in clause.objects)
    return gives or lemma in scene.words("replying")


def _is_asked_for(noun: Token, scene: Scene) -> bool:
    """Whether it is what agencies ask of each other ("Checks were requested")."""
    return noun.lemma_.lower() in scene.words("questions") | scene.words("papers_obtained") | scene.words("accounts")


def _is_to_somebody(clause: Clause, scene: Scene) -> bool:
    """Whether a reply is to a person, or to something else than a question ("responded to a 999 call")."""
    replies = clause.head.lemma_.lower() in scene.words("replying")
    for token in (*clause.objects, *clause.preposition("to")):
        owners = (c for c in token.children if c.dep_ == "poss")
        if scene.party(token).kind == "person" or any(scene.party(c).kind == "person" for c in owners):
            return True
        if replies and token.lemma_.lower() not in scene.words("questions") | scene.words("letters"):
            return True
    return False


def _askings(verb: Token, scene: Scene) -> Iterator[Asking]:
    """Who asks whom by one verb; the one asked is None where it is not named."""
    if verb.pos_ != "VERB" or verb.lemma_.lower() not in scene.words("asking_for") or verb.dep_ not in ASKED:
        return
    if any(c.dep_ in {"neg", "aux"} for c in verb.children):
        return
    by = [t for c in verb.children if c.dep_ == "agent" for t in c.children]
    passive = bool(by) or any(c.dep_ == "auxpass" for c in verb.children)
    objects = [c for c in verb.children if c.dep_ in {"dobj", "dative"}]
    led = [t for c in verb.children if c.dep_ == "prep" and c.lower_ in {"to", "with"} for t in c.children]
    subjects = [c for c in verb.children if c.dep_ in SUBJECTS]
    doers, asked = (by, subjects) if passive else (subjects, [*objects, *led])
    if any(p.kind == "person" for p in scene.parties(asked)):
        return
    for_review = any(t.lemma_.lower() in scene.words("inquiries") for t in verb.subtree)
    here = scene.agency if passive and not by and not for_review else None
    if here is not None and any(_is_asked_for(t, scene) for t in subjects):
        yield here, None
    listed = [t for noun in asked for t in (noun, *noun.conjuncts)]
    told = [p.member for p in scene.parties(listed) if p.kind == "agency" and p.member is not None]
    for doer in scene.parties(doers):
        if doer.kind == "agency" and doer.member is not None:
            yield from ((doer.member, one) for one in told)
            if not told:
                yield doer.member, None
