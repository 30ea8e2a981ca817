"""Parts of one agency that a text names by themselves: its hospital, its team, its unit; they are called as it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from dhr_graph.loaders.cast.bodies import Member
from dhr_graph.loaders.cast.expressions import expression, matches_at, only_with
from dhr_graph.loaders.cast.identity import same_forum
from dhr_graph.loaders.cast.knowledge import CastKnowledge
from dhr_graph.loaders.cast.naming import WEAK
from dhr_graph.loaders.cast.people import Site
from dhr_graph.loaders.cast.presented import JOINT, NAME, name_beginnings
from dhr_graph.loaders.cast.stretches import Stretch
from dhr_graph.loaders.cast.wording import RUN, bare, initials, is_acronym, plain

INCLUDING, RUNNING = "includes_part", "runs_part"
SEPARATOR = re.compile(r",? and |, ")
LONGEST_TEAM = 3
"""Words of a team's name up to which its last two are said for it ("domestic abuse unit": "abuse unit")."""
UNITED = frozenset(
    {"police", "mental_health", "acute_health", "community_health", "ambulance", "probation", "university"}
)
OWNING = UNITED | {"adult_social_care", "childrens_social_care"}
ADVISED_BY = "domestic_abuse_service"
HOSPITALS = frozenset({"acute_health", "mental_health", "community_health", "urgent_care"})
AT = re.compile(r"(?P<part>[A-Z].*?) at (?:the )?(?P<whole>[A-Z].*)")
OWNED = re.compile(r"(?P<whole>[A-Z].*?)'s? (?=[A-Z])")


def unite_parts(members: list[Member], everything: Sequence[Stretch], knowledge: CastKnowledge) -> None:
    """Call each part of an agency as the agency: one that a text says to be its, or that bears its name as an owner."""
    for stretch in everything:
        for form, part, whole, entry in _said(stretch):
            owner = _joined_last(whole, members) or _called(whole, members)
            if owner is not None and (owner.agency_type in UNITED or form == INCLUDING or _is_adviser(part, owner)):
                _unite(part, owner, members, entry)
                _take_kind(owner, part, knowledge)
                if form == INCLUDING and not _called(part, members) and not expression("run_people").search(part):
                    owner.names.append(part)
    for member in [m for m in members if not m.listed]:
        owned = OWNED.match(member.name)
        owner = (_called(owned["whole"], members) or _of_place(owned["whole"], members)) if owned is not None else None
        if owner is not None and owner is not member and owner.agency_type in OWNING:
            member.names = [n for n in member.names if n in initials(member.name[owned.end() :])] if owned else []
            _take_over(owner, member, members)


def unite_desks(members: list[Member], knowledge: CastKnowledge) -> None:
    """A desk, team or adviser named with an agency is that agency ("the Front Door at CSC", "the WDAS IDVA")."""
    for member in [m for m in members if not m.listed]:
        owner = _whose_staff(member, members, knowledge)
        if owner is not None:
            _take_over(owner, member, members)
            continue
        named = AT.fullmatch(member.name)
        owner = _called(named["whole"], members) if named is not None else None
        if named is not None and owner is not None and owner is not member and owner.agency_type == member.agency_type:
            member.names.append(named["part"])
            _take_over(owner, member, members)


def unite_advisers(members: list[Member]) -> None:
    """Those who advise victims are of the one service for them that the review tells of, wherever they are named."""
    kind = [m for m in members if m.agency_type == ADVISED_BY]
    advisers = [m for m in kind if not m.listed and expression("adviser").search(m.name) is not None]
    services = [m for m in kind if m not in advisers]
    if len(services) == 1:
        for adviser in advisers:
            services[0].names.append(adviser.name)
            _take_over(services[0], adviser, members)


def _whose_staff(member: Member, members: Sequence[Member], knowledge: CastKnowledge) -> Member | None:
    """The one listed agency whose name a member's begins with, if only words for its people or papers follow."""
    words = plain(member.name).split()
    for count in range(len(words) - 1, 0, -1):
        named = " ".join(words[:count])
        owners = [m for m in members if m.listed and any(_is_called(named, n) for n in m.all_names)]
        if owners and set(words[count:]) <= knowledge.of_a_body:
            return owners[0] if len(owners) == 1 else None
    return None


def _is_called(words: str, name: str) -> bool:
    return plain(name) == words or words.upper() in initials(name)


def name_home_forum(members: Sequence[Member]) -> None:
    """Of several forums of one short form the one of the review's own place is meant by it alone ("the MARAC")."""
    home = {word for m in members if m.agency_type == "csp" for n in m.all_names for word in bare(n).split()}
    forums = [m for m in members if m.agency_type == "forum" and " " in m.name]
    for short in sorted({m.name.split(" ")[-1] for m in forums if is_acronym(m.name.split(" ")[-1])}):
        alike = [m for m in forums if m.name.split(" ")[-1] == short]
        here = [m for m in alike if bare(m.name).split()[0] in home]
        if len(alike) > 1 and len(here) == 1 and not any(short in m.all_names for m in members):
            here[0].names.append(short)


def unite_forums(members: list[Member], knowledge: CastKnowledge) -> None:
    """A forum without a place and the only one with a place that sits under the same short form are one."""
    forums = [m for m in members if m.agency_type == "forum"]
    for plain_one in [m for m in forums if knowledge.is_generic(m.name)]:
        placed = [m for m in forums if m is not plain_one and same_forum(m.name, plain_one)]
        if len(placed) == 1 and not knowledge.is_generic(placed[0].name):
            _take_over(plain_one, placed[0], members)


def _said(stretch: Stretch) -> Iterator[tuple[str, str, str, Site]]:
    """The parts that a text tells of: the form that tells, the part, the whole, and where they are said to be one."""
    text = stretch.text
    if any(word in text for word in only_with("part_of")):
        for match in _form("part_of").finditer(text):
            yield "part_of", match["part"], match["whole"], stretch.site(match)
    for form in (RUNNING, INCLUDING):
        if any(word in text for word in only_with(form)):
            for match in matches_at(name_beginnings(text), _form(form), text):
                parts = _listed_parts(match["part"]) if form == RUNNING else (match["part"],)
                yield from ((form, part, match["whole"], stretch.site(match)) for part in parts)


def _joined_last(words: str, members: Sequence[Member]) -> Member | None:
    """The one member whose very name is the last of those that are joined ("Holm Hospital and Lantern")."""
    last = plain(words.rpartition(" and ")[2])
    found = [m for m in members if " and " in words and last in {plain(n) for n in m.all_names}]
    return found[0] if len(found) == 1 else None


def _take_kind(owner: Member, part: str, knowledge: CastKnowledge) -> None:
    """A trust whose own name leaves open what it does is of the kind of its team ("the mental health team of ...")."""
    kind = knowledge.kind_of(part)
    if kind is not None and owner.rank <= WEAK < kind.rank and _alike(kind.type, owner.agency_type):
        owner.agency_type, owner.rank = kind.type, kind.rank


def _is_adviser(part: str, owner: Member) -> bool:
    """Whether a charity provides the advisers that are named by their title ("the IDVA service")."""
    return owner.agency_type == ADVISED_BY and expression("adviser").search(part) is not None


def _listed_parts(words: str) -> Iterator[str]:
    """The parts in "Holm Infirmary, the crisis team (CT) and the outreach service", short forms by themselves."""
    for piece in SEPARATOR.split(words):
        name, _, short = piece.partition(" (")
        name = name.strip().removeprefix("the ").removeprefix("a ")
        named = RUN.fullmatch(name) is not None and " " in name
        if not (named or expression("run_team").fullmatch(name)):
            return
        yield name
        letters = short.partition(")")[0]
        if is_acronym(letters):
            yield letters


@lru_cache(maxsize=4)
def _form(name: str) -> re.Pattern[str]:
    return expression(name, run=NAME, joint=JOINT)


def _called(words: str, members: Sequence[Member]) -> Member | None:
    """The one member whose name or short form these words begin with."""
    folded = f"{plain(words)} "
    found = [m for m in members if any(folded.startswith(f"{_article_less(n)} ") for n in m.all_names)]
    found = found or [m for m in members if any(folded.startswith(f"the {_article_less(n)} ") for n in m.all_names)]
    closing = folded.strip().removeprefix("the ")
    found = found or [m for m in members if closing and plain(m.name).endswith(f" {closing}")]
    return found[0] if len(found) == 1 else None


def _of_place(words: str, members: Sequence[Member]) -> Member | None:
    """The one listed member that is called so, with its place ("the University" for the University of Holm)."""
    found = [m for m in members if m.listed and plain(m.name).startswith(f"{_article_less(words)} of ")]
    return found[0] if len(found) == 1 else None


def _article_less(name: str) -> str:
    return plain(name).removeprefix("the ")


def _unite(part: str, owner: Member, members: list[Member], entry: Site) -> None:
    """Give an agency the name of a part of it; a member of that name that no list has is the same agency.

    `entry` is where they are said to be one: if that is the very entry that lists the part, they are one as well.
    """
    same = next((m for m in members if bare(part) in {bare(n) for n in m.all_names}), None)
    if same is owner:
        return
    if same is None and expression("run_people").search(part):
        owner.glosses.append(part)
    elif same is None:
        last = " ".join(part.split()[-2:]) if len(part.split()) <= LONGEST_TEAM else part
        if is_acronym(part) or (part[0].islower() and len(part.split()) > 1):
            owner.names.extend(n for n in dict.fromkeys((part, last)) if n not in owner.names)
    elif (not same.listed or _is_listed_in(same, entry)) and _alike(same.agency_type, owner.agency_type):
        _take_over(owner, same, members)


def _is_listed_in(part: Member, entry: Site) -> bool:
    (document, at, _), (of_document, start, end) = min(part.sites), entry
    return document == of_document and start <= at < end


def _alike(one: str, other: str) -> bool:
    return one == other or {one, other} <= HOSPITALS


def _take_over(owner: Member, part: Member, members: list[Member]) -> None:
    owner.names.extend(n for n in part.all_names if n not in owner.all_names)
    owner.sites.extend(part.sites)
    members.remove(part)
