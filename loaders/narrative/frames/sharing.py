"""Frames of passing on: referrals, information shared, and their receipt."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from dhr_graph.loaders.cast import Mention
from dhr_graph.loaders.narrative.candidate import Candidate
from dhr_graph.loaders.narrative.clauses import Clause
from dhr_graph.loaders.narrative.frames.slots import (
    TOWARDS,
    actor,
    acts_for_agency,
    other_members,
    person_subject,
    recipients,
    setting,
)
from dhr_graph.loaders.narrative.lexicon import Rule
from dhr_graph.loaders.narrative.scene import Party, Scene

MOVING = frozenset(
    {"send", "transfer", "convey", "hand", "hand over", "release", "return", "pass", "go", "give", "deliver"}
)
TELLING = frozenset(
    {
        "report",
        "say",
        "share",
        "tell",
        "explain",
        "describe",
        "disclose",
        "outline",
        "express",
        "present",
        "mention",
        "raise",
    }
)
TELLING_TO = frozenset(
    {
        "tell",
        "notify",
        "inform",
        "alert",
        "advise",
        "brief",
        "update",
        "warn",
        "apprise",
        "copy",
        "consult",
        "remind",
        "contact",
    }
)
GETTING = frozenset({"receive", "get", "accept", "have", "reject"})
RAISING = frozenset(
    {
        "make",
        "send",
        "submit",
        "complete",
        "raise",
        "receive",
        "go",
        "be",
        "follow",
        "result",
        "fax",
        "email",
        "e-mail",
        "forward",
        "copy",
        "issue",
        "put",
        "pass",
        "accept",
        "file",
        "share",
        "circulate",
        "reject",
        "get",
        "write",
        "post",
        "lodge",
        "generate",
        "trigger",
        "prompt",
        "do",
        "fill",
        "come",
        "have",
        "take",
        "give",
        "provide",
        "reach",
        "hand",
        "arrive",
    }
)
CONTENT_OF_REFERRAL = frozenset({"to", "into", "onto", "back"})


def refer(clause: Clause, scene: Scene) -> Iterator[Candidate]:
    """ "The GP referred her to the refuge", "she was referred by the GP"."""
    rule = scene.lexicon.rule("refer", clause.lemma) or scene.lexicon.rule("refer", clause.head.lemma_.lower())
    if rule is None:
        return
    towards = recipients(clause, scene, CONTENT_OF_REFERRAL) or _to_which(clause, scene)
    who, basis = actor(clause, scene)
    themes = scene.parties(clause.subjects if clause.passive else clause.objects)
    if not clause.passive and not acts_for_agency(clause, scene):
        if person_subject(clause, scene) is not None and any(
            o.lower_.endswith(("self", "selves")) for o in clause.objects
        ):
            yield Candidate(
                "contact", rule.id, clause, _only(other_members(towards, None)) or setting(scene)[0], "sentence"
            )
            return
        if clause.subjects:
            return
    about_things = [p for p in themes if p.kind == "thing"]
    if len(towards) == 0 and (about_things or len(themes) == 0) and not _case(about_things) and not clause.passive:
        return
    targets = other_members(towards, who)
    if len(towards) > 0 and len(targets) == 0:
        yield Candidate("contact", rule.id, clause, who, basis)
        return
    if who is not None and basis in {"section", "previous"} and who in [m for t in towards for m in t.members]:
        who, basis = None, "none"
    for target in targets or (None,):
        yield Candidate("referral", rule.id, clause, who, basis, target)


def _to_which(clause: Clause, scene: Scene) -> tuple[Mention, ...]:
    """The recipient in "the conference, to which the project had referred it"."""
    relative = [t for t in clause.tokens if t.lower_ in {"which", "whom"} and t.head.lower_ in {"to", "into"}]
    if clause.relation != "relcl" or not relative:
        return ()
    before = [
        m
        for m in scene.mentions
        if m.end <= relative[0].idx
        and m.kind in {"agency", "forum"}
        and len(m.members) == 1
        and m.start >= clause.sentence.start_char
    ]
    return (before[-1],) if before else ()


def _case(parties: Sequence[Party]) -> bool:
    return any(
        p.token.lemma_.lower() in {"case", "matter", "family", "incident", "concern", "child", "allegation"}
        for p in parties
    )


def _only(members: tuple[str | None, ...]) -> str | None:
    return members[0] if members else None


def document(clause: Clause, scene: Scene) -> Iterator[Candidate]:
    """ "A referral was made to MARAC", "a notification went to CSC", and fragments such as "Referral to DAS"."""
    for rule in scene.lexicon.of_pattern("document"):
        for token in clause.tokens:
            misread = scene.notes and token.i == token.sent.start and not clause.subjects
            if token.pos_ not in {"NOUN", "PROPN"} and not misread or _document_name(token, rule) is None:
                continue
            yield from _document(clause, scene, rule, token.i)
            if rule.type == "referral":
                return


def _document_name(token: Token, rule: Rule) -> str | None:
    word = token.lemma_.lower()
    if word in rule.words:
        return str(word)
    before = " ".join(t.lemma_.lower() for t in token.lefts if t.dep_ in {"compound", "amod"})
    phrase = f"{before} {word}".strip()
    return next((w for w in rule.words if " " in w and phrase.endswith(w)), None)


def _document(clause: Clause, scene: Scene, rule: Rule, at: int) -> Iterator[Candidate]:
    noun = clause.head.doc[at]
    if noun.dep_ in {"compound", "poss", "nmod"} and not (
        scene.notes and noun.head.i == clause.head.i and noun.head.like_num or "/" in noun.head.text
    ):
        return
    if not clause.passive and person_subject(clause, scene) is not None and noun in clause.objects:
        return
    whole = _self_contained(noun, scene)
    if whole is not None and rule.type == "referral":
        yield Candidate(rule.type, rule.id, clause, whole[0], "sentence", whole[1])
        return
    is_predicate = noun.i == clause.head.i or (
        scene.notes and (clause.head.pos_ not in {"VERB", "AUX"} or noun.i == noun.sent.start)
    )
    is_theme = noun in clause.subjects or noun in clause.objects
    verb = clause.head.lemma_.lower()
    if not (is_predicate or (is_theme and verb in RAISING)):
        return
    towards = recipients(clause, scene, CONTENT_OF_REFERRAL | {"with"}, after=noun if noun.i < clause.head.i else None)
    towards = towards or _beside(noun, scene, rule)
    who, basis = _maker(clause, scene, noun)
    if clause.passive and verb in GETTING:
        receiver = next((p.member for p in scene.parties(clause.agents) if p.is_agency), None)
        if receiver is not None and who is not None and who != receiver and basis == "sentence":
            yield Candidate(rule.type, rule.id, clause, who, basis, receiver)
        return
    received = verb in GETTING and not clause.passive
    if received:
        sender = who
        receiver, _ = actor(clause, scene)
        who = None if sender == receiver else sender
        if receiver is not None and (rule.type == "referral" or who is not None):
            yield Candidate(rule.type, rule.id, clause, who, "sentence", receiver)
        return
    if basis == "previous" and who in [m for t in towards for m in t.members]:
        who, basis = setting(scene, who)
    if rule.type != "referral" and len(towards) == 0:
        return
    if (
        rule.type == "referral"
        and len(towards) == 0
        and not (is_theme and verb in {"make", "submit", "complete", "raise", "send", "follow"})
        and not is_predicate
    ):
        return
    for target in other_members(towards, who) or ((None,) if rule.type == "referral" else ()):
        yield Candidate(rule.type, rule.id, clause, who, basis, target)


def _beside(noun: Token, scene: Scene, rule: Rule) -> tuple[Mention, ...]:
    """The recipient in "a MARAC referral" and, in notes, in "PPN CSC 26/12/17"."""
    if rule.type == "referral":
        for child in noun.children:
            mention = scene.mention_at(child) if child.dep_ in {"compound", "nmod", "amod"} else None
            if mention is not None and (
                mention.kind == "forum" or mention.agency_type in {"domestic_abuse_service", "victim_service"}
            ):
                return (mention,)
    if scene.notes and noun.i + 1 < noun.sent.end:
        mention = scene.mention_at(noun.nbor())
        if mention is not None and mention.kind in {"agency", "forum"}:
            return (mention,)
    return ()


def _self_contained(noun: Token, scene: Scene) -> tuple[str, str] | None:
    """Sender and recipient where the noun phrase itself names both ("a referral from the surgery to the refuge")."""
    ends: dict[str, str] = {}
    for preposition in (t for t in noun.subtree if t.dep_ in {"prep", "agent"} and t.lower_ in {"from", "by", "to"}):
        for inner in preposition.children:
            mention = scene.mention_at(inner)
            if mention is not None and mention.kind in {"agency", "forum"} and len(mention.members) == 1:
                ends.setdefault("to" if preposition.lower_ == "to" else "from", mention.members[0])
    for child in noun.children:
        mention = scene.mention_at(child) if child.dep_ in {"poss", "compound"} else None
        if mention is not None and mention.kind == "agency" and len(mention.members) == 1:
            ends.setdefault("from", mention.members[0])
    return (ends["from"], ends["to"]) if len(ends) == 2 and ends["from"] != ends["to"] else None


def _maker(clause: Clause, scene: Scene, noun: Token) -> tuple[str | None, str]:
    """Who made a document: the doer of the clause, the possessor of the noun, or "from" and "by" phrases."""
    gets = clause.head.lemma_.lower() in GETTING
    if noun in clause.objects and not clause.passive and not gets and acts_for_agency(clause, scene):
        return actor(clause, scene)
    for child in noun.subtree:
        if child.lower_ in {"from", "by"} and child.dep_ in {"prep", "agent"}:
            for inner in child.subtree:
                mention = scene.mention_at(inner)
                if mention is not None and mention.kind in {"agency", "forum"} and len(mention.members) == 1:
                    return mention.members[0], "sentence"
        if child.dep_ in {"poss", "compound"} and child.head == noun:
            mention = scene.mention_at(child)
            if mention is not None and mention.kind == "agency" and len(mention.members) == 1:
                return mention.members[0], "sentence"
    for name, token in clause.obliques:
        if name in {"from", "by"}:
            party = scene.party(token)
            if party.is_agency and party.member is not None:
                return party.member, "sentence"
    if clause.passive and clause.agents and clause.head.lemma_.lower() not in GETTING:
        return actor(clause, scene)
    if clause.passive or noun in clause.subjects or noun.i == clause.head.i:
        return setting(scene)
    return actor(clause, scene)


def told_in_notes(clause: Clause, scene: Scene) -> Iterator[Candidate]:
    """In a row of another agency, "VHA sent the minutes" and "School told of the assault" are passives."""
    if (
        not scene.notes
        or scene.agency is None
        or clause.head.lemma_.lower() not in {"send", "tell", "inform", "notify", "give", "copy", "e-mail", "email"}
    ):
        return
    if clause.agents or recipients(clause, scene, TOWARDS, direct=True):
        return
    for party in scene.parties(clause.subjects):
        if (
            party.kind in {"agency", "forum"}
            and party.member is not None
            and party.member != scene.agency
            and not party.professional
        ):
            rule = scene.lexicon.of_pattern("tell")[0]
            yield Candidate("information_share", rule.id, clause, scene.agency, "section", party.member)


def tell(clause: Clause, scene: Scene) -> Iterator[Candidate]:
    """ "The school told CSC", "CSC was notified by the school", "MARAC was made aware"."""
    rule = scene.lexicon.rule("tell", clause.head.lemma_.lower())
    aware = clause.head.lemma_.lower() == "make" and any(t.lower_ == "aware" for t in clause.head.subtree)
    if rule is None and not aware:
        return
    rule_id = rule.id if rule is not None else "share.tell"
    if clause.passive:
        if not aware and clause.head.lemma_.lower() not in TELLING_TO:
            return
        told = [p for p in scene.parties(clause.subjects) if p.is_agency]
        who, basis = actor(clause, scene)
        for party in told:
            if party.member is None and party.professional and not clause.agents:
                continue
            sender = None if who == party.member else who
            if sender is None and not clause.agents and (party.professional or basis in {"section", "previous"}):
                continue
            if person_agent(clause, scene) or (party.member is None and sender is None):
                continue
            yield Candidate("information_share", rule_id, clause, sender, basis if sender else "none", party.member)
        return
    if not acts_for_agency(clause, scene):
        return
    who, basis = actor(clause, scene)
    named = recipients(clause, scene, frozenset(), direct=True)
    for target in other_members(named, who):
        yield Candidate("information_share", rule_id, clause, who, basis, target)
    if not named and any(o.lemma_.lower() in {"meeting", "conference", "forum"} for o in clause.objects):
        forums = [m.members[0] for m in scene.mentioned(clause.sentence, "forum") if len(m.members) == 1]
        yield Candidate(
            "information_share",
            rule_id,
            clause,
            who,
            basis,
            forums[0] if forums else scene.discourse.forum or scene.likely.get("forum"),
        )
    elif not named and scene.discourse.forum is not None and any(o.lower_ == "it" for o in clause.objects):
        yield Candidate("information_share", rule_id, clause, who, basis, scene.discourse.forum)
    elif not named and any(_is_outside(o, scene, who) for o in clause.objects):
        yield Candidate("information_share", rule_id, clause, who, basis, None)


def _is_outside(token: Token, scene: Scene, who: str | None) -> bool:
    """Whether the one told is a professional of some other agency, not of the teller's own."""
    party = scene.party(token)
    if not party.is_agency or not party.professional or token.lemma_.lower() in scene.lexicon.sets["internal"]:
        return False
    if any(c.dep_ == "poss" for c in token.children):
        return False
    return party.member is None or party.member != who


def person_agent(clause: Clause, scene: Scene) -> bool:
    """Whether a person, not an agency, is the doer of a passive."""
    return any(p.kind == "person" for p in scene.parties(clause.agents))


def send(clause: Clause, scene: Scene) -> Iterator[Candidate]:
    """ "The school sent a report to CSC", "the minutes were circulated to the police", "the matter was
    discussed with ...".
    """
    rule = scene.lexicon.rule("send", clause.lemma) or scene.lexicon.rule("send", clause.head.lemma_.lower())
    if rule is None or (not clause.passive and clause.subjects and not _sends(clause, scene)):
        return
    towards = recipients(
        clause,
        scene,
        frozenset({"to", "with", "into", "onto", "at", "between", "on", "before"}),
        direct=clause.head.lemma_.lower()
        in {"send", "give", "copy", "email", "e-mail", "fax", "write", "text", "provide"},
    )
    if person_subject(clause, scene) is not None and not clause.passive:
        return
    moved = clause.subjects if clause.passive else clause.objects
    if clause.head.lemma_.lower() in MOVING and any(
        p.kind == "person" and p.token.lower_ != "them" for p in scene.parties(moved)
    ):
        return
    who, basis = actor(clause, scene)
    if clause.passive and clause.head.lemma_.lower() in {
        "send",
        "give",
        "copy",
        "forward",
        "e-mail",
        "email",
        "provide",
        "supply",
    }:
        yield from _was_sent(clause, scene, rule)
    targets = other_members(towards, who)
    if (
        not towards
        and scene.discourse.forum is not None
        and clause.head.lemma_.lower() in TELLING
        and not clause.passive
        and who is not None
    ):
        targets = (scene.discourse.forum,) if scene.discourse.forum != who else ()
    if (
        not targets
        and not clause.passive
        and clause.lemma in {"pass on", "hand over"}
        and acts_for_agency(clause, scene)
    ):
        targets = (None,)
    for target in targets:
        yield Candidate("information_share", rule.id, clause, who, basis, target)


def _was_sent(clause: Clause, scene: Scene, rule: Rule) -> Iterator[Candidate]:
    """ "CSC was sent the minutes": the subject received."""
    for party in scene.parties(clause.subjects):
        if party.is_agency and party.member is not None and not party.professional and clause.objects:
            who, basis = actor(clause, scene) if clause.agents else setting(scene, party.member)
            if scene.discourse.forum is not None and any(
                o.lemma_.lower() in {"minute", "minutes", "action"} for o in clause.objects
            ):
                who, basis = scene.discourse.forum, "previous"
            yield Candidate("information_share", rule.id, clause, who, basis, party.member)


def _sends(clause: Clause, scene: Scene) -> bool:
    parties = scene.parties(clause.subjects)
    return any(p.is_agency for p in parties) or (
        all(p.kind == "thing" for p in parties) and clause.head.lemma_.lower() in {"go", "pass"}
    )


def receive(clause: Clause, scene: Scene) -> Iterator[Candidate]:
    """ "CSC heard from the school that ...", "the practice was sent a letter by the Trust"."""
    rule = scene.lexicon.rule("receive", clause.head.lemma_.lower())
    if (
        rule is None
        or clause.passive
        or clause.head.lemma_.lower() not in {"receive", "hear", "learn", "get", "obtain"}
    ):
        return
    receivers = [p for p in scene.parties(clause.subjects) if p.is_agency]
    senders = [p for p in scene.parties(clause.preposition("from", "by")) if p.is_agency]
    for receiver in receivers:
        for sender in senders:
            if receiver.member is not None and sender.member is not None and receiver.member != sender.member:
                yield Candidate("information_share", rule.id, clause, sender.member, "sentence", receiver.member)
