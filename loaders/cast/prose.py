"""Agencies named in running prose and headings: runs of capitals that hold the words of a kind."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dhr_graph.loaders.cast.council_services import council_services
from dhr_graph.loaders.cast.expressions import expression
from dhr_graph.loaders.cast.knowledge import CastKnowledge
from dhr_graph.loaders.cast.naming import WEAK, Naming, entry, kind_from
from dhr_graph.loaders.cast.runs import joined_names, name_runs
from dhr_graph.loaders.cast.stretches import ABOUT, Stretch, untitled
from dhr_graph.loaders.cast.wording import is_acronym, plain, split_outside
from dhr_graph.model.documents import HEADING

STRONG, MIDDLING = 6, 5
LONGEST_CELL, LONGEST_HEADING = 90, 9
SHORT = re.compile(r"\s*\((?:the |\"|')?([A-Z][A-Za-z&-]{1,9})(?:\"|')?\)")
WHO = re.compile(r"(?:,| -| \u2013)? (?:which|that|who|a|an|the|provides|is) [^.;]{5,70}")
OPENING = re.compile(r"(?:^|[.!?:;]\s*[\"']?)$")
LEADING_TO = re.compile(r" (?:to|with|by|from) ")
JOINED_SHORT = re.compile(r" and the [A-Z]{3,}$")


def named(stretch: Stretch, knowledge: CastKnowledge, labels: frozenset[str] = frozenset()) -> Iterator[Naming]:
    """The agencies that a stretch names with words of a kind, or that the gazetteer knows."""
    if stretch.passage.kind == HEADING:
        stretch = _without_kind(stretch, knowledge)
    if _names_alone(stretch, knowledge):
        yield from _alone(stretch, knowledge)
    text = untitled(stretch) if stretch.passage.kind == HEADING else stretch.text
    services = list(council_services(stretch, text, knowledge)) if stretch.section not in ABOUT else []
    yield from services
    known = [(begin, text[begin:end]) for begin, end in joined_names(text, knowledge)]
    found = [*known, *((s.start - stretch.start, s.name) for s in services)]
    runs = _without(found, text)
    for at, name in (*known, *name_runs(runs, knowledge, labels)):
        naming = _naming(at, name, text, stretch, knowledge)
        if naming is not None:
            yield naming


def _without_kind(stretch: Stretch, knowledge: CastKnowledge) -> Stretch:
    """A heading without what says of what kind the agency is that it names ("Police: Northmere Police")."""
    kind, colon, name = stretch.text.partition(": ")
    called = name.removeprefix("the ").strip()
    if not knowledge.is_generic(kind) or LEADING_TO.search(called):
        return stretch
    if not colon or not called[:1].isupper() or not (is_acronym(called) or knowledge.kind_of(called) is not None):
        return stretch
    return replace(stretch, text=name, start=stretch.start + len(kind) + len(colon))


def _without(found: Sequence[tuple[int, str]], text: str) -> str:
    """A text in which the names that were found stand in small letters, so that no part of them is found again."""
    for at, name in found:
        text = f"{text[:at]}{name.lower()}{text[at + len(name) :]}"
    return text


def _names_alone(stretch: Stretch, knowledge: CastKnowledge) -> bool:
    """Whether a stretch is there to name an agency: a heading in the history or plans, a cell of an agency's column."""
    if stretch.passage.kind == HEADING:
        return stretch.section not in ABOUT and len(stretch.text.split()) <= LONGEST_HEADING
    columns = stretch.passage.columns
    if stretch.column is None or stretch.passage.is_header_row or stretch.column >= len(columns):
        return False
    return plain(columns[stretch.column]) in knowledge.cells["agency"] and len(stretch.text) < LONGEST_CELL


def _alone(stretch: Stretch, knowledge: CastKnowledge) -> Iterator[Naming]:
    """The agency that a heading or cell of this kind names, even by the words of its kind alone."""
    text = untitled(stretch) if len(stretch.text) > STRONG else stretch.text
    for at, piece in split_outside(text, "/") if stretch.column is not None else [(0, text)]:
        found = entry(piece, knowledge, "mentioned", stretch.document, stretch.start + at, keyed=True)
        if found is None or found.agency_type is None or len(found.name.split()) > 8:
            continue
        folded = plain(found.name)
        closed = folded.split()[-1] in knowledge.endings and folded not in knowledge.kinds
        closed = closed or _is_of_two_kinds(found.name, knowledge)
        if closed or expression("telling").search(found.name) or knowledge.excluded.search(found.name.lower()):
            continue
        complete = knowledge.is_complete(found.name) or folded in knowledge.kinds
        if (complete and found.rank >= MIDDLING) or (stretch.column is None and _is_told_in_brackets(found, knowledge)):
            yield replace(found, listed=False, gloss="")


def _is_told_in_brackets(found: Naming, knowledge: CastKnowledge) -> bool:
    """Whether the brackets after a name say what it is ("Brightway Stores (employer)")."""
    told = plain(found.gloss.partition(";")[0]).removeprefix("the ").removeprefix("her ").removeprefix("his ")
    return told in knowledge.presenting or (told in knowledge.kinds and not knowledge.is_generic(found.name))


def _is_of_two_kinds(name: str, knowledge: CastKnowledge) -> bool:
    """Whether a heading stands over agencies of two kinds and names neither ("Ambulance and fire services")."""
    left, joint, right = name.partition(" and ")
    one, other = knowledge.kind_of(left), knowledge.kind_of(right)
    differ = one is not None and other is not None and one.type != other.type
    return bool(joint) and differ and knowledge.is_generic(name)


def _naming(at: int, name: str, text: str, stretch: Stretch, knowledge: CastKnowledge) -> Naming | None:
    if not name or not _may_name(name, text, at, knowledge):
        return None
    after = text[at + len(name) :]
    kind = knowledge.kind_of(name)
    if kind is not None and kind.type == "gp" and " " in name and text[max(at - 4, 0) : at] == "The ":
        name, at = f"The {name}", at - 4
    name = _forum(name, knowledge) or name
    short, gloss = SHORT.match(after), WHO.match(after)
    told = gloss[0] if gloss and (kind is None or kind.rank <= WEAK) else ""
    agency_type, rank = kind_from(name, told, knowledge)
    if agency_type is None or rank == 0 or stretch.section in ABOUT and agency_type not in ("csp", "courts_cps"):
        return None
    aliases = _short_form(short, name) if short and short[1].lower() not in knowledge.no_short_forms else ()
    begin = stretch.start + at
    end = begin + len(name)
    return Naming(name, aliases, "", agency_type, rank, "mentioned", stretch.document, begin, end, listed=False)


def _short_form(short: re.Match[str], name: str) -> tuple[str, ...]:
    """The short form in brackets: initials, or a word of the name by which it is called ("(the General)")."""
    word_of_it = "(the " in short[0] and short[1] in name.split()
    return (short[1],) if word_of_it or is_acronym(short[1]) else ()


def _forum(name: str, knowledge: CastKnowledge) -> str | None:
    """The short form of a forum in a run that goes on after it ("MAPPA Level 2")."""
    words = name.split()
    kind = knowledge.kinds.get(plain(words[0]))
    goes_on = len(words) > 1 and is_acronym(words[0]) and plain(name) not in knowledge.kinds
    return words[0] if goes_on and kind is not None and kind.type == "forum" else None


def _may_name(name: str, text: str, at: int, knowledge: CastKnowledge) -> bool:
    """Whether a run of capitals names an agency."""
    folded = plain(name)
    words = folded.split()
    if JOINED_SHORT.search(name):
        return False
    if not words or folded in knowledge.topics or knowledge.excluded.search(name.lower()):
        return False
    if _is_office(name, text[:at], knowledge) or _joins_forums(name, knowledge):
        return False
    if len(words) == 1:
        return _may_name_alone(name, text[:at], knowledge)
    if words[-1] in knowledge.advisers:
        return False
    kind = knowledge.kind_of(name)
    if knowledge.known(name) is not None:
        return True
    closed = words[-1] in knowledge.endings and folded not in knowledge.kinds and not _closes(words, knowledge)
    if kind is None or closed and kind.type != "forum":
        return False
    begins = kind.rank >= STRONG and any(" ".join(words[:n]) in knowledge.kinds for n in (1, 2, 3))
    return begins or knowledge.is_complete(name) or folded in knowledge.kinds


def _joins_forums(name: str, knowledge: CastKnowledge) -> bool:
    """Whether two forums are named at once ("MARAC and MAPPA")."""
    kinds = [knowledge.kinds.get(plain(part)) for part in name.split(" and ")]
    return len(kinds) > 1 and all(kind is not None and kind.type == "forum" for kind in kinds)


def _closes(words: Sequence[str], knowledge: CastKnowledge) -> bool:
    """Whether the last words are such as a name may end in, with words of its own before them."""
    return any(" ".join(words[-n:]) in knowledge.closing for n in (2, 3) if n < len(words))


def _is_office(name: str, before: str, knowledge: CastKnowledge) -> bool:
    """Whether a run is the title of an office ("Head of Care Services"), or the field of one that stands before it."""
    generic = knowledge.is_generic(name) and knowledge.known(name) is None
    return bool(expression("office").match(name) or generic and expression("office_before").search(before))


def _may_name_alone(name: str, before: str, knowledge: CastKnowledge) -> bool:
    """Whether a single word names an agency: known and spoken of like one, or the short form of a kind."""
    known, kind = knowledge.known(name), knowledge.kinds.get(plain(name))
    if plain(name) in knowledge.alone:
        return False
    if known and not name.isupper():
        opens = OPENING.search(before) is not None
        return not opens and expression("turned_to").search(before) is not None and not known.name.islower()
    strong = kind is not None and kind.rank >= STRONG
    return known is not None or strong and (is_acronym(name) or kind is not None and kind.type == "forum")
