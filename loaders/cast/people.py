"""The people of a history: what all introductions of one person say, put together."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from dhr_graph.loaders.cast.glosses import label_key
from dhr_graph.loaders.cast.introductions import Introduction
from dhr_graph.loaders.cast.knowledge import CastKnowledge

Site = tuple[int, int, int]
PAIR = ("victim", "perpetrator")


@dataclass(slots=True)
class Human:
    """One person while put together; `kin` holds kin terms as told, the role that they make, and whose kin it is."""

    label: str
    role: str | None = None
    sex: str | None = None
    age: int | None = None
    ethnicity: str | None = None
    kin: list[tuple[str, str, str | None]] = field(default_factory=list)
    aliases: list[str] = field(default_factory=list)
    sites: list[Site] = field(default_factory=list)
    named: bool = True

    def take(self, found: Introduction) -> None:
        """Add what one more place says."""
        told = found.description
        self.role = self.role or told.role
        self.sex = self.sex or told.sex
        self.age = told.age if self.age is None else self.age
        self.ethnicity = self.ethnicity or told.ethnicity
        if told.kin and told.kin_role:
            self.kin.append((told.kin, told.kin_role, told.owner))
        self.sites.append((found.document, found.start, found.end))

    def merge(self, other: Human) -> None:
        """What was said of "the victim" is said of whoever bears a name."""
        self.sex, self.ethnicity = self.sex or other.sex, self.ethnicity or other.ethnicity
        self.age = other.age if self.age is None else self.age
        self.kin += other.kin

    @property
    def pattern(self) -> str:
        """An expression of the names, and of the label in capitals."""
        names = "|".join(re.escape(n) for n in (*self.names, self.label.upper()))
        return rf"(?<![\w'])(?:{names})(?![\w])"

    @property
    def names(self) -> tuple[str, ...]:
        """The label and the other proper names, longest first."""
        return tuple(sorted({self.label, *(a for a in self.aliases if a[:1].isupper())}, key=lambda n: (-len(n), n)))

    @property
    def grown(self) -> bool:
        """Whether somebody was introduced with an age, and is no child, friend or neighbour."""
        others = ("child", "friend", "neighbour", "family", "ex_partner")
        return (self.age or 0) > 15 and not any(role in others for _, role, _ in self.kin)


def gather(found: Iterable[Introduction], knowledge: CastKnowledge) -> dict[str, Human]:
    """One human for each label, in order of appearance."""
    people: dict[str, Human] = {}
    for introduction in found:
        people.setdefault(label_key(introduction.label), Human(introduction.label)).take(introduction)
    for key, human in people.items():
        if knowledge.roles.get(key) in ("victim", "perpetrator"):
            human.role = knowledge.roles[key]
    return people


def owner_of(owner: str | None, people: dict[str, Human]) -> Human | None:
    """The person that a possessive names, as far as a word can tell."""
    if owner is None:
        return None
    low = owner.lower()
    if "victim" in low or "deceased" in low:
        return next((h for h in people.values() if h.role == "victim"), None)
    if "perpetrator" in low:
        return next((h for h in people.values() if h.role == "perpetrator"), None)
    if low in ("her", "his"):
        sex = "F" if low == "her" else "M"
        pair = (h for role in ("victim", "perpetrator") for h in people.values() if h.role == role)
        return next((h for h in pair if h.sex == sex), None)
    for form in (owner, owner.split(" ")[0], owner.rstrip("s")):
        if label_key(form) in people:
            return people[label_key(form)]
        called = next((h for h in people.values() if form in h.aliases and form[:1].isupper()), None)
        if called is not None:
            return called
    return None
