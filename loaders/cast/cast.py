"""The cast of a review: its persons, agencies and forums, and how words name them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from dhr_graph.loaders.cast.headings import Headings
from dhr_graph.loaders.cast.mentions import Mention, Namer
from dhr_graph.model.records import Agency, Body, Forum, Person

Introduced = tuple[str, int, int, int]


@dataclass(frozen=True, eq=False)
class Cast:
    """Everybody with a part in a review, and what resolves words to them.

    `quotes` tell where each member was introduced: record id, index of the document, start and end in its text. What
    was asked once of words or headings is remembered, as long as the cast.
    """

    slug: str
    persons: tuple[Person, ...]
    bodies: tuple[Agency | Forum, ...]
    quotes: tuple[Introduced, ...]
    namer: Namer
    headings: Headings
    _named: dict[tuple[str, str | None], tuple[Mention, ...]] = field(default_factory=dict, init=False, repr=False)
    _of_headings: dict[str, str | None] = field(default_factory=dict, init=False, repr=False)

    def mentions(self, words: str, agency: str | None = None) -> tuple[Mention, ...]:
        """The namings of members in words, none overlapping; `agency` is the one whose part of the text it is."""
        asked = (words, agency)
        if asked not in self._named:
            self._named[asked] = self.namer.mentions(words, agency)
        return self._named[asked]

    def of_heading(self, words: str) -> str | None:
        """The body that a heading, lead phrase or table cell names, None where it names none or several."""
        if words not in self._of_headings:
            self._of_headings[words] = self.headings.of(words)
        return self._of_headings[words]

    def body(self, id: str) -> Body | None:
        """The agency or forum of an id."""
        return self._bodies.get(id)

    def person(self, id: str) -> Person | None:
        """The person of an id."""
        return self._persons.get(id)

    @cached_property
    def _bodies(self) -> Mapping[str, Body]:
        return {body.id: body for body in reversed(self.bodies)}

    @cached_property
    def _persons(self) -> Mapping[str, Person]:
        return {person.id: person for person in reversed(self.persons)}

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
