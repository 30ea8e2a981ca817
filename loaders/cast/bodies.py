"""The agencies and forums of a review: all namings of one body put together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from dhr_graph.loaders.cast.identity import APART, WEAK, match, same_forum, stands_apart
from dhr_graph.loaders.cast.knowledge import CastKnowledge
from dhr_graph.loaders.cast.naming import Naming
from dhr_graph.loaders.cast.wording import bare, is_acronym, plain

PARTS = ("imr", "report", "no_contact", "unretrievable", "panel_only", "mentioned")
DEFAULT_TYPE = "voluntary_other"


@dataclass(slots=True)
class Member:
    """One body while it is put together; `sites` are document, start and end, `rank` is that of its type."""

    name: str
    agency_type: str
    rank: int
    participation: str
    names: list[str] = field(default_factory=list)
    glosses: list[str] = field(default_factory=list)
    sites: list[tuple[int, int, int]] = field(default_factory=list)
    listed: bool = False

    def take(self, naming: Naming) -> None:
        """Add a further naming; a full name takes the place of a short form."""
        if is_acronym(self.name) and not is_acronym(naming.name) and len(naming.name.split()) > 1:
            self.names.insert(0, self.name)
            self.name = naming.name
        for name in (naming.name, *naming.aliases):
            if name and bare(name) != bare(self.name) and name not in self.names:
                self.names.append(name)
        if naming.gloss:
            self.glosses.append(naming.gloss)
        self.sites.append((naming.document, naming.start, naming.end))
        if PARTS.index(naming.participation) < PARTS.index(self.participation):
            self.participation = naming.participation
        if naming.agency_type and self.rank <= WEAK and naming.rank > self.rank + WEAK:
            self.agency_type, self.rank = naming.agency_type, naming.rank
        self.listed = self.listed or naming.listed

    @property
    def all_names(self) -> tuple[str, ...]:
        """The main name and the others."""
        return (self.name, *self.names)


def assemble(namings: Iterable[Naming], knowledge: CastKnowledge) -> list[Member]:
    """Put namings together, those of lists first, then the fuller before the shorter."""
    everything = list(namings)
    listed = [n for n in everything if n.listed]
    spoken = [n for n in everything if not n.listed]
    listed.sort(key=lambda n: (PARTS.index(n.participation), n.document, n.start))
    spoken.sort(key=lambda n: (-len(bare(n.name).split()), n.document, n.start))
    members: list[Member] = []
    for naming in (*listed, *spoken):
        found = match(naming, members, knowledge)
        if found is not None:
            found.take(naming)
        elif naming.listed or naming.agency_type is not None and not _is_vague(naming, members, knowledge):
            code = naming.agency_type or DEFAULT_TYPE
            member = Member(naming.name, code, naming.rank, naming.participation, listed=naming.listed)
            member.take(naming)
            members.append(member)
    for member in members:
        _call_by_service(member, knowledge)
    return members


def _call_by_service(member: Member, knowledge: CastKnowledge) -> None:
    """Call a council's service by its own name where a list gave only the council's ("X Council in respect of ...")."""
    own = knowledge.kind_of(member.name)
    if own is None or own.type != "local_authority_other" or member.agency_type == own.type:
        return
    beginning = bare(member.name) + " "
    for name in member.names:
        kind = knowledge.kind_of(name)
        if bare(name).startswith(beginning) and kind is not None and kind.type == member.agency_type:
            member.names[member.names.index(name)], member.name = member.name, name
            return


def _is_vague(naming: Naming, members: Sequence[Member], knowledge: CastKnowledge) -> bool:
    """Whether a name is only that of a kind of which there are members: it is one of them, or nobody can say which."""
    if naming.agency_type == "local_authority_other" and naming.rank <= WEAK:
        words = set(bare(naming.name).split())
        return any(words <= set(bare(n).split()) for m in members for n in m.all_names)
    if naming.agency_type == "forum" and knowledge.is_generic(naming.name):
        return sum(same_forum(naming.name, m) for m in members if m.agency_type == "forum") > 1
    same_kind = any(m.agency_type == naming.agency_type for m in members)
    return (
        same_kind
        and not stands_apart(naming.name, naming.agency_type)
        and naming.agency_type not in APART
        and knowledge.is_generic(naming.name)
    )


class Claims:
    """What the names and descriptions of members say of their services, folded once for many questions."""

    def __init__(self, members: Iterable[Member]) -> None:
        self._told = [(m, "\n".join(f" {plain(t)} " for t in (*m.all_names, *m.glosses))) for m in members]
        self._everything = "\n".join(told for _, told in self._told)

    def of(self, words: str, but: Sequence[str] = ()) -> list[Member]:
        """The members whose names or descriptions hold these words of a service, not only in longer ones (`but`)."""
        wanted = f" {plain(words)} "
        if wanted not in self._everything:
            return []
        return [m for m, told in self._told if told.count(wanted) > sum(told.count(f" {longer} ") for longer in but)]
