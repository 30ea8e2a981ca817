"""Short names that a text uses without having introduced them: initials, and the first word of a name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dhr_graph.loaders.cast.bodies import Member
from dhr_graph.loaders.cast.forms import PLACED, tokens_of
from dhr_graph.loaders.cast.knowledge import CastKnowledge
from dhr_graph.loaders.cast.stretches import Stretch
from dhr_graph.loaders.cast.wording import initials

OFTEN = 2
LONGEST = 60
ENDS = frozenset({".", "!", "?", "\n"})
WORD_BEFORE = re.compile(r"\w+\Z")
CAPITALS = re.compile(r"(?<![\w&])[A-Z][A-Za-z]?[A-Z]{1,4}(?![\w&])")


def add_short_names(
    members: Sequence[Member], everything: Sequence[Stretch], knowledge: CastKnowledge, labels: frozenset[str]
) -> None:
    """Give each member the short names that the text uses and that can mean no other."""
    text = "\n".join(s.text for s in everything)
    taken = {n for m in members for n in m.all_names} | labels
    lettered = [(m, {i for n in m.all_names if len(n.split()) > 1 for i in initials(n)}) for m in members]
    for short in sorted(set(CAPITALS.findall(text)) - taken):
        known = short.lower() in knowledge.kinds or short.lower() in knowledge.no_short_forms
        if len(short) < 3 or known or short.isupper() and short.title() in labels:
            continue
        owners = [m for m, short_forms in lettered if short.upper() in short_forms]
        if not owners and len(re.findall(rf"\b{short}\b", text)) >= OFTEN:
            owners = [m for m in members if any(_skips_words(short.upper(), n) for n in m.all_names)]
        if len(owners) == 1:
            owners[0].names.append(short)
    for member in members:
        first = member.name.split(" ")[0]
        if (
            (member.listed or member.glosses)
            and _may_stand_alone(first, member, members, knowledge, labels)
            and _stands_alone(first, member, text)
        ):
            member.names.append(first)
        if member.listed:
            member.names.extend(_leading_words(member, members, labels, text))
    for member in members:
        member.names.extend(_closing_words(member, members, knowledge, text))


def _skips_words(short: str, name: str) -> bool:
    """Whether a short form has initials of a name in their order, from its first word on ("OHFT", without "NHS")."""
    letters = [word[0] for word in name.split() if word[0].isupper()]
    if len(letters) < len(short) or letters[0] != short[0]:
        return False
    rest = iter(letters)
    return all(letter in rest for letter in short)


def _leading_words(member: Member, members: Sequence[Member], labels: frozenset[str], text: str) -> tuple[str, ...]:
    """The first words of a longer name, where the text uses them alone ("Safe Haven" of "Safe Haven Ashby")."""
    words = member.name.split(" ")
    for count in range(len(words) - 1, 1, -1):
        short = " ".join(words[:count])
        capitals = all(w[0].isupper() for w in words[:count] if w)
        known = short in labels or any(short in n for m in members if m is not member for n in m.all_names)
        if not capitals or known or short in member.all_names:
            continue
        places = list(_places(short, text))
        alone = rf"(?<!\w){re.escape(short)}(?!\w|[ ]{re.escape(words[count])}\b|[ ][A-Z])"
        if places and any(map(re.compile(alone).match, [text] * len(places), places)):
            return (short,)
    return ()


def number_practices(members: Sequence[Member]) -> None:
    """Practices such as "GP 1 (for Alma)" are called "GP 1" as well, though several may be."""
    for member in members:
        if member.agency_type == "gp" and " (for " in member.name:
            member.names.append(member.name.split(" (for ")[0])


def _may_stand_alone(
    first: str, member: Member, members: Sequence[Member], knowledge: CastKnowledge, labels: frozenset[str]
) -> bool:
    word = first.lower()
    return (
        member.agency_type not in PLACED
        and len(first) > 3
        and first[0].isupper()
        and first != member.name
        and first not in labels
        and word not in knowledge.vocabulary
        and word not in knowledge.openers | knowledge.no_short_forms
        and first.isalpha()
        and not any(word in tokens_of(n) for m in members if m is not member for n in m.all_names)
    )


def _stands_alone(first: str, member: Member, text: str) -> bool:
    following = member.name.split(" ")[1]
    alone = re.compile(rf" {re.escape(first)}(?! {re.escape(following)})(?! [A-Z])\b(?!')")
    places = [at for at in _places(f" {first}", text) if alone.match(text, at)]
    words = [found[0] for at in places if (found := WORD_BEFORE.search(text, max(0, at - LONGEST), at))]
    placed = sum(1 for word in words if word in ("in", "near", "around", "of", "outside"))
    opening = sum(text[at - 1 : at] in ENDS and text[at + len(first) + 2 :][:1].islower() for at in places)
    return len(words) + opening > placed * 2


def _places(words: str, text: str) -> Iterator[int]:
    """Where words begin in a text."""
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


def _closing_words(member: Member, members: Sequence[Member], knowledge: CastKnowledge, text: str) -> tuple[str, ...]:
    """The last word of a name, where the text uses it with an article and a capital ("the Infirmary")."""
    closing = {n.split(" ")[-1] for n in member.all_names if n.count(" ") and n.split(" ")[-1].isalpha()}
    others = {t for m in members if m is not member for n in m.all_names for t in tokens_of(n)}
    return tuple(
        word
        for word in sorted(closing - set(member.all_names))
        if word[0].isupper()
        and word.lower() not in others
        and word.lower() not in knowledge.openers | knowledge.shared
        and f"he {word}" in text
        and re.search(rf"\b[Tt]he {re.escape(word)}(?![\w-]| [A-Z])", text)
    )
