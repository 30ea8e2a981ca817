"""Frame of receiving: an agency hears something from another, however that came to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dhr_graph.loaders.narrative.candidate import Candidate
from dhr_graph.loaders.narrative.clauses import Clause
from dhr_graph.loaders.narrative.frames.document_ends import named_maker
from dhr_graph.loaders.narrative.frames.recipients import recipients
from dhr_graph.loaders.narrative.frames.sending import SHARE
from dhr_graph.loaders.narrative.parse import Token
from dhr_graph.loaders.narrative.pronouns import INDEFINITE
from dhr_graph.loaders.narrative.rule_entries import Rule
from dhr_graph.loaders.narrative.scene import Scene

FROM = frozenset({"from"})
LEADING_TO_CALL = frozenset({"when", "after", "because", "as"})


def receive(clause: Clause, scene: Scene) -> Iterator[Candidate]:
    """As in "CSC heard from the school that ...", "the practice received word from the Trust"."""
    lemma = clause.head.lemma_.lower()
    rule = scene.lexicon.rule("receive", clause.lemma, lemma)
    aware = any(c.lower_ == "aware" for c in clause.head.children) and lemma in {"be", "become"}
    if rule is None or not (aware or {clause.lemma, lemma} & scene.words("learning")):
        return
    if lemma == "know" and clause.objects:
        return
    if clause.passive and any(p.is_agency for p in scene.parties(clause.agents)):
        return
    senders = tuple(dict.fromkeys(_senders(clause, scene)))
    receivers = scene.parties(clause.subjects)
    of_case = any(s.lemma_.lower() in scene.words("case_things") for s in clause.subjects)
    if scene.agency is not None and lemma == "receive" and not clause.objects and of_case:
        yield from _was_received(scene, clause, rule, senders)
        return
    for receiver in receivers if not clause.passive else ():
        for sender in senders:
            if receiver.is_agency and receiver.member not in {None, sender}:
                yield Candidate(SHARE, rule.id, clause, sender, "sentence", receiver.member)


def _senders(clause: Clause, scene: Scene) -> Iterator[str]:
    """Those in "heard from the school", "through a police notification", "when the police rang"."""
    known = clause.head.lemma_.lower() in scene.words("hearing_of") | {"be", "become", "know"}
    for party in scene.parties(clause.preposition("from", "by", *(("through", "via") if known else ()))):
        if party.is_agency and party.member is not None:
            yield party.member
    if any(c.lower_ == "aware" for c in clause.head.children):
        yield from _from_whom(clause, scene)
    for paper in clause.preposition("from", "by", "through", "via"):
        owner = named_maker(paper, scene) if paper.lemma_.lower() in scene.words("letters") else None
        if owner is not None:
            yield owner
    for paper in clause.objects if not clause.passive else ():
        owner = named_maker(paper, scene) if paper.lemma_.lower() in scene.words("papers_obtained") else None
        if owner is not None:
            yield owner
    if clause.head.lemma_.lower() in scene.words("hearing_of") and not clause.preposition("from", "by"):
        on_that_day = (c for day in clause.head.children if day.dep_ == "npadvmod" for c in day.children)
        yield from (m for below in (*clause.head.children, *on_that_day) for m in _callers(below, scene))


def _from_whom(clause: Clause, scene: Scene) -> Iterator[str]:
    """Those in "became aware of the assault from the police", where it hangs on what was heard of."""
    heard_of = scene.words("violent_nouns") | scene.words("things_told")
    for mention in recipients(clause, scene, FROM):
        first = next(t for t in clause.sentence if t.idx >= mention.start)
        leaders = (t for t in clause.sentence if t.lower_ == "from" and t.i < first.i)
        last = max(leaders, key=lambda t: t.i, default=None)
        told = last is not None and (last.head.lower_ == "aware" or last.head.lemma_.lower() in heard_of)
        if told and mention.member is not None:
            yield mention.member


def _callers(below: Token, scene: Scene) -> Iterator[str]:
    """Who told it in "learned of it when the police rang", if nobody else was rung and nothing is denied."""
    calls = below.lemma_.lower() in scene.words("calling_up") | scene.words("telling_to")
    led = any(c.lower_ in LEADING_TO_CALL for c in below.children if c.dep_ in {"mark", "advmod"})
    if (
        below.dep_ not in {"advcl", "relcl"}
        or not calls
        or not led
        or any(c.dep_ in {"neg", "dobj", "auxpass"} for c in below.children)
    ):
        return
    subjects = (c for c in below.children if c.dep_ == "nsubj" and c.lower_ not in INDEFINITE)
    yield from (p.member for p in scene.parties(subjects) if p.kind == "agency" and p.member is not None)


def _was_received(scene: Scene, clause: Clause, rule: Rule, senders: Sequence[str]) -> Iterator[Candidate]:
    """As in "Case received from MASH" in the entry of an agency."""
    for sender in senders:
        if sender != scene.agency:
            yield Candidate(SHARE, rule.id, clause, sender, "sentence", scene.agency)
