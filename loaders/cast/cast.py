"""The cast of a review: its persons, agencies and forums, and how words name them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dhr_graph.loaders.cast.headings import Headings
from dhr_graph.loaders.cast.mentions import Mention, Namer
from dhr_graph.model.records import Agency, Body, Forum, Person

Introduced = tuple[str, int, int, int]


@dataclass(frozen=True, eq=False)
class Cast:
    """Everybody with a part in a review, and what resolves words to them.

    `quotes` tell where each member was introduced: record id, index of the document, start and end in its text.
    """

    slug: str
    persons: tuple[Person, ...]
    bodies: tuple[Agency | Forum, ...]
    quotes: tuple[Introduced, ...]
    namer: Namer
    headings: Headings

    def mentions(self, words: str, agency: str | None = None) -> tuple[Mention, ...]:
        """The namings of members in words, none overlapping; `agency` is the one whose part of the text it is."""
        return self.namer.mentions(words, agency)

    def of_heading(self, words: str) -> str | None:
        """The body that a heading, lead phrase or table cell names, None where it names none or several."""
        return self.headings.of(words)

    def body(self, id: str) -> Body | None:
        """The agency or forum of an id."""
        return next((b for b in self.bodies if b.id == id), None)

    def person(self, id: str) -> Person | None:
        """The person of an id."""
        return next((p for p in self.persons if p.id == id), None)

    @property
    def victims(self) -> tuple[str, ...]:
        """Ids of the victims."""
        return tuple(p.id for p in self.persons if p.role == "victim")

    @property
    def perpetrators(self) -> tuple[str, ...]:
        """Ids of the perpetrators."""
        return tuple(p.id for p in self.persons if p.role == "perpetrator")

    def home(self, agency_type: str) -> str | None:
        """The one body of a type that contributed, or the only one; None where several could be meant."""
        return self.namer.home(agency_type)


def home_among(bodies: Sequence[Body]) -> Body | None:
    """The one of several bodies of a kind that contributed, if just one did; else the only one."""
    if len(bodies) == 1:
        return bodies[0]
    for part in ("imr", "report"):
        having = [b for b in bodies if b.participation == part]
        if having:
            return having[0] if len(having) == 1 else None
    return None
