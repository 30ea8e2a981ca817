"""The ends of a document: who made it, and to whom it went, by its own noun phrase."""

from __future__ import annotations

from collections.abc import Iterator

from dhr_graph.loaders.cast import Mention
from dhr_graph.loaders.narrative.clauses import Clause
from dhr_graph.loaders.narrative.frames.slots import actor, acts_for_agency, agency_type_of, setting
from dhr_graph.loaders.narrative.parse import Token
from dhr_graph.loaders.narrative.scene import Scene
from dhr_graph.loaders.narrative.workplaces import place_told

LEADING = frozenset({"prep", "agent"})
REFERRED_BY_NAME = frozenset({"domestic_abuse_service", "victim_service"})
REFERRED_BY_KIND = frozenset({"adult_social_care", "childrens_social_care"})
PAPER_MAKERS = ("police", "mental_health")
DISCHARGING = frozenset({"acute_health", "urgent_care", "mental_health", "community_health"})
BELONGING = frozenset({"poss", "compound"})


def both_ends(noun: Token, scene: Scene) -> tuple[str, str] | None:
    """Sender and recipient where the noun phrase itself names both ("a referral from the surgery to the refuge")."""
    ends: dict[str, str] = {}
    for side, member in _ends(noun, scene):
        ends.setdefault(side, member)
    return (ends["from"], ends["to"]) if len(ends) == 2 and ends["from"] != ends["to"] else None


def _ends(noun: Token, scene: Scene) -> Iterator[tuple[str, str]]:
    for preposition in noun.subtree:
        if preposition.dep_ in LEADING and preposition.lower_ in {"from", "by", "to"}:
            for inner in preposition.children:
                member = scene.body_at(inner)
                if member is not None:
                    yield "to" if preposition.lower_ == "to" else "from", member
    for child in noun.children:
        owner = scene.agency_at(child) if child.dep_ in BELONGING else None
        if owner is not None:
            yield "from", owner


def maker(clause: Clause, scene: Scene, noun: Token) -> tuple[str | None, str]:
    """Who made a document: the doer of the clause, the possessor of the noun, or "from" and "by" phrases."""
    gets = clause.head.lemma_.lower() in scene.words("getting")
    if noun in clause.objects and not clause.passive and not gets and acts_for_agency(clause, scene):
        return actor(clause, scene)
    if clause.passive and not clause.agents and clause.head.lemma_.lower() in scene.words("passing_on"):
        return setting(scene, named_maker(noun, scene))
    named = named_maker(noun, scene) or _maker_beside(clause, scene)
    if named is not None:
        return named, "sentence"
    if noun.lemma_.lower() in scene.words("papers_of_forum") and scene.discourse.forum is not None:
        return scene.discourse.forum, "previous"
    usual = _usual_maker(noun, scene)
    if usual is not None:
        return usual, "kind"
    if clause.passive and not clause.agents and clause.relation == "relcl":
        above = maker_above(clause, scene)
        if above is not None:
            return above, "sentence"
    by_doer = bool(clause.agents) and not gets if clause.passive else not _is_topic(noun, clause)
    return actor(clause, scene) if by_doer else setting(scene)


def maker_above(clause: Clause, scene: Scene) -> str | None:
    """The agency in "The officer completed a notice, which was shared with CSC"."""
    above = clause.parent
    if above is None or above.passive or clause.head.head not in above.objects:
        return None
    if not {above.lemma, above.head.lemma_.lower()} & scene.words("making_papers"):
        return None
    return next((p.member for p in scene.parties(above.subjects) if p.is_agency and p.member is not None), None)


def _usual_maker(noun: Token, scene: Scene) -> str | None:
    """The one agency of the kind by which such papers are made: a notice of the police, a CPA letter."""
    words = {noun.lower_, *(c.lower_ for c in noun.children if c.dep_ == "compound")}
    for agency_type in PAPER_MAKERS:
        if words & scene.words(f"papers_of_{agency_type}"):
            here = scene.body(scene.agency)
            if here is not None and here.agency_type == agency_type:
                return here.id
            return scene.cast.home(agency_type) or scene.likely.get(agency_type)
    return _discharging(scene) if words & scene.words("papers_of_discharge") else None


def _discharging(scene: Scene) -> str | None:
    """The hospital or trust that sends a patient home: the one spoken of last, else the one hospital."""
    lately = (m for m in (scene.agency, *scene.discourse.agencies) if agency_type_of(m, scene) in DISCHARGING)
    return next(lately, None) or scene.cast.home("acute_health") or scene.likely.get("acute_health")


def _is_topic(noun: Token, clause: Clause) -> bool:
    return noun in clause.subjects or noun.i == clause.head.i


def named_maker(noun: Token, scene: Scene) -> str | None:
    """Who made a document by its own words ("a letter from the Trust", "the police incident report")."""
    for token in noun.subtree:
        if token.lower_ in {"from", "by"} and token.dep_ in LEADING:
            member = next((m for t in token.subtree if (m := _at_work(t, scene)) is not None), None)
            if member is not None:
                return member
        if token.dep_ in BELONGING and (token.head == noun or _is_within(token.head, noun)):
            owner = scene.party(token)
            if owner.kind == "agency" and owner.member is not None and not _is_referred_to(token, noun, scene):
                return owner.member
    return None


def _at_work(token: Token, scene: Scene) -> str | None:
    """The agency that a token names; of a professional the one where the words beside have him work."""
    mention = scene.mention_at(token)
    if mention is None or not mention.professional:
        return scene.body_at(token)
    if scene.mention_at(token.head) is mention and token.head.i != token.i:
        return None
    return place_told(scene, token) or scene.body_at(token)


def _is_within(word: Token, noun: Token) -> bool:
    return word.dep_ == "compound" and word.head == noun


def _is_referred_to(token: Token, noun: Token, scene: Scene) -> bool:
    """Whether a referral is called by the service that it goes to ("an IDVA referral")."""
    mention = scene.mention_at(token)
    called = token.dep_ == "compound" and noun.lemma_.lower() == "referral"
    return called and mention is not None and names_receiver(mention, token)


def names_receiver(mention: Mention, token: Token) -> bool:
    """Whether a referral called so goes there: "an IDVA referral", "a social services referral", not "a CSC one"."""
    by_kind = mention.agency_type in REFERRED_BY_KIND and not token.text.isupper()
    return mention.agency_type in REFERRED_BY_NAME or by_kind


def _maker_beside(clause: Clause, scene: Scene) -> str | None:
    parties = (scene.party(token) for token in clause.preposition("from", "by"))
    return next((p.member for p in parties if p.is_agency and p.member is not None), None)
