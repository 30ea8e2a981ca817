"""Frame of prompting: what one agency told another, told by what the other did upon it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dhr_graph.loaders.narrative.assertion import Status
from dhr_graph.loaders.narrative.candidate import Candidate
from dhr_graph.loaders.narrative.clauses import Clause
from dhr_graph.loaders.narrative.frames.document_ends import named_maker
from dhr_graph.loaders.narrative.frames.recipients import recipients
from dhr_graph.loaders.narrative.frames.slots import actor
from dhr_graph.loaders.narrative.frames.turns import person_among
from dhr_graph.loaders.narrative.parse import Token
from dhr_graph.loaders.narrative.scene import Scene

SHARE, REFERRAL = ("information_share", "share.prompting"), ("referral", "referral.prompting")
REAL = frozenset({Status.HAPPENED, Status.NOT_DONE, Status.SHOULD_HAVE})
CERTAIN = frozenset({"sentence", "pronoun", "section"})
BEFORE_FORUM = frozenset({"at", "before", "for", "in", "into", "to"})
WITH = ("with", "from", "by", "on")
ENDS = frozenset({"by", "for", "from", "to"})
COMING = frozenset({"arrive", "come"})
LONGEST_LEAD = 60


def prompted(statuses: Sequence[tuple[Clause, Status]], scene: Scene) -> Iterator[Candidate]:
    """As in "Following a referral from the school, CSC visited", "the police report prompted the visit by CSC".

    What was told before is only told again: a share between the same two is not read a second time.
    """
    known = set(scene.discourse.passed)
    for clause, status in statuses:
        for noun in _papers(clause, scene) if status in REAL and clause.relation != "prep" else ():
            sender = _sender(noun, scene) or _from_whom(noun, clause, scene)
            receiver = _receiver(noun, clause, scene) if sender is not None else None
            if sender is None or receiver is None or receiver == sender or (sender, receiver) in known:
                continue
            known.add((sender, receiver))
            told = REFERRAL if noun.lemma_.lower() == "referral" else SHARE
            yield Candidate(*told, clause, sender, "sentence", receiver)


def _papers(clause: Clause, scene: Scene) -> Iterator[Token]:
    """The words of a clause, or of the phrase before it, for what comes from another agency, if none is denied."""
    below = (t for c in clause.head.children if c.dep_ in {"prep", "advcl"} for t in c.subtree)
    for noun in dict.fromkeys((*clause.subjects, *clause.tokens, *below)):
        denied = any(c.lower_ in {"no", "any", "neither"} for c in noun.children)
        if noun.pos_ == "NOUN" and noun.lemma_.lower() in scene.words("communications") and not denied:
            yield noun


def _sender(noun: Token, scene: Scene) -> str | None:
    """The agency from which a paper came; not of one that is a person's, or for somebody else."""
    for child in noun.children:
        if child.dep_ == "poss" and scene.party(child).kind == "person":
            return None
        ends = [t for t in child.children if t.dep_ == "pobj"] if child.dep_ in {"prep", "agent"} else []
        if child.lower_ in ENDS and any(not scene.party(t).is_agency for t in ends):
            return None
    return named_maker(noun, scene)


def _from_whom(noun: Token, clause: Clause, scene: Scene) -> str | None:
    """The sender beside the verb in "A call came from the school"."""
    came = noun in clause.subjects and clause.head.lemma_.lower() in COMING
    led = (p.member for p in scene.parties(clause.preposition("from"))) if came else ()
    return next((member for member in led if member is not None), None)


def _receiver(noun: Token, clause: Clause, scene: Scene) -> str | None:
    """Who had what a noun names, by what it did upon it."""
    verb = clause.head.lemma_.lower()
    if noun in clause.subjects:
        if clause.passive and verb in scene.words("handling"):
            return next((p.member for p in scene.parties(clause.agents) if p.kind == "agency"), None)
        if verb in COMING and not clause.preposition("to", "into", "before"):
            return scene.agency
        if person_among(clause.objects, scene):
            return None
        return _first_after(clause, scene) if not clause.passive and verb in scene.words("prompting") else None
    if verb in scene.words("following_on") and noun in (*clause.objects, *clause.preposition(*WITH)):
        return _of_subject(clause, scene)
    return _who_acted(clause, scene) if _leads_to_deed(noun, clause, scene) else None


def _leads_to_deed(noun: Token, clause: Clause, scene: Scene) -> bool:
    """Whether words such as "following" or "in response to" stand right before a noun and what belongs to it."""
    sentence = clause.sentence
    start = min(t.idx for t in (noun, *(t for c in noun.lefts for t in c.subtree))) - sentence.start_char
    before = sentence.text[max(0, start - LONGEST_LEAD) : start].rstrip()
    return any(found.end() == len(before) for found in scene.pattern("upon_hearing").finditer(before))


def _who_acted(clause: Clause, scene: Scene) -> str | None:
    """The forum that heard a case upon it, or the agency that did something."""
    if clause.head.lemma_.lower() in scene.words("coming_before_forum"):
        forums = (m for m in recipients(clause, scene, BEFORE_FORUM) if m.kind == "forum")
        heard_at = next((m.member for m in forums), None)
        if heard_at is not None:
            return heard_at
    doers = scene.parties(clause.agents if clause.passive else clause.subjects)
    if any(p.kind == "person" for p in doers):
        return None
    member, basis = actor(clause, scene)
    return member if basis in CERTAIN else None


def _first_after(clause: Clause, scene: Scene) -> str | None:
    """The agency that a message moved to something ("led to a visit by the social worker")."""
    after = [t for t in clause.head.subtree if t.i > clause.head.i]
    parties = (p for p in scene.parties(t for t in after if t.pos_ in {"NOUN", "PROPN"}) if p.kind == "agency")
    return next((p.member for p in parties if p.member is not None), None)


def _of_subject(clause: Clause, scene: Scene) -> str | None:
    """The agency whose doing the subject is ("the Trust's involvement began with ...")."""
    words = [t for subject in clause.subjects for t in subject.subtree]
    return next((m.member for m in scene.mentioned(words, "agency") if m.member is not None), None)
