"""Frame of violence: violence told as such."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dhr_graph.loaders.narrative.candidate import Candidate
from dhr_graph.loaders.narrative.clauses import Clause
from dhr_graph.loaders.narrative.discourse import Party
from dhr_graph.loaders.narrative.frames.deeds import is_deed
from dhr_graph.loaders.narrative.frames.slots import agency_type_of, first_person, person_subject, setting
from dhr_graph.loaders.narrative.frames.telling_words import joined
from dhr_graph.loaders.narrative.pronouns import is_main
from dhr_graph.loaders.narrative.scene import Scene

BESIDE = frozenset({"ccomp", "xcomp", "pcomp", "csubj"})
RESPONDERS = frozenset({"police", "ambulance"})
SEIZED_BY = ("by", "around", "round", "over", "to", "at")


def violence(clause: Clause, scene: Scene) -> Iterator[Candidate]:
    """As in "He punched her", "she took an overdose"; the agency is the one that responded.

    What somebody was seen to do (a bare infinitive) is read as witnessed.
    """
    kinds = (_is_violent, _is_undergone, _is_armed, _is_deed_to_partner, _is_self_harm)
    if not any(is_of_kind(clause, scene) for is_of_kind in kinds) or _is_mere_date(clause, scene):
        return
    if clause.parent is not None and clause.head.tag_ == "VB" and clause.relation in BESIDE:
        return
    doers = scene.parties(clause.agents if clause.passive else clause.subjects)
    themes = scene.parties(clause.subjects if clause.passive else clause.objects)
    of_people = first_person((*doers, *themes)) is not None and not any(p.is_agency for p in doers)
    if not of_people or _is_figurative(clause, scene, doers):
        return
    yield Candidate("incident", "incident.violence", clause, *_responder(scene))


def breach(clause: Clause, scene: Scene) -> Iterator[Candidate]:
    """As in "He breached the restraining order", "went to her house in breach of his bail"."""
    if clause.passive or person_subject(clause, scene) is None:
        return
    own = joined(clause.tokens)
    broken = clause.head.lemma_.lower() == "breach" and scene.pattern("court_orders").search(own)
    if broken or scene.pattern("in_breach").search(own):
        yield Candidate("incident", "incident.breach", clause, *_responder(scene))


def _responder(scene: Scene) -> tuple[str | None, str]:
    """The police or crew in whose part of the text it stands; violence is told of no other agency."""
    member, basis = setting(scene)
    return (member, basis) if agency_type_of(member, scene) in RESPONDERS else (None, "none")


def _is_violent(clause: Clause, scene: Scene) -> bool:
    if clause.lemma in scene.words("peaceful_with_particle"):
        return bool(clause.objects) and clause.lemma not in scene.words("peaceful_with_object")
    return bool(scene.words("violent") & {clause.head.lemma_.lower(), clause.lemma})


def _is_self_harm(clause: Clause, scene: Scene) -> bool:
    own = joined([t for t in clause.tokens if t.i >= clause.head.i])
    return not clause.passive and scene.pattern("self_harm").match(own) is not None


def _is_mere_date(clause: Clause, scene: Scene) -> bool:
    """Whether a killing is only named to say when or who ("three days after she was killed")."""
    return clause.relation in {"advcl", "relcl", "pcomp"} and clause.head.lemma_.lower() in scene.words("killing")


def _is_deed_to_partner(clause: Clause, scene: Scene) -> bool:
    """Whether one of the main people did something to another, of no everyday kind ("barricaded her in the pantry")."""
    if clause.passive or clause.relation in BESIDE or not is_deed(clause.head, scene):
        return False
    return all(
        any(is_main(member, scene.cast) for party in scene.parties(side) for member in party.members)
        for side in (clause.subjects, [*clause.objects, *(t for _, t in clause.obliques)])
    )


def _is_figurative(clause: Clause, scene: Scene, doers: Sequence[Party]) -> bool:
    """Whether a thing did it ("fear controlled her")."""
    lemma = clause.head.lemma_.lower()
    return not clause.passive and lemma in scene.words("figurative") and any(p.kind == "thing" for p in doers)


def _is_undergone(clause: Clause, scene: Scene) -> bool:
    """As in "Made threats", "took an overdose", "suffered injuries"."""
    if clause.head.lemma_.lower() not in scene.words("undergoing"):
        return False
    things = (*clause.objects, *(t for _, t in clause.obliques))
    return any(t.lemma_.lower() in scene.words("violent_nouns") or t.lower_ in scene.words("harm_done") for t in things)


def _is_armed(clause: Clause, scene: Scene) -> bool:
    """As in "Held a knife to her throat", "had her by the hair"."""
    if clause.head.lemma_.lower() not in scene.words("arming"):
        return False
    things = {t.lemma_.lower() for t in (*clause.objects, *(t for _, t in clause.obliques))}
    seized = {t.lemma_.lower() for t in clause.preposition(*SEIZED_BY)}
    return bool(things & scene.words("weapons") or seized & scene.words("seized_parts"))
