"""Who is whose kin, so that "her mother" and "the children" find their people."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from dhr_graph.loaders.cast.rule_tables import rule_table

INVERSE = {"mother": ("child", "F"), "father": ("child", "M"), "parent": ("child", None)}


@dataclass(frozen=True, slots=True)
class KinTerms:
    """Terms under which kin are compared: `same` by another name, `one` of several, and adjectives of former ones."""

    same: Mapping[str, str]
    one: Mapping[str, str]
    past: frozenset[str]


@lru_cache(maxsize=1)
def kin_terms() -> KinTerms:
    """The shipped terms."""
    table = rule_table("cast_persons.toml")
    return KinTerms(table["same_kin"], table["one_of_kin"], frozenset(table["words"]["past"]))


def base_term(term: str, adjectives: tuple[str, ...]) -> str:
    """The term under which kin are compared: husband is partner, former partner is ex-partner."""
    joined = term.replace(" ", "-") if term.startswith("ex ") else term
    base = kin_terms().same.get(joined, joined)
    return "ex-partner" if base in ("partner", "partners") and kin_terms().past & set(adjectives) else base


@dataclass(frozen=True, slots=True)
class Relative:
    """One person of the cast, with what kin they are of whom (owner id, term without adjectives, adjectives)."""

    id: str
    role: str
    sex: str | None
    links: tuple[tuple[str | None, str, str], ...]


@dataclass(frozen=True, eq=False)
class Kinship:
    """The relatives of one cast."""

    relatives: Mapping[str, Relative]
    adjectives: frozenset[str]
    freestanding: frozenset[str]

    def of_pronoun(self, pronoun: str) -> tuple[str, ...]:
        """Whom "her", "his" or "their" would mean of victim and perpetrator."""
        pair = [r for role in ("victim", "perpetrator") for r in self.relatives.values() if r.role == role]
        if pronoun == "their":
            return tuple(r.id for r in pair)
        sex = {"her": "F", "his": "M"}.get(pronoun)
        return tuple(r.id for r in pair if r.sex == sex or r.sex is None)[:1]

    def resolve(
        self, term: str, adjectives: tuple[str, ...], possessor: str, owners: tuple[str, ...]
    ) -> tuple[str, ...]:
        """The members that a kin term means; none where there are none, or a singular could mean several."""
        if not owners:
            owners = self.of_pronoun(possessor)
        base = base_term(term, adjectives)
        if (
            base in ("parents", "parent")
            and all(self._is_child(o) for o in owners)
            and possessor in ("the", "", "their", "name")
        ):
            pair = self.of_pronoun("their")
            if any(r.role == "child" for r in self.relatives.values()) and (owners or possessor != "their"):
                return pair if base == "parents" else ()
        plural = kin_terms().one.get(base)
        wanted = plural or base
        if wanted == "neighbor":
            wanted = "neighbour"
        found = self._linked(wanted, owners) or self._inverse(wanted, owners, possessor)
        if not found and (not owners or wanted in ("neighbour", "friend", "colleague")):
            found = self._linked(wanted, ())
        if plural:
            return tuple(found)
        if len(found) > 1:
            told = [
                i for i in found if any(a in link[2].split() for link in self.relatives[i].links for a in adjectives)
            ]
            found = told or found
        return tuple(found) if len(found) == 1 else ()

    def _is_child(self, id: str) -> bool:
        return id in self.relatives and self.relatives[id].role == "child"

    def _linked(self, wanted: str, owners: tuple[str, ...]) -> list[str]:
        found = []
        for relative in self.relatives.values():
            for owner, term, told in relative.links:
                if (not owners or owner in owners or owner is None) and self._same(
                    wanted, base_term(term, tuple(told.split())), relative
                ):
                    found.append(relative.id)
                    break
        if wanted in ("child", "son", "daughter") and not found:
            sex = {"son": "M", "daughter": "F"}.get(wanted)
            children = [r for r in self.relatives.values() if r.role == "child"]
            found = [r.id for r in children if sex is None or r.sex == sex] or [r.id for r in children if r.sex is None]
        if wanted == "partner":
            found = [i for i in self._partners(owners) if i not in owners] or found
        if wanted == "parent":
            found = [
                r.id
                for r in self.relatives.values()
                for o, t, _ in r.links
                if kin_terms().same.get(t, t) in ("mother", "father") and (not owners or o in owners)
            ] or found
        return list(dict.fromkeys(found))

    def _same(self, wanted: str, term: str, relative: Relative) -> bool:
        if wanted == term or kin_terms().one.get(term) == wanted:
            return True
        if wanted in ("child",):
            return relative.role == "child" and term in ("son", "daughter", "stepson", "stepdaughter", "child")
        if wanted == "sibling":
            return term in ("brother", "sister")
        return (
            wanted in ("daughter", "son") and term == "child" and relative.sex == {"daughter": "F", "son": "M"}[wanted]
        )

    def _partners(self, owners: tuple[str, ...]) -> list[str]:
        roles = {self.relatives[o].role for o in owners if o in self.relatives}
        other = {"victim": "perpetrator", "perpetrator": "victim"}
        return [
            r.id for role in sorted(roles) if role in other for r in self.relatives.values() if r.role == other[role]
        ]

    def _inverse(self, wanted: str, owners: tuple[str, ...], possessor: str) -> list[str]:
        """The mother of a child is the victim or perpetrator whose child it is."""
        if wanted not in INVERSE:
            return []
        _, sex = INVERSE[wanted]
        if owners:
            children = [self.relatives[o] for o in owners if o in self.relatives and self.relatives[o].role == "child"]
            parents = {owner for c in children for owner, _, _ in c.links if owner}
            pair = [
                r
                for r in self.relatives.values()
                if r.role in ("victim", "perpetrator") and (r.id in parents or children and not parents)
            ]
        elif possessor in ("the", ""):
            pair = [r for r in self.relatives.values() if r.role in ("victim", "perpetrator")]
        else:
            pair = []
        return [r.id for r in pair if sex is None or r.sex == sex]
