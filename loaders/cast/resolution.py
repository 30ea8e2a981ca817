"""Which member of the cast a common noun means: "officers", "her GP", "the Trust", "the hospital"."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from dhr_graph.loaders.cast.expressions import expression
from dhr_graph.loaders.cast.knowledge import Service
from dhr_graph.loaders.cast.wording import plain

MIXED = ("other",)
PARTS_TAKEN = frozenset({"imr", "report"})
FAMILIES = {
    "officer": frozenset(
        {"police", "probation", "housing", "prison", "local_authority_other", "education_authority", "other"}
    )
}


@dataclass(frozen=True, slots=True)
class Standing:
    """What resolution needs of one body; `told` holds the folded words of its names and descriptions."""

    id: str
    agency_type: str
    participation: str
    names: tuple[str, ...]
    subjects: frozenset[str]
    patients: frozenset[str]
    told: str = ""


@dataclass(frozen=True, eq=False)
class Resolution:
    """Resolves common nouns among the bodies of one cast."""

    standings: Mapping[str, Standing]

    def home(self, agency_type: str) -> str | None:
        """The one contributor of a type, or the only body of it."""
        return _only([s for s in self.standings.values() if s.agency_type == agency_type])

    def resolve(self, service: Service, agency: str | None, owners: tuple[str, ...], words: str) -> str | None:
        """The body that the words mean; None where none or several could be meant."""
        here = self.standings.get(agency) if agency else None
        if not service.types and not service.context and not service.role:
            return None
        like = _called_like(list(self.standings.values()), words, service.kinds)
        if like is not None:
            return like
        if service.named:
            return self._spoken_of(words, service)
        if service.context:
            return self._here(here, words)
        if self.is_shared(service, words):
            return self._of_several(service, here, owners)
        if here and (
            service.subject in here.subjects
            or here.agency_type in service.types[:1]
            or service.open
            and self._fits(here, service)
        ):
            return here.id
        if owners and "gp" in service.types:
            treating = [s for s in self.standings.values() if s.agency_type == "gp" and s.patients & set(owners)]
            if len(treating) == 1:
                return treating[0].id
        if (spoken := self._spoken_of(words, service)) is not None:
            return spoken
        if self.of_several_kinds(service):
            return here.id if here and self._fits(here, service) else None
        if (only := _only(self._meant(service))) is not None:
            return only
        if here and self._fits(here, service):
            return here.id
        if service.role and service.open and service.subject != "officer":
            return None
        for agency_type in service.types if service.types != MIXED else ():
            of_type = self._of_type(agency_type)
            if of_type:
                return _only(of_type) or _called_like(of_type, words, service.kinds)
        return None

    def _meant(self, service: Service) -> list[Standing]:
        """The bodies of the first kind that has such people, and those that are said to."""
        kind = () if service.types == MIXED else service.types[:1]
        meant = [s for s in self.standings.values() if service.subject in s.subjects or s.agency_type in kind]
        return _without_unlike(meant, service)

    def is_shared(self, service: Service, words: str) -> bool:
        """Whether the words may be said of any body of a kind ("the practice") of which there are several."""
        return bool(service.shared) and _noun(words) in service.shared and len(self._of_type(service.types[0])) > 1

    def callable_by(self, service: Service, words: str, named: Collection[str]) -> frozenset[str]:
        """Which of the bodies `named` before the words may mean, where there are several of the kind."""
        noun = _noun(words)
        several = sum(s.agency_type in service.types for s in self.standings.values()) > 1
        if not several or noun not in service.shared | service.near:
            return frozenset()
        fitting = {i for i in named if i in self.standings and self.standings[i].agency_type in service.types}
        holding = {i for i in fitting if noun in service.near and f" {noun} " in self.standings[i].told}
        return frozenset(holding or fitting)

    def _of_several(self, service: Service, here: Standing | None, owners: tuple[str, ...]) -> str | None:
        """The body of a kind that is meant: the section's own, the one where an owner is known, the one contributor."""
        if here is not None and here.agency_type == service.types[0]:
            return here.id
        alike = _without_unlike(self._of_type(service.types[0]), service)
        treating = [s for s in alike if s.patients & set(owners)]
        return treating[0].id if len(treating) == 1 else _only(alike)

    def of_several_kinds(self, service: Service) -> bool:
        """Whether bodies of several of a service's types took part, so that "the nurse" may be of any of them."""
        told = {s.agency_type for s in self.standings.values() if s.participation in PARTS_TAKEN}
        return service.several and len(told & set(service.types)) > 1

    def _of_type(self, agency_type: str) -> list[Standing]:
        return [s for s in self.standings.values() if s.agency_type == agency_type]

    def _spoken_of(self, words: str, service: Service) -> str | None:
        """The one body whose names or descriptions hold the very words."""
        wanted = f" {_noun(words)} "
        holding = [s for s in self.standings.values() if wanted in s.told and s.agency_type in service.types]
        return _only(holding)

    @staticmethod
    def _fits(here: Standing, service: Service) -> bool:
        if here.agency_type in service.types or service.subject in here.subjects:
            return True
        if service.role and service.open:
            return not service.types or here.agency_type in FAMILIES.get(service.subject, frozenset())
        return False

    def _here(self, here: Standing | None, words: str) -> str | None:
        noun = words.lower().split()[-1]
        having = [s for s in self.standings.values() if any(re.search(rf"\b{noun}\b", n.lower()) for n in s.names)]
        if here is not None and (here in having or not having or expression("plain_noun").match(noun)):
            return here.id
        return _only(having)


def _without_unlike(standings: list[Standing], service: Service) -> list[Standing]:
    """Without those whose names hold words of what is not meant, if any is left ("the head teacher" of no nursery)."""
    return [s for s in standings if not any(f" {unlike} " in s.told for unlike in service.unlike)] or standings


def _called_like(standings: list[Standing], words: str, kinds: frozenset[str]) -> str | None:
    """The one body of several whose name holds the kind of place by which its people are called ("nursery manager")."""
    called = kinds & set(plain(words).split())
    holding = [s for s in standings if called & {word for name in s.names for word in plain(name).split()}]
    return holding[0].id if len(holding) == 1 else None


def _only(standings: list[Standing]) -> str | None:
    if len(standings) == 1:
        return standings[0].id
    for part in ("imr", "report"):
        having = [s for s in standings if s.participation == part]
        if having:
            return having[0].id if len(having) == 1 else None
    return None


def _noun(words: str) -> str:
    return plain(words).removeprefix("the ")
