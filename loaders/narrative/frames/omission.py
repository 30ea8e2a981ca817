"""Frame of omission: the text says that something was not done that could or should have been."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dhr_graph.loaders.narrative.assertion import Status
from dhr_graph.loaders.narrative.candidate import Candidate
from dhr_graph.loaders.narrative.clauses import Clause
from dhr_graph.loaders.narrative.frames.slots import actor, member_of, recipients, setting
from dhr_graph.loaders.narrative.scene import Scene

SHARING = re.compile(
    r"\b(shar|tell|told|inform|notif|pass|refer|report|alert|escalat|communicat|contact|liais|discuss|aware|rais|rang|ring|call|sent|send|copied|marac|mash|letter|wrote)",
    re.IGNORECASE,
)
REFERRING = re.compile(r"\b(refer|referral|referred|safeguarding (?:concern|alert)|marac)", re.IGNORECASE)
ENQUIRING = re.compile(r"\b(ask|asked|enquir|inquir|explor|question|curios)", re.IGNORECASE)
ASSESSING = re.compile(r"\b(dash|assess|risk|grade|graded)", re.IGNORECASE)
RECORDING = re.compile(r"\b(record|recorded|cod|flag|written|noted|logged|documented|mention)", re.IGNORECASE)
HAVING = re.compile(r"\b(discussion|liaison|communication|meeting|conversation|enquir|consideration)", re.IGNORECASE)
LETTERS = frozenset({"letter", "report", "summary", "referral", "form", "email", "e-mail", "notification", "note"})
WORDING = frozenset(
    {
        "say",
        "speak",
        "mention",
        "describe",
        "refer",
        "set",
        "give",
        "contain",
        "state",
        "report",
        "record",
        "tell",
        "include",
        "explain",
        "note",
        "omit",
    }
)
SHOWING = frozenset(
    {
        "mention",
        "include",
        "refer",
        "say",
        "contain",
        "record",
        "show",
        "reach",
        "arrive",
        "take",
        "happen",
        "lead",
        "result",
        "trigger",
        "follow",
        "identify",
        "explore",
        "address",
        "ask",
        "cover",
        "consider",
        "reflect",
        "state",
        "give",
        "go",
        "link",
        "prompt",
        "get",
        "make",
    }
)
NO_CONCERNS = re.compile(r"\brais\w+ no concerns?\b|\bno concerns? (?:was |were )?raised\b", re.IGNORECASE)
ANSWERING = frozenset(
    {"reply", "respond", "return", "come", "attend", "answer", "keep", "want", "engage", "go", "do", "wish", "turn"}
)
NO_FAULT = re.compile(
    r"\b(no (?:reply|answer|response|injur|contact|concern|further action|further contact|fault|criticism|"
    r"weapon|offence|visible|change|problem|doubt|"
    r"children|criminal|convictions?|previous|evidence of (?:abuse|injur|mental)|history|dealings|trace|"
    r"conclusion|diagnosis|one was (?:hurt|injured)|complaint|money|"
    r"need|reason|intention|longer)|nothing (?:was )?wrong|did not know|was not known|were not known|"
    r"was not aware|were not aware|not (?:appear|meet|need|arrested|charged|hurt|injured|at home|there|"
    r"present|in|"
    r"guilty|suicidal|seen (?:there )?again|traced|found|convicted|prosecuted|pursued|serious|"
    r"offered (?:accommodation|support|help)|engage|reply|answer|respond|attend|return|want|wish|consent|"
    r"agree|keep|come|take up|support|succeed|proceed))",
    re.IGNORECASE,
)


def silent_letter(clause: Clause, scene: Scene) -> Iterator[Candidate]:
    """ "The Trust's letter to the surgery said nothing of it": something was sent, and the abuse was left out."""
    for subject in clause.subjects:
        if subject.lemma_.lower() not in LETTERS or clause.head.lemma_.lower() not in WORDING:
            continue
        ends: dict[str, str] = {}
        for token in subject.subtree:
            mention = scene.mention_at(token)
            if mention is None or mention.kind not in {"agency", "forum"} or len(mention.members) != 1:
                continue
            led = token.head.lower_ if token.dep_ == "pobj" else token.dep_
            ends.setdefault("to" if led == "to" else "from", mention.members[0])
        if "to" in ends:
            who, basis = (ends["from"], "sentence") if "from" in ends else setting(scene, ends["to"])
            yield Candidate("information_share", "share.noun", clause, who, basis, ends["to"])


def omission(clause: Clause, scene: Scene, status: Status) -> Iterator[Candidate]:
    """ "The GP did not tell CSC", "no referral was made", "should have been referred", "was considered but not
    made".
    """
    letters = list(silent_letter(clause, scene))
    if letters:
        yield from letters
        return
    lemma = clause.head.lemma_.lower()
    doers = scene.parties(clause.agents if clause.passive else clause.subjects)
    if not clause.passive and any(p.kind == "person" for p in doers):
        return
    text = " ".join(t.text for t in clause.tokens)
    if NO_CONCERNS.search(text) or lemma in {"receive", "arrive"} and status is Status.NOT_DONE:
        return
    if lemma in ANSWERING and any(p.basis == "pronoun" for p in doers):
        return
    if status is Status.NOT_DONE and NO_FAULT.search(text) and not SHARING.search(text):
        return
    if lemma in {
        "know",
        "want",
        "like",
        "believe",
        "think",
        "need",
        "mean",
        "mind",
        "matter",
        "exist",
        "live",
        "seem",
        "appear",
        "feel",
        "work",
        "remember",
        "understand",
    }:
        return
    if lemma == "have" and not HAVING.search(text):
        return
    if (
        not clause.passive
        and doers
        and all(p.kind == "thing" for p in doers)
        and clause.head.pos_ == "VERB"
        and lemma not in SHOWING
        and not any(p.token.lower_ in {"none", "nobody", "nothing", "no", "one"} for p in doers)
    ):
        return
    if clause.relation == "relcl" and any(s.lemma_.lower() in {"reason", "cause"} for s in clause.subjects):
        return
    if status is Status.SHOULD_HAVE and who_is_general(clause, scene):
        return
    if clause.head.pos_ == "AUX" and (not _lacking(clause, text) or _has_content(clause)):
        return
    who, basis = _culprit(clause, scene)
    who, basis = _sure_culprit(clause, scene, who, basis)
    if clause.passive and _section_was_not_told(clause, scene, lemma):
        return
    if who is None and basis == "none" and not _plural_agencies(text):
        return
    told = recipients(clause, scene, frozenset({"to", "with", "into", "by"}), direct=True) if not clause.passive else ()
    passive_told = [p.member for p in scene.parties(clause.subjects) if clause.passive and p.is_agency]
    target = next((member_of(m) for m in told if member_of(m) != who), None) or next(iter(passive_told), None)
    yield Candidate(
        "missed",
        "missed.should_have" if status is Status.SHOULD_HAVE else "missed.not_done",
        clause,
        who,
        basis,
        target if target != who else None,
        missed_kind=kind_of(text + " " + clause.sentence.text if len(text) < 25 else text),
    )


def who_is_general(clause: Clause, scene: Scene) -> bool:
    """Whether the doers are agencies or professionals at large."""
    return not clause.passive and any(
        s.lemma_.lower() in {"agency", "professional", "service", "practitioner", "organisation"} and p.member is None
        for s in clause.subjects
        for p in [scene.party(s)]
    )


def kind_of(text: str) -> str:
    """What was missed: a share, a referral, an enquiry, an assessment, a record, or something else."""
    for kind, pattern in (
        ("referral", REFERRING),
        ("share", SHARING),
        ("assessment", ASSESSING),
        ("enquiry", ENQUIRING),
        ("record", RECORDING),
    ):
        if pattern.search(text):
            return kind
    return "other"


def _lacking(clause: Clause, text: str) -> bool:
    """ "There was no referral", "there is no record that": a being that is denied, of a thing that somebody does."""
    return bool(
        re.search(
            r"\bno (?:\w+ ){0,3}(?:referral|record|evidence|assessment|enquir|discussion|liaison|sharing|"
            r"notification|follow|plan|safety|risk|contact|"
            r"attempt|consideration|strategy|communication|coordination|co-ordination|meeting|check|exploration|response|flag|challenge|curiosity)",
            text,
            re.IGNORECASE,
        )
        or re.search(
            r"\bnot (?:represented|present at (?:the )?(?:marac|meeting|conference)|invited|available|offered|"
            r"clear (?:who|why|whether))",
            text,
            re.IGNORECASE,
        )
    )


def _has_content(clause: Clause) -> bool:
    """Whether what is not there is told by a clause below ("no record that it was passed on")."""
    return any(
        c.dep_ in {"acl", "ccomp", "relcl"} and c.pos_ in {"VERB", "AUX"} for o in clause.objects for c in o.children
    )


def _culprit(clause: Clause, scene: Scene) -> tuple[str | None, str]:
    if clause.passive:
        for party in scene.parties(clause.agents):
            if party.is_agency and party.member is not None:
                return party.member, "sentence"
        return setting(scene)
    return actor(clause, scene)


def _sure_culprit(clause: Clause, scene: Scene, who: str | None, basis: str) -> tuple[str | None, str]:
    """Nobody is blamed by mere nearness: what was not done by no one named is the last doer's, the forum's, or
    no one's.
    """
    invited = clause.passive and clause.head.lemma_.lower() in {"send", "invite", "represent"}
    if basis != "previous" or not (invited or clause.relation == "relcl"):
        return who, basis
    return (scene.discourse.forum, basis) if invited and scene.discourse.forum is not None else (None, "unnamed")


def _section_was_not_told(clause: Clause, scene: Scene, lemma: str) -> bool:
    if lemma not in {
        "tell",
        "inform",
        "notify",
        "alert",
        "advise",
        "make",
        "invite",
        "consult",
        "ask",
        "brief",
        "update",
        "represent",
    }:
        return False
    told = scene.parties(clause.subjects)
    own = any(p.is_agency and p.member is not None and p.member == scene.agency for p in told)
    return (
        own
        or any(s.lower_ in {"they", "he", "she", "it", "staff"} for s in clause.subjects)
        and not any(p.kind == "person" and p.members for p in told)
    )


def _plural_agencies(text: str) -> bool:
    return (
        re.search(r"\b(agenc|professionals|services|opportunit|no one|nobody|information)", text, re.IGNORECASE)
        is not None
    )
