"""All the forms under which a cast can be named, from the names of its members and the words of its knowledge."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from dhr_graph.loaders.cast.knowledge import CastKnowledge, Service
from dhr_graph.loaders.cast.mentions import ALIAS, KIN, LABEL, NAME, ROLE, SERVICE, Form, Trie
from dhr_graph.loaders.cast.wording import TOKEN, bare, is_acronym, straighten
from dhr_graph.model.records import Body, Person

Entry = tuple[tuple[str, ...], Form]
LISTED_TAILS = 5
COUPLE = 2
LONGEST_CODE = 4
NUMBERS, LETTERS = range(1, 10), "ABCDEF"
PLACED = frozenset(
    {
        "police",
        "local_authority_other",
        "acute_health",
        "csp",
        "courts_cps",
        "ambulance",
        "probation",
        "health_commissioner",
    }
)


@lru_cache(maxsize=1024)
def tokens_of(words: str) -> tuple[str, ...]:
    """The tokens under which words are looked up."""
    return tuple(t.lower() for t in TOKEN.findall(straighten(words)))


def trie_of(persons: Sequence[Person], bodies: Sequence[Body], knowledge: CastKnowledge) -> Trie:
    """The trie of all forms of a cast."""
    return Trie([*_bodies(bodies, knowledge), *_persons(persons, knowledge)], _usual(knowledge))


@lru_cache(maxsize=4)
def _usual(knowledge: CastKnowledge) -> Trie:
    """The forms that every cast has, made once: services and kin."""
    return Trie([*_services(knowledge), *_kin(knowledge)])


def _bodies(bodies: Sequence[Body], knowledge: CastKnowledge) -> Iterator[Entry]:
    owners: dict[tuple[str, ...], dict[str, tuple[str, str]]] = {}
    for body in bodies:
        for what, name in (
            (NAME, body.name),
            *((ALIAS, a) for a in body.aliases),
            *((ALIAS, a) for a in short_forms(body, bodies, knowledge)),
        ):
            tokens = _without_article(tokens_of(name))
            if tokens:
                owners.setdefault(tokens, {}).setdefault(body.id, (what, name))
    for tokens, ids in owners.items():
        what = NAME if any(w == NAME for w, _ in ids.values()) else ALIAS
        name = next(iter(ids.values()))[1]
        if what == NAME and len(ids) > 1:
            ids = {i: v for i, v in ids.items() if v[0] == NAME}
        case = _case(name, tokens, knowledge)
        surface = name if case == "exact" else ""
        yield tokens, Form(what, tuple(ids), case=case, surface=surface)
        if case == "exact":
            yield (*tokens[:-1], tokens[-1] + "s"), Form(what, tuple(ids), case="exact", surface=name + "s")


def _without_article(tokens: tuple[str, ...]) -> tuple[str, ...]:
    return tokens[1:] if len(tokens) > 1 and tokens[0] in ("the", "a", "an") else tokens


def _case(name: str, tokens: tuple[str, ...], knowledge: CastKnowledge) -> str:
    """How a name must be written: a common word of names that is no kind of agency ("the General") with a capital."""
    if is_acronym(name):
        return "exact"
    generic = knowledge.is_generic(name) and (len(tokens) > 1 or tokens[0] in knowledge.kinds)
    return "any" if generic or not any(c.isupper() for c in name) else "capital"


def short_forms(body: Body, bodies: Sequence[Body], knowledge: CastKnowledge) -> Iterator[str]:
    """A name without the words of its kind, where that still names one body: "The Larches", "Priory Lane"."""
    for name in (body.name, *body.aliases):
        words = straighten(name.split(",")[0]).split()
        for n in range(1, min(LISTED_TAILS, len(words) - 1) + 1):
            tail, head = words[-n:], words[:-n]
            if not all(t in knowledge.vocabulary or len(t) < 2 for t in tokens_of(" ".join(tail))):
                break
            tokens = tuple(t for t in tokens_of(" ".join(head)) if t not in ("the", "of", "and"))
            if not any(t not in knowledge.vocabulary and len(t) > 1 for t in tokens) or _shared(tokens, body, bodies):
                continue
            if len(tokens) > 1 or body.agency_type not in PLACED:
                yield " ".join(head)
        if "," in name:
            first = name.split(",")[0]
            if not any(bare(n).startswith(bare(first)) for b in bodies if b is not body for n in (b.name, *b.aliases)):
                yield first


def _shared(own: tuple[str, ...], body: Body, bodies: Sequence[Body]) -> bool:
    """Whether another body's name holds these tokens in a row."""
    wanted = f" {' '.join(own)} "
    return any(wanted in f" {' '.join(tokens_of(n))} " for b in bodies if b is not body for n in (b.name, *b.aliases))


def _persons(persons: Sequence[Person], knowledge: CastKnowledge) -> Iterator[Entry]:
    roles: dict[str, list[str]] = {}
    for person in persons:
        roles.setdefault(person.role, []).append(person.id)
        for label in (person.label, *person.aliases):
            tokens = tokens_of(label)
            if not tokens or tokens[0] in ("the", "a", "an") or label[:1].islower():
                continue
            case = "exact" if len(label) <= 3 or label.isupper() or len(tokens) > 1 else "capital"
            yield tokens, Form(LABEL, (person.id,), case=case, surface=straighten(label), tight=True)
    for term, role in knowledge.roles.items():
        if role in ("victim", "perpetrator") and roles.get(role):
            yield tokens_of(term), Form(LABEL, tuple(roles[role]))
    couple = (*roles.get("victim", ()), *roles.get("perpetrator", ()))
    if len(couple) == COUPLE:
        yield ("the", "couple"), Form(LABEL, couple)
    own = {p.label.lower(): p.id for p in persons if p.label[:1].islower()}
    for words, id in own.items():
        if words not in knowledge.kin and len(tokens_of(words)) < 6:
            yield tokens_of(words), Form(LABEL, (id,))


def _services(knowledge: CastKnowledge) -> Iterator[Entry]:
    for service in knowledge.services:
        what = ROLE if service.role else SERVICE
        for words in service.words:
            yield tokens_of(words), Form(what, service=service, tight=True)
            if not words.endswith(("s", "ves")):
                yield tokens_of(words + "s"), Form(what, service=service, plural=True, tight=True)

        for short in (*service.short, *(_numbered(service) if service.role else ())):
            yield tokens_of(short), Form(what, service=service, case="exact", surface=short, tight=True)


def _numbered(service: Service) -> Iterator[str]:
    """Professionals told apart by numbers and letters: "HV1", "GP 2", "Social Worker A"."""
    codes = [s for s in service.short if s.isupper()]
    codes += [w.upper() for w in service.words if len(w) <= LONGEST_CODE and w.upper() not in codes]
    for code in codes:
        for number in NUMBERS:
            yield from (f"{code}{number}", f"{code} {number}")
    for words in service.words:
        for number in (*NUMBERS, *LETTERS):
            yield f"{words.title()} {number}"


def _kin(knowledge: CastKnowledge) -> Iterator[Entry]:
    for term in knowledge.kin:
        yield tokens_of(term), Form(KIN, tight=True)
