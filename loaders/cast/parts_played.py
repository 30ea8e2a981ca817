"""Who was killed, who killed, and what everybody else is to them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from dhr_graph.loaders.cast.knowledge import CastKnowledge
from dhr_graph.loaders.cast.people import Human, owner_of
from dhr_graph.loaders.cast.stretches import Stretch

BESIDE = r"(?: \([^)]*\))?(?:,[^.;]{0,60}?,|,)?"
MASK = "\ua66e"
GROWN_UP = 20
ELDERLY = 62


def settle_roles(people: dict[str, Human], all_stretches: Sequence[Stretch], knowledge: CastKnowledge) -> None:
    """Find victim and perpetrator, then give everybody else the role that their kinship makes."""
    text = "\n".join(s.text for s in all_stretches)
    keys = [key for key in people if knowledge.roles.get(key) in ("victim", "perpetrator")]
    by_role = {key: people.pop(key) for key in keys}
    _from_death(people, text, knowledge)
    _fill_pair(people, text, {h.role for h in by_role.values()}, knowledge)
    for key, human in by_role.items():
        named = [h for h in people.values() if h.role == human.role]
        if named:
            named[0].merge(human)
        else:
            people[key] = human
    for human in sorted(people.values(), key=lambda h: not any(role == "child" for _, role, _ in h.kin)):
        if human.role is None:
            human.role = _kin_role(human, people, knowledge)


@lru_cache(maxsize=4)
def _death_words(knowledge: CastKnowledge) -> tuple[tuple[str, int, re.Pattern[str]], ...]:
    """The words that tell a death, of somebody whose names are masked: so they are compiled once for everybody."""
    label = rf"(?<![\w']){MASK}+(?!\w)"
    words = {"label": label, "who": label + BESIDE, **knowledge.violence}
    return tuple((told.role, told.weight, re.compile(told.pattern.format(**words))) for told in knowledge.deaths)


def _from_death(people: dict[str, Human], text: str, knowledge: CastKnowledge) -> None:
    """Who died and who killed, by the votes of the words that tell the death."""
    if {"victim", "perpetrator"} <= {h.role for h in people.values()}:
        return
    votes: dict[str, Counter[str]] = {"victim": Counter(), "perpetrator": Counter()}
    for key, human in people.items():
        masked = re.sub(human.pattern, lambda name: MASK * len(name[0]), text)
        for role, weight, pattern in _death_words(knowledge) if MASK in masked else ():
            votes[role][key] += weight * len(pattern.findall(masked))
    for role, other in (("victim", "perpetrator"), ("perpetrator", "victim")):
        if any(h.role == role for h in people.values()):
            continue
        for_role, against = votes[role], votes[other]
        ranked = [(n - against[k], k) for k, n in for_role.items() if n > against[k] and people[k].role is None]
        if ranked:
            order = list(people)
            people[max(ranked, key=lambda r: (r[0], -order.index(r[1])))[1]].role = role


def _fill_pair(people: dict[str, Human], text: str, by_role: set[str | None], knowledge: CastKnowledge) -> None:
    """Where only one of the two is known a present partner is the other; where neither, who is brought in first."""
    victim = next((h for h in people.values() if h.role == "victim"), None)
    killer = next((h for h in people.values() if h.role == "perpetrator"), None)
    deadly = re.search(
        rf"\b(?:{knowledge.violence['killing']}|suicide|[Hh]omicide|{knowledge.violence['crime']})\b", text
    )
    if victim is None and deadly and "victim" not in by_role:
        victim = _likely_victim(people, text, killer)
        if victim is not None:
            victim.role = "victim"
    if victim is None or killer is not None or "perpetrator" in by_role:
        return
    partners = _with_kin(people, "partner")
    killer = partners[0] if len(partners) == 1 else _likely_killer(people, text, bool(deadly), knowledge)
    if killer is not None:
        killer.role = "perpetrator"


def _likely_victim(people: dict[str, Human], text: str, killer: Human | None) -> Human | None:
    """The first to be brought in with an age, else the one most spoken of."""
    free = [h for h in people.values() if h.role is None]
    partners = [h for h in free if any(role == "partner" for _, role, _ in h.kin)]
    grown = sorted((h for h in free if h.grown), key=lambda h: min(h.sites))
    first = next((h for h in grown if h not in partners or killer is not None), None)
    rest = [h for h in free if not any(role in ("child", "friend", "neighbour") for _, role, _ in h.kin)]
    return first or max(rest, key=lambda h: len(re.findall(h.pattern, text)), default=None)


def _likely_killer(people: dict[str, Human], text: str, deadly: bool, knowledge: CastKnowledge) -> Human | None:
    """Of partners, former partners and grown kin the one of whom most violence is told."""
    free = [h for h in people.values() if h.role is None]
    strangers = [h for h in free if deadly and h.grown and not h.kin]
    close = [
        h
        for h in free
        if any(
            role in ("partner", "ex_partner", "family") or role == "child" and (h.age or 0) > 15 for _, role, _ in h.kin
        )
    ]
    harm = {
        h.label: len(re.findall(rf"{h.pattern}[^.;]{{0,30}}? {knowledge.violence['harm']}\b", text))
        for h in (*close, *strangers)
    }
    best = max((*close, *strangers), key=lambda h: harm[h.label], default=None)
    if best is not None and harm[best.label] > 0:
        return best
    if len(strangers) == 1:
        return strangers[0]
    return max(_with_kin(people, "partner", "ex_partner"), key=lambda h: len(re.findall(h.pattern, text)), default=None)


def _with_kin(people: dict[str, Human], *roles: str) -> list[Human]:
    """Those without a part yet who are kin of one of these kinds."""
    return [h for h in people.values() if h.role is None and any(role in roles for _, role, _ in h.kin)]


def _kin_role(human: Human, people: dict[str, Human], knowledge: CastKnowledge) -> str:
    if not human.kin and (told := _role_of_label(human.label, knowledge)) is not None:
        return told
    for kin, role, owner in human.kin:
        if role in ("partner", "ex_partner"):
            if partner_role(owner, people) == "family":
                return "family"
            continue
        of = owner_of(owner, people) if owner not in ("His", "Her", "his", "her") else None
        if of is not None and of.role == "child" and kin.split()[-1] in ("father", "mother"):
            return "partner_other"
        return "family" if role == "child" and _adult(human, kin, people) else role
    return "partner_other" if human.kin else "other"


def _role_of_label(label: str, knowledge: CastKnowledge) -> str | None:
    """The role that the noun of a label makes: "Neighbour 1", "Child A"."""
    noun = re.sub(r" (?:[A-Z]{1,3}\d?|\d{1,2}|One|Two|Three|Four)$", "", label).lower()
    if noun in ("girl", "boy"):
        return "child"
    role = knowledge.roles.get(noun) or (knowledge.kin[noun].role if noun in knowledge.kin else None)
    return role if role in ("child", "family", "friend", "neighbour") else None


def partner_role(owner: str | None, people: dict[str, Human]) -> str:
    """What another partner of somebody is; where a victim's own child killed, the victim's partner is family."""
    of = owner_of(owner, people)
    killers = [h for h in people.values() if h.role == "perpetrator"]
    by_child = any(role == "child" for killer in killers for _, role, _ in killer.kin)
    return "family" if of is not None and of.role == "victim" and by_child else "partner_other"


def _adult(human: Human, kin: str, people: dict[str, Human]) -> bool:
    """Whether a son or daughter is grown up: by age or word, or as brother or sister of the one who killed."""
    if human.age is not None:
        return human.age > GROWN_UP
    killer = next((h for h in people.values() if h.role == "perpetrator"), None)
    pair = [h for h in people.values() if h.role in ("victim", "perpetrator")]
    owners = [owner_of(owner, people) for _, role, owner in human.kin if role == "child"]
    parents = [h for h in owners if h is not None] or pair
    if any((h.age or 0) >= ELDERLY for h in parents):
        return True
    sibling = killer is not None and (killer.age or 0) > 17 and any(role == "child" for _, role, _ in killer.kin)
    return sibling or re.search(r"adult|grown", kin) is not None
