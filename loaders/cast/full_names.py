"""People under full names: who bears the forenames and the titled surnames by which a text goes on to call them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from dhr_graph.loaders.cast.expressions import expression
from dhr_graph.loaders.cast.glosses import label_key
from dhr_graph.loaders.cast.knowledge import CastKnowledge
from dhr_graph.loaders.cast.labels import may_label
from dhr_graph.loaders.cast.people import Human
from dhr_graph.loaders.cast.sentence_forms import COURTESY_TITLE, full_name
from dhr_graph.loaders.cast.stretches import ABOUT, ASKED, Stretch
from dhr_graph.loaders.cast.traits import sex_by_pronouns

TITLED = re.compile(r"(?P<title>Mr|Mrs|Ms|Miss|Mx|Master)\.? (?P<rest>[A-Z].*)")
SEX_OF_TITLE = {"Mr": "M", "Master": "M", "Mrs": "F", "Ms": "F", "Miss": "F"}
GROWN = 16
LEAST = 2


def unite_names(people: dict[str, Human], all_stretches: Sequence[Stretch], knowledge: CastKnowledge) -> None:
    """Make one person of "Dorothy Pell", "Dorothy", "Mrs Pell" and "Mrs Dorothy Pell"."""
    text = "\n".join(s.text for s in all_stretches)
    _join_titled(people, text)
    _complete(people, text, knowledge)
    full = {key: h for key, h in people.items() if _is_full(h.label, knowledge)}
    forenames = [h.label.split(" ")[0] for h in full.values()]
    for key, human in full.items():
        first = human.label.split(" ")[0]
        if forenames.count(first) == 1:
            _absorb(people, key, first, text)
    _nicknames(people, text)
    for key in [k for k, h in people.items() if TITLED.fullmatch(h.label) and k not in full]:
        bearer = _bearer(people[key].label, list(full.items()), text)
        if bearer is not None:
            _absorb(people, bearer, people[key].label, text)


def acting_full_names(
    all_stretches: Sequence[Stretch], taken: frozenset[str], knowledge: CastKnowledge
) -> Iterator[Human]:
    """Full names that nobody introduced, of people who act in the history and are called by a part of the name too."""
    text = "\n".join(s.text for s in all_stretches)
    pattern = re.compile(rf"(?<![\w'.-])(?<!Dr )(?P<label>{full_name(knowledge)})(?![\w-]| [A-Z][a-z])")
    seen: dict[str, Human] = {}
    for stretch in all_stretches:
        for found in pattern.finditer(stretch.text) if stretch.section not in ABOUT | ASKED else ():
            label, end = found["label"], found.end("label")
            if label in taken or not expression("acts").match(stretch.text, end) or not may_label(label, knowledge):
                continue
            title = stretch.text[: found.start()].rstrip().rsplit(" ", 1)[-1]
            if title not in knowledge.titles and _is_called(label, text):
                seen.setdefault(label, Human(label)).sites.append(stretch.site(found))
    yield from seen.values()


def _is_called(label: str, text: str) -> bool:
    """Whether a text calls somebody by a title and the surname, or by the forename alone, as nobody calls an agency."""
    words = label.split(" ")
    titled = rf"\b{COURTESY_TITLE} {re.escape(words[-1])}\b"
    alone = rf"(?<![\w'-]){re.escape(words[0])}(?:'s)?(?= [a-z])"
    return bool(re.search(titled, text)) or len(re.findall(alone, text)) >= LEAST


def _is_full(label: str, knowledge: CastKnowledge) -> bool:
    return re.fullmatch(full_name(knowledge), label) is not None and not knowledge.shapes.fullmatch(label)


def _join_titled(people: dict[str, Human], text: str) -> None:
    """A full name with a title is known by the name without it."""
    for key, human in list(people.items()):
        titled = TITLED.fullmatch(human.label)
        if titled is None or " " not in titled["rest"]:
            continue
        human.sex = human.sex or SEX_OF_TITLE.get(titled["title"])
        name = titled["rest"]
        if label_key(name) in people:
            _absorb(people, label_key(name), human.label, text)
        else:
            del people[key]
            human.aliases.append(human.label)
            human.label = name
            people[label_key(name)] = human


def _complete(people: dict[str, Human], text: str, knowledge: CastKnowledge) -> None:
    """A single name that a text prints with just one surname is known by both."""
    for key, human in list(people.items()):
        if not human.label.isalpha() or not human.label.istitle():
            continue
        fuller = {name for name in _names_with(human.label, text, knowledge) if may_label(name, knowledge)}
        if len(fuller) == 1 and label_key(name := fuller.pop()) not in people and _stands(name, text):
            del people[key]
            human.aliases.append(human.label)
            human.label = name
            people[label_key(name)] = human


def _names_with(forename: str, text: str, knowledge: CastKnowledge) -> Iterator[str]:
    """The full names in a text that begin with a forename, none within another."""
    end = 0
    for begin in re.finditer(rf"(?<![\w'-]){re.escape(forename)} ", text):
        found = _whole_name(knowledge).match(text, begin.start()) if begin.start() >= end else None
        if found:
            end = found.end()
            yield found[0]


@lru_cache(maxsize=4)
def _whole_name(knowledge: CastKnowledge) -> re.Pattern[str]:
    return re.compile(rf"{full_name(knowledge)}(?![\w-]| [A-Z][a-z])")


def _stands(name: str, text: str) -> bool:
    """Whether a surname is no word with a capital that follows by chance: it stands twice, or in a line alone."""
    surname = name.rsplit(" ", 1)[-1]
    often = len(re.findall(rf"\b{re.escape(name)}\b", text)) >= LEAST
    return often or bool(re.search(rf"^{re.escape(name)}$|\b{COURTESY_TITLE} {re.escape(surname)}\b", text, re.M))


def _bearer(label: str, full: Sequence[tuple[str, Human]], text: str) -> str | None:
    """Whom a title and surname mean: the grown-up of that sex with the surname, of several the most spoken of."""
    titled = TITLED.fullmatch(label)
    if titled is None:
        return None
    sex = SEX_OF_TITLE.get(titled["title"])
    bearers = [
        (key, h)
        for key, h in full
        if h.label.split(" ", 1)[-1].endswith(titled["rest"])
        and h.label.split(" ")[-1] == titled["rest"].split(" ")[-1]
        and (h.sex is None or sex is None or h.sex == sex)
    ]
    grown = [b for b in bearers if not _is_young(b[1])]
    return max(grown, key=lambda b: _weight(b[1], sex, text))[0] if grown else None


def _weight(human: Human, sex: str | None, text: str) -> tuple[bool, bool, int]:
    """What speaks for somebody as the bearer of a title: to be no mere relative, of that sex, and much spoken of."""
    relative = human.role is None and any(role not in ("partner", "ex_partner") for _, role, _ in human.kin)
    told = human.sex or sex_by_pronouns(human, text) or _leaning(human, text)
    return told in (sex, None) and not relative, told is not None and told == sex, len(re.findall(human.pattern, text))


def _leaning(human: Human, text: str) -> str | None:
    """The sex of most of the pronouns that follow a name in its sentence, whomever they mean."""
    following = re.findall(rf"{human.pattern}(?!')[^.;]{{0,80}}?\b(he|his|him|she|her)\b", text)
    men = sum(pronoun.startswith("h") and pronoun != "her" for pronoun in following)
    women = len(following) - men
    return None if men == women else "M" if men > women else "F"


def _nicknames(people: dict[str, Human], text: str) -> None:
    """What brackets after a name say that somebody was called."""
    for key, human in list(people.items()):
        called = re.search(
            rf"{re.escape(human.label)} \((?:also )?(?:known as|called|referred to as|hereafter) \W?(\w+)\W?\)", text
        )
        if called and called[1].istitle() and called[1] not in human.label.split(" "):
            _absorb(people, key, called[1], text)


def _is_young(human: Human) -> bool:
    child = any(role == "child" for _, role, _ in human.kin)
    return human.age is not None and human.age < GROWN or child and human.age is None


def _absorb(people: dict[str, Human], key: str, short: str, text: str) -> None:
    """Give a person a short form that the text uses, and what was said of somebody under it."""
    human, other = people[key], people.get(label_key(short))
    if other is not None and other is not human:
        del people[label_key(short)]
        human.role = human.role or other.role
        human.merge(other)
        human.sites += other.sites
        human.aliases += [a for a in other.aliases if a not in human.aliases]
    titled = TITLED.fullmatch(short)
    human.sex = human.sex or (SEX_OF_TITLE.get(titled["title"]) if titled else None)
    further = re.escape(human.label.removeprefix(short)) or "(?!)"
    used = re.search(rf"(?<![\w'-]){re.escape(short)}(?![\w-]|{further})", text)
    if used and short not in human.aliases:
        human.aliases.append(short)
