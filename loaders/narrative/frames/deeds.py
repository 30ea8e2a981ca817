"""Deeds: whether what somebody tells is something that was done to a person, whatever the verb."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dhr_graph.loaders.narrative.discourse import Party
from dhr_graph.loaders.narrative.grammar import SUBJECTS
from dhr_graph.loaders.narrative.parse import Token
from dhr_graph.loaders.narrative.pronouns import FEMALE, FIRST_PERSON, MALE
from dhr_graph.loaders.narrative.scene import Scene

AIMED = frozenset({"at", "against", "on", "over", "from", "through"})


def tells_deed(content: Sequence[Token], scene: Scene) -> bool:
    """Whether the words tell of something done to a person, her body or her things, by another ("took her keys")."""
    return any(is_deed(token, scene) for token in content if token.pos_ == "VERB")


def is_deed(verb: Token, scene: Scene) -> bool:
    """Whether a verb tells of something done to a person, her body or her things, by another."""
    lemma = verb.lemma_.lower()
    denied = any(child.dep_ == "neg" for child in verb.children)
    through = any(child.lower_ == "through" for child in verb.children)
    if (lemma in scene.words("everyday_deeds") and not through) or denied != (lemma in scene.words("permitting")):
        return False
    passive = [child for child in verb.children if child.dep_ == "nsubjpass"]
    if passive:
        agents = [t for by in verb.children if by.dep_ == "agent" for t in by.children if t.dep_ == "pobj"]
        return not any(scene.party(t).is_agency for t in agents) and any(_owner(t, scene) for t in passive)
    doers = [child for child in verb.children if child.dep_ == "nsubj"] or _doers_above(verb)
    return any(
        _is_person(doer, scene) and _is_another(doer, patient, scene)
        for doer in doers
        for thing in _affected(verb, scene)
        if (patient := _owner(thing, scene)) is not None
    )


def _doers_above(verb: Token) -> list[Token]:
    """The subject of the verb with which this one is conjoined, or below which it stands ("kept locking her out")."""
    if verb.dep_ not in {"conj", "xcomp", "advcl"}:
        return []
    return [child for child in verb.head.children if child.dep_ in SUBJECTS]


def _affected(verb: Token, scene: Scene) -> Iterator[Token]:
    for child in verb.children:
        if child.dep_ in {"dobj", "dative"}:
            yield child
        elif child.dep_ == "prep" and child.lower_ in AIMED:
            yield from (inner for inner in child.children if inner.dep_ == "pobj")
        elif child.dep_ == "ccomp" and verb.lemma_.lower() in scene.words("permitting"):
            yield from (inner for inner in child.children if inner.dep_ == "nsubj")


def _owner(thing: Token, scene: Scene) -> Token | None:
    """The person that a thing is or belongs to: herself, her arm, her keys."""
    if _is_person(thing, scene) and not thing.lower_.endswith("self"):
        return thing
    return next((child for child in thing.children if child.dep_ == "poss" and _is_person(child, scene)), None)


def _is_person(token: Token, scene: Scene) -> bool:
    return token.lower_ in FIRST_PERSON or scene.party(token).kind == "person"


def _is_another(doer: Token, patient: Token, scene: Scene) -> bool:
    """Whether the one who did it is not the one to whom it was done ("he lost his job" is his own affair)."""
    for same in (FIRST_PERSON, MALE, FEMALE):
        if doer.lower_ in same and patient.lower_ in same:
            return False
    one, other = scene.party(doer), scene.party(patient)
    return not _is_same(one, other)


def _is_same(one: Party, other: Party) -> bool:
    return bool(one.members) and one.members == other.members
