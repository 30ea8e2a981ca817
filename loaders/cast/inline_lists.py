"""Lists of agencies that stand in a sentence: cut at semicolons, commas and "and", but not inside a name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dhr_graph.loaders.cast.expressions import expression
from dhr_graph.loaders.cast.knowledge import CastKnowledge
from dhr_graph.loaders.cast.runs import joined_names
from dhr_graph.loaders.cast.wording import brackets, is_acronym, plain, split_outside

AND = re.compile(r",? and (?:from |by |of )?")
COMMA_OR_AND = re.compile(r",? and (?:from |by |of )?|, (?:from |by |of )?")
CLAUSE = re.compile(r",|\bwhich\b|\bwhose\b|\bwhere\b|\bwho\b")
TAIL = re.compile(r"(?: [a-z][a-z'\u2019]*){1,5}(?=[,.;]|\s*$| (?:which|who|had|has|have|was|were)\b)")
SINGLE = re.compile(r"[A-Z][A-Za-z]+[.;]?")
DESCRIBED = re.compile(r", (?:an?|the|its|which|who|where|whose)\b|\bwhich\b|\bwho\b")


def inline(text: str, knowledge: CastKnowledge, *, item: bool = False) -> Iterator[tuple[int, str]]:
    """The entries of a list in a sentence, with their offsets; an `item` of a list is not cut at commas."""
    pieces = [(at, piece) for at, piece in split_outside(text, ";") if piece.strip()]
    for at, piece in pieces:
        yield from _joined(at, piece, knowledge, commas=len(pieces) < 2 and not item)


def _joined(at: int, piece: str, knowledge: CastKnowledge, *, commas: bool) -> Iterator[tuple[int, str]]:
    """Split where another name begins; what follows a comma without a capital is description."""
    start = 0
    whole = list(joined_names(piece, knowledge))
    for cut in (COMMA_OR_AND if commas else AND).finditer(piece):
        if any(begin < cut.start() < end for begin, end in whole):
            continue
        if piece.count("(", 0, cut.start()) > piece.count(")", 0, cut.start()):
            continue
        described = expression("described_name").match(piece, start)
        if described is not None and described.end() >= cut.end():
            continue
        left, right = piece[start : cut.start()], piece[cut.end() :]
        if _explains(left, right, cut[0], knowledge) or _goes_on(right, knowledge):
            continue
        closed = any(end == cut.start() for _, end in whole) or _ends(left, knowledge)
        ends = _begins(right, knowledge, cut[0]) and (closed or ("," in cut[0] and commas))
        other = expression("described_name").match(right) or _is_service_of(left, right, knowledge)
        if ends or other or _is_short_form_beside(left, right):
            yield at + start, left
            start = cut.end()
    yield at + start, piece[start:]


def _explains(left: str, right: str, joint: str, knowledge: CastKnowledge) -> bool:
    """Whether what follows a comma says of a name without a kind what it is: "Small Steps, the nursery"."""
    named = expression("begins_name").match(left.strip())
    untold = named is not None and named.end() == len(left.strip()) and knowledge.kind_of(left) is None
    return untold and joint == ", " and expression("unnamed_service").match(right) is not None


def _goes_on(right: str, knowledge: CastKnowledge) -> bool:
    """Whether what follows "and" is only the rest of the name before it."""
    words = expression("begins_name").match(right)
    return words is not None and knowledge.is_rest_of_name(re.split("[,.;(]", words["name"])[0])


def _is_service_of(left: str, right: str, knowledge: CastKnowledge) -> bool:
    """Whether a service of an agency of another kind follows ("Elm School, the health visiting service of X")."""
    found = expression("service_of").match(right)
    own, kind = knowledge.kind_of(left), knowledge.kind_of(found["words"]) if found else None
    return own is not None and kind is not None and kind.rank > 0 and kind.type != own.type


def _is_short_form_beside(left: str, right: str) -> bool:
    """Whether a short form stands beside one more name of a single word ("ECH and Beacon", "WRS and CAT, and ...")."""
    other = SINGLE.match(right.strip())
    ends = other is not None and right.strip()[other.end() :][:1] in ("", ",")
    return (
        is_acronym(left.strip()) and other is not None and (ends and is_acronym(other[0]) or other[0] == right.strip())
    )


def _ends(left: str, knowledge: CastKnowledge) -> bool:
    """Whether a name, with what is said of it, is finished here."""
    outside, _ = brackets(left)
    name = CLAUSE.split(outside)[0].strip()
    complete = (
        knowledge.is_complete(name)
        or _begins_known(name, knowledge)
        or expression("prison").fullmatch(name) is not None
    )
    return left.rstrip().endswith(")") or complete or DESCRIBED.search(outside) is not None


def _begins_known(name: str, knowledge: CastKnowledge) -> bool:
    """Whether a name is that of a known organisation with its place after it ("Citizens Advice Calder")."""
    words = name.split(" ")
    return any(knowledge.known(" ".join(words[:count])) is not None for count in range(2, len(words)))


def _begins(right: str, knowledge: CastKnowledge, joint: str) -> bool:
    """Whether a name of its own begins here."""
    words = expression("begins_name").match(right)
    if not words:
        return expression("unnamed_service").match(right) is not None
    name = words["name"].rstrip(",.;")
    tail = TAIL.match(right, words.end("name"))
    if tail and knowledge.is_complete(f"{name}{tail[0]}"):
        return True
    kind, known, several = knowledge.kind_of(name), knowledge.known(name) is not None, len(name.split()) > 1
    generic = plain(name).split()[:1] and plain(name).split()[0] in knowledge.vocabulary
    if generic and "," not in joint:
        return known or (kind is not None and kind.rank >= 7 and several)
    return several or known or kind is not None or is_acronym(name) or "," in joint
