"""Sex and ethnicity of people, where no introduction gave them: from titles, pronouns and sentences of their own."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from dhr_graph.loaders.cast.expressions import expression
from dhr_graph.loaders.cast.knowledge import CastKnowledge
from dhr_graph.loaders.cast.people import Human
from dhr_graph.loaders.cast.sentence_forms import PLAIN_NAME
from dhr_graph.loaders.cast.stretches import Stretch
from dhr_graph.loaders.cast.wording import sentences

MALE_LABEL = re.compile(r"(?:Mr|Male|Boy|Man|Master)\b")
FEMALE_LABEL = re.compile(r"(?:Mrs|Ms|Miss|Female|Girl|Woman)\b")
SUBJECT = re.compile(r"\b(she|he|herself|himself)\b", re.I)
ANYBODY = re.compile(r"\b(?:[Hh]e|[Ss]he|him|her|his|and|with)\b")
ORIGIN = r"(?: also| both| of| a| an| as)* (?P<what>[^.;]{3,60})"


def add_sexes(people: dict[str, Human], all_stretches: Sequence[Stretch]) -> None:
    """Fill in the sex of everybody of whom titles or pronouns tell it."""
    text = "\n".join(s.text for s in all_stretches)
    for human in people.values():
        if human.sex is None:
            by_killer = _as_owner(people) if human.role == "victim" else None
            human.sex = _by_label(human) or by_killer or sex_by_pronouns(human, text)


def _by_label(human: Human) -> str | None:
    return "M" if MALE_LABEL.match(human.label) else "F" if FEMALE_LABEL.match(human.label) else None


def _as_owner(people: dict[str, Human]) -> str | None:
    """The victim's sex from the possessive of the killer's kinship: "killed by her husband"."""
    owners = {(owner or "").lower() for h in people.values() if h.role == "perpetrator" for _, _, owner in h.kin}
    return "F" if "her" in owners else "M" if "his" in owners else None


def sex_by_pronouns(human: Human, text: str) -> str | None:
    """The sex of the pronouns that go on to speak of somebody, where they agree."""
    votes = Counter[str]()
    same_clause = rf"{human.pattern}(?!')((?:(?! (?:{PLAIN_NAME})\b)[^;.]){{0,110}})"
    for found in re.finditer(same_clause, text):
        pronoun = SUBJECT.search(found[1])
        if pronoun and not expression("others_named").search(found[1][: pronoun.start()]):
            votes["F" if pronoun[1].lower() in ("she", "herself") else "M"] += 1
    next_sentence = rf"(?:^|[.\n] ?){human.pattern} ((?:(?!{PLAIN_NAME}\b)[^.;\n]){{0,200}})\. (She|He|Her|His)\b"
    for found in re.finditer(next_sentence, text):
        if not ANYBODY.search(found[1]):
            votes["F" if found[2] in ("She", "Her") else "M"] += 2
    most, least = max(votes["F"], votes["M"]), min(votes["F"], votes["M"])
    if most and most >= 2 * least and most != least:
        return "F" if votes["F"] > votes["M"] else "M"
    return None


def add_origins(people: dict[str, Human], all_stretches: Sequence[Stretch], knowledge: CastKnowledge) -> None:
    """Ethnicity where a sentence of its own tells it: "Alma was White British", "He was also white, British"."""
    labels = "|".join(h.pattern for h in people.values()) or "(?!)"
    told = re.compile(
        rf"(?P<who>{labels}|\b[SH]h?e) (?:was|is|describe[sd] (?:him|her)self as|identifie[sd] as){ORIGIN}"
    )
    names = {h.label: h for h in people.values()} | {h.label.upper(): h for h in people.values()}
    for stretch in all_stretches:
        last: Human | None = None
        for _, sentence in sentences(stretch.text):
            found = told.search(sentence)
            who = (names.get(found["who"]) or last) if found else None
            if found and who and who.ethnicity is None:
                origin = knowledge.ethnicity.match(found["what"])
                who.ethnicity = origin[0].strip(" ,") if origin else None
            last = next((h for label, h in names.items() if _opens(sentence, label)), last)


def _opens(sentence: str, label: str) -> bool:
    """Whether a sentence is about somebody."""
    return sentence.startswith(label) or f" {label} was" in sentence[:90] or f" {label} is" in sentence[:90]
