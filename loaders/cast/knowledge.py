"""What is known of agencies and people before a review is read: kinds, services, roles, kin, lists, as data."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Any

from dhr_graph.loaders.cast.gazetteer import KnownBody
from dhr_graph.loaders.cast.wording import bare, plain


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of agency that a phrase tells."""

    type: str
    rank: int
    phrase: str
    head: bool


@dataclass(frozen=True, slots=True)
class Service:
    """Common nouns for an agency (`role` False) or for a professional who acts for it (`role` True).

    `named`: they mean a body only where it is called by these very words.
    `shared` are those that any body of the kind is called by, `near` those that the one just named is; `several` says
    that any of the types has such people; `unlike` are words of names of the kind that they don't mean; `kinds` are the
    places by which its people are called ("nursery manager"), where several bodies have such people.
    """

    id: str
    types: tuple[str, ...]
    words: tuple[str, ...]
    made: frozenset[str]
    role: bool = False
    context: bool = False
    open: bool = False
    short: tuple[str, ...] = ()
    named: bool = False
    shared: frozenset[str] = frozenset()
    near: frozenset[str] = frozenset()
    several: bool = False
    unlike: tuple[str, ...] = ()
    kinds: frozenset[str] = frozenset()

    @property
    def subject(self) -> str:
        """What the service is about, the same for the agency and its people: police, gp, acute."""
        return self.id.split(".", 1)[1]


@dataclass(frozen=True, slots=True)
class Kin:
    """What a kin term says of its bearer."""

    term: str
    role: str
    sex: str | None
    several: bool
    weak: bool


@dataclass(frozen=True, slots=True)
class ListRule:
    """Words about the review that tell an agency's part in it."""

    id: str
    participation: str
    pattern: re.Pattern[str]
    anywhere: bool = False


@dataclass(frozen=True, slots=True)
class DeathWords:
    """A form of words that tells who died or who killed, with how much it counts."""

    role: str
    weight: int
    pattern: str


@dataclass(frozen=True, eq=False)
class CastKnowledge:
    """All of it, compiled; built by `rule_tables.load_cast_knowledge`."""

    kinds: Mapping[str, Kind]
    shaped: tuple[tuple[re.Pattern[str], Kind], ...]
    vocabulary: frozenset[str]
    services: tuple[Service, ...]
    kin: Mapping[str, Kin]
    adjectives: frozenset[str]
    roles: Mapping[str, str]
    leads: tuple[ListRule, ...]
    tails: tuple[ListRule, ...]
    cells: Mapping[str, tuple[str, ...]]
    cell_codes: Mapping[str, tuple[str, ...]]
    endings: frozenset[str]
    closing: frozenset[str]
    excluded: re.Pattern[str]
    openers: frozenset[str]
    shared: frozenset[str]
    numbers: frozenset[str]
    kept: tuple[str, ...]
    alone: frozenset[str]
    topics: frozenset[str]
    of_a_body: frozenset[str]
    never_bare: frozenset[str]
    fields_of_care: frozenset[str]
    no_short_forms: frozenset[str]
    advisers: frozenset[str]
    adviser_titles: frozenset[str]
    presenting: frozenset[str]
    nouns: frozenset[str]
    shapes: re.Pattern[str]
    codes: re.Pattern[str]
    capital_kin: frozenset[str]
    report_parts: frozenset[str]
    titles: frozenset[str]
    sexes: Mapping[str, str]
    ethnicity: re.Pattern[str]
    human_verbs: frozenset[str]
    clauses: tuple[tuple[re.Pattern[str], str, str], ...]
    sentences: tuple[Mapping[str, Any], ...]
    violence: Mapping[str, str]
    deaths: tuple[DeathWords, ...]
    review: Mapping[str, Any]
    bodies: Mapping[str, KnownBody] = field(default_factory=dict)

    @cached_property
    def joined(self) -> Mapping[str, tuple[str, ...]]:
        """The known names that hold commas, by what stands before the first one, with it."""
        found: dict[str, tuple[str, ...]] = {}
        for name in sorted({n for body in self.bodies.values() for n in (body.name, *body.aliases) if ", " in n}):
            beginning = name[: name.index(",") + 1]
            found[beginning] = (*found.get(beginning, ()), name)
        return found

    @cached_property
    def longer_services(self) -> Mapping[str, tuple[str, ...]]:
        """For the words of a service those of others that begin with them ("school": "school nurse")."""
        folded = {words: plain(words) for service in self.services for words in service.words}
        forms = sorted({f"{form}{end}" for form in folded.values() for end in ("", "s")})
        longer = {words: tuple(f for f in forms if f.startswith(f"{form} ")) for words, form in folded.items()}
        return {words: found for words, found in longer.items() if found}

    def known(self, name: str) -> KnownBody | None:
        """The organisation of the gazetteer of that name or alias."""
        return self.bodies.get(bare(name))

    def kind_of(self, name: str) -> Kind | None:
        """The kind that the words of a name or description tell, the strongest rule first."""
        return self._kind_of_folded(plain(name))

    @lru_cache(maxsize=8192)  # noqa: B019 - rules live as long as the process
    def _kind_of_folded(self, folded: str) -> Kind | None:
        tokens = folded.split()
        best: tuple[int, int, int] = (-1, 0, 0)
        found: Kind | None = None
        for i in range(len(tokens)):
            for j in range(i + 1, min(len(tokens), i + 7) + 1):
                kind = self.kinds.get(" ".join(tokens[i:j]))
                if kind and (kind.rank, j - i, i) > best:
                    best, found = (kind.rank, j - i, i), kind
        for shape, kind in self.shaped:
            if kind.rank >= best[0] and shape.fullmatch(folded):
                best, found = (kind.rank, len(tokens), 0), kind
        return found

    def is_rest_of_name(self, words: str) -> bool:
        """Whether words can only be the second half of a name ("... and Learning Disability NHS Trust")."""
        tokens = plain(words).split()
        known = self.vocabulary | self.fields_of_care
        return len(tokens) > 1 and tokens[-1] in self.never_bare and known.issuperset(tokens)

    def is_complete(self, name: str) -> bool:
        """Whether a name ends in the words of a kind, so that what follows "and" is another name."""
        tokens = plain(name).split()
        if (
            len(tokens) > 1
            and (len(tokens[-1]) == 1 or tokens[-1].isdigit())
            and (kind := self.kinds.get(" ".join(tokens[:-1])))
        ):
            return kind.head
        return (
            any(
                " ".join(tokens[-n:]) in self.kinds and self.kinds[" ".join(tokens[-n:])].head
                for n in range(1, 6)
                if n < len(tokens)
            )
            or self.known(name) is not None
            or any(shape.fullmatch(plain(name)) for shape, _ in self.shaped)
        )

    def is_generic(self, name: str) -> bool:
        """Whether all words of a name are those of kinds, so that it names no particular body."""
        return all(w in self.vocabulary or len(w) < 2 for w in bare(name).split())
