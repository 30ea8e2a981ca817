"""Frame of signposting: a person is pointed to a service, and nothing shows that anything about them went there."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from dhr_graph.loaders.narrative.candidate import Candidate
from dhr_graph.loaders.narrative.clauses import Clause
from dhr_graph.loaders.narrative.frames.slots import (
    actor,
    acts_for_agency,
    member_of,
    person_subject,
    recipients,
    setting,
)
from dhr_graph.loaders.narrative.scene import Scene

STRONG_CUES = frozenset({"number", "leaflet", "helpline", "card", "details"})
POINTING = frozenset({"signpost", "direct", "point"})
ADVISING = frozenset({"advise", "suggest", "recommend", "encourage", "urge", "tell", "remind", "ask"})
TURNING = frozenset(
    {
        "ring",
        "call",
        "contact",
        "telephone",
        "phone",
        "see",
        "go",
        "approach",
        "attend",
        "speak",
        "report",
        "visit",
        "return",
        "seek",
        "dial",
        "try",
        "get",
        "self-refer",
        "consult",
        "talk",
        "make",
        "use",
        "register",
        "mention",
        "engage",
        "come",
        "apply",
        "take",
    }
)


def direct(clause: Clause, scene: Scene) -> Iterator[Candidate]:
    """ "She was directed to the IDVA", "gave her the number of the refuge", "advised her to ring the police"."""
    lemma = clause.head.lemma_.lower()
    rule = scene.lexicon.rule("direct", lemma) or next(iter(scene.lexicon.of_pattern("direct")))
    inside = [t for t in _inside(clause) if t.i > clause.head.i]
    words = {t.lemma_.lower() for t in inside}
    hands_over = bool(words & (rule.cues if lemma in rule.words else STRONG_CUES))
    if (
        clause.head.pos_ != "VERB"
        or (lemma not in rule.words and not hands_over)
        or not _to_person(clause, scene, hands_over)
    ):
        return
    services = [
        m for m in scene.mentioned(inside, "agency", "forum", "kind") if not m.professional or lemma in POINTING
    ]
    towards = (
        {m.start for m in recipients(clause, scene, frozenset({"to"}))}
        if hands_over and lemma not in POINTING
        else set()
    )
    services = [m for m in services if m.start not in towards]
    turns = lemma in ADVISING and any(t.lemma_.lower() in TURNING for t in inside)
    who, basis = actor(clause, scene)
    if services and member_of(services[0]) == who and basis == "previous":
        who, basis = setting(scene, who)
    services = [m for m in services if member_of(m) is None or member_of(m) != who]
    if services and (lemma in POINTING or hands_over or turns):
        yield Candidate("signposting", rule.id, clause, who, basis, member_of(services[0]))
    elif (lemma in {"signpost", "direct"} or words & {"helpline", "leaflet"}) and lemma in rule.words and not towards:
        yield Candidate("signposting", rule.id, clause, who, basis, None)


def _inside(clause: Clause) -> list[Token]:
    """The clause with the infinitives and content clauses below it ("advised her to ring the police")."""
    end = max(t.i for t in clause.tokens)
    below = [t for t in clause.head.subtree if t.dep_ != "conj" or t.head.i != clause.head.i]
    conjoined = {t.i for c in clause.head.children if c.dep_ == "conj" and c.pos_ in {"VERB", "AUX"} for t in c.subtree}
    return [t for t in below if t.i not in conjoined or t.i <= end and t in clause.tokens]


def _to_person(clause: Clause, scene: Scene, hands_over: bool) -> bool:
    if clause.passive:
        return any(p.kind == "person" for p in scene.parties(clause.subjects)) or not clause.subjects
    if person_subject(clause, scene) is not None or (clause.subjects and not acts_for_agency(clause, scene)):
        return False
    persons = [p for p in scene.parties(clause.objects) if p.kind == "person"]
    lemma = clause.head.lemma_.lower()
    below = [
        p
        for t in clause.head.subtree
        if t.dep_ == "nsubj" and t.i > clause.head.i
        for p in [scene.party(t)]
        if p.kind == "person"
    ]
    told = any(p.kind == "person" for p in scene.parties(clause.preposition("to", "with")))
    return (
        bool(persons or below or told)
        or hands_over
        or lemma in {"suggest", "recommend", "signpost", "direct"}
        or not clause.subjects
    )
