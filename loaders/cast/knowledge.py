"""What is known of agencies and people before a review is read: kinds, services, roles, kin, lists, as data."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from importlib import resources
from pathlib import Path
from typing import Any

from dhr_graph.errors import BadRules
from dhr_graph.loaders.cast.gazetteer import KnownBody, own_bodies, shipped_bodies
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
    """Common nouns for an agency (`role` False) or for a professional who acts for it (`role` True)."""

    id: str
    types: tuple[str, ...]
    words: tuple[str, ...]
    made: frozenset[str]
    role: bool = False
    context: bool = False
    open: bool = False
    forum: bool = False
    short: tuple[str, ...] = ()

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
    """All of it, compiled; built by `load_cast_knowledge`."""

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
    excluded: re.Pattern[str]
    openers: frozenset[str]
    kept: tuple[str, ...]
    nouns: frozenset[str]
    shapes: re.Pattern[str]
    codes: re.Pattern[str]
    capital_kin: frozenset[str]
    titles: frozenset[str]
    sexes: Mapping[str, str]
    ethnicity: re.Pattern[str]
    human_verbs: frozenset[str]
    clauses: tuple[tuple[re.Pattern[str], str, str], ...]
    sentences: tuple[Mapping[str, str], ...]
    violence: Mapping[str, str]
    deaths: tuple[DeathWords, ...]
    review: Mapping[str, Any]
    bodies: Mapping[str, KnownBody] = field(default_factory=dict)

    def known(self, name: str) -> KnownBody | None:
        """The organisation of the gazetteer of that name or alias."""
        return self.bodies.get(bare(name))

    def kind_of(self, name: str) -> Kind | None:
        """The kind that the words of a name or description tell, the strongest rule first."""
        folded = plain(name)
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

    def is_complete(self, name: str) -> bool:
        """Whether a name ends in the words of a kind, so that what follows "and" is another name."""
        tokens = plain(name).split()
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


def _table(name: str) -> dict[str, Any]:
    source = resources.files("dhr_graph.loaders.rules").joinpath(name)
    return tomllib.loads(source.read_text(encoding="utf-8"))


def _kinds(table: dict[str, Any]) -> Iterator[tuple[str, Kind]]:
    for rule in table["kind"]:
        for words in rule["words"]:
            phrase = plain(words)
            for form in (phrase, phrase + "s"):
                yield form, Kind(rule["type"], rule["rank"], phrase, bool(rule.get("head")))


def _ranked_kinds(table: dict[str, Any]) -> dict[str, Kind]:
    kinds: dict[str, Kind] = {}
    for form, kind in _kinds(table):
        if form not in kinds or kinds[form].rank < kind.rank:
            kinds[form] = kind
    return kinds


def _services(table: dict[str, Any]) -> Iterator[Service]:
    for group, role in (("service", False), ("role", True)):
        for rule in table[group]:
            words = tuple(rule["words"])
            made = (
                frozenset(rule.get("made_words", words)) - frozenset(rule.get("unmade", ()))
                if rule.get("made")
                else frozenset()
            )
            yield Service(
                rule["id"],
                tuple(rule["types"]),
                words,
                made,
                role,
                bool(rule.get("context")),
                bool(rule.get("open")),
                bool(rule.get("forum")),
                tuple(rule.get("short", ())),
            )


def _kin(table: dict[str, Any]) -> Iterator[Kin]:
    several = set(table["words"]["several"])
    for rule in table["kin"]:
        for word in rule["words"]:
            forms = (
                [word]
                if word in several or word.endswith("s")
                else [word, "children" if word == "child" else word + "s"]
            )
            for form in forms:
                yield Kin(
                    form, rule["role"], rule.get("sex"), form in several or form != word, word in rule.get("weak", ())
                )


def _others(table: dict[str, Any]) -> Iterator[tuple[str, str]]:
    return ((w, role) for role, words in table["roles"].items() if role == "other" for w in words)


@lru_cache(maxsize=4)
def load_cast_knowledge(extra: Path | None = None) -> CastKnowledge:
    """Load the data of the package, and from the folder `extra` the user's own agencies; raises BadRules on errors."""
    try:
        return _compiled(extra)
    except (tomllib.TOMLDecodeError, KeyError, re.error) as error:
        raise BadRules(
            f"The rules of the cast can't be read: {error!r}.",
            where="loaders/rules/cast_*.toml",
            remedy="Restore the files of the package.",
        ) from error


def _compiled(extra: Path | None) -> CastKnowledge:
    kinds, persons, lists = _table("cast_kinds.toml"), _table("cast_persons.toml"), _table("cast_lists.toml")
    ranked = _ranked_kinds(kinds)
    services = tuple(_services(_table("cast_services.toml")))
    bodies = {**shipped_bodies(), **(own_bodies(extra) if extra else {})}
    exclude = lists["exclude"]
    return CastKnowledge(
        kinds=ranked,
        shaped=tuple(
            (re.compile(r["shape"]), Kind(r["type"], r["rank"], r["id"], True)) for r in kinds["kind"] if "shape" in r
        ),
        vocabulary=frozenset(w for phrase in ranked for w in phrase.split())
        | {"division", "east", "national", "local", "community"},
        services=services,
        kin={k.term: k for k in reversed(list(_kin(persons)))},
        adjectives=frozenset(persons["words"]["kin_adjectives"]),
        roles={plain(w): role for role, words in persons["roles"].items() for w in words},
        leads=tuple(ListRule(r["id"], r["participation"], re.compile(r["pattern"])) for r in lists["lead"]),
        tails=tuple(
            ListRule(r["id"], r["participation"], re.compile(r["pattern"]), bool(r.get("anywhere")))
            for r in lists["tail"]
        ),
        cells={k: tuple(v) for k, v in lists["cells"].items() if isinstance(v, list)},
        cell_codes={k: tuple(v) for k, v in lists["cells"]["codes"].items()},
        endings=frozenset(exclude["endings"]),
        excluded=re.compile(rf"\b(?:{'|'.join(re.escape(w) for w in exclude['words'])})\b"),
        openers=frozenset(exclude["openers"]),
        kept=tuple(exclude["kept"]),
        nouns=frozenset(plain(w) for s in services for w in s.words) | frozenset(plain(w) for w, r in _others(persons)),
        shapes=re.compile("|".join(persons["shapes"])),
        codes=re.compile("|".join(persons["codes"])),
        capital_kin=frozenset(persons["capital_kin"]),
        titles=frozenset(persons["professional_titles"]),
        sexes={w: sex for sex, words in persons["sex"].items() for w in words},
        ethnicity=re.compile(rf"(?<![\w-])(?:{'|'.join(persons['words']['ethnicity'])})(?!\w)", re.I),
        human_verbs=frozenset(persons["verbs"]["human"]),
        clauses=tuple((re.compile(c["pattern"]), c["kin"], c["role"]) for c in persons["clause"]),
        sentences=tuple(_table("cast_sentences.toml")["form"]),
        violence=persons["violence"],
        deaths=tuple(DeathWords(d["role"], d["weight"], d["pattern"]) for d in persons["death"]),
        review=_table("cast_review.toml"),
        bodies=bodies,
    )
