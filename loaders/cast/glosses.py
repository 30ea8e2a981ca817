"""What a few words say of a person: role, sex, age, origin, and whose kin they are."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from dhr_graph.loaders.alternation import alternation
from dhr_graph.loaders.cast.expressions import NUMBER, expression, number
from dhr_graph.loaders.cast.kinship import kin_terms
from dhr_graph.loaders.cast.knowledge import CastKnowledge
from dhr_graph.loaders.cast.wording import plain

OLDEST = 110
BARE_AGE = re.compile(r"(?:^|[,;(] ?)(\d{1,2})(?=$|[,;).])")
MONTHS = re.compile(rf"\b{NUMBER}[- ](?:months?|weeks?|days?)(?:[- ]old)?\b", re.I)
LETTERED = re.compile(r"[A-Z][a-z]+ (?:[A-Z]{1,3}\d?|\d{1,2})\b")


@dataclass(frozen=True, slots=True)
class Description:
    """What words say of a person, nothing that they don't say; `owner` is whose kin, as printed."""

    role: str | None = None
    sex: str | None = None
    age: int | None = None
    ethnicity: str | None = None
    kin: str | None = None
    kin_role: str | None = None
    owner: str | None = None

    @property
    def says_something(self) -> bool:
        """Whether the words are about a person at all."""
        return any((self.role, self.sex, self.age is not None, self.kin_role))


@dataclass(frozen=True, slots=True)
class _Kinship:
    term: str | None = None
    role: str | None = None
    sex: str | None = None
    owner: str | None = None


def describe(words: str, knowledge: CastKnowledge) -> Description:
    """Read a description: "perpetrator, male, 46, White British, husband of V"."""
    lower = words.lower()
    kinship = _kin(words, knowledge)
    kin, kin_role = kinship.term, kinship.role
    if kin_role in (None, "family"):
        kin, kin_role = next(((k, r) for pattern, k, r in knowledge.clauses if pattern.search(lower)), (kin, kin_role))
    sex = _sex(lower, knowledge) or kinship.sex
    return Description(
        _role(lower, knowledge), sex, age_of(words), origin_of(words, knowledge), kin, kin_role, kinship.owner
    )


def age_of(words: str) -> int | None:
    """The age that words state, also as a number alone between commas; under one year is 0."""
    found = expression("age", number=NUMBER).search(words)
    if found:
        value = number(found["a"] or found["b"] or found["c"])
        return value if value is not None and value < OLDEST else None
    bare = BARE_AGE.search(words)
    if bare and 0 < int(bare[1]) < OLDEST:
        return int(bare[1])
    return 0 if MONTHS.search(words) else None


def origin_of(words: str, knowledge: CastKnowledge) -> str | None:
    """The ethnicity that words state, as printed."""
    found = knowledge.ethnicity.search(words)
    return found[0].strip(" ,") if found and expression("origin").search(found[0]) else None


def _sex(lower: str, knowledge: CastKnowledge) -> str | None:
    told = (knowledge.sexes[w] for w in re.findall(r"[a-z]{2,}", lower) if w in knowledge.sexes)
    letters = (knowledge.sexes[w] for w in re.findall(r"(?:^|[,;(/ ])([fm])(?=$|[,;)/ \d])", lower))
    return next(told, next(letters, None))


def _role(lower: str, knowledge: CastKnowledge) -> str | None:
    words = lower.replace("\u2019", "'")
    found = [
        (m.start(), role)
        for term, role in knowledge.roles.items()
        if role in ("victim", "perpetrator") and (m := expression("role_words", term=term).search(words))
    ]
    return min(found)[1] if found else None


def _kin(words: str, knowledge: CastKnowledge) -> _Kinship:
    """The first kin term that is not itself an owner ("the victim's mother's house")."""
    for found in kin_of(knowledge).finditer(words):
        kin = knowledge.kin[found["term"].lower()]
        if words[found.end() : found.end() + 2] in ("'s", "s'") or LETTERED.match(words, found.start("term")):
            continue
        if expression("kin_of_a_thing").match(words[found.end() :]):
            continue
        before = expression("owner_before").search(words[: found.start()])
        after = expression("owner_after").match(words[found.end() :])
        owner = after[1] if after else before[1] if before else None
        if kin.weak and not owner and not expression("few_or_small").search(words[: found.end()].lower()):
            continue
        past = kin_terms().past & set(re.split(r"[ -]", found["adjectives"].lower()))
        role = "ex_partner" if kin.role == "partner" and past else kin.role
        return _Kinship((found["adjectives"] + found["term"]).strip().lower(), role, kin.sex, owner)
    return _Kinship()


@lru_cache(maxsize=4)
def kin_of(knowledge: CastKnowledge) -> re.Pattern[str]:
    """Kin terms with their adjectives, longest first, in the groups `adjectives` and `term`."""
    words = alternation(sorted(knowledge.kin, key=lambda t: (-len(t), t)))
    kinds = alternation(sorted(knowledge.adjectives))
    return re.compile(rf"(?<![\w'-])(?P<adjectives>(?:(?:{kinds})[ -])*)(?P<term>{words})(?![\w-])", re.I)


def label_key(label: str) -> str:
    """A label folded for comparison."""
    return re.sub(r"^(?:the|a|an) ", "", plain(label))
