"""Frame of contact: any other dealing of an agency with a person; the open default."""

from __future__ import annotations

from collections.abc import Iterator

from dhr_graph.loaders.narrative.candidate import Candidate
from dhr_graph.loaders.narrative.clauses import Clause
from dhr_graph.loaders.narrative.frames.contact_nouns import counted_contacts
from dhr_graph.loaders.narrative.frames.disclosure import comes_with_abuse
from dhr_graph.loaders.narrative.frames.slots import actor, first_person, has_own_date, setting
from dhr_graph.loaders.narrative.frames.telling_words import joined
from dhr_graph.loaders.narrative.parse import Token
from dhr_graph.loaders.narrative.scene import Scene

RULE = "contact.dealing"
DESCRIBING = frozenset({"relcl", "acl", "csubj", "pcomp"})
NOUNS = frozenset({"NOUN", "PROPN", "PRON"})


def dealing(clause: Clause, scene: Scene) -> Iterator[Candidate]:
    """As in "The social worker saw her", "she attended ED", "the case was closed", "V seen, tearful"."""
    if clause.head.pos_ not in {"VERB", "AUX"}:
        yield from _fragment(clause, scene)
        return
    counted = list(counted_contacts(clause, scene))
    describes = clause.relation in DESCRIBING and not has_own_date(clause, scene)
    if counted:
        yield from counted
    elif clause.head.pos_ == "AUX" or describes:
        return
    elif clause.passive:
        yield from _dealt_with(clause, scene)
    elif first_person(scene.parties(clause.subjects)) is not None:
        yield from _visit(clause, scene)
    elif any(p.is_agency for p in scene.parties(clause.subjects)):
        yield from _deals(clause, scene)


def _dealt_with(clause: Clause, scene: Scene) -> Iterator[Candidate]:
    """As in "She was seen", "the case was closed"."""
    if clause.head.lemma_.lower() in scene.words("not_dealing"):
        return
    if clause.agents and not any(p.is_agency for p in scene.parties(clause.agents)):
        yield from _brought(clause, scene)
        return
    who, basis = actor(clause, scene)
    of_person = first_person(scene.parties(clause.subjects)) is not None
    dated = basis == "section" and has_own_date(clause, scene)
    if who is not None and (of_person or dated or _is_of_a_case(clause, scene)):
        yield Candidate("contact", RULE, clause, who, basis)


def _brought(clause: Clause, scene: Scene) -> Iterator[Candidate]:
    """As in "She was brought to the clinic by her sister", "was brought in by her son"."""
    if clause.head.lemma_.lower() not in scene.words("bringing"):
        return
    places = (scene.party(t) for t in clause.preposition("to", "into", "in"))
    named = next((p.member for p in places if p.kind == "agency" and p.member is not None), None)
    who, basis = (named, "sentence") if named is not None else setting(scene)
    if who is not None and first_person(scene.parties(clause.subjects)) is not None:
        yield Candidate("contact", RULE, clause, who, basis)


def _deals(clause: Clause, scene: Scene) -> Iterator[Candidate]:
    """As in "The social worker saw her", "the practice wrote a letter"."""
    who, basis = actor(clause, scene)
    if who is None:
        return
    lemma = clause.head.lemma_.lower()
    usual = lemma in scene.words("dealing_with")
    with_person = _touches_person(clause, scene) and (usual or lemma not in scene.words("stative"))
    if with_person or (usual and (lemma in scene.words("visiting") or _is_of_a_case(clause, scene))):
        yield Candidate("contact", RULE, clause, who, basis)


def _visit(clause: Clause, scene: Scene) -> Iterator[Candidate]:
    """As in "She attended ED"; coming out of fear of somebody is a disclosure."""
    lemma = clause.head.lemma_.lower()
    mentioned = (m for m in scene.mentioned(clause.tokens, "agency") if m.start > clause.head.idx)
    named = next((m.member for m in mentioned if m.member is not None), None) or _seen_by(clause, scene)
    who, basis = (named, "sentence") if named is not None else setting(scene)
    brings = any(o.lemma_.lower() in scene.words("approaches") for o in clause.objects)
    comes = brings or lemma in scene.words("coming_to_agency")
    if who is not None and lemma in scene.words("approaching") and comes_with_abuse(clause, scene):
        yield Candidate("disclosure", "disclosure.visit", clause, who, basis)
    elif named is not None and (comes or lemma not in scene.words("stative")):
        yield Candidate("contact", RULE, clause, named, "sentence")
    else:
        member, basis = setting(scene)
        if comes and member is not None and basis == "section":
            yield Candidate("contact", RULE, clause, member, basis)


def _seen_by(clause: Clause, scene: Scene) -> str | None:
    """For whom the professional works to whom somebody came ("consulted a GP")."""
    parties = scene.parties((*clause.objects, *(t for _, t in clause.obliques)))
    return next((p.member for p in parties if p.professional and p.member is not None), None)


def _fragment(clause: Clause, scene: Scene) -> Iterator[Candidate]:
    """As in "Appt, DNA" in the notes of an agency."""
    if any(t.tag_ == "VB" and any(c.lower_ == "to" for c in t.children) for t in clause.head.children):
        return
    member, basis = setting(scene)
    if member is not None and scene.notes and scene.pattern("telegraphic").search(joined(clause.tokens)):
        yield Candidate("contact", RULE, clause, member, basis)


def _touches_person(clause: Clause, scene: Scene) -> bool:
    after: list[Token] = [t for t in clause.head.subtree if t.i > clause.head.i and t.pos_ in NOUNS]
    return first_person(scene.parties(after)) is not None


def _is_of_a_case(clause: Clause, scene: Scene) -> bool:
    """Whether what is handled is something of which an agency has the handling: a case, a letter, an appointment."""
    things = (*clause.subjects, *clause.objects, *(t for _, t in clause.obliques))
    return scene.notes or any(t.lemma_.lower() in scene.words("case_things") for t in things)
