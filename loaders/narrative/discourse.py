"""Discourse: the parties of a clause, and who was spoken of lately."""

from __future__ import annotations

from dataclasses import dataclass, field

from dhr_graph.loaders.narrative.parse import Token

AGENCIES_KEPT = 4
PEOPLE_KEPT = 8


@dataclass(frozen=True, slots=True)
class Party:
    """One participant of a clause: an agency (or somebody who acts for it), a forum, a person, or a thing."""

    kind: str
    members: tuple[str, ...]
    token: Token
    basis: str
    agency_type: str | None = None
    professional: bool = False

    @property
    def is_agency(self) -> bool:
        """Whether it is an agency or forum, or somebody who acts for one, known by name or not."""
        return self.kind in {"agency", "forum"}

    @property
    def member(self) -> str | None:
        """The one member that it is, None where it is several or unknown."""
        return self.members[0] if len(self.members) == 1 else None


@dataclass(slots=True)
class Discourse:
    """Who was spoken of lately, latest first; it moves with the text and ends with a section.

    `staff` has for whom the professionals work whom the text calls by a name; they are remembered to its end, but not
    if two share a name. `meeting` has who took part in the meeting told of last, `place` the agency named last, where
    "there" is, `lister` whose deeds a list tells, `askings` who asked whom for something in the passage.
    `professionals` has for whom they work who were told apart last in the passage by each noun ("a district nurse"),
    `professionals_before` the same of the passages before in the section. `passed` has, to the end of the text, from
    whom to whom something went. `place_before` is the agency named last in the passage before, in the same section.
    """

    people: list[str] = field(default_factory=list)
    staff: dict[str, str | None] = field(default_factory=dict)
    agencies: list[str] = field(default_factory=list)
    subject: Party | None = None
    forum: str | None = None
    meeting: tuple[str, ...] = ()
    place: str | None = None
    place_before: str | None = None
    lister: str | None = None
    askings: list[tuple[str, str | None]] = field(default_factory=list)
    professionals: dict[str, str] = field(default_factory=dict)
    professionals_before: dict[str, str] = field(default_factory=dict)
    passed: set[tuple[str, str]] = field(default_factory=set)

    @property
    def agency(self) -> str | None:
        """The agency that was spoken of last."""
        return self.agencies[0] if self.agencies else None

    def note_agency(self, agency: str) -> None:
        """Put an agency first among those that were spoken of."""
        if agency in self.agencies:
            self.agencies.remove(agency)
        self.agencies.insert(0, agency)
        del self.agencies[AGENCIES_KEPT:]

    def note_person(self, person: str) -> None:
        """Put a person first among those who were spoken of."""
        if person in self.people:
            self.people.remove(person)
        self.people.insert(0, person)
        del self.people[PEOPLE_KEPT:]

    def forget(self) -> None:
        """Start afresh, at a new section."""
        self.agencies.clear()
        self.subject = None
        self.forum = None
        self.meeting = ()
        self.place = None
        self.lister = None
        self.askings.clear()
        self.professionals_before.update(self.professionals)
        self.professionals.clear()
