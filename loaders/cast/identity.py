"""Whether two namings mean one body."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Protocol, TypeVar

from dhr_graph.loaders.cast.knowledge import CastKnowledge
from dhr_graph.loaders.cast.naming import Naming
from dhr_graph.loaders.cast.wording import bare, initials, is_acronym, plain

APART = frozenset({"courts_cps", "forum", "national_body"})
WEAK = 3
LEAST = 5
"""Letters of a single word by which a longer name may begin."""
MIXED, CHARITY = "other", "voluntary_other"
MIDDLING = 6
NATIONAL_LINE = re.compile(r"\bnational\b.*\b(?:helpline|line)\b")
LETTERED = re.compile(r"[a-z] (?:[A-Z]|\d{1,2})$")
PART = r"(?:(?<!for )\bits|\bincluding|\bof which|\bwhich (?:also )?\w+)"
PARTNERSHIP = re.compile(r"\b(?:csp|partnership)\b")


class Named(Protocol):
    """What is needed of a body to tell whether a naming means it."""

    @property
    def agency_type(self) -> str: ...  # noqa: D102
    @property
    def participation(self) -> str: ...  # noqa: D102
    @property
    def rank(self) -> int: ...  # noqa: D102
    @property
    def listed(self) -> bool: ...  # noqa: D102
    @property
    def glosses(self) -> Sequence[str]: ...  # noqa: D102
    @property
    def all_names(self) -> tuple[str, ...]: ...  # noqa: D102


AnyBody = TypeVar("AnyBody", bound=Named)


def match(naming: Naming, members: Sequence[AnyBody], knowledge: CastKnowledge) -> AnyBody | None:
    """The member that a naming is of: by name or short form, by containment, or as the only one that can be meant."""
    by_name = _by_name(naming, members) or _by_beginning(naming, members, knowledge)
    if by_name is not None:
        return by_name
    mine = frozenset(bare(naming.name).split())
    within = [
        m
        for m in members
        if _akin(naming, m)
        and any(
            _within(mine, n, knowledge, kind=naming.agency_type, apart=naming.listed and m.listed) for n in m.all_names
        )
    ]
    if within:
        same = [m for m in within if m.agency_type == naming.agency_type]
        if len(within) == 1 or len(same) == 1:
            return (same or within)[0]
        return None if not naming.listed and knowledge.is_generic(naming.name) else (same or within)[0]
    return None if naming.listed else _only_one_meant(naming, members, mine, knowledge)


def _by_name(naming: Naming, members: Sequence[AnyBody]) -> AnyBody | None:
    forms = {bare(n) for n in (naming.name, *naming.aliases)}
    for member in members:
        if forms & {bare(n) for n in member.all_names}:
            return member
    short = [n.upper().rstrip("S") for n in (naming.name,) if is_acronym(n)]
    found = [m for m in members if any(s in {i.rstrip("S") for i in initials(n)} for s in short for n in m.all_names)]
    return found[0] if len(found) == 1 else None


def _by_beginning(naming: Naming, members: Sequence[AnyBody], knowledge: CastKnowledge) -> AnyBody | None:
    """The one listed member whose name goes on after these words, which tell no kind ("Lantern House")."""
    folded = bare(naming.name)
    untold = naming.rank <= WEAK or naming.agency_type in {MIXED, CHARITY}
    alone = " " not in folded and (len(folded) < LEAST or folded in knowledge.openers | knowledge.vocabulary)
    if naming.listed or alone or not untold or knowledge.is_generic(naming.name):
        return None
    return _single([m for m in members if m.listed and any(bare(n).startswith(f"{folded} ") for n in m.all_names)])


def _akin(naming: Naming, member: Named) -> bool:
    """Whether the kinds of two namings don't forbid that they mean one body."""
    if naming.agency_type in (None, member.agency_type) or member.rank <= WEAK:
        return True
    return naming.rank <= WEAK and member.rank <= MIDDLING


def _within(mine: frozenset[str], name: str, knowledge: CastKnowledge, *, kind: str | None, apart: bool) -> bool:
    """Whether one name holds the other, with a word of its own among them, or differs only in words of kinds.

    A list that names both keeps them `apart`, however like.
    """
    theirs = frozenset(bare(name).split())
    small, large = sorted((mine, theirs), key=len)
    own = small - knowledge.vocabulary
    if not own:
        return False
    if small <= large:
        return len(small) > 1 or len(large) <= WEAK
    if kind in APART or apart:
        return False
    shared = small & large
    same_words = mine - knowledge.vocabulary == theirs - knowledge.vocabulary
    return same_words and len(shared) > 1 and len(shared) >= len(small) - 1


def _only_one_meant(
    naming: Naming, members: Sequence[AnyBody], mine: frozenset[str], knowledge: CastKnowledge
) -> AnyBody | None:
    """The one member that a name of running prose can mean: by description, by kind, by the place in it."""
    folded, kind = plain(naming.name), naming.agency_type
    described = [m for m in members if " " in folded and any(_is_part(naming, m, plain(g)) for g in m.glosses)]
    if len(described) == 1:
        return described[0]
    akin = [m for m in members if m.agency_type == kind]
    if kind == "csp" and PARTNERSHIP.search(folded):
        return _single([m for m in akin if any(PARTNERSHIP.search(plain(n)) for n in m.all_names)])
    own = mine - knowledge.vocabulary
    if kind == "forum":
        return _single([m for m in akin if own <= set(bare(m.all_names[0]).split()) and same_forum(naming.name, m)])
    if kind in APART or stands_apart(naming.name, kind):
        return None
    placed = [m for m in akin if own and any(own <= set(bare(n).split()) for n in m.all_names)]
    if len(placed) == 1 and is_acronym(naming.name.split()[-1]):
        return placed[0]
    hospital = kind == "acute_health" and not (own and folded.endswith(" trust"))
    if hospital and (trust := _single([m for m in akin if m.listed])) is not None:
        return trust
    if knowledge.is_generic(naming.name) and not (kind == MIXED and folded.endswith(" board")):
        holding = [m for m in akin if any(mine <= set(bare(n).split()) for n in m.all_names)]
        return _single(holding) or home_of(akin)
    return None


def _is_part(naming: Naming, member: Named, gloss: str) -> bool:
    """Whether a description names a body of the member's kind, or says that one of another kind is a part of it."""
    folded = plain(naming.name)
    if folded not in gloss or _akin(naming, member):
        return folded in gloss
    return re.search(rf"{PART} (?:[\w ]+ and )?(?:the |its )*{re.escape(folded)}", gloss) is not None


def stands_apart(name: str, kind: str | None) -> bool:
    """Whether a name without words of its own is still one body's: a national helpline, or "School B" (no practice)."""
    return NATIONAL_LINE.search(plain(name)) is not None or kind != "gp" and LETTERED.search(name) is not None


def same_forum(name: str, member: Named) -> bool:
    """Whether a member bears the short form in which a name ends ("the MARACs", "Tarn MASH"), wherever it sits."""
    tails = {bare(n).split()[-1].rstrip("s") for n in member.all_names if bare(n)}
    return bool(bare(name)) and bare(name).split()[-1].rstrip("s") in tails


def _single(members: Sequence[AnyBody]) -> AnyBody | None:
    return members[0] if len(members) == 1 else None


def home_of(members: Sequence[AnyBody]) -> AnyBody | None:
    """The one of several of a kind that contributed, if just one did; else the only one."""
    for part in ("imr", "report"):
        contributors = [m for m in members if m.participation == part]
        if contributors and len(members) > 1:
            return _single(contributors)
    return _single(members)
