"""Finding the cast of a review in its documents."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dhr_graph.identifiers import record_id
from dhr_graph.loaders.cast.bodies import Member, assemble, claims
from dhr_graph.loaders.cast.cast import Cast, Introduced
from dhr_graph.loaders.cast.contributors import listed
from dhr_graph.loaders.cast.forms import tokens_of, trie_of
from dhr_graph.loaders.cast.glosses import kin_of, label_key
from dhr_graph.loaders.cast.headings import Headings
from dhr_graph.loaders.cast.introductions import introduced
from dhr_graph.loaders.cast.kinship import Kinship, Relative
from dhr_graph.loaders.cast.knowledge import CastKnowledge
from dhr_graph.loaders.cast.mentions import Namer
from dhr_graph.loaders.cast.named_by_grammar import acting_people
from dhr_graph.loaders.cast.naming import patients
from dhr_graph.loaders.cast.parts_played import settle_roles
from dhr_graph.loaders.cast.people import Human, gather, owner_of
from dhr_graph.loaders.cast.prose import named
from dhr_graph.loaders.cast.resolution import Resolution, Standing
from dhr_graph.loaders.cast.short_names import add_short_names, number_practices
from dhr_graph.loaders.cast.stretches import Stretch, stretches
from dhr_graph.loaders.cast.traits import add_origins, add_sexes
from dhr_graph.loaders.cast.unnamed import capital_people, made_bodies, shaped_people, unnamed_people
from dhr_graph.loaders.narrative.grammar import ParsedText
from dhr_graph.model.documents import SourceDocument
from dhr_graph.model.records import Agency, Forum, Person

METHOD = "rules"


def find_cast(
    slug: str, documents: Sequence[SourceDocument], parsed: Sequence[Sequence[ParsedText]], knowledge: CastKnowledge
) -> Cast:
    """Find the persons, agencies and forums of a review, and prepare what resolves words to them."""
    everything = list(stretches(documents))
    people = gather(introduced(everything, knowledge), knowledge)
    shaped_people(people, everything, knowledge)
    capital_people(people, everything, knowledge)
    members = _members(everything, people, knowledge)
    for found in acting_people(parsed, members, frozenset(people), knowledge):
        people.setdefault(label_key(found.label), Human(found.label)).take(found)
    settle_roles(people, everything, knowledge)
    add_sexes(people, everything)
    unnamed_people(people, everything, knowledge)
    add_origins(people, everything, knowledge)
    made_bodies(members, everything, knowledge)
    number_practices(members)
    add_short_names(members, everything, knowledge, frozenset(h.label for h in people.values()))
    kept = {key: h for key, h in people.items() if h.role}
    persons = tuple(_person(slug, h, kept) for h in kept.values())
    ids = {key: p.id for (key, _), p in zip(kept.items(), persons, strict=True)}
    bodies = tuple(_body(slug, m) for m in members)
    quotes = tuple(
        sorted(
            {
                *_quotes(zip(ids.values(), (h.sites for h in kept.values()), strict=True)),
                *_quotes(zip((b.id for b in bodies), (m.sites for m in members), strict=True)),
            }
        )
    )
    namer = Namer(
        trie_of(persons, bodies, knowledge),
        _resolution(bodies, members, persons, knowledge),
        _kinship(kept, ids, knowledge),
        {b.id: (_kind(b), b.agency_type) for b in bodies},
    )
    return Cast(slug, persons, bodies, quotes, namer, Headings(namer, knowledge))


def _members(everything: Sequence[Stretch], people: dict[str, Human], knowledge: CastKnowledge) -> list[Member]:
    labels = {h.label for h in people.values()}
    namings = [
        n
        for n in (*listed(everything, knowledge), *(n for s in everything for n in named(s, knowledge)))
        if n.name not in labels and not set(re.split(r"\W+(?:and|or|)\W*", n.name)) & labels
    ]
    return assemble(namings, knowledge)


def _quotes(found: Iterator[tuple[str, list[tuple[int, int, int]]]]) -> Iterator[Introduced]:
    for id, sites in found:
        for document, start, end in sorted(set(sites))[:1]:
            yield id, document, start, end


def _kind(body: Agency | Forum) -> str:
    return "forum" if isinstance(body, Forum) else "agency"


def _body(slug: str, member: Member) -> Agency | Forum:
    aliases = tuple(sorted(member.names))
    if member.agency_type == "forum":
        return Forum(
            id=record_id(slug, "Forum", member.name),
            caption=member.name,
            in_review=slug,
            method=METHOD,
            name=member.name,
            aliases=aliases,
            agency_type="forum",
            participation=member.participation,
        )
    return Agency(
        id=record_id(slug, "Agency", member.name),
        caption=member.name,
        in_review=slug,
        method=METHOD,
        name=member.name,
        aliases=aliases,
        agency_type=member.agency_type,
        participation=member.participation,
    )


def _person(slug: str, human: Human, people: dict[str, Human]) -> Person:
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
    if human.role == "victim":
        return "self"
    for kin, _, owner in human.kin:
        of = owner_of(owner, people)
        if of is None or of.role == "victim":
            return kin
    for kin, _, owner in human.kin:
        return f"{kin} of {owner}"
    return None


def _resolution(
    bodies: Sequence[Agency | Forum], members: Sequence[Member], persons: Sequence[Person], knowledge: CastKnowledge
) -> Resolution:
    subjects: dict[str, set[str]] = {b.id: set() for b in bodies}
    of_member = {id(m): b.id for m, b in zip(members, bodies, strict=True)}
    for service in knowledge.services:
        for words in service.words:
            if len(words) > 3 and not service.context and service.types:
                for member in claims(members, words):
                    subjects[of_member[id(member)]].add(service.subject)
    labels = {p.label: p.id for p in persons}
    standings = {}
    for body, member in zip(bodies, members, strict=True):
        who = " ".join(patients(g) for g in member.glosses)
        treated = frozenset(i for label, i in labels.items() if re.search(rf"(?<!\w){re.escape(label)}(?!\w)", who))
        standings[body.id] = Standing(
            body.id,
            body.agency_type,
            body.participation,
            (body.name, *body.aliases),
            frozenset(subjects[body.id]),
            treated,
        )
    return Resolution(standings)


def _kinship(people: dict[str, Human], ids: dict[str, str], knowledge: CastKnowledge) -> Kinship:
    relatives = {}
    for key, human in people.items():
        links = []
        for kin, _, owner in human.kin:
            of = owner_of(owner, people)
            term = kin_of(knowledge).search(kin)
            of_id = next((ids[k] for k, h in people.items() if h is of), None)
            links.append(
                (of_id, term["term"].lower() if term else kin, term["adjectives"].lower().strip() if term else "")
            )
        relatives[ids[key]] = Relative(ids[key], human.role or "other", human.sex, tuple(links))
    freestanding = frozenset(
        t
        for t, k in knowledge.kin.items()
        if k.role in ("neighbour",) or t in ("children", "mother", "father", "parents", "child")
    )
    return Kinship(relatives, knowledge.adjectives, freestanding)


__all__ = ["find_cast", "tokens_of"]
