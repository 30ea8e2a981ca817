"""Those without a name: the victim and the perpetrator by role, kin and others by their term, agencies by their kind."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from dhr_graph.loaders.cast.bodies import Member, claims
from dhr_graph.loaders.cast.glosses import describe, kin_of, label_key
from dhr_graph.loaders.cast.kinship import PLURAL, SAME
from dhr_graph.loaders.cast.knowledge import CastKnowledge, Service
from dhr_graph.loaders.cast.people import Human, owner_of
from dhr_graph.loaders.cast.stretches import ABOUT, ASKED, TOLD, Stretch

ACTS = re.compile(
    r",? (?:who )?(?:had |has |then |also |later |again |did not |never )*(?:\w+ed|told|said|rang|saw|heard|took|came|went|knew|wrote|spoke|gave|found|kept|left|was|were|made|brought|felt|thought|described|lives?)\b"
)
CHILDREN = re.compile(
    r"\b(?:[Hh]er|[Hh]is|[Tt]heir|[Tt]he|[Aa]|[Tt]wo|[Tt]hree|[Ff]our|and|[Tt]he (?:victim|perpetrator|couple)'s) (?:(?:\w+-year-old|two|three|four|young|younger|older|elder|small|baby|infant|only|own) )*(?P<term>daughters?|sons?|children)\b(?!')"
)
ACTED_ON = re.compile(
    r"\b(?:by|to|with|told|against|on|from|of|hit|assaulted|punched|pushed|rang|involving|between)(?: both)? $", re.I
)


def shaped_people(people: dict[str, Human], everything: Sequence[Stretch], knowledge: CastKnowledge) -> None:
    """Add labels of a pseudonym's shape ("Adult A", "Ms C") that the history uses and nobody introduced."""
    for stretch in everything:
        if stretch.section not in TOLD:
            continue
        for found in knowledge.shapes.finditer(stretch.text):
            before = stretch.text[: found.start()].rstrip().rsplit(" ", 1)[-1]
            if (
                found.start()
                and re.match(r"[\w'-]", stretch.text[found.start() - 1])
                or before in knowledge.titles
                or label_key(found[0]) in people
            ):
                continue
            if stretch.text[found.end() : found.end() + 1].isalnum():
                continue
            human = Human(found[0])
            human.sites.append((stretch.document, stretch.start + found.start(), stretch.start + found.end()))
            people[label_key(found[0])] = human


def capital_people(people: dict[str, Human], everything: Sequence[Stretch], knowledge: CastKnowledge) -> None:
    """Add those for whom a kin term with a capital stands as a name ("Wife", "Mother") throughout."""
    pattern = re.compile(rf"(?<=[a-z,] )(?:{'|'.join(sorted(knowledge.capital_kin))})\b(?! [A-Z0-9])")
    sites: dict[str, list[tuple[int, int, int]]] = {}
    for stretch in everything:
        if stretch.section in TOLD:
            for found in pattern.finditer(stretch.text):
                sites.setdefault(found[0], []).append(
                    (stretch.document, stretch.start + found.start(), stretch.start + found.end())
                )
    for label, places in sites.items():
        if len(places) > 2 and label_key(label) not in people:
            kin = knowledge.kin.get(label.lower())
            people[label_key(label)] = Human(label, sex=kin.sex if kin else None, sites=places)
            if kin and kin.role in ("partner", "child"):
                people[label_key(label)].kin.append((label.lower(), kin.role, None))


def unnamed_people(people: dict[str, Human], everything: Sequence[Stretch], knowledge: CastKnowledge) -> None:
    """Add to the people those who have a part in the history and no name."""
    told = [s for s in everything if s.section in TOLD]
    if not any(len(s.text) > 150 for s in told) and not any(h.named for h in people.values()):
        return
    for role in ("victim", "perpetrator"):
        if not any(h.role == role for h in people.values()):
            found = _role_only(role, everything, knowledge)
            if found:
                people[label_key(found.label)] = found
    for human in (*_children(people, everything), *_kin(people, told, knowledge), *_others(people, told, knowledge)):
        people.setdefault(label_key(human.label), human)


def _role_only(role: str, everything: Sequence[Stretch], knowledge: CastKnowledge) -> Human | None:
    """The person whom the text names only by a role, under the word that it uses most."""
    terms = sorted((t for t, r in knowledge.roles.items() if r == role), key=lambda t: (-len(t), t))
    pattern = re.compile(
        rf"\b[Tt]he (?P<term>(?i:{'|'.join(map(re.escape, terms))}))\b(?! of (?:domestic|abuse|crime))"
    )
    sites: dict[str, list[tuple[int, int, int]]] = {}
    for stretch in everything:
        if stretch.section not in ASKED:
            for found in pattern.finditer(stretch.text):
                sites.setdefault(found["term"].lower(), []).append(
                    (stretch.document, stretch.start + found.start(), stretch.start + found.end())
                )
    if not sites:
        return None
    ranked = sorted(sites, key=lambda t: (-len(sites[t]), t))
    return Human(
        f"the {ranked[0]}", role=role, aliases=[f"the {t}" for t in ranked[1:]], sites=sites[ranked[0]], named=False
    )


def _kin(people: dict[str, Human], told: Sequence[Stretch], knowledge: CastKnowledge) -> Iterator[Human]:
    """Kin of the people, one for each owner and term, where they act or are acted on."""
    labels = "|".join(re.escape(h.label) for h in people.values() if h.named) or "(?!)"
    kin = kin_of(knowledge).pattern.replace("(?<![\\w'-])", "")
    owned = re.compile(
        rf"(?<![\w'-])(?:(?P<owner>(?:{labels})|[Tt]he (?:[Vv]ictim|[Pp]erpetrator)|[Hh]er|[Hh]is)(?:'s?)? |(?P<side>[Tt]he (?=(?:maternal|paternal) )))(?i:{kin})(?!')"
    )
    seen: dict[tuple[str, str], Human] = {}
    for stretch in told:
        for found in owned.finditer(stretch.text):
            described = describe(found["adjectives"] + found["term"], knowledge)
            if described.kin_role in (None, "partner", "neighbour") or knowledge.kin[found["term"].lower()].weak:
                continue
            if not (ACTS.match(stretch.text, found.end()) or ACTED_ON.search(stretch.text[: found.start()])):
                continue
            owner = owner_of(found["owner"], people)
            term = SAME.get(found["term"].lower(), found["term"].lower())
            if (
                owner is None
                and not found["side"]
                or owner is not None
                and _has(people, owner, term, described.kin_role or "")
            ):
                continue
            if owner is not None and (
                owner.role == "child" or term in ("brother", "sister", "sibling") and _siblings(owner, people)
            ):
                continue
            human = _relative(found, owner, described.kin_role or "other", described.sex)
            human.sites.append((stretch.document, stretch.start + found.start(), stretch.start + found.end()))
            key = (owner.label if owner else "", PLURAL.get(term, term))
            if (
                key not in seen
                or len(human.label) > len(seen[key].label)
                and seen[key].label.count(" ") < human.label.count(" ")
            ):
                if key in seen:
                    human.aliases = [*seen[key].aliases, seen[key].label]
                seen[key] = human
    yield from seen.values()


def _children(people: dict[str, Human], everything: Sequence[Stretch]) -> Iterator[Human]:
    """The children of a family whose children have no labels: daughters and sons if told apart, else the children."""
    if any(h.role == "child" or any(r == "child" for _, r, _ in h.kin) for h in people.values()):
        return
    found: dict[str, Human] = {}
    for stretch in everything:
        if stretch.section in ASKED | ABOUT - {"process"}:
            continue
        for m in CHILDREN.finditer(stretch.text):
            term = m["term"].lower()
            if term not in found:
                human = Human(f"the {term}", role="child", sex={"d": "F", "s": "M"}.get(term[0]), named=False)
                human.kin.append((term, "child", None))
                human.aliases = [f"the victim's {term}"]
                human.sites.append((stretch.document, stretch.start + m.start("term"), stretch.start + m.end("term")))
                found[term] = human
    told_apart = [h for t, h in found.items() if t[0] in "ds" and t + "s" not in found]
    yield from told_apart or found.values()


def _relative(found: re.Match[str], owner: Human | None, role: str, sex: str | None) -> Human:
    term = (found["adjectives"] + found["term"]).lower()
    named = owner.label if owner else ""
    label = f"{named}'s {term}" if owner else term
    human = Human(label, role="partner_other" if role == "ex_partner" else role, sex=sex, named=False)
    human.kin.append((term, role, named or None))
    human.aliases = [
        a
        for a in (f"the {owner.role}'s {term}" if owner and owner.role in ("victim", "perpetrator") else "", term)
        if a and a != label
    ]
    return human


def _siblings(owner: Human, people: dict[str, Human]) -> bool:
    """Whether the people hold another child of the same parent."""
    parents = {of for _, role, of in owner.kin if role == "child"}
    return bool(parents) and any(
        role == "child" and (of in parents or owner.role == "perpetrator")
        for h in people.values()
        if h is not owner
        for _, role, of in h.kin
    )


def _has(people: dict[str, Human], owner: Human, term: str, role: str) -> bool:
    """Whether somebody is already of this kinship to the owner."""
    single = PLURAL.get(term, term)
    for human in people.values():
        for kin, kin_role, of in human.kin:
            head = SAME.get(kin, SAME.get(kin.split()[-1], kin.split()[-1]))
            theirs = owner_of(of, people)
            if PLURAL.get(head, head) == single and (theirs is owner or theirs is None):
                return True
            if (
                role == "child"
                and kin_role == "child"
                or role in ("ex_partner", "partner")
                and kin_role in ("ex_partner", "partner")
                and (theirs is owner)
            ):
                return True
    return role == "child" and any(h.role == "child" for h in people.values())


def _others(people: dict[str, Human], told: Sequence[Stretch], knowledge: CastKnowledge) -> Iterator[Human]:
    """Neighbours, friends and passers-by who act."""
    others = sorted(
        (t for t, r in knowledge.roles.items() if r in ("other", "neighbour", "friend")), key=lambda t: (-len(t), t)
    )
    adjectives = "|".join(map(re.escape, sorted(knowledge.adjectives)))
    loose = re.compile(
        rf"\b(?P<article>[Aa]n?|[Tt]he|[Aa]nother|[Hh]er|[Hh]is|[Tt]heir) (?P<term>(?:(?:{adjectives})[ -])*(?P<head>{'|'.join(map(re.escape, others))}))\b(?!'|-)"
    )
    seen: dict[str, Human] = {}
    for stretch in told:
        for found in loose.finditer(stretch.text):
            role = knowledge.roles[found["head"]]
            if not (ACTS.match(stretch.text, found.end()) or ACTED_ON.search(stretch.text[: found.start()])):
                continue
            if role in ("neighbour", "friend") and any(h.role == role for h in (*people.values(), *seen.values())):
                continue
            human = Human(found["term"], role=role, named=False)
            human.kin.append((found["term"], role, None))
            human.aliases = [found["head"]] if found["head"] != found["term"] else []
            human.sites.append((stretch.document, stretch.start + found.start(), stretch.start + found.end()))
            seen.setdefault(label_key(found["head"]), human)
    yield from seen.values()


def made_bodies(members: list[Member], everything: Sequence[Stretch], knowledge: CastKnowledge) -> None:
    """Add the agencies that the history names only by their kind, where no member can be meant."""
    text = [s for s in everything if s.section in TOLD]
    for service in knowledge.services:
        if not service.made or any(m.agency_type in service.types for m in members):
            continue
        found = _first(service, text)
        if found and not any(claims(members, w) for w in service.words if len(w) > 4):
            name, stretch, start, end = found
            member = Member(name, service.types[0], 5, "mentioned", made=True)
            member.sites.append((stretch.document, stretch.start + start, stretch.start + end))
            members.append(member)


def _first(service: Service, told: Sequence[Stretch]) -> tuple[str, Stretch, int, int] | None:
    words = "|".join(re.escape(w) for w in sorted(service.made, key=lambda w: (-len(w), w)))
    pattern = re.compile(rf"(?<![\w'-])(?:{words})(?![\w-])", re.I)
    votes = Counter[str]()
    sites: dict[str, tuple[Stretch, int, int]] = {}
    for stretch in told:
        for found in pattern.finditer(stretch.text):
            name = re.sub(r"^the ", "", found[0].lower())
            votes[name] += 1
            sites.setdefault(name, (stretch, found.start(), found.end()))
    if not votes:
        return None
    name = min(votes, key=lambda n: (-votes[n], n))
    stretch, start, end = sites[name]
    return stretch.text[start:end], stretch, start, end
