"""The entries of a list of agencies: which words are one, and what part they say that it had."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile

from dhr_graph.loaders.cast.expressions import expression
from dhr_graph.loaders.cast.inline_lists import inline
from dhr_graph.loaders.cast.knowledge import CastKnowledge
from dhr_graph.loaders.cast.naming import Naming, entry
from dhr_graph.loaders.cast.wording import RUN, initials, plain

LONGEST = 14
STRONG = 4
LONGEST_KIND = 6
CALLED_BY_NUMBER = re.compile(r"^[A-Z]\w+ (?:24|101|111|119|999)$")
WHOSE = frozenset(["by", "for", "of"])
"""Words after which somebody stands whose agency it is ("attended by the daughter")."""
NO_NAMES = frozenset(["i", "we", "it", "all", "no"])


def entries(
    text: str, start: int, document: int, participation: str, knowledge: CastKnowledge, *, item: bool = False
) -> Iterator[Naming]:
    """The agencies that a stretch of a list names; "Alma's employer, Brightside Ltd" is one."""
    pending = ""
    for at, piece in inline(text, knowledge, item=item):
        found = entry(piece, knowledge, participation, document, start + at, keyed=True)
        unnamed = expression("persons_service").match(re.sub(r"^(?:and|from|by|the) ", "", piece.strip(" .,")))
        if found is None or unnamed:
            pending = piece
            common = _common(piece, knowledge) if found is None else ""
            if common:
                yield _by_kind(common, participation, document, start + at + piece.index(common), knowledge)
            continue
        if expression("persons_service").match(pending.strip(" .,")):
            kind = knowledge.kind_of(f"{found.gloss} {pending}")
            if kind and found.rank < STRONG:
                found = replace(found, agency_type=kind.type, rank=kind.rank, gloss=f"{found.gloss} {pending}".strip())
        pending = ""
        if is_agency(found, knowledge, listed=True):
            yield found


def _common(piece: str, knowledge: CastKnowledge) -> str:
    """The words of a kind with which an entry without a name begins: "the probation service, which held no file"."""
    opening = expression("common").match(piece)
    words = opening["words"].split(" ") if opening else []
    for count in range(min(len(words), LONGEST_KIND), 0, -1):
        kind = knowledge.kinds.get(plain(" ".join(words[:count])))
        if kind is not None and kind.head and kind.rank >= STRONG:
            return " ".join(words[:count])
    return ""


def _by_kind(words: str, participation: str, document: int, start: int, knowledge: CastKnowledge) -> Naming:
    """The naming of an agency by its kind alone, which any agency of that kind can be."""
    kind = knowledge.kinds[plain(words)]
    end = start + len(words)
    return Naming(words, (), "", kind.type, kind.rank, participation, document, start, end, listed=False)


def is_agency(found: Naming, knowledge: CastKnowledge, *, listed: bool) -> bool:
    """Whether what an entry names is an agency; in a list that is known to be one (`listed`) any name is."""
    folded = plain(found.name)
    words = folded.split()
    if not words or len(found.name.split()) > LONGEST or words[0] in NO_NAMES:
        return False
    if knowledge.excluded.search(found.name.lower()) or knowledge.shapes.fullmatch(found.name):
        return False
    if folded in knowledge.topics or folded in knowledge.alone and folded not in knowledge.kinds:
        return False
    head = folded.split(" of ")[0].split()[-1]
    if " of " in folded and head in knowledge.endings and folded not in knowledge.kinds:
        return False
    typed = found.agency_type and found.rank >= STRONG and (listed or folded in knowledge.kinds)
    if words[-1] in knowledge.endings and not typed and found.agency_type != "forum":
        return False
    own = knowledge.kind_of(found.name)
    told = knowledge.kind_of(found.gloss) is not None and " " in found.name
    if (own is None or own.rank == 0) and not (listed and _looks_named(found.name, knowledge, told=told)):
        return False
    return not _is_person(found.gloss, knowledge)


def is_told_of_agency(found: Naming | None, knowledge: CastKnowledge) -> bool:
    """Whether an entry gives the initials of a name and says what agency it is ("NL - New Leaf, the drug service")."""
    if found is None or found.rank < STRONG or knowledge.kind_of(found.gloss) is None:
        return False
    return any(alias.upper() in initials(found.name) for alias in found.aliases)


def _looks_named(name: str, knowledge: CastKnowledge, *, told: bool) -> bool:
    """Whether words of no known kind have the form of a name; `told`: their description says what it is of."""
    first = name.split()[0].lower()
    numbered = any(c.isdigit() for c in name) and CALLED_BY_NUMBER.search(name) is None
    if RUN.fullmatch(name) is None or len(name.split()) > 6 or numbered:
        return False
    return (
        (first not in knowledge.openers or first == "the" or told)
        and first not in knowledge.kin
        and plain(name) not in knowledge.nouns
    )


def _is_person(gloss: str, knowledge: CastKnowledge) -> bool:
    """Whether a description is one of a person."""
    words = list(takewhile(lambda w: w not in WHOSE, plain(gloss).split()[:3]))
    person = any(w in knowledge.roles or w in knowledge.kin for w in words)
    return person and knowledge.kind_of(gloss) is None or plain(gloss) in knowledge.roles


def part_told(words: str, knowledge: CastKnowledge) -> str | None:
    """The part that an item's own words give: "- nil return", "(chronology only)"."""
    lower = words.lower()
    for code, terms in knowledge.cell_codes.items():
        if any(term in lower and re.search(rf"\b{re.escape(term)}\b", lower) for term in terms):
            return code
    return None
