"""Slots that all frames fill alike: who acted, and in whose part of the text it stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dhr_graph.loaders.narrative.clauses import Clause
from dhr_graph.loaders.narrative.discourse import Party
from dhr_graph.loaders.narrative.parse import Token
from dhr_graph.loaders.narrative.scene import Scene

CUT_YEARS = frozenset({"198", "199", "200", "201", "202"})
LISTED = frozenset({"appos", "conj"})
WITHIN = frozenset({"conj", "advcl", "ccomp", "xcomp"})


def actor(clause: Clause, scene: Scene) -> tuple[str | None, str]:
    """The agency that did what the clause tells, with what the slot was filled from."""
    doers = scene.parties(clause.agents if clause.passive else clause.subjects)
    if _is_item(clause, scene):
        return scene.discourse.lister, "previous"
    for party in doers:
        if party.is_agency and party.member is not None:
            return party.member, "pronoun" if party.basis == "pronoun" and party.kind == "agency" else "sentence"
    if any(p.is_agency and not p.professional for p in doers) and any(len(p.members) != 1 for p in doers):
        return None, "unnamed"
    named = (None if clause.passive else _possessor(clause, scene)) or _place(clause, scene) or _before(clause, scene)
    return (named, "sentence") if named is not None else setting(scene)


def _before(clause: Clause, scene: Scene) -> str | None:
    """The agency that acts in the clause before a coordinated passive ("left messages and the case was closed")."""
    above = clause.parent
    if above is None or not clause.passive or clause.agents or clause.relation != "conj" or above.passive:
        return None
    if any(p.kind != "thing" for p in scene.parties(clause.subjects)):
        return None
    return next((p.member for p in scene.parties(above.subjects) if p.is_agency and p.member is not None), None)


def _place(clause: Clause, scene: Scene) -> str | None:
    """The agency at which something happened ("At the clinic she was asked ...", "was seen by the nurse at ...").

    What is handed over at a place is handed to it, so that the place did not do it.
    """
    part: Clause | None = clause if clause.lemma != "hand over" else None
    while part is not None:
        for token in part.preposition("at", "by"):
            party = scene.party(token)
            if party.kind == "agency" and party.member is not None and not _is_of_recipient(token, part):
                return party.member
        part = part.parent if part.relation in WITHIN else None
    return place_there(clause, scene)


def place_there(clause: Clause, scene: Scene) -> str | None:
    """The agency named last, where something happened "there" ("was referred to the clinic. She was seen there")."""
    part: Clause | None = clause
    while part is not None:
        if any(t.head.i == part.head.i for t in part.tokens if is_there(t)):
            return scene.discourse.place
        part = part.parent if part.relation in WITHIN else None
    return None


def actors(clause: Clause, scene: Scene) -> tuple[tuple[str | None, str], ...]:
    """All agencies that did what the clause tells, where it names several; else the one of `actor`."""
    doers = clause.agents if clause.passive else clause.subjects
    listed = [
        t for doer in doers for t in doer.subtree if t.dep_ in LISTED and t.i < clause.head.i and not _is_denied(t)
    ]
    named = [p.member for p in scene.parties((*doers, *listed)) if p.is_agency]
    several = tuple(dict.fromkeys(member for member in named if member is not None))
    return tuple((member, "sentence") for member in several) if len(several) > 1 else (actor(clause, scene),)


def _is_denied(listed: Token) -> bool:
    """Whether somebody is said not to be of a list ("the refuge, not the police, rang")."""
    return any(t.lower_ == "not" for t in listed.doc.tokens[min(listed.head.i, listed.i) : listed.i])


def _is_of_recipient(token: Token, clause: Clause) -> bool:
    """Whether a place is only that of somebody to whom something went ("referred to the adviser at the refuge")."""
    above = token.head.head
    before = token.head.nbor(-1) if token.head.i > token.sent.start else above
    if before.lower_ in {"charge", "duty"}:
        above = before.head.head
    return above.pos_ in {"NOUN", "PROPN"} and above.dep_ == "pobj" and above.head.lower_ in {"to", "with", "into"}


def _possessor(clause: Clause, scene: Scene) -> str | None:
    """The agency in "the school's referral was accepted"."""
    for subject in clause.subjects:
        for child in subject.children:
            named = scene.agency_at(child) if child.dep_ in {"poss", "compound"} else None
            if named is not None:
                return named
    return None


def setting(scene: Scene, but: str | None = None) -> tuple[str | None, str]:
    """The agency in whose section, lead phrase or row the sentence stands, or that was last spoken of, `but` apart."""
    if scene.agency is not None and scene.agency != but:
        return scene.agency, "section"
    for agency in scene.discourse.agencies:
        body = scene.body(agency)
        if agency != but and body is not None and body.agency_type != "csp":
            return agency, "previous"
    return None, "none"


def is_there(token: Token) -> bool:
    """Whether a word is "there" after its verb; in front it may only set the scene ("There, on 4 May, they met")."""
    return token.lower_ == "there" and token.dep_ == "advmod" and token.i > token.head.i


def agency_type_of(member: str | None, scene: Scene) -> str | None:
    """The type of an agency, None where it is not known."""
    body = scene.body(member)
    return body.agency_type if body is not None else None


def acts_for_agency(clause: Clause, scene: Scene) -> bool:
    """Whether an agency, or somebody who acts for one, is the clause's doer (a passive without doer counts)."""
    if clause.passive:
        return not person_agent(clause, scene)
    return any(p.is_agency for p in scene.parties(clause.subjects)) or _is_item(clause, scene)


def _is_item(clause: Clause, scene: Scene) -> bool:
    """Whether it is an item of what an agency did ("The police: - notified the school"): a past tense stands first."""
    first = next((t for t in clause.sentence if t.is_alpha), None)
    opens = first is not None and first.i == clause.head.i and first.text.islower()
    listed = opens and not clause.subjects and clause.head.tag_ in {"VBD", "VBN"}
    return listed and not scene.notes and scene.discourse.lister is not None


def person_subject(clause: Clause, scene: Scene) -> Party | None:
    """The person who is the clause's subject, if one is."""
    return first_person(scene.parties(clause.subjects))


def person_agent(clause: Clause, scene: Scene) -> bool:
    """Whether a person, not an agency, is the doer of a passive."""
    return first_person(scene.parties(clause.agents)) is not None


def is_own_telling(noun: Token, clause: Clause, scene: Scene) -> bool:
    """Whether it is what somebody of the history tells, where no agency is said to pass it on."""
    if noun.lemma_.lower() not in scene.words("own_tellings"):
        return False
    return not any(p.is_agency for p in scene.parties(clause.agents))


def person_among(tokens: Iterable[Token], scene: Scene) -> bool:
    """Whether one of several noun phrases is a person."""
    return first_person(scene.parties(tokens)) is not None


def first_person(parties: Sequence[Party]) -> Party | None:
    """The first of several parties that is a person."""
    return next((p for p in parties if p.kind == "person"), None)


def has_own_date(clause: Clause, scene: Scene) -> bool:
    """Whether a clause holds a year or a month ("may" is a verb oftener than a month)."""
    months = {month[:length] for month in scene.words("months") - {"may"} for length in (-1, None)}
    return any((t.like_num and len(t.text) == 4) or t.lower_ in months for t in clause.tokens) or _has_cut_year(clause)


def _has_cut_year(clause: Clause) -> bool:
    """Whether it holds a year whose last figure made room for a comma when it was parsed."""
    return any(
        t.like_num and t.text in CUT_YEARS and t.nbor().text == "," for t in clause.tokens if t.i + 1 < len(t.doc)
    )
