"""The agencies and forums of a review: all namings of one body put together."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from dhr_graph.loaders.cast.knowledge import CastKnowledge
from dhr_graph.loaders.cast.naming import Naming
from dhr_graph.loaders.cast.wording import bare, initials, is_acronym, plain

APART = frozenset({"courts_cps", "forum", "national_body"})
PARTS = ("imr", "report", "no_contact", "unretrievable", "panel_only", "mentioned")


@dataclass(slots=True)
class Member:
    """One body while it is put together from its namings."""

    name: str
    agency_type: str
    rank: int
    participation: str
    names: list[str] = field(default_factory=list)
    glosses: list[str] = field(default_factory=list)
    sites: list[tuple[int, int, int]] = field(default_factory=list)
    listed: bool = False
    made: bool = False

    def take(self, naming: Naming) -> None:
        """Add a further naming; a full name takes the place of a short form."""
        if is_acronym(self.name) and not is_acronym(naming.name) and len(naming.name.split()) > 1:
            self.names.insert(0, self.name)
            self.name = naming.name
        for name in (naming.name, *naming.aliases):
            if bare(name) != bare(self.name) and name not in self.names and name:
                self.names.append(name)
        if naming.gloss:
            self.glosses.append(naming.gloss)
        self.sites.append((naming.document, naming.start, naming.end))
        if PARTS.index(naming.participation) < PARTS.index(self.participation):
            self.participation = naming.participation
        if naming.agency_type and naming.rank > self.rank + 3 and self.rank <= 3:
            self.agency_type, self.rank = naming.agency_type, naming.rank
        self.listed = self.listed or naming.listed

    @property
    def all_names(self) -> tuple[str, ...]:
        """The main name and the others."""
        return (self.name, *self.names)


def assemble(namings: Iterable[Naming], knowledge: CastKnowledge) -> list[Member]:
    """Put namings together, those of lists first, the fuller before the shorter."""
    ordered = sorted(
        namings, key=lambda n: (not n.listed, PARTS.index(n.participation) if n.listed else 0, n.document, n.start)
    )
    listed = [n for n in ordered if n.listed]
    spoken = sorted(
        (n for n in ordered if not n.listed), key=lambda n: (-len(bare(n.name).split()), n.document, n.start)
    )
    members: list[Member] = []
    for naming in [*listed, *spoken]:
        found = match(naming, members, knowledge)
        if found is None:
            if not naming.listed and (naming.agency_type is None or _vague(naming, members, knowledge)):
                continue
            members.append(_new(naming))
        else:
            found.take(naming)
    return members


def _vague(naming: Naming, members: Sequence[Member], knowledge: CastKnowledge) -> bool:
    """Whether a name is only that of a kind of which there are members: it is one of them, or nobody can say which."""
    return (
        knowledge.is_generic(naming.name)
        and naming.agency_type not in APART
        and any(m.agency_type == naming.agency_type for m in members)
    )


def _new(naming: Naming) -> Member:
    member = Member(
        naming.name, naming.agency_type or "voluntary_other", naming.rank, naming.participation, listed=naming.listed
    )
    member.take(naming)
    return member


def match(naming: Naming, members: Sequence[Member], knowledge: CastKnowledge) -> Member | None:
    """The member that a naming is of: by name, short form, containment within one kind, or as the only one of its kind."""
    forms = {bare(n) for n in (naming.name, *naming.aliases)}
    for member in members:
        if forms & {bare(n) for n in member.all_names}:
            return member
    if is_acronym(naming.name):
        by_initials = [
            m
            for m in members
            if any(naming.name.upper().rstrip("S") in {i.rstrip("S") for i in initials(n)} for n in m.all_names)
        ]
        if len(by_initials) == 1:
            return by_initials[0]
    for alias in naming.aliases:
        owners = [m for m in members if alias in m.all_names]
        if len(owners) == 1 and is_acronym(alias):
            return owners[0]
    akin = [
        m
        for m in members
        if m.agency_type == naming.agency_type
        or naming.agency_type is None
        or (naming.rank <= 3 and m.rank <= 6)
        or m.rank <= 3
    ]
    mine = set(bare(naming.name).split())
    within = [m for m in akin if mine and any(_within(mine, set(bare(n).split()), knowledge) for n in m.all_names)]
    if len(within) == 1:
        return within[0]
    if within:
        best = [m for m in within if m.agency_type == naming.agency_type]
        return (
            best[0]
            if len(best) == 1
            else None
            if not naming.listed and knowledge.is_generic(naming.name)
            else (best or within)[0]
        )
    if not naming.listed and (told := _told_of(naming, members, mine, knowledge)) is not None:
        return told
    if naming.agency_type == "acute_health" and not naming.listed:
        trusts = [m for m in members if m.agency_type == "acute_health" and m.listed]
        if len(trusts) == 1:
            return trusts[0]
    if knowledge.is_generic(naming.name) and not naming.listed and naming.agency_type not in APART:
        holding = [
            m
            for m in members
            if m.agency_type == naming.agency_type and any(mine <= set(bare(n).split()) for n in m.all_names)
        ]
        if len(holding) == 1:
            return holding[0]
        same = [m for m in members if m.agency_type == naming.agency_type]
        return home_of(same)
    return None


PARTNERSHIP = re.compile(r"\b(?:csp|partnership)\b")


def _told_of(naming: Naming, members: Sequence[Member], mine: set[str], knowledge: CastKnowledge) -> Member | None:
    """The one member whose description holds a spoken name, or who alone of its kind shares the name's own words."""
    folded = plain(naming.name)
    described = [m for m in members if len(folded.split()) > 1 and any(folded in plain(g) for g in m.glosses)]
    if len(described) == 1:
        return described[0]
    akin = [m for m in members if m.agency_type == naming.agency_type]
    if naming.agency_type == "csp" and PARTNERSHIP.search(folded):
        akin = [m for m in akin if any(PARTNERSHIP.search(plain(n)) for n in m.all_names)]
        return akin[0] if len(akin) == 1 else None
    own = {w for w in mine if w not in knowledge.vocabulary}
    holding = [m for m in akin if own and any(own <= set(bare(n).split()) for n in m.all_names)]
    return (
        holding[0]
        if len(holding) == 1 and naming.agency_type not in APART and is_acronym(naming.name.split()[-1])
        else None
    )


def _within(mine: set[str], theirs: set[str], knowledge: CastKnowledge) -> bool:
    """Whether one name holds all words of the other, a word of its own among them, or differs only in words of kinds."""
    small, large = (mine, theirs) if len(mine) <= len(theirs) else (theirs, mine)
    own = {w for w in small if w not in knowledge.vocabulary}
    if not own:
        return False
    if small <= large:
        return len(small) > 1 or len(large) <= 3
    rest = small ^ large
    return (
        {w for w in mine if w not in knowledge.vocabulary} == {w for w in theirs if w not in knowledge.vocabulary}
        and len(own) >= 1
        and all(w in knowledge.vocabulary for w in rest)
        and len(small & large) >= len(small) - 1
        and len(small & large) > 1
    )


def home_of(members: Sequence[Member]) -> Member | None:
    """The one of several of a kind that contributed, if just one did; else the only one."""
    if len(members) == 1:
        return members[0]
    parts = Counter(m.participation for m in members)
    for part in ("imr", "report"):
        if parts[part] == 1:
            return next(m for m in members if m.participation == part)
        if parts[part]:
            return None
    return None


def claims(members: Sequence[Member], words: str) -> list[Member]:
    """The members whose names or descriptions hold these words of a service."""
    folded = re.compile(rf"(?<!\w){re.escape(plain(words))}(?!\w)")
    return [m for m in members if any(folded.search(plain(t)) for t in (*m.all_names, *m.glosses))]
