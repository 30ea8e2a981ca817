"""Frame of disclosure: somebody tells a professional of abuse, violence or fear."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from dhr_graph.loaders.narrative.candidate import Candidate
from dhr_graph.loaders.narrative.clauses import Clause
from dhr_graph.loaders.narrative.frames.slots import member_of, recipients, setting
from dhr_graph.loaders.narrative.scene import Party, Scene

REASSURING = re.compile(
    r"\b(all (?:was|is) well|reconciled|did not want|was fine|were fine|did not need|no problems?|"
    r"a one - ?off|one-off|no trouble|getting on|no concerns|things were (?:calm|better|fine))\b",
    re.IGNORECASE,
)
SPEAKING = frozenset(
    {
        "tell",
        "say",
        "disclose",
        "report",
        "reveal",
        "confide",
        "admit",
        "describe",
        "allege",
        "complain",
        "explain",
        "state",
        "mention",
        "confess",
        "claim",
        "add",
        "write",
        "express",
        "recount",
        "repeat",
        "speak",
        "inform",
        "acknowledge",
        "hint",
        "voice",
        "relate",
        "draw",
        "remark",
        "observe",
        "comment",
        "answer",
        "reply",
        "blurt",
        "volunteer",
        "detail",
        "let",
        "text",
        "whisper",
    }
)
DENIAL = re.compile(
    r"\b(denied|nothing (?:was )?wrong|no abuse|not been (?:hurt|hit)|no violence|never hit|accident|"
    r"slipped|tripped|fallen|fell|walked into)\b",
    re.IGNORECASE,
)


def disclose(clause: Clause, scene: Scene) -> Iterator[Candidate]:
    """ "She told the GP that he hit her", "he said that he had slapped her" in an agency's section."""
    rule = scene.lexicon.rule("disclose", clause.head.lemma_.lower())
    if rule is None:
        return
    teller = _teller(clause, scene)
    if teller is None:
        return
    content = _content(clause)
    who, basis = _listener(clause, scene)
    if who is None and basis == "none":
        return
    if clause.head.lemma_.lower() not in SPEAKING:
        content = clausal_tokens(clause)
        if not _lemmas(content) & scene.lexicon.sets["outright"]:
            return
    if not _is_grave(content, scene, clause, named=basis == "sentence"):
        return
    yield Candidate("disclosure", rule.id, clause, who, basis, told_by=teller.member)


def disclosure_noun(clause: Clause, scene: Scene) -> Iterator[Candidate]:
    """ "A disclosure was made to the nurse", "the school received an allegation"."""
    for rule in scene.lexicon.of_pattern("disclosure_noun"):
        for token in (*clause.subjects, *clause.objects):
            if token.lemma_.lower() in rule.words and clause.head.lemma_.lower() in {
                "make",
                "receive",
                "record",
                "take",
                "hear",
                "give",
                "repeat",
                "withdraw",
            }:
                who, basis = _listener(clause, scene)
                content = " ".join(t.text for t in clause.head.subtree)
                if who is not None and not re.search(r"scheme|dvds|clare", content, re.IGNORECASE):
                    yield Candidate("disclosure", rule.id, clause, who, basis, content=content)


def _teller(clause: Clause, scene: Scene) -> Party | None:
    parties = scene.parties(clause.agents if clause.passive else clause.subjects)
    person = next((p for p in parties if p.kind == "person"), None)
    if person is not None or clause.subjects:
        return person
    if scene.notes and not clause.passive:
        return Party("person", (), clause.head, "unnamed")
    return None


def _listener(clause: Clause, scene: Scene) -> tuple[str | None, str]:
    outer = scene.lexicon.sets["outer_listeners"]
    listeners = (
        [*clause.objects, *clause.preposition("to", "with", "in")] if not clause.passive else list(clause.subjects)
    )
    for token in listeners:
        party = scene.party(token)
        if party.is_agency:
            if party.kind == "forum":
                return None, "none"
            return (party.member, "sentence") if party.member is not None else _workplace(clause, scene)
        last = scene.discourse.subject
        if (
            token.lower_ in {"her", "him", "them"}
            and last is not None
            and last.professional
            and last.is_agency
            and last.members
        ):
            return last.members[0], "pronoun"
        if (
            party.kind == "person"
            and token.dep_ in {"dobj", "dative", "pobj"}
            and token.lower_ not in {"herself", "himself"}
        ):
            return None, "none"
        if token.lemma_.lower() in outer:
            return None, "none"
    named = recipients(clause, scene, frozenset({"to", "with", "at"}), direct=True)
    known = [m for m in named if m.kind == "agency" and member_of(m) is not None]
    if known:
        return member_of(known[0]), "sentence"
    for sentence_part in clause.sentence:
        if sentence_part.lemma_.lower() in {
            "panel",
            "review",
            "inquest",
            "trial",
            "coroner",
        } and sentence_part.dep_ in {"dobj", "pobj"}:
            return None, "none"
    return setting(scene)


def _workplace(clause: Clause, scene: Scene) -> tuple[str | None, str]:
    """Where a professional without a name works: the place told in the sentence, else the setting; None is unknown."""
    before = [
        m
        for m in scene.mentioned(clause.sentence, "agency")
        if m.end <= clause.head.idx + 40 and member_of(m) is not None
    ]
    if before and scene.agency is None:
        return member_of(before[-1]), "sentence"
    member, basis = setting(scene)
    return member, basis if member is not None else "unnamed"


def _content(clause: Clause) -> list[Token]:
    quoted = [t for t in clause.sentence if t.i > clause.head.i] if '"' in clause.sentence.text else []
    return quoted or told_tokens(clause)


def _tells(content: Sequence[Token], scene: Scene) -> bool:
    return bool(_lemmas(content) & (scene.lexicon.sets["abuse"] | scene.lexicon.sets["violent"]))


def _is_grave(content: Sequence[Token], scene: Scene, clause: Clause, *, named: bool) -> bool:
    """Whether what is told is abuse, violence or fear, or at least of somebody else's doing: more than everyday
    matters.
    """
    if DENIAL.search(_text(content)) or REASSURING.search(_text(content)):
        return False
    if _tells(content, scene):
        return True
    verb = clause.head.lemma_.lower()
    words = _lemmas(content)
    if verb not in SPEAKING:
        return False
    if named and any(t.text == '"' for t in content):
        return True
    if words & scene.lexicon.sets["innocuous"]:
        return False
    return (
        verb in {"disclose", "reveal", "confide", "allege"} or (named and len(words) > 4) or _of_another(clause, scene)
    )


def _of_another(clause: Clause, scene: Scene) -> bool:
    """Whether what is told is a deed of somebody else than the teller ("said that he had done it again")."""
    teller = next((p for p in scene.parties(clause.subjects) if p.kind == "person"), None)
    for token in clause.head.subtree:
        if token.dep_ in {"nsubj", "nsubjpass"} and token.i > clause.head.i:
            party = scene.party(token)
            if party.kind == "person" and teller is not None and party.members and party.members != teller.members:
                return True
    return False


def told_tokens(clause: Clause) -> list[Token]:
    """The words after the predicate that belong to what it says, not to a further main clause."""
    further = {
        t.i
        for c in clause.head.children
        if c.dep_ in {"conj", "parataxis"} and c.pos_ in {"VERB", "AUX"}
        for t in c.subtree
    }
    return [t for t in clause.head.subtree if t.i > clause.head.i and t.i not in further]


def clausal_tokens(clause: Clause) -> list[Token]:
    """The words of the clauses below a predicate ("... saying that he hit her", "... because she was afraid")."""
    own = told_tokens(clause)
    roots = [
        t for t in own if t.dep_ in {"advcl", "ccomp", "xcomp", "pcomp", "parataxis"} and t.pos_ in {"VERB", "AUX"}
    ]
    inside = {t.i for root in roots for t in root.subtree}
    return [t for t in own if t.i in inside]


def tells_of_fear(clause: Clause, scene: Scene) -> bool:
    """Whether what somebody came with, or says beside it, is fear or violence told outright."""
    content = clausal_tokens(clause)
    return not DENIAL.search(_text(content)) and bool(_lemmas(content) & scene.lexicon.sets["outright"])


def _lemmas(content: Sequence[Token]) -> set[str]:
    return {word for t in content for word in (t.lemma_.lower(), t.lower_)}


def _text(content: Sequence[Token]) -> str:
    return " ".join(t.text for t in content)
