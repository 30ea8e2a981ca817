"""Frame of contact: any other dealing of an agency with a person; the open default."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Doc

from dhr_graph.loaders.narrative.candidate import Candidate
from dhr_graph.loaders.narrative.clauses import Clause
from dhr_graph.loaders.narrative.frames.disclosure import tells_of_fear
from dhr_graph.loaders.narrative.frames.slots import actor, member_of, setting
from dhr_graph.loaders.narrative.scene import Scene

MEETING = frozenset(
    {
        "see",
        "attend",
        "visit",
        "register",
        "present",
        "contact",
        "ring",
        "call",
        "telephone",
        "meet",
        "consult",
        "approach",
        "return",
        "speak",
        "ask",
        "go",
        "come",
        "join",
        "start",
        "move",
        "apply",
        "complete",
        "enrol",
        "use",
        "stay",
        "request",
        "seek",
        "engage",
        "complain",
        "phone",
        "text",
        "email",
        "write",
        "tell",
        "say",
        "access",
        "receive",
        "book",
        "decline",
        "refuse",
        "accept",
        "miss",
        "report",
        "describe",
        "explain",
        "deny",
        "withdraw",
        "cancel",
        "leave",
        "disengage",
        "stop",
        "agree",
        "sign",
        "give",
        "collect",
        "bring",
    }
)
DEALING = frozenset(
    {
        "see",
        "visit",
        "assess",
        "treat",
        "discharge",
        "close",
        "allocate",
        "offer",
        "ring",
        "call",
        "telephone",
        "write",
        "contact",
        "speak",
        "meet",
        "rehouse",
        "interview",
        "advise",
        "support",
        "screen",
        "triage",
        "examine",
        "prescribe",
        "admit",
        "register",
        "invite",
        "accommodate",
        "house",
        "place",
        "send",
        "leave",
        "try",
        "attempt",
        "note",
        "put",
        "open",
        "make",
        "give",
        "change",
        "fit",
        "carry",
        "complete",
        "undertake",
        "hold",
        "notice",
        "observe",
        "record",
        "file",
        "log",
        "receive",
        "scan",
        "accept",
        "begin",
        "start",
        "allow",
        "transfer",
        "check",
        "ask",
        "tell",
        "text",
        "provide",
        "attend",
        "arrange",
        "review",
        "deal",
        "respond",
        "conduct",
        "induct",
        "supervise",
        "evict",
        "issue",
        "move",
        "refuse",
        "reject",
        "pronounce",
        "monitor",
        "follow",
        "flag",
        "arrive",
        "find",
        "step",
        "decide",
        "take",
        "discuss",
        "warn",
        "book",
        "help",
        "work",
    }
)
APPROACHING = frozenset(
    {
        "ask",
        "go",
        "attend",
        "consult",
        "come",
        "approach",
        "present",
        "request",
        "seek",
        "see",
        "apply",
        "visit",
        "remark",
        "answer",
        "speak",
        "talk",
        "call",
        "contact",
        "ring",
        "telephone",
        "phone",
        "email",
        "e-mail",
        "text",
        "write",
    }
)
VISITING = frozenset({"visit", "call", "attend"})
MONTHS = frozenset(
    {"january", "february", "march", "april", "june", "july", "august", "september", "october", "november", "december"}
)
TELEGRAPHIC = re.compile(
    r"\b(seen|visit|call|calls|letter|assessment|appointment|attendance|review|closed|discharged|registered|nfa|message|interview|repair|check|tel|phone|attended|assessed|dna|contact|advice|advised|screened|filed|inducted|triage|treated|admitted|allocated|spoken|received|meeting|session)\b",
    re.IGNORECASE,
)


def dealing(clause: Clause, scene: Scene) -> Iterator[Candidate]:
    """ "The social worker saw her", "she attended ED", "the case was closed", "V seen, tearful"."""
    head, lemma = clause.head, clause.head.lemma_.lower()
    if head.pos_ not in {"VERB", "AUX"}:
        yield from _fragment(clause, scene)
        return
    nominal = list(_by_noun(clause, scene))
    if nominal:
        yield from nominal
        return
    if head.pos_ == "AUX" or clause.relation in {"relcl", "acl", "csubj", "pcomp"} and not _own_date(clause):
        return
    words = scene.lexicon.sets
    subjects = scene.parties(clause.subjects)
    who, basis = actor(clause, scene)
    acts = [p for p in subjects if p.is_agency]
    persons = [p for p in subjects if p.kind == "person"]
    if clause.passive:
        by_agency = not clause.agents or any(p.is_agency for p in scene.parties(clause.agents))
        if (
            who is not None
            and by_agency
            and (persons or _is_of_a_case(clause, scene) or (basis == "section" and _own_date(clause)))
            and lemma not in {"concern", "bear", "know", "marry", "kill", "have", "use"}
        ):
            yield Candidate("contact", "contact.dealing", clause, who, basis)
        return
    if acts and not persons:
        if who is not None and (
            lemma in DEALING
            and (lemma in VISITING or _touches_person(clause, scene) or _is_of_a_case(clause, scene))
            or (lemma not in words["stative"] and _touches_person(clause, scene))
        ):
            yield Candidate("contact", "contact.dealing", clause, who, basis)
        return
    if persons:
        yield from _visit(clause, scene, lemma)


def entry(clause: Clause, scene: Scene, doc: Doc) -> Candidate:
    """What an entry of a chronology tells where no rule read it: violence told, else a contact."""
    member, basis = setting(scene)
    lemmas = {w for t in doc for w in (t.lemma_.lower(), t.lower_)}
    body = scene.cast.body(member) if member is not None else None
    if lemmas & scene.lexicon.sets["outright"]:
        if body is not None and body.agency_type in {"police", "ambulance"}:
            return Candidate("incident", "contact.entry", clause, member, basis)
        return Candidate("disclosure", "contact.entry", clause, member, basis)
    return Candidate("contact", "contact.entry", clause, member, basis)


def _by_noun(clause: Clause, scene: Scene) -> Iterator[Candidate]:
    """ "There were two contacts", "the final contact was on ...", "she had several appointments", "was known to
    ...".
    """
    lemma = clause.head.lemma_.lower()
    rule = next(r for r in scene.lexicon.of_pattern("dealing") if r.words)
    nouns = [
        t for t in (*clause.subjects, *clause.objects, *clause.preposition("in")) if t.lemma_.lower() in rule.words
    ]
    own = " ".join(t.text for t in clause.tokens)
    known = lemma in {"know", "come"} and re.search(r"\bknown to\b|\battention of\b", own) and _own_date(clause)
    if (
        not (nouns and lemma in {"be", "have", "take", "last", "follow", "consist", "make", "record", "keep"})
        and not known
    ):
        return
    if re.search(r"\bcontact (?:arrangements|centre|order)|point of contact|no contact\b", own):
        return
    named = [m for m in scene.mentioned(clause.tokens, "agency") if member_of(m) is not None]
    member, basis = (member_of(named[0]), "sentence") if named and not scene.agency else setting(scene)
    counted = _own_date(clause) or any(
        c.pos_ == "NUM"
        or c.lower_ in {"several", "many", "regular", "frequent", "further", "final", "first", "last", "only", "some"}
        for n in nouns
        for c in n.children
    )
    if member is not None and basis != "previous" and counted:
        yield Candidate("contact", rule.id, clause, member, basis)


def _visit(clause: Clause, scene: Scene, lemma: str) -> Iterator[Candidate]:
    named = [
        m for m in scene.mentioned(clause.tokens, "agency") if m.start > clause.head.idx and member_of(m) is not None
    ]
    if lemma in APPROACHING and tells_of_fear(clause, scene):
        who, basis = (member_of(named[0]), "sentence") if named else setting(scene)
        if who is not None:
            yield Candidate("disclosure", "disclosure.visit", clause, who, basis)
            return
    if named and (lemma in MEETING or lemma not in scene.lexicon.sets["stative"]):
        yield Candidate("contact", "contact.dealing", clause, member_of(named[0]), "sentence")
        return
    member, basis = setting(scene)
    if member is not None and basis == "section" and lemma in MEETING:
        yield Candidate("contact", "contact.dealing", clause, member, basis)


def _fragment(clause: Clause, scene: Scene) -> Iterator[Candidate]:
    member, basis = setting(scene)
    text = " ".join(t.text for t in clause.tokens)
    if member is not None and scene.notes and TELEGRAPHIC.search(text):
        yield Candidate("contact", "contact.dealing", clause, member, basis)


def _touches_person(clause: Clause, scene: Scene) -> bool:
    nearby = [t for t in clause.head.subtree if t.i > clause.head.i and (t.pos_ in {"NOUN", "PROPN", "PRON"})]
    return any(p.kind == "person" for p in scene.parties(nearby))


def _is_of_a_case(clause: Clause, scene: Scene) -> bool:
    """Whether what is handled is something of which an agency has the handling: a case, a letter, an appointment."""
    things = (*clause.subjects, *clause.objects, *(t for _, t in clause.obliques))
    return any(t.lemma_.lower() in scene.lexicon.sets["case_things"] for t in things) or scene.notes


def _own_date(clause: Clause) -> bool:
    return any(t.like_num and len(t.text) == 4 or t.lower_ in MONTHS for t in clause.tokens)
