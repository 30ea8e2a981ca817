"""Frame of telling in another agency's section: who calls or writes there, to whom is not said, tells that agency."""

from __future__ import annotations

from collections.abc import Iterator

from dhr_graph.loaders.narrative.candidate import Candidate
from dhr_graph.loaders.narrative.clauses import Clause
from dhr_graph.loaders.narrative.frames.document_ends import named_maker
from dhr_graph.loaders.narrative.frames.recipients import TOWARDS, recipients
from dhr_graph.loaders.narrative.frames.sending import SHARE
from dhr_graph.loaders.narrative.frames.slots import agency_type_of
from dhr_graph.loaders.narrative.parse import Token
from dhr_graph.loaders.narrative.scene import Scene

TOLD, RAISED = (SHARE, "share.tell"), ("referral", "referral.noun")
COUNCIL = frozenset({"childrens_social_care", "adult_social_care"})
SAYING = frozenset({"ccomp", "xcomp", "advcl"})


def told_here(clause: Clause, scene: Scene) -> Iterator[Candidate]:
    """As in "A housing officer rang to say that ..." in the part of the police, "Ambulance staff raised a concern"."""
    here = scene.agency
    if here is None or clause.passive or agency_type_of(here, scene) == "forum":
        return
    verb = clause.head.lemma_.lower()
    if verb in scene.words("reaching"):
        yield from _reached(clause, scene, here)
        return
    senders = [p.member for p in scene.parties(clause.subjects) if p.kind == "agency" and p.basis != "pronoun"]
    sender = next((member for member in senders if member not in {None, here}), None)
    if sender is None or recipients(clause, scene, TOWARDS, direct=True) or _is_to_person(clause, scene):
        return
    if verb in scene.words("raising_here") and any(o.lemma_.lower() in scene.words("worries") for o in clause.objects):
        rule = RAISED if agency_type_of(here, scene) in COUNCIL else TOLD
        yield Candidate(*rule, clause, sender, "sentence", here)
    elif verb in scene.words("calling_up") | scene.words("by_letter") and _says_something(clause, scene):
        yield Candidate(*TOLD, clause, sender, "sentence", here)


def _reached(clause: Clause, scene: Scene, here: str) -> Iterator[Candidate]:
    """As in "The officers' form reached it two days later"."""
    if not any(o.lower_ == "it" for o in clause.objects):
        return
    for paper in clause.subjects:
        sender = named_maker(paper, scene) if paper.lemma_.lower() in scene.words("communications") else None
        if sender not in {None, here}:
            yield Candidate(*TOLD, clause, sender, "sentence", here)


def _is_to_person(clause: Clause, scene: Scene) -> bool:
    """Whether somebody of the history is rung or written to."""
    addressed = (*clause.objects, *clause.preposition("to", "with", "for"))
    return any(scene.party(t).kind == "person" for t in addressed)


def _says_something(clause: Clause, scene: Scene) -> bool:
    """Whether it is said what was told, or at least that something was ("rang to report", "wrote with concerns")."""
    below = [c for c in clause.head.children if c.dep_ in SAYING and c.i > clause.head.i]
    said = [c for c in below if c.lemma_.lower() in scene.words("saying_here") or _has_that(c)]
    with_it = clause.preposition("with", "about", "over", "regarding")
    rung_here = any(p.professional and p.member == scene.agency for p in scene.parties(clause.objects))
    known = any(t.lemma_.lower() in scene.words("worries") | scene.words("accounts") for t in with_it)
    return bool(said) or known or (rung_here and bool(with_it))


def _has_that(verb: Token) -> bool:
    return verb.dep_ == "ccomp" and any(c.dep_ == "mark" and c.lower_ == "that" for c in verb.children)
