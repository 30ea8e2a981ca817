"""Frames of care: plans and meetings of care, admissions, and cases that a forum heard."""

from __future__ import annotations

from collections.abc import Iterator

from dhr_graph.loaders.narrative.candidate import Candidate
from dhr_graph.loaders.narrative.clauses import Clause
from dhr_graph.loaders.narrative.frames.slots import actor, agency_type_of, setting
from dhr_graph.loaders.narrative.parse import Token
from dhr_graph.loaders.narrative.rule_entries import Rule
from dhr_graph.loaders.narrative.scene import Scene


def care(clause: Clause, scene: Scene) -> Iterator[Candidate]:
    """As in "The children were made subject to a child protection plan", "a strategy meeting was held"."""
    words = " ".join(t.text for t in clause.tokens).lower()
    lemma = clause.head.lemma_.lower()
    admitted = _is_admission(clause, scene, words)
    if clause.head.pos_ == "VERB" and lemma in scene.words("telling_of_care"):
        return
    for rule in scene.lexicon.of_pattern("care"):
        if admitted or _names_step(rule, words, lemma, scene):
            who, basis = _carer(clause, scene, admitted=admitted)
            yield Candidate("care_plan", rule.id, clause, who, basis)
            return


def _carer(clause: Clause, scene: Scene, *, admitted: bool) -> tuple[str | None, str]:
    """Who cares: the doer or the setting; of an admission the agency that is named, if it is in no one's section."""
    who, basis = setting(scene) if clause.passive and not clause.agents else actor(clause, scene)
    named = (mention.member for mention in scene.mentioned(clause.tokens, "agency"))
    ward = next((member for member in named if member is not None), None)
    return (ward, "sentence") if admitted and ward is not None and basis != "section" else (who, basis)


def _is_admission(clause: Clause, scene: Scene, words: str) -> bool:
    lemma = clause.head.lemma_.lower()
    if lemma == "admit" and (clause.passive or clause.preposition("to")):
        confessed = any(c.dep_ in {"ccomp", "xcomp"} or c.tag_ == "VBG" for c in clause.head.children)
        return not confessed and not any(p.professional for p in scene.parties(clause.preposition("to")))
    if lemma == "detain":
        return scene.pattern("in_hospital").search(words) is not None
    return lemma == "section" or (lemma in {"assess", "admit"} and "mental health act" in words)


def _names_step(rule: Rule, words: str, lemma: str, scene: Scene) -> bool:
    found = next(rule.spelled_in(words), None)
    return found is not None and (found not in scene.words("ambiguous_care") or lemma in scene.words("making_care"))


def heard(clause: Clause, scene: Scene) -> Iterator[Candidate]:
    """As in "Her case was heard at MARAC", "the MARAC discussed her", "V's case heard" in a forum's own row."""
    lemma = clause.head.lemma_.lower()
    rule = scene.lexicon.rule("heard", clause.lemma, lemma)
    if rule is None and lemma == "take" and any(o.lemma_.lower() == "place" for o in clause.objects):
        rule = scene.lexicon.of_pattern("heard")[0]
    if rule is None:
        return
    forums = [m for m in scene.mentioned(clause.tokens, "forum") if m.member is not None]
    in_forum = agency_type_of(scene.agency, scene) == "forum"
    told_of = scene.discourse.forum or scene.likely.get("forum")
    if not forums and told_of is not None and _is_of_forum_told_of(clause, scene, in_forum):
        yield Candidate("care_plan", rule.id, clause, told_of, "previous")
    elif (forums or (in_forum and lemma in {"hear", "discuss"})) and _is_hearing(clause, scene, bool(forums)):
        yield Candidate("care_plan", rule.id, clause, forums[0].member if forums else scene.agency, "sentence")


def _is_of_forum_told_of(clause: Clause, scene: Scene, in_forum: bool) -> bool:
    """As in "The case was heard on ...", "the conference met", after a forum was spoken of."""
    lemma = clause.head.lemma_.lower()
    case = any(s.lemma_.lower() in {"case", "it", "matter"} for s in clause.subjects)
    if lemma == "hear" and clause.passive and case and not in_forum:
        return scene.pattern("court").search(clause.sentence.text) is None
    return lemma in scene.words("sitting_conference") and any(_is_the_conference(s) for s in clause.subjects)


def _is_the_conference(noun: Token) -> bool:
    return noun.lemma_.lower() == "conference" and not any(c.dep_ in {"compound", "amod"} for c in noun.children)


def _is_hearing(clause: Clause, scene: Scene, names_forum: bool) -> bool:
    by_forum = any(p.kind == "forum" for p in scene.parties(clause.subjects))
    lemma = clause.head.lemma_.lower()
    if any(p.kind == "person" for p in scene.parties(clause.preposition("with"))):
        return False
    if lemma in scene.words("hearing"):
        of_case = scene.pattern("case_heard").search(" ".join(t.text for t in clause.tokens)) is not None
        return of_case and (by_forum or clause.passive or clause.head.tag_ == "VBN")
    return lemma in scene.words("sitting") and (by_forum or names_forum)
