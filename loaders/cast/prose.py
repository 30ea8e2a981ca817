"""Agencies named in running prose and headings: runs of capitals that hold the words of a kind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from dhr_graph.loaders.cast.knowledge import CastKnowledge
from dhr_graph.loaders.cast.naming import Naming, entry, kind_from
from dhr_graph.loaders.cast.stretches import ABOUT, Stretch
from dhr_graph.loaders.cast.wording import RUN, is_acronym, plain, split_outside
from dhr_graph.model.documents import HEADING

CUT = re.compile(r" (?:and|in|on|at|for|with|&|upon)(?: the)? ")
TAIL = re.compile(
    r" (?:service|services|team|surgery|hospital|practice|school|trust|department|unit|refuge|hostel|magistrates|justices)\b"
)
SHORT = re.compile(r"\s*\((?:the |\"|')?([A-Z][A-Za-z&-]{1,9})(?:\"|')?\)")
WHO = re.compile(r"(?:,| -| \u2013)? (?:which|that|who|a|an|the|provides|is) [^.;]{5,70}")


def named(stretch: Stretch, knowledge: CastKnowledge) -> Iterator[Naming]:
    """The agencies that a stretch names with words of a kind, or that the gazetteer knows."""
    if _names_alone(stretch, knowledge):
        yield from _alone(stretch, knowledge)
    text = stretch.text.title() if stretch.text.isupper() and stretch.passage.kind == HEADING else stretch.text
    if len(text) != len(stretch.text):
        text = stretch.text
    for run in RUN.finditer(text):
        tail = TAIL.match(text, run.end())
        whole = text[run.start() : tail.end() if tail else run.end()]
        for at, name in _parts(whole, knowledge):
            yield from _naming(run.start() + at, name, text, stretch, knowledge)


def _names_alone(stretch: Stretch, knowledge: CastKnowledge) -> bool:
    """Whether a stretch is there to name an agency: a heading in the history or plans, a cell of an agency's column."""
    if stretch.passage.kind == HEADING:
        return stretch.section not in ABOUT and len(stretch.text.split()) <= 9
    if stretch.column is None or stretch.passage.is_header_row or stretch.column >= len(stretch.passage.columns):
        return False
    return plain(stretch.passage.columns[stretch.column]) in knowledge.cells["agency"] and len(stretch.text) < 90


def _alone(stretch: Stretch, knowledge: CastKnowledge) -> Iterator[Naming]:
    """The agency that a heading or cell of this kind names, even by the words of its kind alone."""
    text = (
        stretch.text.title().replace("'S", "'s") if stretch.text.isupper() and len(stretch.text) > 6 else stretch.text
    )
    for at, piece in split_outside(text, "/") if stretch.column is not None else [(0, text)]:
        found = entry(piece, knowledge, "mentioned", stretch.document, stretch.start + at, keyed=True)
        if found is None or found.agency_type is None or found.rank < 5 or len(found.name.split()) > 8:
            continue
        last = plain(found.name).split()[-1]
        if (
            last in knowledge.endings
            and plain(found.name) not in knowledge.kinds
            or knowledge.excluded.search(found.name.lower())
        ):
            continue
        if knowledge.is_complete(found.name) or plain(found.name) in knowledge.kinds:
            yield replace(found, listed=False, gloss="")


def _parts(run: str, knowledge: CastKnowledge) -> Iterator[tuple[int, str]]:
    """A run without its openers, cut where one name ends and another begins."""
    start = 0
    for cut in CUT.finditer(run):
        left, right = run[start : cut.start()], run[cut.end() :]
        joint = cut[0].split()[0]
        complete = knowledge.is_complete(_opened(left, knowledge)[1]) or is_acronym(left)
        first = plain(right).split()[:1]
        fresh = bool(first) and (
            first[0] not in knowledge.vocabulary
            or is_acronym(right.split(" ")[0])
            or cut[0].endswith(" the ")
            or knowledge.known(right) is not None
        )
        if (
            complete
            and (fresh or _two_kinds(left, right, knowledge) or joint in ("in", "on", "at", "for", "with", "upon"))
            or not complete
            and joint in ("in", "at", "on", "with", "for")
            and fresh
            and knowledge.kind_of(left) is None
            and joint != "on"
        ):
            yield start + _opened(left, knowledge)[0], _opened(left, knowledge)[1]
            start = cut.end()
    offset, name = _opened(run[start:], knowledge)
    yield start + offset, name


def _two_kinds(left: str, right: str, knowledge: CastKnowledge) -> bool:
    """Whether "and" joins the names of two agencies of different kinds."""
    one, other = knowledge.kind_of(left), knowledge.kind_of(right)
    return (
        one is not None
        and other is not None
        and one.type != other.type
        and min(one.rank, other.rank) >= 5
        and knowledge.is_complete(f"x {right}")
    )


def _opened(words: str, knowledge: CastKnowledge) -> tuple[int, str]:
    """Without the words before a name that have a capital only because they open a sentence."""
    offset = 0
    while True:
        first = re.match(r"(\S+)\s+", words[offset:])
        if not first or first[1].lower() not in knowledge.openers:
            break
        if first[1].isupper() and len(first[1]) > 1 or words[offset:].lower().startswith(knowledge.kept):
            break
        offset += first.end()
    if words[offset:].lower() in knowledge.openers and not (words[offset:].isupper() and len(words[offset:]) > 2):
        return offset, ""
    name = words[offset:]
    return offset, name[:-2] if name.endswith("'s") and not knowledge.known(name) else name


def _naming(at: int, name: str, text: str, stretch: Stretch, knowledge: CastKnowledge) -> Iterator[Naming]:
    core = name
    if (
        at > 3
        and text[at - 4 : at] == "The "
        and len(name.split()) > 1
        and (kind := knowledge.kind_of(name))
        and kind.type == "gp"
    ):
        name, at = f"The {name}", at - 4
    if not core or not _may_name(core, stretch, text, at, knowledge):
        return
    after = text[at + len(name) :]
    if forum := _forum(core, knowledge):
        name, core = forum, forum
    short = SHORT.match(after)
    gloss = WHO.match(after)
    agency_type, rank = kind_from(core, gloss[0] if gloss and rank_of(core, knowledge) <= 3 else "", knowledge)
    if agency_type is None or rank == 0:
        return
    aliases = (short[1],) if short and is_acronym(short[1]) else ()
    if stretch.section in ABOUT and agency_type not in ("csp", "courts_cps"):
        return
    begin = stretch.start + at
    yield Naming(
        name, aliases, "", agency_type, rank, "mentioned", stretch.document, begin, begin + len(name), listed=False
    )


def _forum(name: str, knowledge: CastKnowledge) -> str | None:
    """The short form of a forum in a run that goes on after it ("MAPPA Level 2")."""
    words = name.split()
    if (
        len(words) > 1
        and is_acronym(words[0])
        and (kind := knowledge.kinds.get(plain(words[0])))
        and kind.type == "forum"
        and plain(name) not in knowledge.kinds
    ):
        return words[0]
    return None


def rank_of(name: str, knowledge: CastKnowledge) -> int:
    """How strongly a name's own words tell its kind."""
    kind = knowledge.kind_of(name)
    return kind.rank if kind else 0


def _may_name(name: str, stretch: Stretch, text: str, at: int, knowledge: CastKnowledge) -> bool:
    folded = plain(name)
    words = folded.split()
    if not words or knowledge.excluded.search(name.lower()):
        return False
    known = knowledge.known(name)
    if len(words) == 1:
        opens = at == 0 or bool(re.search(r"[.!?:;]\s*[\"']?$", text[:at]))
        if known and not name.isupper():
            return (
                not opens
                and bool(re.search(r"\b(?:to|by|from|with|via|contacted|at|called|and|the)\s$", text[:at]))
                and not known.name.islower()
            )
        kind = knowledge.kinds.get(folded)
        return bool(known) or (kind is not None and kind.rank >= 6 and (is_acronym(name) or kind.type == "forum"))
    kind = knowledge.kind_of(name)
    if known:
        return True
    if kind is None:
        return False
    if words[-1] in knowledge.endings and folded not in knowledge.kinds and kind.type not in ("forum",):
        return False
    return (
        knowledge.is_complete(name)
        or any(" ".join(words[:n]) in knowledge.kinds for n in (1, 2, 3))
        and kind.rank >= 6
        or folded in knowledge.kinds
    )
