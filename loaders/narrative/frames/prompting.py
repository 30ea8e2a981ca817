"""Frame of prompting: what one agency told another, told by what the other did upon it."""

from __future__ import annotations

from collections.abc import Iterator

from dhr_graph.loaders.narrative.assertion import Status
from dhr_graph.loaders.narrative.candidate import Candidate
from dhr_graph.loaders.narrative.clauses import Clause
from dhr_graph.loaders.narrative.frames.document_ends import named_maker
from dhr_graph.loaders.narrative.frames.recipients import recipients
from dhr_graph.loaders.narrative.frames.slots import actor, has_own_date, person_among
from dhr_graph.loaders.narrative.parse import Token
from dhr_graph.loaders.narrative.scene import Scene

SHARE, REFERRAL = ("information_share", "share.prompting"), ("referral", "referral.prompting")
UPON_IT = frozenset({Status.HAPPENED, Status.NOT_DONE, Status.SHOULD_HAVE})
"""What was done upon it, or ought to have been: that it came is so all the same."""

CERTAIN = frozenset({"sentence", "pronoun", "section"})
BEFORE_FORUM = frozenset({"at", "before", "for", "in", "into", "to"})
WITH = ("with", "from", "by", "on")
WHERE = ("to", "into", "before")
ENDS = frozenset({"by", "for", "from", "to"})
LONGEST_LEAD = 60


def prompt(clause: Clause, status: Status, scene: Scene) -> Iterator[Candidate]:
    """As in "Following a referral from the school, CSC visited", "the police report prompted the visit by CSC".

    What was told before is only told again, so that a share between the same two is read once more only with a day
    and as another one ("a further call").
    """
    known = set(scene.discourse.passed)
    for noun in _papers(clause, scene) if status in UPON_IT and clause.relation != "prep" else ():
        sender = _sender(noun, scene) or _from_whom(noun, clause, scene)
        receiver = _receiver(noun, clause, status, scene) if sender is not None else None
        if sender is None or receiver is None or receiver == sender or receiver not in _towards(noun, scene, receiver):
            continue
        if (sender, receiver) in known and not (_is_another(noun, scene) and has_own_date(clause, scene)):
            continue
        known.add((sender, receiver))
        told = REFERRAL if noun.lemma_.lower() == "referral" else SHARE
        yield Candidate(*told, clause, sender, "sentence", receiver)


def _papers(clause: Clause, scene: Scene) -> Iterator[Token]:
    """The words of a clause, or of the phrase before it, for what comes from another agency, if none is denied."""
    below = (t for c in clause.head.children if c.dep_ in {"prep", "advcl"} for t in c.subtree)
    for noun in dict.fromkeys((*clause.subjects, *clause.tokens, *below)):
        described = {c.lower_ for c in noun.children}
        if noun.pos_ != "NOUN" or noun.lemma_.lower() not in scene.words("communications"):
            continue
        asks = any(c.dep_ == "acl" and c.lemma_.lower() in scene.words("not_telling") for c in noun.children)
        if not described & scene.words("not_real") and not asks:
            yield noun


def _is_another(noun: Token, scene: Scene) -> bool:
    """Whether it is said to be one more ("a second report", "a further call")."""
    return any(c.lower_ in scene.words("one_more") for c in noun.children)


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
    came = noun in clause.subjects and clause.head.lemma_.lower() in scene.words("arriving")
    led = (p.member for p in scene.parties(clause.preposition("from"))) if came else ()
    return next((member for member in led if member is not None), None)


def _towards(noun: Token, scene: Scene, receiver: str) -> set[str]:
    """Whom a paper is said to be to; the one who did something upon it where it is to nobody named."""
    led = [t for c in noun.children if c.dep_ == "prep" and c.lower_ == "to" for t in c.children if t.dep_ == "pobj"]
    return {p.member for p in scene.parties(led) if p.member is not None} if led else {receiver}


def _receiver(noun: Token, clause: Clause, status: Status, scene: Scene) -> str | None:
    """Who had what a noun names, by what it did upon it."""
    verb, happened = clause.head.lemma_.lower(), status is Status.HAPPENED
    if noun in clause.subjects:
        if clause.passive and verb in scene.words("handling") and happened:
            return next((p.member for p in scene.parties(clause.agents) if p.kind == "agency"), None)
        if verb in scene.words("arriving") and not any(t.lower_ != "effect" for t in clause.preposition(*WHERE)):
            return scene.agency
        return _moved(clause, scene) if not clause.passive and verb in scene.words("prompting") and happened else None
    if verb in scene.words("following_on") and noun in (*clause.objects, *clause.preposition(*WITH)):
        return _of_subject(clause, scene) if happened else None
    waits = verb in scene.words("waiting_for") or any(c.lower_ == "until" for c in clause.head.children)
    return _who_acted(clause, scene) if not waits and _leads_to_deed(noun, clause, scene) else None


def _leads_to_deed(noun: Token, clause: Clause, scene: Scene) -> bool:
    """Whether words such as "following" or "in response to" stand right before a noun and what belongs to it."""
    if noun.dep_ not in {"pobj", "pcomp", "dobj"}:
        return False
    sentence = clause.sentence
    start = min(t.idx for t in (noun, *(t for c in noun.lefts for t in c.subtree))) - sentence.start_char
    before = sentence.text[max(0, start - LONGEST_LEAD) : start].rstrip()
    ending = (found for found in scene.pattern("upon_hearing").finditer(before) if found.end() == len(before))
    return any(not scene.pattern("not_upon").search(before[: found.start()].rstrip()) for found in ending)


def _who_acted(clause: Clause, scene: Scene) -> str | None:
    """The forum that heard a case upon it, or the agency that did something."""
    if clause.head.lemma_.lower() in scene.words("coming_before_forum"):
        forums = (m for m in recipients(clause, scene, BEFORE_FORUM) if m.kind == "forum")
        heard_at = next((m.member for m in forums), None)
        if heard_at is not None:
            return heard_at
    if person_among(clause.agents if clause.passive else clause.subjects, scene):
        return None
    member, basis = actor(clause, scene)
    return member if basis in CERTAIN else None


def _moved(clause: Clause, scene: Scene) -> str | None:
    """The agency that a message moved to something ("led to a visit by the social worker", "prompted CSC to ask")."""
    below = (t for c in clause.head.children if c.dep_ in {"ccomp", "xcomp"} for t in c.children if "subj" in t.dep_)
    if person_among((*clause.objects, *below), scene):
        return None
    what = [*clause.objects, *clause.preposition("in", "to")]
    direct = [p.member for p in scene.parties(what) if p.kind == "agency" and p.member is not None]
    if direct:
        return direct[0]
    deeds = (t for t in what if t.lemma_.lower() in scene.words("responses"))
    words = [t for deed in deeds for t in deed.subtree if t.pos_ in {"NOUN", "PROPN"}]
    return next((p.member for p in scene.parties(words) if p.kind == "agency" and p.member is not None), None)


def _of_subject(clause: Clause, scene: Scene) -> str | None:
    """The agency whose doing the subject is ("the Trust's involvement began with ...")."""
    words = [t for subject in clause.subjects for t in subject.subtree]
    return next((m.member for m in scene.mentioned(words, "agency") if m.member is not None), None)
