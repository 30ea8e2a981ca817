"""The people that an event is about: those named in its clause, and those that its pronouns stand for."""

from __future__ import annotations

from spacy.tokens import Token

from dhr_graph.loaders.narrative.candidate import Candidate
from dhr_graph.loaders.narrative.scene import FEMALE, MALE, PLURAL, Scene


def persons_about(candidate: Candidate, scene: Scene) -> tuple[str, ...]:
    """Ids of the persons, sorted; where a clause names nobody, whoever was spoken of last."""
    found = _named(candidate.clause.head.subtree, scene)
    if not found:
        found = _named(candidate.clause.sentence, scene)
    if not found and scene.discourse.people:
        found = {scene.discourse.people[0]}
    return tuple(sorted(found))


def _named(tokens: object, scene: Scene) -> set[str]:
    found: set[str] = set()
    for token in tokens:  # type: ignore[attr-defined]
        found.update(_of_token(token, scene))
    return found


def _of_token(token: Token, scene: Scene) -> tuple[str, ...]:
    mention = scene.mention_at(token)
    if mention is not None:
        return mention.members if mention.kind == "person" else ()
    if token.lower_ in MALE | FEMALE | PLURAL:
        party = scene.party(token)
        return party.members if party.kind == "person" else ()
    return ()
