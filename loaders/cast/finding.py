"""Finding the cast of a review in its documents."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from dhr_graph.loaders.cast.bodies import Claims, Member, assemble
from dhr_graph.loaders.cast.cast import Cast
from dhr_graph.loaders.cast.contributors import listed
from dhr_graph.loaders.cast.forms import tokens_of, trie_of
from dhr_graph.loaders.cast.full_names import acting_full_names, unite_names
from dhr_graph.loaders.cast.glosses import kin_of, label_key
from dhr_graph.loaders.cast.headings import Headings
from dhr_graph.loaders.cast.introductions import introduced
from dhr_graph.loaders.cast.kinship import Kinship, Relative
from dhr_graph.loaders.cast.knowledge import CastKnowledge
from dhr_graph.loaders.cast.led import led
from dhr_graph.loaders.cast.mentions import Namer
from dhr_graph.loaders.cast.named_by_grammar import acting_people
from dhr_graph.loaders.cast.naming import Naming, patients
from dhr_graph.loaders.cast.officials import drop_officials
from dhr_graph.loaders.cast.parts import name_home_forum, unite_advisers, unite_desks, unite_forums, unite_parts
from dhr_graph.loaders.cast.parts_played import settle_roles
from dhr_graph.loaders.cast.people import Human, gather, owner_of
from dhr_graph.loaders.cast.presented import presented
from dhr_graph.loaders.cast.prose import named
from dhr_graph.loaders.cast.pseudonyms import add_pseudonyms
from dhr_graph.loaders.cast.records_of import body_of, first_sites, person_of
from dhr_graph.loaders.cast.resolution import Resolution, Standing
from dhr_graph.loaders.cast.short_names import add_short_names, number_practices
from dhr_graph.loaders.cast.stretches import Stretch, stretches
from dhr_graph.loaders.cast.traits import add_origins, add_sexes
from dhr_graph.loaders.cast.unnamed_bodies import add_unnamed_bodies
from dhr_graph.loaders.cast.unnamed_people import add_unnamed_people
from dhr_graph.loaders.cast.wording import plain
from dhr_graph.loaders.narrative.grammar import ParsedText
from dhr_graph.model.documents import SourceDocument
from dhr_graph.model.records import Agency, Forum, Person

FREESTANDING = frozenset({"children", "mother", "father", "parents", "child"})
CLAIMING = 4
OTHER_PARTNER = "partner_other"
JOINED = re.compile(r"\s*(?:\band/or\b|\band\b|\bor\b|[/,])\s*")


def find_cast(
    slug: str, documents: Sequence[SourceDocument], parsed: Sequence[Sequence[ParsedText]], knowledge: CastKnowledge
) -> Cast:
    """Find the persons, agencies and forums of a review, and prepare what resolves words to them."""
    everything = list(stretches(documents))
    people = gather(introduced(everything, knowledge), knowledge)
    add_pseudonyms(people, everything, knowledge)
    unite_names(people, everything, knowledge)
    members = assemble(_namings(everything, people, knowledge), knowledge)
    unite_parts(members, everything, knowledge)
    unite_desks(members, knowledge)
    unite_advisers(members)
    unite_forums(members, knowledge)
    _add_acting(people, everything, parsed, members, knowledge)
    drop_officials(people, everything, [n for m in members for n in m.all_names], knowledge)
    settle_roles(people, everything, knowledge)
    add_sexes(people, everything)
    of_bodies = frozenset(t for m in members for n in m.all_names for t in tokens_of(n))
    add_unnamed_people(people, everything, knowledge, of_bodies)
    add_origins(people, everything, knowledge)
    add_unnamed_bodies(members, everything, parsed, knowledge)
    number_practices(members)
    name_home_forum(members)
    add_short_names(members, everything, knowledge, frozenset(n for h in people.values() for n in h.names))
    return _cast(slug, people, members, knowledge)


def _add_acting(
    people: dict[str, Human],
    everything: Sequence[Stretch],
    parsed: Sequence[Sequence[ParsedText]],
    members: Sequence[Member],
    knowledge: CastKnowledge,
) -> None:
    """Add those whom a text never introduces, and know them under all their names."""
    taken = frozenset(n for m in members for n in m.all_names) | {n for h in people.values() for n in h.names}
    for human in acting_full_names(everything, taken, knowledge):
        people.setdefault(label_key(human.label), human)
    unite_names(people, everything, knowledge)
    known = frozenset(label_key(n) for h in people.values() for n in h.names)
    for found in acting_people(parsed, members, known, knowledge):
        people.setdefault(label_key(found.label), Human(found.label)).take(found)


def _namings(everything: Sequence[Stretch], people: Mapping[str, Human], knowledge: CastKnowledge) -> Iterator[Naming]:
    """All namings of bodies, without those that are labels of people."""
    labels = frozenset(n for h in people.values() for n in h.names)
    of_lists = list(listed(everything, knowledge))
    told = frozenset(plain(naming.name) for naming in of_lists)
    spoken = [n for s in everything for n in (*named(s, knowledge, labels), *presented(s, knowledge))]
    alone = told | {plain(n.name) for n in spoken if n.agency_type is not None and " and " not in n.name}
    for naming in (*of_lists, *led(everything, knowledge), *(n for n in spoken if not _joins_two(n, told, alone))):
        if naming.name not in labels and not set(JOINED.split(naming.name)) & labels:
            yield naming


def _joins_two(naming: Naming, listed_names: frozenset[str], named_alone: frozenset[str]) -> bool:
    """Whether a name is that of one agency with another's beside it ("Larch Homes and Housing Options").

    The first is one of a list, or both are named by themselves elsewhere.
    """
    first, joint, second = naming.name.partition(" and ")
    if not joint or plain(naming.name) in listed_names:
        return False
    both = {plain(first), plain(second.removeprefix("the "))} <= named_alone
    return both or plain(first) in listed_names


def _cast(slug: str, people: dict[str, Human], members: Sequence[Member], knowledge: CastKnowledge) -> Cast:
    persons = tuple(person_of(slug, human, people) for human in people.values())
    bodies = tuple(body_of(slug, member) for member in members)
    ids = {key: person.id for key, person in zip(people, persons, strict=True)}
    sites = {**first_sites(list(ids.values()), list(people.values())), **first_sites([b.id for b in bodies], members)}
    namer = Namer(
        trie_of(persons, bodies, knowledge),
        _resolution(bodies, members, persons, knowledge),
        _kinship(people, ids, knowledge),
        {b.id: ("forum" if isinstance(b, Forum) else "agency", b.agency_type) for b in bodies},
    )
    quotes = tuple(sorted((id, *site) for id, site in sites.items()))
    return Cast(slug, persons, bodies, quotes, namer, Headings(namer))


def _resolution(
    bodies: Sequence[Agency | Forum], members: Sequence[Member], persons: Sequence[Person], knowledge: CastKnowledge
) -> Resolution:
    """What resolves common nouns: of each body its kind, the services that its descriptions claim, its patients."""
    subjects: dict[int, set[str]] = {id(m): set() for m in members}
    claims = Claims(members)
    for service in knowledge.services:
        for words in service.words if service.types and not service.context else ():
            longer = knowledge.longer_services.get(words, ())
            for member in claims.of(words, longer) if len(words) >= CLAIMING else ():
                subjects[id(member)].add(service.subject)
    labels = {p.label: p.id for p in persons}
    standings = {}
    for body, member in zip(bodies, members, strict=True):
        who = " ".join(patients(g) for g in member.glosses)
        treated = frozenset(i for label, i in labels.items() if _names(label, who))
        names = (body.name, *body.aliases)
        claimed = frozenset(subjects[id(member)])
        told = " ".join(f" {plain(t)} " for t in (*names, *member.glosses))
        standings[body.id] = Standing(body.id, body.agency_type, body.participation, names, claimed, treated, told)
    return Resolution(standings)


def _names(label: str, words: str) -> bool:
    return label in words and re.search(rf"(?<!\w){re.escape(label)}(?!\w)", words) is not None


def _kinship(people: dict[str, Human], ids: Mapping[str, str], knowledge: CastKnowledge) -> Kinship:
    """Who is whose kin, by ids."""
    relatives = {}
    for key, human in people.items():
        links = []
        for kin, role, owner in human.kin:
            if role == OTHER_PARTNER and human.role != OTHER_PARTNER:
                continue
            of = owner_of(owner, people)
            term = kin_of(knowledge).search(kin)
            words = (term["term"].lower(), term["adjectives"].lower().strip()) if term else (kin, "")
            links.append((next((ids[k] for k, h in people.items() if h is of), None), *words))
        relatives[ids[key]] = Relative(ids[key], human.role or "other", human.sex, tuple(links))
    freestanding = FREESTANDING | {term for term, kin in knowledge.kin.items() if kin.role == "neighbour"}
    return Kinship(relatives, knowledge.adjectives, freestanding)
