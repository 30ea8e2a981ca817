"""Frame of risk assessment: a risk was assessed or graded, with its level and tool."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dhr_graph.loaders.narrative.candidate import Candidate
from dhr_graph.loaders.narrative.clauses import Clause
from dhr_graph.loaders.narrative.frames.slots import actor, agency_type_of
from dhr_graph.loaders.narrative.frames.telling_words import joined
from dhr_graph.loaders.narrative.parse import Token
from dhr_graph.loaders.narrative.scene import Scene

ASSESSING_NOBODY = frozenset({"csp", "housing", "legal", "local_authority_other", "national_body", "other", "school"})
THOUGHT = frozenset({"ccomp", "xcomp"})


def grade(clause: Clause, scene: Scene) -> Iterator[Candidate]:
    """As in "The risk was graded as high", "a DASH was completed", "DASH = medium", "assessed her as high risk"."""
    lemma = clause.head.lemma_.lower()
    rule = scene.lexicon.rule("grade", clause.lemma, lemma)
    if rule is None and not _is_fragment(clause) and not _of_risk(clause, scene):
        return
    words = joined(_with_content(clause, scene))
    levels = [found.group().lower() for found in scene.pattern("graded_level").finditer(words)]
    names_risk = scene.pattern("risk").search(words) or (lemma in {"grade", "rate"} and levels)
    if not names_risk or not _is_assessing(clause, scene, words, bool(levels)):
        return
    who, basis = _assessor(clause, scene)
    if basis == "previous" and agency_type_of(who, scene) in ASSESSING_NOBODY:
        who, basis = None, "unnamed"
    tool = scene.pattern("tool").search(words)
    yield Candidate(
        "risk_assessment",
        rule.id if rule is not None else "risk.grade",
        clause,
        who,
        basis,
        level=_level(words, levels, scene),
        tool=tool.group().lower() if tool else None,
    )


def _assessor(clause: Clause, scene: Scene) -> tuple[str | None, str]:
    """The doer, else who thought so ("the nurse thought the risk was low"), else who stands after "by"."""
    who, basis = actor(clause, scene)
    if basis == "sentence":
        return who, basis
    if clause.parent is not None and clause.relation in THOUGHT:
        thinker, of_parent = actor(clause.parent, scene)
        if of_parent == "sentence":
            return thinker, of_parent
    after_by = (t for t in clause.head.subtree if t.dep_ == "pobj" and t.head.lower_ == "by")
    by = next((p.member for p in scene.parties(after_by) if p.is_agency and p.member is not None), None)
    return (by, "sentence") if by is not None else (who, basis)


def _of_risk(clause: Clause, scene: Scene) -> bool:
    """Whether a risk is what something is done to, whatever the verb, or its form tells it ("the DASH fell in ...")."""
    things = clause.subjects if clause.passive else clause.objects
    by_tool = any(scene.pattern("tool").search(joined(list(t.subtree))) for t in clause.subjects)
    led_through = any(scene.pattern("tool").search(joined(list(t.subtree))) for t in _filled_in(clause, scene))
    return any(t.lemma_.lower() == "risk" for t in things) or led_through or (by_tool and not clause.passive)


def _is_fragment(clause: Clause) -> bool:
    return clause.head.pos_ not in {"VERB", "AUX"}


def _with_content(clause: Clause, scene: Scene) -> Sequence[Token]:
    """The clause's words, with what was judged ("judged that he posed a medium risk")."""
    if clause.head.lemma_.lower() not in scene.words("judging"):
        return clause.tokens
    content = [t for c in clause.head.children if c.dep_ == "ccomp" for t in c.subtree]
    return [*clause.tokens, *content]


def _level(words: str, levels: Sequence[str], scene: Scene) -> str | None:
    """The last level that is named (the risk was lowered to it), but the first where a kind of harm is named too."""
    if not levels:
        return "other" if scene.pattern("ticked").search(words) else None
    named = list(dict.fromkeys(scene.lexicon.levels[level] for level in levels))
    return named[0] if scene.pattern("serious_harm").search(words) else named[-1]


def _is_assessing(clause: Clause, scene: Scene, words: str, has_level: bool) -> bool:
    lemma = clause.head.lemma_.lower()
    nouns = _nouns(clause, scene)
    on_risk = scene.pattern("risk").search(nouns) is not None
    if _is_fragment(clause):
        scored = scene.pattern("ticked").search(words) or scene.pattern("assessment_named").search(words)
        return on_risk and (has_level or scored is not None)
    if lemma == "be" and clause.relation in {"advcl", "relcl"}:
        return False
    if lemma in scene.words("holding_level"):
        return has_level and scene.pattern("risk").search(words) is not None and (lemma != "be" or on_risk)
    if lemma == "assess" and clause.head.i > 0 and clause.head.nbor(-1).lower_ == "risk":
        return True
    if lemma in scene.words("grading"):
        return on_risk or has_level
    if has_level:
        return on_risk or scene.pattern("graded_risk").search(words) is not None
    return scene.pattern("risk_form").search(nouns) is not None


def _nouns(clause: Clause, scene: Scene) -> str:
    """The words of the noun phrases that a grade may be of."""
    objects = () if clause.passive or _is_fragment(clause) else (*clause.objects, *_filled_in(clause, scene))
    heads = (*clause.subjects, *objects, clause.head)
    return joined([t for head in heads if head.pos_ in {"NOUN", "PROPN"} for t in head.subtree])


def _filled_in(clause: Clause, scene: Scene) -> Sequence[Token]:
    """The form in "filled in a DASH", "went through a DASH", whose particle the parser takes for a preposition."""
    led = clause.head.lemma_.lower() in scene.words("leading_through")
    return clause.preposition("in", "out", "through") if led else ()
