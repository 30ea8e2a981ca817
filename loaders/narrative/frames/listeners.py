"""Listeners: the agency to which somebody disclosed something."""

from __future__ import annotations

from dhr_graph.loaders.narrative.clauses import Clause
from dhr_graph.loaders.narrative.discourse import Party
from dhr_graph.loaders.narrative.frames.recipients import recipients
from dhr_graph.loaders.narrative.frames.slots import place_there, setting
from dhr_graph.loaders.narrative.grammar import SUBJECTS
from dhr_graph.loaders.narrative.parse import Token
from dhr_graph.loaders.narrative.scene import Scene

Heard = tuple[str | None, str]
NOBODY: Heard = (None, "none")
ADDRESSING = frozenset({"to", "with", "at"})
WORKPLACE_WITHIN = 40
LISTENING = frozenset({"her", "him", "them"})
COMING = frozenset({"conj", "xcomp", "advcl", "relcl"})


def listener(clause: Clause, scene: Scene) -> Heard:
    """The agency that was told, with what it was filled from; (None, "none") where no agency was.

    Named in the clause, it is that one; else the place of work of the professional who was told, or the setting.
    """
    listeners = clause.subjects if clause.passive else (*clause.objects, *clause.preposition("to", "with", "in"))
    for token in listeners:
        heard = _heard_by(token, clause, scene)
        if heard is not None:
            return heard
    for mention in recipients(clause, scene, ADDRESSING, direct=True):
        if mention.kind == "agency" and mention.member is not None:
            return mention.member, "sentence"
    before = _told_before(clause, scene)
    before = before or place_there(clause, scene)
    if before is not None:
        return before, "sentence"
    own = {t.i for t in clause.tokens}
    around = (t for t in clause.sentence if t.i < clause.head.i or t.i in own)
    if any(t.lemma_.lower() in scene.words("inquiries") and t.dep_ in {"dobj", "pobj"} for t in around):
        return NOBODY
    seen_by = _professional_within(clause, scene)
    return seen_by if seen_by is not None and scene.agency is None else setting(scene)


def is_answered(clause: Clause, scene: Scene) -> bool:
    """Whether who is told had asked, so that the person asked tells it ("asked about it and was told that ...")."""
    above = clause.parent
    if above is None or above.passive or above.head.lemma_.lower() not in scene.words("enquiring"):
        return False
    asker, asked = scene.parties(above.subjects), scene.parties(above.objects)
    of_person = any(p.is_agency for p in asker) and not any(p.is_agency for p in asked)
    return of_person and clause.passive and not clause.agents and clause.relation == "conj"


def _professional_within(clause: Clause, scene: Scene) -> Heard | None:
    """The professional of an aside before the saying ("AB, who was seen alone by a midwife, said ...")."""
    beside = (
        t for t in clause.sentence if t.i < clause.head.i and t.dep_ == "pobj" and t.head.dep_ in {"agent", "prep"}
    )
    parties = [p for p in map(scene.party, beside) if p.kind == "agency" and p.professional]
    if not parties:
        return None
    return (parties[-1].member, "sentence") if parties[-1].member is not None else (None, "unnamed")


def _told_before(clause: Clause, scene: Scene) -> str | None:
    """Where the speaker had come or rung, by the clause above ("rang CSC and said", "at the clinic she cried")."""
    part, above = clause, clause.parent
    while above is not None and part.relation in COMING and not above.passive:
        doers = {subject.i for subject in above.subjects}
        if part.relation == "relcl":
            parties = scene.parties(above.subjects)
            return next((p.member for p in parties if p.is_agency and p.member is not None), None)
        led = [t for t in above.preposition("at") if t.i < above.head.i]
        after = (t for t in above.tokens if t.i > above.head.i and t.i < clause.head.i and t.i not in doers)
        towards = [*after, *led]
        named = [m.member for m in scene.mentioned(towards, "agency")]
        if any(named):
            return next(member for member in named if member is not None)
        met = (scene.party(t) for t in towards if t.dep_ in {"dobj", "pobj"})
        professional = next((p.member for p in met if p.professional and p.member is not None), None)
        if professional is not None:
            return professional
        part, above = above, above.parent
    return None


def _heard_by(token: Token, clause: Clause, scene: Scene) -> Heard | None:
    """What one listener says of the agency: its own, none at all, or None where it leaves that open."""
    party = scene.party(token)
    if party.kind == "forum" or token.lower_ in {"me", "us"}:
        return NOBODY
    if party.is_agency and _are_any(token, clause, scene):
        return NOBODY
    if party.is_agency:
        return (party.member, "sentence") if party.member is not None else _workplace(clause, scene)
    last = scene.discourse.subject
    worked = last is not None and last.is_agency and last.professional
    if last is not None and worked and last.members and token.lower_ in LISTENING:
        return last.members[0], "pronoun"
    if token.lower_ == "them" and scene.agency is not None:
        return scene.agency, "section"
    present = _professional_before(token, clause, scene)
    if present is not None:
        return present, "pronoun"
    if token.lower_ in LISTENING and _is_teller(party, clause, scene):
        return None
    told = token.dep_ in {"dobj", "dative", "pobj"} and token.lower_ not in {"herself", "himself"}
    if party.kind == "person" and told:
        at_work = [m for m in scene.mentioned(token.subtree, "agency") if m.member is not None]
        if at_work:
            return at_work[0].member, "sentence"
    outside = token.lemma_.lower() in scene.words("outer_listeners")
    return NOBODY if outside or (party.kind == "person" and told) else None


def _are_any(token: Token, clause: Clause, scene: Scene) -> bool:
    """Whether professionals are told of whom nothing says which ("told eight professionals")."""
    known = any(c.dep_ in {"det", "poss", "prep"} or c.lower_ == "both" for c in token.children)
    known |= any(p.is_agency for p in scene.parties(clause.preposition("at", "from")))
    return token.tag_ == "NNS" and token.lemma_.lower() in scene.words("at_large") and not known


def _is_teller(party: Party, clause: Clause, scene: Scene) -> bool:
    """Whether a pronoun was taken for the one who tells, so that it is somebody else ("Hannah told her that ...")."""
    tellers = {m for teller in scene.parties(clause.subjects) for m in teller.members}
    return bool(party.members) and set(party.members) <= tellers


def _professional_before(token: Token, clause: Clause, scene: Scene) -> str | None:
    """The agency of the professional who is told in "the nurse came and she told him"."""
    if token.lower_ not in LISTENING:
        return None
    earlier = (t for t in clause.sentence if t.i < clause.head.i and t.dep_ in SUBJECTS)
    parties = [scene.party(t) for t in earlier if t.pos_ != "PRON"]
    return next((p.member for p in reversed(parties) if p.professional and p.member is not None), None)


def _workplace(clause: Clause, scene: Scene) -> Heard:
    """Where a professional without a name works: the place told in the sentence, else the setting; None is unknown."""
    near = clause.head.idx + WORKPLACE_WITHIN
    named = [m for m in scene.mentioned(clause.sentence, "agency") if m.start <= near and m.member is not None]
    if named and scene.agency is None:
        return named[-1].member, "sentence"
    member, basis = setting(scene)
    return member, basis if member is not None else "unnamed"
