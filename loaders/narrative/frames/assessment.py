"""Frame of risk assessment: a risk was assessed or graded, with its level and tool."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from dhr_graph.loaders.narrative.candidate import Candidate
from dhr_graph.loaders.narrative.clauses import Clause
from dhr_graph.loaders.narrative.frames.slots import actor
from dhr_graph.loaders.narrative.scene import Scene

LEVELS = {
    "standard": "standard",
    "medium": "medium",
    "moderate": "medium",
    "high": "high",
    "very high": "high",
    "low": "other",
    "amber": "other",
    "red": "other",
    "extreme": "other",
    "green": "other",
    "serious": "other",
    "significant": "other",
}
LEVEL = re.compile(r"\b(very high|standard|medium|moderate|high|low|amber|extreme|significant)\b", re.IGNORECASE)
TICKS = re.compile(
    r"\b(?:\d+|\w+teen|twenty(?:-\w+)?|nine|eight|ten|eleven|twelve|seven|six)\s+(?:ticks?|positive|yes|boxes)",
    re.IGNORECASE,
)
TOOL = re.compile(r"\b(DASH|OASys|SARA|CAADA|CADA|RIC|MAPPA)\b", re.IGNORECASE)
RISK = re.compile(r"\b(risk|risks|dash|caada|cada|sara|oasys|ric)\b", re.IGNORECASE)
GRADED_RISK = re.compile(
    r"\b(?:very high|standard|medium|moderate|high|low)[ -]risk\b|\brisk (?:was|as|at|to \w+ (?:was|as)) ",
    re.IGNORECASE,
)
JUDGING = frozenset(
    {"judge", "consider", "conclude", "find", "assess", "note", "decide", "believe", "determine", "record"}
)
GRADING = frozenset(
    {
        "grade",
        "assess",
        "rate",
        "score",
        "classify",
        "categorise",
        "upgrade",
        "downgrade",
        "reassess",
        "judge",
        "redo",
        "put",
    }
)


def grade(clause: Clause, scene: Scene) -> Iterator[Candidate]:
    """ "The risk was graded as high", "a DASH was completed", "DASH = medium", "assessed her as high risk"."""
    lemma = clause.lemma
    rule = scene.lexicon.rule("grade", lemma) or scene.lexicon.rule("grade", clause.head.lemma_.lower())
    words = " ".join(t.text for t in _with_content(clause))
    levels = LEVEL.findall(words)
    fragment = clause.head.pos_ not in {"VERB", "AUX"}
    if rule is None and not fragment:
        return
    if not RISK.search(words) and not (clause.head.lemma_.lower() in {"grade", "rate"} and levels):
        return
    if not _is_assessing(clause, words, bool(levels), fragment):
        return
    who, basis = actor(clause, scene)
    rule_id = rule.id if rule is not None else "risk.grade"
    tool = TOOL.search(words)
    level = _level(words, levels)
    for each in level or (None,):
        yield Candidate(
            "risk_assessment", rule_id, clause, who, basis, level=each, tool=tool.group(1).lower() if tool else None
        )


def _with_content(clause: Clause) -> Sequence[Token]:
    """The clause's words, with what was judged ("judged that he posed a medium risk")."""
    content = [c for c in clause.head.children if c.dep_ == "ccomp"] if clause.head.lemma_.lower() in JUDGING else []
    return [*clause.tokens, *(t for c in content for t in c.subtree)]


def _level(words: str, levels: list[str]) -> tuple[str, ...]:
    found = tuple(dict.fromkeys(LEVELS[level.lower()] for level in levels))
    if not found and TICKS.search(words):
        return ("other",)
    return found[:1] if "serious harm" in words else found[-1:]


def _is_assessing(clause: Clause, words: str, has_level: bool, fragment: bool) -> bool:
    lemma = clause.head.lemma_.lower()
    themes = [*(clause.subjects if clause.passive or fragment else clause.objects), *clause.subjects, clause.head]
    nouns = " ".join(" ".join(t.text for t in theme.subtree) for theme in themes if theme.pos_ in {"NOUN", "PROPN"})
    on_risk = bool(RISK.search(nouns))
    if fragment:
        return on_risk and (
            has_level or bool(TICKS.search(words)) or re.search(r"\b(DASH|assessment)\b", words) is not None
        )
    if lemma == "be" and clause.relation in {"advcl", "relcl"}:
        return False
    if lemma in {
        "be",
        "remain",
        "stand",
        "hold",
        "think",
        "describe",
        "make",
        "give",
        "note",
        "consider",
        "identify",
        "place",
    }:
        return has_level and bool(RISK.search(words)) and (lemma != "be" or on_risk)
    if lemma == "assess" and clause.head.i > 0 and clause.head.nbor(-1).lower_ == "risk":
        return True
    if lemma in GRADING or lemma in JUDGING and has_level and GRADED_RISK.search(words):
        return on_risk or has_level
    if has_level:
        return bool(GRADED_RISK.search(words)) or on_risk
    return bool(
        re.search(
            r"\b(DASH|risk assessments?|CAADA|SARA|OASys|risk (?:indicator )?(?:form|checklist))\b",
            nouns,
            re.IGNORECASE,
        )
    )
