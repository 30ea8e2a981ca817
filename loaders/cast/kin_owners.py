"""Whose kin a possessive means: the victim's, the perpetrator's, or those of somebody with no part in the history."""

from __future__ import annotations

import re

from dhr_graph.loaders.cast.expressions import expression
from dhr_graph.loaders.cast.knowledge import CastKnowledge
from dhr_graph.loaders.cast.people import PAIR, Human, owner_of

STRANGER = re.compile(r"(?<![\w'-])[A-Z][a-z]{2,}(?![\w'-]| [A-Z])")
PRONOUN = re.compile(r"\b(?:she|he|her|his|him)\b")
SUBJECT = {"F": re.compile(r"\b[Ss]he\b"), "M": re.compile(r"\b[Hh]e\b")}


def no_strangers(people: dict[str, Human], bodies: frozenset[str], knowledge: CastKnowledge) -> frozenset[str]:
    """The words with a capital that name people who are known, agencies (`bodies`), or nobody."""
    names = {t.lower() for h in people.values() for n in (h.label, *h.aliases) for t in n.split()}
    nobody = knowledge.openers | knowledge.report_parts | knowledge.nouns
    return frozenset(names) | bodies | knowledge.vocabulary | nobody


def owner_of_kin(found: re.Match[str], text: str, people: dict[str, Human], known: frozenset[str]) -> Human | None:
    """Whose kin it is; "her" is of the woman whom the sentence named last, None if she is no victim or perpetrator."""
    if not found["owner"] or found["owner"].lower() not in ("her", "his"):
        return owner_of(found["owner"], people)
    sex = "F" if found["owner"].lower() == "her" else "M"
    begin = max(text.rfind(". ", 0, found.start()), 0)
    named = [(m.end(), h) for h in people.values() for m in re.finditer(h.pattern, text[begin : found.start()])]
    fitting = [(begin + at, h) for at, h in named if _may_own(h, sex)]
    at, last = max(fitting, key=lambda place: place[0], default=(begin, None))
    if _stranger_acts(text, at, found.start(), known):
        return None
    if last is None and SUBJECT[sex].search(text, begin, found.start()):
        last = _who_goes_on(text, begin, sex, people)
    if last is not None:
        return last if last.role in PAIR else None
    return owner_of(found["owner"], people)


def _may_own(human: Human, sex: str) -> bool:
    return human.sex == sex or human.sex is None and human.role not in PAIR


def _stranger_acts(text: str, begin: int, end: int, known: frozenset[str]) -> bool:
    """Whether somebody whom nothing tells of acts in the words before "her" ("Petra told her mother")."""
    for name in STRANGER.finditer(text, begin, end):
        after = expression("acts").match(text, name.end(), end)
        word = name[0].lower()
        if after and not {word, word.removesuffix("s")} & known and not PRONOUN.search(text, name.end(), end):
            return True
    return False


def _who_goes_on(text: str, end: int, sex: str, people: dict[str, Human]) -> Human | None:
    """Whom "she" goes on with: the first word of the sentence before, else whoever of her sex it named last."""
    start = text.rfind(". ", 0, end)
    before = text[start + 2 if start >= 0 else 0 : end].lstrip()
    alike = [h for h in people.values() if h.sex == sex]
    opening = next((h for h in alike if re.match(h.pattern, before)), None)
    named = [(m.end(), h) for h in alike for m in re.finditer(h.pattern, before)]
    return opening or max(named, key=lambda place: place[0], default=(0, None))[1]
