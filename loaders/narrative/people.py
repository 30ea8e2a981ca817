"""The people that an event is about: those named in its clause, its pronouns, and by its kind those it must be
about.
"""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from dhr_graph.loaders.narrative.candidate import Candidate
from dhr_graph.loaders.narrative.frames.disclosure import told_tokens
from dhr_graph.loaders.narrative.scene import FEMALE, MALE, PLURAL, Scene

BOTH_SIDES = frozenset({"incident", "disclosure"})
OF_THE_SUSPECT = frozenset({"justice"})
AT_RISK = frozenset({"victim", "partner_other"})
SUPERVISING = frozenset({"probation", "prison", "mental_health", "substance_misuse"})


def persons_about(candidate: Candidate, scene: Scene) -> tuple[str, ...]:
    """Ids of the persons, sorted; empty only where the review has no cast for the part."""
    clause = candidate.clause
    found = _named(clause.tokens, scene)
    if candidate.type in BOTH_SIDES:
        found |= _named(told_tokens(clause), scene)
        return tuple(sorted(found | _other_side(found, scene)))
    if candidate.type in OF_THE_SUSPECT:
        suspects = found & set(scene.cast.perpetrators)
        by_name = {p for m in scene.mentioned(clause.tokens, "person") for p in m.members}
        return tuple(sorted(suspects or by_name or scene.cast.perpetrators[:1] or found))
    if candidate.type == "risk_assessment":
        return _assessed(candidate, found, scene)
    if not found:
        found = (
            _at_risk(scene)
            if candidate.type in {"missed", "information_share", "referral", "signposting"}
            else _carried(scene)
        )
    if _goes_to_forum(candidate, scene):
        found |= _other_side(found, scene)
    return tuple(sorted(found))


def _assessed(candidate: Candidate, found: set[str], scene: Scene) -> tuple[str, ...]:
    body = scene.cast.body(candidate.agency) if candidate.agency is not None else None
    if body is not None and body.agency_type in SUPERVISING:
        return tuple(sorted(found or scene.cast.perpetrators[:1]))
    at_risk = {p for p in found if _role(p, scene) in AT_RISK}
    return tuple(sorted(at_risk or found or _at_risk(scene)))


def _goes_to_forum(candidate: Candidate, scene: Scene) -> bool:
    """Whether a case is heard at, or referred to, a forum: it is then about both sides."""
    members = (
        (candidate.recipient,)
        if candidate.type == "referral"
        else (candidate.agency,)
        if candidate.rule == "care.heard"
        else ()
    )
    bodies = [scene.cast.body(m) for m in members if m is not None]
    return any(b is not None and b.agency_type == "forum" for b in bodies)


def _other_side(found: set[str], scene: Scene) -> set[str]:
    """The one who posed the risk, or was at risk, where only the other is named."""
    roles = {_role(p, scene) for p in found}
    if roles & AT_RISK and "perpetrator" not in roles:
        return set(scene.cast.perpetrators[:1])
    if not roles & AT_RISK:
        return _at_risk(scene) | (set() if "perpetrator" in roles else set(scene.cast.perpetrators[:1]))
    return set()


def _at_risk(scene: Scene) -> set[str]:
    """The person at risk who was spoken of last, else the victim."""
    recent = next((p for p in scene.discourse.people if _role(p, scene) in AT_RISK), None)
    return {recent} if recent is not None else set(scene.cast.victims[:1])


def _carried(scene: Scene) -> set[str]:
    """Whom the words before were about: their subject if a person, else the one at risk or spoken of last."""
    subject = scene.discourse.subject
    if subject is not None and subject.kind == "person" and subject.members:
        return set(subject.members)
    main = [p for p in scene.discourse.people if _role(p, scene) in AT_RISK | {"perpetrator"}]
    return set(main[:1]) or set(scene.cast.victims[:1])


def _role(person: str, scene: Scene) -> str | None:
    known = scene.cast.person(person)
    return known.role if known is not None else None


def _named(tokens: Iterable[Token], scene: Scene) -> set[str]:
    return {person for token in tokens for person in _of_token(token, scene)}


def _of_token(token: Token, scene: Scene) -> tuple[str, ...]:
    mention = scene.mention_at(token)
    if mention is not None:
        return mention.members if mention.kind == "person" else ()
    if token.lower_ in MALE | FEMALE | PLURAL:
        party = scene.party(token)
        return party.members if party.kind == "person" else ()
    return ()
