"""Frame of signposting: a person is pointed to a service, and nothing shows that anything about them went there."""

from __future__ import annotations

from collections.abc import Iterator

from dhr_graph.loaders.cast import Mention
from dhr_graph.loaders.narrative.candidate import Candidate
from dhr_graph.loaders.narrative.clauses import Clause
from dhr_graph.loaders.narrative.frames.recipients import recipients
from dhr_graph.loaders.narrative.frames.slots import actor, acts_for_agency, agency_type_of, person_subject, setting
from dhr_graph.loaders.narrative.parse import Token
from dhr_graph.loaders.narrative.scene import Scene

TO = frozenset({"to"})


def direct(clause: Clause, scene: Scene) -> Iterator[Candidate]:
    """As in "She was directed to the IDVA", "gave her the number of the refuge", "advised her to ring the police"."""
    lemma = clause.head.lemma_.lower()
    if clause.head.pos_ != "VERB":
        return
    opened = scene.lexicon.rule("direct", lemma)
    strong = scene.words("strong_cues")
    told_of = _told_of(clause, scene)
    if opened is None and told_of is None and not any(t.lemma_.lower() in strong for t in clause.sentence):
        return
    rule = opened or scene.lexicon.of_pattern("direct")[0]
    inside = [t for t in _inside(clause) if t.i > clause.head.i]
    words = {t.lemma_.lower() for t in inside}
    if (
        opened is not None
        and lemma in scene.words("telling_to")
        and recipients(clause, scene, frozenset(), direct=True)
    ):
        return
    hands_over = bool(words & (rule.cues if opened is not None else strong))
    given = recipients(clause, scene, frozenset(), direct=True)
    to_agency = any(m.kind in {"agency", "forum"} and not m.professional for m in given)
    if lemma not in scene.words("pointing") and to_agency:
        return
    if not (opened is not None or hands_over or told_of is not None) or not _to_person(clause, scene, hands_over):
        return
    pointing = lemma in scene.words("pointing")
    towards = {m.start for m in recipients(clause, scene, TO)} if hands_over and not pointing else set()
    who, basis, services = _services(clause, scene, inside, towards)
    turns = lemma in scene.words("advising") and bool(words & scene.words("turning"))
    if services and told_of not in {None, who}:
        yield Candidate("signposting", rule.id, clause, who, basis, told_of)
    elif services and (pointing or hands_over or turns):
        yield Candidate("signposting", rule.id, clause, who, basis, services[0].member)
    elif opened is not None and not towards and (lemma in {"signpost", "direct"} or words & {"helpline", "leaflet"}):
        yield Candidate("signposting", rule.id, clause, who, basis)


def _told_of(clause: Clause, scene: Scene) -> str | None:
    """The service that people turn to of which somebody is told ("told her about the refuge")."""
    if clause.head.lemma_.lower() not in scene.words("telling_of"):
        return None
    of_what = scene.parties(clause.preposition("about", "of"))
    services = (p.member for p in of_what if p.is_agency and not p.professional)
    return next((m for m in services if agency_type_of(m, scene) in scene.words("turned_to")), None)


def _services(
    clause: Clause, scene: Scene, inside: list[Token], towards: set[int]
) -> tuple[str | None, str, list[Mention]]:
    """Who pointed somebody to a service, and to which: not to its own, nor to one that something was handed to."""
    pointing = clause.head.lemma_.lower() in scene.words("pointing")
    named = [
        m
        for m in scene.mentioned(inside, "agency", "kind")
        if (pointing or not m.professional) and m.start not in towards
    ]
    who, basis = actor(clause, scene)
    if named and named[0].member == who and basis == "previous":
        who, basis = setting(scene, who)
    return who, basis, [m for m in named if m.member is None or m.member != who]


def _inside(clause: Clause) -> list[Token]:
    """The clause with the infinitives and content clauses below it ("advised her to ring the police")."""
    below = [t for t in clause.head.subtree if t.dep_ != "conj" or t.head.i != clause.head.i]
    own = {t.i for t in clause.tokens}
    further = {
        t.i
        for child in clause.head.children
        if child.dep_ == "conj" and child.pos_ in {"VERB", "AUX"}
        for t in child.subtree
    }
    beside = (t for t in below if t.dep_ == "conj" and t.tag_ == "VBD" and t.i > clause.head.i)
    further |= {t.i for verb in beside for t in verb.subtree}
    return [t for t in below if t.i not in further or t.i in own]


def _to_person(clause: Clause, scene: Scene, hands_over: bool) -> bool:
    if clause.passive:
        return not clause.subjects or any(p.kind == "person" for p in scene.parties(clause.subjects))
    if person_subject(clause, scene) is not None or (clause.subjects and not acts_for_agency(clause, scene)):
        return False
    if hands_over or not clause.subjects or clause.head.lemma_.lower() in scene.words("to_somebody"):
        return True
    below = [t for t in clause.head.subtree if t.dep_ == "nsubj" and t.i > clause.head.i]
    addressed = (*clause.objects, *below, *clause.preposition("to", "with"))
    return any(p.kind == "person" for p in scene.parties(addressed))
