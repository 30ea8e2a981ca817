"""The records of a cast's members, made from what was put together of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dhr_graph.identifiers import record_id
from dhr_graph.loaders.cast.bodies import Member
from dhr_graph.loaders.cast.people import Human, owner_of
from dhr_graph.model.records import Agency, Forum, Person

METHOD = "rule"


def body_of(slug: str, member: Member) -> Agency | Forum:
    """The record of an agency or forum."""
    made = Forum if member.agency_type == "forum" else Agency
    return made(
        id=record_id(slug, made.__name__, member.name),
        caption=member.name,
        in_review=slug,
        method=METHOD,
        name=member.name,
        aliases=tuple(sorted(set(member.names))),
        agency_type=member.agency_type,
        participation=member.participation,
    )


def person_of(slug: str, human: Human, people: dict[str, Human]) -> Person:
    """The record of a person."""
    return Person(
        id=record_id(slug, "Person", human.label),
        caption=human.label,
        in_review=slug,
        method=METHOD,
        label=human.label,
        aliases=tuple(sorted(set(human.aliases))),
        role=human.role or "other",
        sex=human.sex,
        age=human.age,
        ethnicity=human.ethnicity,
        relation_to_victim=_relation(human, people),
    )


def _relation(human: Human, people: dict[str, Human]) -> str | None:
    """The kin term towards the victim, else with whose kin it is."""
    if human.role == "victim":
        return "self"
    for kin, _, owner in human.kin:
        of = owner_of(owner, people)
        if of is None or of.role == "victim":
            return kin
    return next((f"{kin} of {owner}" for kin, _, owner in human.kin), None)


def first_sites(ids: Sequence[str], members: Sequence[Member | Human]) -> Mapping[str, tuple[int, int, int]]:
    """Where each member was first named: index of the document, start and end."""
    return {id: min(member.sites) for id, member in zip(ids, members, strict=True) if member.sites}
