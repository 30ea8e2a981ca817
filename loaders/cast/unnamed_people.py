"""People without a name: the victim and the perpetrator by role, children, kin and others by their term."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dhr_graph.loaders.cast.expressions import expression
from dhr_graph.loaders.cast.glosses import describe, kin_of, label_key
from dhr_graph.loaders.cast.kin_owners import no_strangers, owner_of_kin
from dhr_graph.loaders.cast.kinship import base_term, kin_terms
from dhr_graph.loaders.cast.knowledge import CastKnowledge
from dhr_graph.loaders.cast.parts_played import partner_role
from dhr_graph.loaders.cast.people import Human, Site, owner_of
from dhr_graph.loaders.cast.stretches import ABOUT, ASKED, TOLD, Stretch
from dhr_graph.loaders.cast.wording import plain

PROSE = 80
PARENTS = {"mother": "F", "father": "M"}
PARTNERS = ("ex_partner", "partner")
OWNERS = r"[Tt]he (?:[Vv]ictim|[Pp]erpetrator)|[Hh]er|[Hh]is"
ARTICLES = "[Aa]n?|[Tt]he|[Aa]nother|[Hh]er|[Hh]is|[Tt]heir"


def add_unnamed_people(
    people: dict[str, Human], all_stretches: Sequence[Stretch], knowledge: CastKnowledge, bodies: frozenset[str]
) -> None:
    """Add to the people those who have a part in the history and no name; nobody where no history is told.

    `bodies` has the words of the agencies' names in small letters.
    """
    told = [s for s in all_stretches if s.section in TOLD]
    if not any(len(s.text) > PROSE for s in told) and not any(h.named for h in people.values()):
        return
    for role in ("victim", "perpetrator"):
        by_role = None if any(h.role == role for h in people.values()) else _by_role(role, all_stretches, knowledge)
        if by_role is not None:
            people[label_key(by_role.label)] = by_role
    found = (
        *_children(people, all_stretches),
        *_kin(people, told, knowledge, bodies),
        *_others(people, told, knowledge),
    )
    for human in found:
        people.setdefault(label_key(human.label), human)


def _by_role(role: str, all_stretches: Sequence[Stretch], knowledge: CastKnowledge) -> Human | None:
    """The person whom the text names only by a role, under the word that it uses most."""
    terms = sorted((t for t, r in knowledge.roles.items() if r == role), key=lambda t: (-len(t), t))
    words = "|".join(map(re.escape, terms))
    pattern = re.compile(rf"\b[Tt]he (?P<term>(?i:{words}))\b(?! of (?:domestic|abuse|crime))")
    sites: dict[str, list[Site]] = {}
    for stretch in all_stretches:
        for found in pattern.finditer(stretch.text) if stretch.section not in ASKED else ():
            sites.setdefault(found["term"].lower(), []).append(stretch.site(found))
    ranked = [f"the {t}" for t in sorted(sites, key=lambda t: (-len(sites[t]), t))]
    if not ranked:
        return None
    return Human(ranked[0], role=role, aliases=ranked[1:], sites=sites[ranked[0][4:]], named=False)


def _children(people: dict[str, Human], all_stretches: Sequence[Stretch]) -> Iterator[Human]:
    """The children of a family whose children have no labels: daughters and sons if told apart, else the children."""
    if any(h.role == "child" or any(role == "child" for _, role, _ in h.kin) for h in people.values()):
        return
    found: dict[str, Human] = {}
    for stretch in all_stretches:
        if stretch.section in ASKED | ABOUT - {"process"}:
            continue
        for words in expression("children").finditer(stretch.text):
            term = words["term"].lower()
            sex = {"d": "F", "s": "M"}.get(term[0])
            human = Human(f"the {term}", role="child", sex=sex, aliases=[f"the victim's {term}"], named=False)
            human.kin.append((term, "child", None))
            human.sites.append(stretch.site(words, "term"))
            found.setdefault(term, human)
    told_apart = [h for term, h in found.items() if term[0] in "ds" and term + "s" not in found]
    yield from told_apart or found.values()


def _acts(text: str, start: int, end: int) -> bool:
    """Whether somebody named there does something, or something is done to them."""
    return bool(expression("acts").match(text, end) or expression("acted_on").search(text[:start]))


def _kin(
    people: dict[str, Human], told: Sequence[Stretch], knowledge: CastKnowledge, bodies: frozenset[str]
) -> Iterator[Human]:
    """Kin of the people, one for each owner and term, where they act or are acted on."""
    labels = "|".join(re.escape(h.label) for h in people.values() if h.named) or "(?!)"
    owner = rf"(?P<owner>(?:{labels})|{OWNERS})(?:'s?)? "
    kin = kin_of(knowledge).pattern.replace("(?<![\\w'-])", "")
    owned = re.compile(rf"(?<![\w'-])(?:{owner}|(?P<side>[Tt]he (?=(?:maternal|paternal) )))(?i:{kin})(?!')")
    known = no_strangers(people, bodies, knowledge)
    parted = any(expression("parting").search(s.text) for s in told)
    seen: dict[tuple[str, str], Human] = {}
    for stretch in told:
        for found in owned.finditer(stretch.text):
            if not _acts(stretch.text, found.start(), found.end()):
                continue
            whose = owner_of_kin(found, stretch.text, people, known)
            human = _relative(found, whose, people, knowledge, parted=parted)
            if human is None:
                continue
            human.sites.append(stretch.site(found))
            term = _term(found)
            key = (whose.label if whose else "", kin_terms().one.get(term, term))
            before = seen.get(key)
            if before is None or human.label.count(" ") > before.label.count(" "):
                human.aliases += [*before.aliases, before.label] if before else []
                seen[key] = human
    yield from seen.values()


def _relative(
    found: re.Match[str], owner: Human | None, people: dict[str, Human], knowledge: CastKnowledge, *, parted: bool
) -> Human | None:
    """A relative without a name; None where the people hold one of this kinship already, or it can't be said whose.

    `parted`: the text tells of a parting, so that a husband may later be a former one.
    """
    words = (found["adjectives"] + found["term"]).lower()
    described = describe(words, knowledge)
    role = described.kin_role
    if role in (None, "partner", "neighbour") or knowledge.kin[found["term"].lower()].weak:
        return None
    term = _term(found)
    if owner is None and not found["side"]:
        return None
    if owner is not None and (owner.role == "child" or _has(people, owner, term, str(role), parted=parted)):
        return None
    label = f"{owner.label}'s {words}" if owner else words
    whose = owner.label if owner else None
    made = partner_role(whose, people) if role == "ex_partner" else role
    human = Human(label, role=made, sex=described.sex, named=False)
    human.kin.append((words, str(role), whose))
    if owner is not None:
        human.aliases = [words]
        if owner.role in ("victim", "perpetrator") and f"the {owner.role}'s {words}" != label:
            human.aliases.insert(0, f"the {owner.role}'s {words}")
    return human


def _term(found: re.Match[str]) -> str:
    """The term under which a relative is compared with those who are known."""
    return base_term(found["term"].lower(), tuple(found["adjectives"].lower().replace("-", " ").split()))


def _has(people: dict[str, Human], owner: Human, term: str, role: str, *, parted: bool) -> bool:
    """Whether somebody is already of this kinship to the owner."""
    if term in ("brother", "sister", "sibling") and _has_sibling(owner, people):
        return True
    if role == "child" and any(h.role == "child" for h in people.values()):
        return True
    if term in PARENTS and any(_is_parent(people, of, term) for _, kin_role, of in owner.kin if kin_role == "child"):
        return True
    if role == "ex_partner" and parted and owner.role == "victim" and _was_partner(people):
        return True
    for human in people.values():
        for kin, kin_role, of in human.kin:
            head = kin_terms().same.get(kin, kin_terms().same.get(kin.split()[-1], kin.split()[-1]))
            whose = owner_of(of, people)
            if kin_terms().one.get(head, head) == kin_terms().one.get(term, term) and (whose is owner or whose is None):
                return True
            if role == kin_role == "child" or role in PARTNERS and whose is owner and _is_same_partner(role, human):
                return True
    return False


def _is_same_partner(role: str, partner: Human) -> bool:
    """Whether a partner or former partner of somebody may be one who is known; a present one is no former one."""
    roles = {kin_role for _, kin_role, _ in partner.kin}
    return role in roles if role == "ex_partner" else bool(roles & set(PARTNERS))


def _was_partner(people: dict[str, Human]) -> bool:
    """Whether the one who killed may have been the victim's partner: nothing tells of another kinship."""
    killers = [h for h in people.values() if h.role == "perpetrator"]
    return any({role for _, role, _ in h.kin} <= set(PARTNERS) for h in killers)


def _is_parent(people: dict[str, Human], parent: str | None, term: str) -> bool:
    """Whether somebody known is the parent that a term means."""
    human = owner_of(parent, people)
    return human is not None and human.sex in (PARENTS[term], None)


def _has_sibling(owner: Human, people: dict[str, Human]) -> bool:
    """Whether the people hold another child of the same parent."""
    parents = {of for _, role, of in owner.kin if role == "child"}
    others = (link for h in people.values() if h is not owner for link in h.kin)
    return bool(parents) and any(
        role == "child" and (of in parents or owner.role == "perpetrator") for _, role, of in others
    )


def _others(people: dict[str, Human], told: Sequence[Stretch], knowledge: CastKnowledge) -> Iterator[Human]:
    """Neighbours, friends and passers-by who act; one neighbour and one friend where none is known."""
    roles = {t: r for t, r in knowledge.roles.items() if r in ("other", "neighbour", "friend")}
    heads = "|".join(t.replace(" ", "[ -]") for t in sorted(roles, key=lambda t: (-len(t), t)))
    kinds = "|".join(map(re.escape, sorted(knowledge.adjectives)))
    pattern = re.compile(rf"\b(?:{ARTICLES}) (?P<term>(?:(?:{kinds})[ -])*(?P<head>{heads}))\b(?!'|-)")
    seen: dict[str, Human] = {}
    for stretch in told:
        for found in pattern.finditer(stretch.text):
            role, term, head = roles[plain(found["head"])], found["term"], found["head"]
            known = role != "other" and any(h.role == role for h in (*people.values(), *seen.values()))
            if known or not _acts(stretch.text, found.start(), found.end()):
                continue
            human = Human(term, role=role, aliases=[head] if head != term else [], named=False)
            human.kin.append((term, role, None))
            human.sites.append(stretch.site(found))
            seen.setdefault(label_key(head), human)
    yield from seen.values()
