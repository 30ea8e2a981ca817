"""Names of those who dealt with the people of a history, or with its review, and are none of them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache

from dhr_graph.loaders.alternation import alternation
from dhr_graph.loaders.cast.expressions import compiled, expression
from dhr_graph.loaders.cast.knowledge import CastKnowledge
from dhr_graph.loaders.cast.people import Human
from dhr_graph.loaders.cast.sentence_forms import COURTESY_TITLE, full_name
from dhr_graph.loaders.cast.stretches import LISTING, Stretch
from dhr_graph.loaders.cast.wording import is_acronym, sentences

BEFORE = 200
"""Characters before a name in which its bearer's work is looked for: the longest wording takes 160."""


def drop_officials(
    people: dict[str, Human], all_stretches: Sequence[Stretch], bodies: Collection[str], knowledge: CastKnowledge
) -> None:
    """Take out everybody of whom a text says only what they did for a living or for the review, and agencies' codes.

    `bodies` has the names of the agencies, so that "Mr Penn of the outreach team" is known to be of one.
    """
    text = "\n".join(s.text for s in all_stretches)
    reviewing = frozenset(_reviewing(all_stretches, knowledge))
    codes = {name for name in bodies if is_acronym(name)}
    for key, human in list(people.items()):
        if human.label in codes and human.role is None:
            del people[key]
            continue
        if human.role or human.kin or human.age is not None or not _is_name(human.label):
            continue
        surname = human.label.split(" ")[-1]
        reviewer = surname in reviewing and not _bears(surname, people, human)
        if reviewer or _by_profession(human, text, bodies, knowledge):
            del people[key]


def _is_name(label: str) -> bool:
    """Whether a label is a proper name or one with a title ("Ms D"), and no shape such as "Adult A"."""
    if re.fullmatch(rf"{COURTESY_TITLE} [A-Z]", label):
        return True
    return len(label.split(" ")[-1]) > 2 and label.split(" ")[-1].isalpha() and not label.isupper()


def _bears(surname: str, people: Mapping[str, Human], but: Human) -> bool:
    known = (h for h in people.values() if h is not but and (h.role or h.kin or h.age is not None))
    return any(h.label.split(" ")[-1] == surname for h in known)


def _reviewing(all_stretches: Sequence[Stretch], knowledge: CastKnowledge) -> Iterator[str]:
    """Surnames of those who chaired, wrote or sat on the review."""
    name = re.compile(rf"(?<![\w'-])(?P<name>{full_name(knowledge)})(?![\w-])")
    for stretch in all_stretches:
        for _, sentence in sentences(stretch.text) if stretch.section in LISTING else ():
            if expression("reviewing").search(sentence):
                yield from (found["name"].split(" ")[-1] for found in name.finditer(sentence))


def _by_profession(human: Human, text: str, bodies: Collection[str], knowledge: CastKnowledge) -> bool:
    """Whether a name is printed beside the common noun of a professional or beside an agency's name."""
    for who in (*map(re.escape, human.names), *_forenamed(human.label)):
        for found in re.finditer(rf"(?<![\w'-]){who}(?![\w-])", text):
            if _is_beside(found, text, bodies, knowledge):
                return True
    return False


def _is_beside(name: re.Match[str], text: str, bodies: Collection[str], knowledge: CastKnowledge) -> bool:
    """Whether the words around a name are those of a professional. Expressions with all roles or agencies in them take
    long to compile, so none has the name in it, and the agencies are looked for only where one may follow."""
    roles, (start, end) = _roles(knowledge), name.span()
    if expression("official_before", roles=roles).search(text, max(0, start - BEFORE), start):
        return True
    if any(expression(form, roles=roles).match(text, end) for form in ("official_after", "official_is")):
        return True
    if not expression("official_from").match(text, end):
        return False
    return _of_agency(frozenset(bodies), knowledge).match(text, end) is not None


def _forenamed(label: str) -> Iterator[str]:
    """The expression of a forename and the surname of a label with a title."""
    if re.match(rf"{COURTESY_TITLE} [A-Z]", label):
        yield rf"[A-Z][a-z]+ {re.escape(label.rsplit(' ', 1)[-1])}"


@lru_cache(maxsize=4)
def _roles(knowledge: CastKnowledge) -> str:
    words = {w for s in knowledge.services if s.role for w in s.words}
    return "|".join(re.escape(w) for w in sorted(words, key=lambda w: (-len(w), w)))


@lru_cache(maxsize=1)
def _of_agency(bodies: frozenset[str], knowledge: CastKnowledge) -> re.Pattern[str]:
    """Where somebody may work: the agencies by name, and the common nouns of services."""
    nouns = {w.removeprefix("the ") for s in knowledge.services if not s.role for w in s.words}
    nouns |= {" ".join(part[:1].upper() + part[1:] for part in w.split(" ")) for w in nouns}
    words = {n.removeprefix("The ") for n in bodies} | nouns
    return compiled("official_of", places=alternation(sorted(words, key=lambda w: (-len(w), w))))
