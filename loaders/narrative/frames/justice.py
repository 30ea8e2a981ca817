"""Frames of criminal justice: arrests, charges, orders and sentences."""

from __future__ import annotations

from collections.abc import Iterator

from dhr_graph.loaders.narrative.candidate import Candidate
from dhr_graph.loaders.narrative.clauses import Clause
from dhr_graph.loaders.narrative.frames.slots import actor, agency_type_of
from dhr_graph.loaders.narrative.parse import Token
from dhr_graph.loaders.narrative.rule_entries import Rule
from dhr_graph.loaders.narrative.scene import Scene

AUTHORITIES = frozenset({"police", "probation", "prison", "courts_cps"})
PROSECUTING = frozenset({"police", "courts_cps", "probation"})
LEADING = ("to", "on", "of", "under", "from")


def justice(clause: Clause, scene: Scene) -> Iterator[Candidate]:
    """As in "Officers arrested him", "he was charged and bailed", "he was released from prison"."""
    lemma = clause.head.lemma_.lower()
    rule = scene.lexicon.rule("justice", lemma)
    text = clause.sentence.text
    released = lemma == "release" and scene.pattern("released_from").search(text) is not None
    if (rule is None and not released) or not _is_of_suspect(clause, scene, lemma):
        return
    doers = scene.parties(clause.agents if clause.passive else clause.subjects)
    types = {p.agency_type for p in doers if p.is_agency and p.agency_type is not None}
    if types and not types & AUTHORITIES:
        return
    if lemma == "detain" and scene.pattern("in_hospital").search(text):
        return
    who, basis = _authority(clause, scene, lemma)
    yield Candidate("justice", rule.id if rule is not None else "justice.verb", clause, who, basis)


def _is_of_suspect(clause: Clause, scene: Scene, lemma: str) -> bool:
    """Whether a person undergoes the step, not a thing ("charged the phone")."""
    if lemma == "plead":
        return not any(p.kind == "person" for p in scene.parties(clause.preposition("with")))
    themes = scene.parties(clause.subjects if clause.passive else clause.objects)
    if not themes:
        return clause.passive or lemma != "charge"
    return any(p.kind != "thing" for p in themes)


def justice_noun(clause: Clause, scene: Scene) -> Iterator[Candidate]:
    """As in "A restraining order was made", "no further action was taken", "Community order, 12 months"."""
    lemma = clause.head.lemma_.lower()
    fragment = clause.head.pos_ not in {"VERB", "AUX"}
    if not fragment and lemma not in scene.words("ordering"):
        return
    nouns = [*clause.subjects, *clause.objects, *clause.preposition(*LEADING), *([clause.head] if fragment else [])]
    for rule in scene.lexicon.of_pattern("justice_noun"):
        if _names_step(rule, clause, nouns, scene):
            who, basis = _authority(clause, scene, lemma)
            yield Candidate("justice", rule.id, clause, who, basis)
            return


def _names_step(rule: Rule, clause: Clause, nouns: list[Token], scene: Scene) -> bool:
    """Whether the clause names a step: a phrase anywhere in it, a single word in one of its noun phrases."""
    words = " ".join(t.text for t in clause.tokens).lower()
    phrases = " | ".join(" ".join(t.lower_ for t in noun.subtree) for noun in nouns)
    found = {word for word in rule.spelled_in(words) if " " in word}
    found |= {word for word in rule.spelled_in(phrases) if " " not in word}
    if not found:
        return False
    if found == {"order"} and "court" not in words and clause.head.lemma_.lower() not in {"make", "end", "breach"}:
        return False
    if found <= scene.words("police_only_steps") and not _is_of_police(clause, scene):
        return False
    return "in charge" not in words or not found <= scene.words("ambiguous_steps")


def _is_of_police(clause: Clause, scene: Scene) -> bool:
    member, _ = actor(clause, scene)
    return agency_type_of(member, scene) in PROSECUTING


def _authority(clause: Clause, scene: Scene, lemma: str) -> tuple[str | None, str]:
    """Who took the step: a court that is named, else an authority that acted, else for police steps the force."""
    of_police = lemma in scene.words("police_steps")
    for mention in scene.mentioned(clause.tokens, "agency"):
        member = mention.member
        if not of_police and agency_type_of(member, scene) == "courts_cps":
            return member, "sentence"
    who, basis = actor(clause, scene)
    agency_type = agency_type_of(who, scene)
    if agency_type in AUTHORITIES:
        in_passing = basis in {"section", "previous"} and agency_type == "police"
        return (None, "none") if in_passing and lemma in scene.words("court_steps") else (who, basis)
    home = (scene.cast.home("police") or scene.likely.get("police")) if of_police else None
    return (home, "kind") if home is not None else (None, "none")
