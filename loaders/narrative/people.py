"""The people that an event is about: those named in its clause, and by its kind those it must be about."""

from __future__ import annotations

from collections.abc import Iterable

from dhr_graph.loaders.narrative.candidate import PASSING, Candidate
from dhr_graph.loaders.narrative.frames.slots import agency_type_of
from dhr_graph.loaders.narrative.frames.telling_words import told_tokens
from dhr_graph.loaders.narrative.parse import Token
from dhr_graph.loaders.narrative.pronouns import FEMALE, MALE, PLURAL
from dhr_graph.loaders.narrative.scene import Scene

BOTH_SIDES = frozenset({"incident", "disclosure"})
OF_ONE_AT_RISK = frozenset({"missed", "information_share", "referral", "signposting"})
AT_RISK = frozenset({"victim", "partner_other"})
FOR_CHILDREN = frozenset({"childrens_social_care", "school"})
TOLD_OF_BOTH = frozenset({"police", "forum", "adult_social_care", "mental_health", "probation", "acute_health"})
ALWAYS_OF_BOTH = frozenset({"forum", "police"})
SUPERVISING = frozenset({"probation", "prison", "mental_health", "substance_misuse"})


def persons_about(candidate: Candidate, scene: Scene) -> tuple[str, ...]:
    """Ids of the persons, sorted; empty only where the review has no cast for the part."""
    clause = candidate.clause
    found = _named(clause.tokens, scene)
    if candidate.type in BOTH_SIDES:
        found |= _named(told_tokens(clause), scene)
        return tuple(sorted(found | _other_side(found, scene)))
    if candidate.type == "justice":
        return _suspected(candidate, found, scene)
    if candidate.type == "risk_assessment":
        return _assessed(candidate, found, scene)
    told = agency_type_of(candidate.recipient, scene) if candidate.type in PASSING else None
    if told in FOR_CHILDREN or (not found and _plans_for_children(candidate, scene)):
        found = _with_children(found, scene)
    if not found:
        found = _at_risk(scene) if candidate.type in OF_ONE_AT_RISK else _carried(scene)
    of_danger = told in ALWAYS_OF_BOTH or scene.pattern("of_danger").search(clause.sentence.text) is not None
    of_both = candidate.type == "information_share" and told in TOLD_OF_BOTH and of_danger
    if of_both or _goes_to_forum(candidate, scene):
        found |= _other_side(found, scene)
    return tuple(sorted(found))


def _plans_for_children(candidate: Candidate, scene: Scene) -> bool:
    about = scene.pattern("of_child").search(candidate.clause.sentence.text)
    return candidate.rule == "care.plan" and about is not None


def _with_children(found: set[str], scene: Scene) -> set[str]:
    """With the children of the review, unless one of them is named."""
    named = any(_role(person, scene) == "child" for person in found)
    return found if named else found | {p.id for p in scene.cast.persons if p.role == "child"}


def _suspected(candidate: Candidate, found: set[str], scene: Scene) -> tuple[str, ...]:
    suspects = found & set(scene.cast.perpetrators)
    by_name = {p for m in scene.mentioned(candidate.clause.tokens, "person") for p in m.members}
    return tuple(sorted(suspects or by_name or scene.cast.perpetrators[:1] or found))


def _assessed(candidate: Candidate, found: set[str], scene: Scene) -> tuple[str, ...]:
    body = scene.body(candidate.agency)
    if body is not None and body.agency_type in SUPERVISING:
        return tuple(sorted(found or scene.cast.perpetrators[:1]))
    at_risk = {p for p in found if _role(p, scene) in AT_RISK}
    return tuple(sorted(at_risk or found or _at_risk(scene)))


def _goes_to_forum(candidate: Candidate, scene: Scene) -> bool:
    """Whether a case is heard at, or referred to, a forum: it is then about both sides."""
    heard_at = candidate.agency if candidate.rule == "care.heard" else None
    body = scene.body(candidate.recipient if candidate.type == "referral" else heard_at)
    return body is not None and body.agency_type == "forum"


def _other_side(found: set[str], scene: Scene) -> set[str]:
    """The one who posed the risk, or was at risk, where only the other is named."""
    roles = {_role(p, scene) for p in found}
    missing = set() if "perpetrator" in roles else set(scene.cast.perpetrators[:1])
    return missing if roles & AT_RISK else missing | _at_risk(scene)


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
