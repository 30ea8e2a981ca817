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

TOLD, RAISED = (SHARE, "share.told_here"), ("referral", "referral.told_here")
COUNCIL = frozenset({"childrens_social_care", "adult_social_care"})
TOLD_OUTRIGHT = frozenset({"ROOT", "conj"})


def told_here(clause: Clause, scene: Scene) -> Iterator[Candidate]:
    """As in "A housing officer rang to say that ..." in the part of the police, "Ambulance staff raised a concern"."""
    here = scene.agency
    if here is None or clause.passive or agency_type_of(here, scene) == "forum":
        return
    if clause.relation not in TOLD_OUTRIGHT or any(t.lower_ in scene.words("not_here") for t in clause.tokens):
        return
    verb = clause.head.lemma_.lower()
    if verb in scene.words("reaching"):
        yield from _reached(clause, scene, here)
        return
    senders = [p.member for p in scene.parties(clause.subjects) if p.kind == "agency" and p.basis != "pronoun"]
    sender = next((member for member in senders if member not in {None, here}), None)
    if sender is None or recipients(clause, scene, TOWARDS, direct=True) or _is_to_another(clause, scene):
        return
    if verb in scene.words("raising_here") and _is_concern(clause, scene):
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


def _is_to_another(clause: Clause, scene: Scene) -> bool:
    """Whether somebody else is rung or written to, or it is said at a meeting or put in a file."""
    at_desk = (p for p in scene.parties(clause.objects) if not (p.professional and p.member == scene.agency))
    led = [t for t in clause.preposition("to", "with", "at", "in", "for", "among") if not _is_matter(t, scene)]
    placed = any(t.lemma_.lower() not in scene.words("months") and not t.like_num for t in led)
    return placed or any(p.kind in {"agency", "person"} for p in at_desk)


def _is_matter(token: Token, scene: Scene) -> bool:
    """Whether a noun is what is told ("with her concerns", "with his name"), or a time."""
    told = scene.words("worries") | scene.words("accounts") | scene.words("matters_told")
    return token.lemma_.lower() in told


def _is_concern(clause: Clause, scene: Scene) -> bool:
    """Whether a concern is raised, about somebody of the history if it is said about what."""
    raised = any(o.lemma_.lower() in scene.words("concerns_raised") for o in clause.objects)
    about = clause.preposition("about", "over", "regarding", "of")
    return raised and (not about or any(scene.party(t).kind == "person" for t in about))


def _says_something(clause: Clause, scene: Scene) -> bool:
    """Whether it is said what was told, or at least that something was ("rang to report", "wrote with concerns")."""
    after = clause.sentence.text[clause.head.idx - clause.sentence.start_char :]
    if scene.pattern("not_reached").search(after):
        return False
    below = [c for c in clause.head.children if c.dep_ in {"xcomp", "advcl"} and c.i > clause.head.i]
    said = any(c.lemma_.lower() in scene.words("saying_here") for c in below)
    with_it = clause.preposition("with", "about", "over", "regarding")
    rung_here = any(p.professional and p.member == scene.agency for p in scene.parties(clause.objects))
    known = any(t.lemma_.lower() in scene.words("worries") | scene.words("accounts") for t in with_it)
    return said or known or (rung_here and bool(with_it))
