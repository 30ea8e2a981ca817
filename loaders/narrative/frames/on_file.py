"""Frame of files: what an agency told another, told by what stands in the other's file."""

from __future__ import annotations

from collections.abc import Iterator

from dhr_graph.loaders.narrative.candidate import Candidate
from dhr_graph.loaders.narrative.clauses import Clause
from dhr_graph.loaders.narrative.frames.sending import SHARE
from dhr_graph.loaders.narrative.grammar import SUBJECTS
from dhr_graph.loaders.narrative.parse import Token
from dhr_graph.loaders.narrative.scene import Scene
from dhr_graph.loaders.narrative.workplaces import place_told


def on_file(clause: Clause, scene: Scene) -> Iterator[Candidate]:
    """As in "The police log shows a call from the surgery", "CSC's file holds an e-mail in which the officer ..."."""
    rule = scene.lexicon.rule("on_file", clause.lemma, clause.head.lemma_.lower())
    if rule is None or clause.passive or _is_qualified(clause):
        return
    holder = next((h for s in clause.subjects if (h := _holder(s, scene)) is not None), None)
    for paper in clause.objects if holder is not None else ():
        if paper.lemma_.lower() not in scene.words("communications") or not _is_one(paper):
            continue
        if _never_came(paper, scene) or any(c.dep_ == "prep" and c.lower_ == "to" for c in paper.children):
            continue
        sender = _sender(paper, scene) or _who_wrote(paper, scene)
        if sender not in {None, holder}:
            yield Candidate(SHARE, rule.id, clause, sender, "sentence", holder)


def _is_qualified(clause: Clause) -> bool:
    """Whether the file does not show it, or only shows it today."""
    return any(c.dep_ == "neg" or c.lower_ in {"now", "never"} for c in clause.head.children)


def _never_came(paper: Token, scene: Scene) -> bool:
    """Whether a paper or call was missed, kept back, denied afterwards, or got only for the review or the coroner."""
    described = {t.lower_ for t in paper.subtree}
    missed = bool(described & (scene.words("never_sent") | scene.words("inquiries")))
    return missed or any(t.dep_ == "neg" for t in paper.subtree)


def _sender(paper: Token, scene: Scene) -> str | None:
    """The agency that "from" or "by" leads to at once, or where the one whom it leads to works."""
    led = (t for c in paper.children if c.lower_ in {"from", "by"} for t in c.children if t.dep_ == "pobj")
    for token in led:
        party = scene.party(token)
        if party.kind == "agency" and (member := place_told(scene, token) or party.member) is not None:
            return member
    owners = (scene.agency_at(c) for c in paper.children if c.dep_ == "poss")
    return next((member for member in owners if member is not None), None)


def _holder(file: Token, scene: Scene) -> str | None:
    """Whose file, log or records it is: as the words before it say, else those of the section's agency."""
    if file.lemma_.lower() not in scene.words("kept_in"):
        return None
    owners = [scene.party(c) for c in file.children if c.dep_ in {"poss", "compound"}]
    owned = any(p.kind in {"agency", "person"} for p in owners)
    return next((p.member for p in owners if p.kind == "agency"), None) if owned else scene.agency


def _who_wrote(paper: Token, scene: Scene) -> str | None:
    """The agency that acts in "an e-mail in which the probation officer set out the history"."""
    below = (c for c in paper.subtree if c.dep_ == "relcl")
    inside = (verb for verb in below if any(t.lower_ == "which" and t.head.lower_ == "in" for t in verb.subtree))
    doers = (t for verb in inside for t in verb.children if t.dep_ in SUBJECTS)
    return next((p.member for p in scene.parties(doers) if p.kind == "agency" and p.member is not None), None)


def _is_one(paper: Token) -> bool:
    """Whether it is a single paper that came, and not what such files hold or lack in general."""
    determined = {c.lower_ for c in paper.children if c.dep_ == "det"}
    return paper.tag_ == "NN" and bool(determined) and not determined & {"any", "each", "every", "neither", "no"}
