"""Runs of words with a capital, cut where one name ends and another begins."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from dhr_graph.loaders.cast.expressions import expression
from dhr_graph.loaders.cast.knowledge import CastKnowledge
from dhr_graph.loaders.cast.wording import RUN, is_acronym, plain

CUT = re.compile(r" (?P<joint>and|in|on|at|for|with|&|upon)(?: the)? ")
ASKED = re.compile(r" (?:To|Should|Must|Will|Shall|That|The|This|All|As)(?= |$)")
PLACING = frozenset({"in", "on", "at", "for", "with", "upon"})
WITHIN = re.compile(r"[a-z][a-z,]* $")
NATIONAL = frozenset({"courts_cps", "national_body"})
MIDDLING = 5


def without_people(text: str, labels: frozenset[str]) -> str:
    """The text, character for character, with people's names in small letters where they aren't the first of a name."""
    if not labels:
        return text
    return _people(labels).sub(lambda found: found[0].lower(), text)


@lru_cache(maxsize=1)
def _people(labels: frozenset[str]) -> re.Pattern[str]:
    names = "|".join(re.escape(n) for n in sorted(labels, key=lambda n: (-len(n), n)))
    owned = rf"(?<![\w'-])(?:{names})(?='s? )"
    trailing = rf"(?<=\w )(?<!St )(?:{names})(?![\w'-]| [A-Z])"
    return re.compile(rf"{owned}|{trailing}")


def joined_names(text: str, knowledge: CastKnowledge) -> Iterator[tuple[int, int]]:
    """Where a text prints known names that hold commas ("Tees, Esk and Wear Valleys NHS Foundation Trust")."""
    for beginning, names in knowledge.joined.items():
        for name in names if beginning in text else ():
            yield from (m.span() for m in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text))


def name_runs(text: str, knowledge: CastKnowledge, labels: frozenset[str] = frozenset()) -> Iterator[tuple[int, str]]:
    """The names in a text, with their offsets; a common noun of a kind that follows belongs to the name."""
    text = without_people(text, labels)
    for run in RUN.finditer(text):
        tail = expression("end_of_name").match(text, run.end())
        inside = WITHIN.search(text, 0, run.start()) is not None
        numbered = expression("printed_number").match(text, run.start(), run.end())
        start = numbered.end() if numbered else run.start()
        for at, name in _parts(text[start : tail.end() if tail else run.end()], knowledge, inside=inside):
            yield start + at, name


def _parts(run: str, knowledge: CastKnowledge, *, inside: bool) -> Iterator[tuple[int, str]]:
    asked = ASKED.search(run)
    if asked and knowledge.is_complete(run[: asked.start()]):
        run = run[: asked.start()]
    second = _after_known(run, knowledge)
    if second:
        yield 0, run[: second - 1]
        yield from ((second + at, name) for at, name in _parts(run[second:], knowledge, inside=True))
        return
    titled = expression("titled_of").match(run)
    start = titled.end() if titled else 0
    for cut in CUT.finditer(run, start):
        at, left = _opened(run[start : cut.start()], knowledge, inside=inside or start > 0)
        if _is_border(left, run[cut.end() :], cut, knowledge):
            yield start + at, left
            start = cut.end()
    at, name = _opened(run[start:], knowledge, inside=inside or start > 0)
    yield start + at, name


def _after_known(run: str, knowledge: CastKnowledge) -> int:
    """Where a second name begins after one that is known by itself ("Cafcass Holm Family Court"); 0 where none does."""
    first, _, rest = run.partition(" ")
    body = knowledge.known(first)
    national = body is not None and body.type in NATIONAL and knowledge.known(run) is None
    return len(first) + 1 if national and knowledge.is_complete(rest) and not knowledge.is_generic(rest) else 0


def _is_border(left: str, right: str, cut: re.Match[str], knowledge: CastKnowledge) -> bool:
    """Whether one name ends before "and" or "in" and another begins after it."""
    first = plain(right).split()[:1]
    if not first or _is_one_kind(left + cut[0], right, knowledge) or knowledge.is_rest_of_name(right):
        return False
    fresh = (
        first[0] not in knowledge.vocabulary
        or cut[0].endswith(" the ")
        or knowledge.known(right) is not None
        or is_acronym(right.split(" ")[0])
    )
    placing = cut["joint"] in PLACING
    if is_acronym(left) and len(right.split(" ")) == 1 and cut["joint"] == "and":
        return True
    closed = knowledge.is_complete(left) or is_acronym(left) or expression("prison").fullmatch(left) is not None
    if closed or plain(left) in knowledge.kinds:
        return fresh or placing or _two_kinds(left, right, knowledge)
    return placing and fresh and cut["joint"] not in ("on", "upon") and knowledge.kind_of(left) is None


def _is_one_kind(left: str, right: str, knowledge: CastKnowledge) -> bool:
    """Whether the words of a kind go on over a joint ("Department for Education")."""
    words = right.split(" ")
    return any(plain(left + " ".join(words[:n])) in knowledge.kinds for n in range(1, min(len(words), 3) + 1))


def _two_kinds(left: str, right: str, knowledge: CastKnowledge) -> bool:
    """Whether "and" joins the names of two agencies of different kinds."""
    one, other = knowledge.kind_of(left), knowledge.kind_of(right)
    if one is None or other is None or one.type == other.type:
        return False
    return min(one.rank, other.rank) >= MIDDLING and knowledge.is_complete(f"x {right}")


def _opened(words: str, knowledge: CastKnowledge, *, inside: bool) -> tuple[int, str]:
    """Without the words before a name that have a capital only because they open a sentence.

    A number that has one `inside` a sentence belongs to the name ("at Three Tides College").
    """
    offset = 0
    while first := re.match(r"(\S+)\s+", words[offset:]):
        spoken = first[1].isupper() and len(first[1]) > 1 or words[offset:].lower().startswith(knowledge.kept)
        numbered = inside and first[1].lower() in knowledge.numbers
        if spoken or numbered or first[1].lower() not in knowledge.openers:
            break
        offset += first.end()
    name = words[offset:]
    if name.lower() in knowledge.openers and not (name.isupper() and len(name) > 2):
        return offset, ""
    return offset, name[:-2] if name.endswith("'s") and not knowledge.known(name) else name
