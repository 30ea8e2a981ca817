"""Which member of the cast a common noun means: "officers", "her GP", "the Trust", "the hospital"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from dhr_graph.loaders.cast.knowledge import Service
from dhr_graph.loaders.cast.wording import plain

PLAIN_NOUNS = frozenset(
    {"service", "team", "agency", "organisation", "department", "unit", "provider", "company", "firm", "centre"}
)
MIXED = ("other",)
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
        if service.named:
            return self._spoken_of(words, service)
        if service.context:
            return self._here(here, words)
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
        kind = () if service.types == MIXED else service.types[:1]
        meant = [s for s in self.standings.values() if service.subject in s.subjects or s.agency_type in kind]
        if (only := _only(meant)) is not None:
            return only
        if here and self._fits(here, service):
            return here.id
        if service.role and service.open and service.subject != "officer":
            return None
        for agency_type in service.types if service.types != MIXED else ():
            of_type = [s for s in self.standings.values() if s.agency_type == agency_type]
            if of_type:
                return _only(of_type)
        return None

    def _spoken_of(self, words: str, service: Service) -> str | None:
        """The one body whose names or descriptions hold the very words."""
        wanted = f" {plain(words).removeprefix('the ')} "
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
        if here is not None and (here in having or not having or noun in PLAIN_NOUNS):
            return here.id
        return _only(having)


def _only(standings: list[Standing]) -> str | None:
    if len(standings) == 1:
        return standings[0].id
    for part in ("imr", "report"):
        having = [s for s in standings if s.participation == part]
        if having:
            return having[0].id if len(having) == 1 else None
    return None
