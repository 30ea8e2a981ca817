"""Frames of formal steps: criminal justice, and plans and meetings of care."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dhr_graph.loaders.narrative.candidate import Candidate
from dhr_graph.loaders.narrative.clauses import Clause
from dhr_graph.loaders.narrative.frames.slots import actor, member_of, setting
from dhr_graph.loaders.narrative.scene import Scene

COURT = re.compile(
    r"\b(court|magistrates|crown court|judge|sentenced|convicted|pleaded|guilty|jury|trial)\b", re.IGNORECASE
)
AUTHORITIES = frozenset({"police", "probation", "prison", "courts_cps"})
POLICE_STEPS = frozenset(
    {"arrest", "charge", "bail", "caution", "re-arrest", "rearrest", "rebail", "re-bail", "detain"}
)
COURT_STEPS = frozenset({"convict", "sentence", "acquit", "imprison", "fine", "plead", "jail", "remand"})
ORDERING = frozenset(
    {
        "make",
        "grant",
        "impose",
        "issue",
        "give",
        "receive",
        "serve",
        "take",
        "end",
        "expire",
        "breach",
        "release",
        "lapse",
        "vary",
        "complete",
        "begin",
        "obtain",
        "order",
        "authorise",
        "apply",
        "be",
        "lift",
        "withdraw",
        "run",
        "start",
        "place",
        "revoke",
        "accept",
        "result",
        "follow",
        "close",
        "have",
        "finish",
        "drop",
        "discontinue",
        "execute",
        "discharge",
        "pass",
        "allow",
        "set",
        "attach",
        "remain",
        "find",
        "sign",
        "terminate",
        "record",
        "secure",
        "conclude",
        "hold",
    }
)


def justice(clause: Clause, scene: Scene) -> Iterator[Candidate]:
    """ "Officers arrested him", "he was charged and bailed", "he pleaded guilty", "he was released from prison"."""
    lemma = clause.head.lemma_.lower()
    rule = scene.lexicon.rule("justice", lemma)
    released = lemma == "release" and re.search(
        r"\b(prison|custody|licence|bail|charge|investigation|remand|sentence|court|police|cell)\b",
        clause.sentence.text,
        re.IGNORECASE,
    )
    if rule is None and not released:
        return
    themes = scene.parties(clause.subjects if clause.passive or lemma == "plead" else clause.objects)
    if themes and all(p.kind == "thing" for p in themes) and lemma not in {"plead"}:
        return
    if lemma == "charge" and not clause.passive and not themes:
        return
    doers = [
        p
        for p in scene.parties(clause.agents if clause.passive else clause.subjects)
        if p.is_agency and p.agency_type is not None
    ]
    if doers and all(p.agency_type not in AUTHORITIES for p in doers):
        return
    if lemma == "detain" and re.search(r"mental health|section|\bward\b|hospital", clause.sentence.text, re.IGNORECASE):
        return
    who, basis = _authority(clause, scene, lemma)
    yield Candidate("justice", rule.id if rule is not None else "justice.verb", clause, who, basis)


def justice_noun(clause: Clause, scene: Scene) -> Iterator[Candidate]:
    """ "A restraining order was made", "no further action was taken", "Community order, 12 months"."""
    words = " ".join(t.text for t in clause.tokens).lower()
    lemma = clause.head.lemma_.lower()
    fragment = clause.head.pos_ not in {"VERB", "AUX"}
    if not fragment and lemma not in ORDERING:
        return
    for rule in scene.lexicon.of_pattern("justice_noun"):
        nouns = [
            *clause.subjects,
            *clause.objects,
            *(t for name, t in clause.obliques if name in {"to", "on", "of", "under", "from"}),
        ]
        if fragment:
            nouns.append(clause.head)
        phrases = " | ".join(" ".join(t.lower_ for t in noun.subtree) for noun in nouns)
        found = [
            w for w in rule.words if re.search(rf"(?<![\w-]){re.escape(w)}s?(?![\w-])", words if " " in w else phrases)
        ]
        if not found or (found == ["order"] and "court" not in words and lemma not in {"make", "end", "breach"}):
            continue
        if set(found) <= {"no further action", "nfa", "charge"} and not _is_of_police(clause, scene):
            continue
        if (
            set(found)
            <= {
                "charge",
                "order",
                "arrest",
                "caution",
                "sentence",
                "trial",
                "licence",
                "conviction",
                "guilty",
                "bail",
                "custody",
            }
            and "in charge" in words
        ):
            continue
        who, basis = _authority(clause, scene, lemma)
        yield Candidate("justice", rule.id, clause, who, basis)
        return


def _is_of_police(clause: Clause, scene: Scene) -> bool:
    member, _ = actor(clause, scene)
    body = scene.cast.body(member) if member is not None else None
    return body is not None and body.agency_type in {"police", "courts_cps", "probation"}


def _authority(clause: Clause, scene: Scene, lemma: str) -> tuple[str | None, str]:
    for mention in scene.mentioned(clause.tokens, "agency"):
        body = scene.cast.body(member_of(mention) or "")
        if body is not None and body.agency_type == "courts_cps" and lemma not in POLICE_STEPS:
            return body.id, "sentence"
    who, basis = actor(clause, scene)
    body = scene.cast.body(who) if who is not None else None
    if body is not None and body.agency_type in {"police", "probation", "prison", "courts_cps"}:
        if lemma in COURT_STEPS and basis in {"section", "previous"} and body.agency_type == "police":
            return None, "none"
        return who, basis
    if lemma in POLICE_STEPS:
        home = scene.cast.home("police") or scene.likely.get("police")
        if home is not None:
            return home, "kind"
    return None, "none"


def care(clause: Clause, scene: Scene) -> Iterator[Candidate]:
    """ "The children were made subject to a child protection plan", "a strategy meeting was held", "he was
    admitted".
    """
    words = " ".join(t.text for t in clause.tokens).lower()
    lemma = clause.head.lemma_.lower()
    admitted = (
        lemma == "admit"
        and (clause.passive or clause.preposition("to"))
        or lemma == "section"
        or lemma == "detain"
        and re.search(r"mental health|section|\bward\b|hospital", words)
        or "mental health act" in words
        and lemma in {"assess", "admit"}
    )
    for rule in scene.lexicon.of_pattern("care"):
        found = next(
            (
                w
                for w in sorted(rule.words, key=len, reverse=True)
                if re.search(rf"(?<![\w.-]){re.escape(w)}s?(?![\w-])", words)
            ),
            None,
        )
        if (
            found is None
            or found in {"ward", "care plan"}
            and lemma not in {"admit", "make", "agree", "discharge", "transfer"}
        ) and not admitted:
            continue
        if clause.head.pos_ == "VERB" and lemma in {"tell", "say", "ask", "write", "inform", "notify"}:
            return
        who, basis = actor(clause, scene)
        if clause.passive and not clause.agents:
            who, basis = setting(scene)
        named = [member_of(m) for m in scene.mentioned(clause.tokens, "agency") if member_of(m) is not None]
        if admitted and named and basis != "section":
            who, basis = named[0], "sentence"
        yield Candidate("care_plan", rule.id, clause, who, basis)
        return


def heard(clause: Clause, scene: Scene) -> Iterator[Candidate]:
    """ "Her case was heard at MARAC", "the MARAC discussed her", "V's case heard" in a forum's own row."""
    rule = scene.lexicon.rule("heard", clause.lemma) or scene.lexicon.rule("heard", clause.head.lemma_.lower())
    if (
        rule is None
        and clause.head.lemma_.lower() == "take"
        and any(o.lemma_.lower() == "place" for o in clause.objects)
    ):
        rule = scene.lexicon.of_pattern("heard")[0]
    if rule is None:
        return
    own = scene.cast.body(scene.agency) if scene.agency is not None else None
    in_forum = own is not None and own.agency_type == "forum"
    forums = [m for m in scene.mentioned(clause.tokens, "forum") if member_of(m) is not None]
    lemma = clause.head.lemma_.lower()
    told_of = scene.discourse.forum or scene.likely.get("forum")
    if (
        lemma == "hear"
        and clause.passive
        and not forums
        and not in_forum
        and told_of is not None
        and any(s.lemma_.lower() in {"case", "it", "matter"} for s in clause.subjects)
        and not COURT.search(clause.sentence.text)
    ):
        yield Candidate("care_plan", rule.id, clause, told_of, "previous")
        return
    if (
        not forums
        and told_of is not None
        and lemma in {"take", "meet", "sit", "convene", "hold"}
        and any(
            s.lemma_.lower() == "conference" and not any(c.dep_ in {"compound", "amod"} for c in s.children)
            for s in clause.subjects
        )
    ):
        yield Candidate("care_plan", rule.id if rule is not None else "care.heard", clause, told_of, "previous")
        return
    if not forums and not (in_forum and lemma in {"hear", "discuss"}):
        return
    subject_forum = any(p.kind == "forum" for p in scene.parties(clause.subjects))
    is_case = bool(
        re.search(
            r"\b(case|cases|meeting|conference|heard|discussed|her|him|family)\b",
            " ".join(t.text for t in clause.tokens),
            re.IGNORECASE,
        )
    )
    if (
        (
            lemma in {"hear", "discuss", "review", "consider", "list", "give"}
            and (subject_forum or clause.passive or clause.head.tag_ == "VBN")
            and is_case
        )
        or lemma in {"hold", "convene", "take place", "meet", "sit"}
        and (subject_forum or forums)
    ):
        yield Candidate("care_plan", rule.id, clause, member_of(forums[0]) if forums else scene.agency, "sentence")
