"""What a few words say of a person: role, sex, age, origin, and whose kin they are."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from dhr_graph.loaders.cast.knowledge import CastKnowledge
from dhr_graph.loaders.cast.wording import plain

NUMBERS = {
    w: i
    for i, w in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
}
TENS = {
    w: 10 * (i + 2)
    for i, w in enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"])
}
NUMBER = (
    rf"(?:\d{{1,3}}|(?:{'|'.join(TENS)})(?:[- ](?:{'|'.join(list(NUMBERS)[1:10])}))?|{'|'.join(list(NUMBERS)[1:])})"
)
AGE = re.compile(
    rf"(?:\baged? |\bage: ?|\bage of |\bwas |\bis |\bof |\bnow )(?P<a>{NUMBER})(?=$|[\s,;:.)]*(?:$|[,;:.)]|at the|when|and\b|years|from|who|in\b|of age|lived|worked))(?! (?:times|occasions|years (?:ago|later|before|in|of marriage)|weeks|days))"
    rf"|\b(?P<b>{NUMBER})[- ]years?(?:[- ]old|(?= at the time))|\ba (?:[\w-]+ )?(?:woman|man|girl|boy|student|mother|father) (?:of|aged|who was) (?P<c>{NUMBER})\b",
    re.I,
)
BARE_AGE = re.compile(r"(?:^|[,;(] ?)(\d{1,2})(?=$|[,;).])")
MONTHS = re.compile(rf"\b(?P<n>{NUMBER})[- ](?:months?|weeks?|days?)(?:[- ]old)?\b", re.I)


@dataclass(frozen=True, slots=True)
class Description:
    """What words say of a person; nothing that they don't say."""

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


def number(words: str) -> int | None:
    """A number in figures or words up to 99."""
    text = words.lower().replace("-", " ")
    if text.isdigit():
        return int(text)
    total = [TENS.get(w, NUMBERS.get(w)) for w in text.split()]
    return None if None in total or not total else sum(n for n in total if n is not None)


def age_of(words: str, *, loose: bool = False) -> int | None:
    """The age that words state; with `loose`, also a number alone between commas."""
    found = AGE.search(words)
    if found:
        value = number(found["a"] or found["b"] or found["c"])
        return value if value is not None and value < 110 else None
    if loose:
        bare = BARE_AGE.search(words)
        if bare and 0 < int(bare[1]) < 110:
            return int(bare[1])
        if MONTHS.search(words):
            return 0
    return None


@lru_cache(maxsize=2)
def kin_pattern(knowledge_id: int, terms: tuple[str, ...], adjectives: tuple[str, ...]) -> re.Pattern[str]:
    """Kin terms with their adjectives, longest first."""
    words = "|".join(re.escape(t) for t in sorted(terms, key=lambda t: (-len(t), t)))
    kinds = "|".join(re.escape(a) for a in adjectives)
    return re.compile(rf"(?<![\w'-])(?P<adjectives>(?:(?:{kinds})[ -])*)(?P<term>{words})(?![\w-])", re.I)


def kin_of(knowledge: CastKnowledge) -> re.Pattern[str]:
    """The pattern of kin terms of this knowledge."""
    return kin_pattern(0, tuple(sorted(knowledge.kin)), tuple(sorted(knowledge.adjectives)))


def describe(words: str, knowledge: CastKnowledge) -> Description:
    """Read a description: "perpetrator, male, 46, White British, husband of V"."""
    lower = words.lower()
    role = _role(lower, knowledge)
    kin, kin_role, kin_sex, owner = _kin(words, knowledge)
    if kin_role in (None, "family"):
        kin, kin_role = next(((k, r) for pattern, k, r in knowledge.clauses if pattern.search(lower)), (kin, kin_role))
    sex = next((knowledge.sexes[w] for w in re.findall(r"[a-z]+", lower) if w in knowledge.sexes and len(w) > 1), None)
    if sex is None:
        sex = next((knowledge.sexes[w] for w in re.findall(r"(?:^|[,;(/ ])([fm])(?=$|[,;)/ \d])", lower)), None)
    ethnicity = knowledge.ethnicity.search(words)
    if ethnicity and not re.search(
        r"white|black|asian|mixed|british|trav|gyps|roma|heritage|national|\b(?:polish|romanian|indian|pakistani|brazilian)",
        ethnicity[0],
        re.I,
    ):
        ethnicity = None
    return Description(
        role,
        sex or kin_sex,
        age_of(words, loose=True),
        ethnicity[0].strip(" ,") if ethnicity else None,
        kin,
        kin_role,
        owner,
    )


def _role(lower: str, knowledge: CastKnowledge) -> str | None:
    found = [
        (m.start(), role)
        for term, role in knowledge.roles.items()
        if role in ("victim", "perpetrator")
        and (
            m := re.search(
                rf"(?:^|[,;(:]\s*|\b(?:is|was) )(?:the |a |an |alleged |male |female |adult |domestic |homicide |review |murder )*{term}\b(?!'?s?'|\w)(?! (?:was|had|met|lived|and|with|formerly|previously))",
                plainish(lower),
            )
        )
    ]
    return min(found)[1] if found else None


def plainish(words: str) -> str:
    """Small letters with apostrophes kept, for possessives."""
    return words.lower().replace("\u2019", "'")


def _kin(words: str, knowledge: CastKnowledge) -> tuple[str | None, str | None, str | None, str | None]:
    for found in kin_of(knowledge).finditer(words):
        kin = knowledge.kin[found["term"].lower()]
        if words[found.end() : found.end() + 2] in ("'s", "s'"):
            continue
        before = re.search(
            r"([A-Z][\w-]*(?: [A-Z0-9]\w*)?|[Tt]he (?:victim|perpetrator|deceased|couple)|\b[Hh]er|\b[Hh]is|\b[Tt]heir)(?:'s?)? ?$",
            words[: found.start()],
        )
        after = re.match(
            r"(?: \w+){0,3}? (?:of|to|by|with|and \w+ of) (?:both )?([A-Z][\w-]*(?: [A-Z0-9][A-Za-z0-9]*)?|the (?:victim|perpetrator|deceased|couple))",
            words[found.end() :],
        )
        owner = after[1] if after else before[1] if before else None
        role, sex = kin.role, kin.sex
        if (
            re.search(r"\b(?:former|previous|first|ex|late|second)\b", found["adjectives"].lower())
            and role == "partner"
        ):
            role = "ex_partner"
        if (
            kin.weak
            and not owner
            and not re.search(r"\b(?:two|three|four|small|little|baby|their|young)\b", words[: found.end()].lower())
        ):
            continue
        return (found["adjectives"] + found["term"]).strip().lower(), role, sex, owner
    return None, None, None, None


def label_key(label: str) -> str:
    """A label folded for comparison."""
    return re.sub(r"^(?:the|a|an) ", "", plain(label))
