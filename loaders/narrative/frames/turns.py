"""Frame of turns: an agency lets another know by a turn of phrase, of which no single word tells."""

from __future__ import annotations

from collections.abc import Iterator

from dhr_graph.loaders.narrative.candidate import Candidate
from dhr_graph.loaders.narrative.clauses import Clause
from dhr_graph.loaders.narrative.frames.recipients import is_of_own_team, named_from, other_members
from dhr_graph.loaders.narrative.frames.sending import CASE_REFERRED, SHARE, share_or_referral
from dhr_graph.loaders.narrative.frames.slots import (
    actor,
    actors,
    acts_for_agency,
    agency_type_of,
    person_agent,
    person_among,
)
from dhr_graph.loaders.narrative.scene import Scene

RULE = "share.turn"
OF_REFERRAL = "turn_of_referral"
TURNS = (OF_REFERRAL, "turn_kept", "turn_in_touch", "turn_attention", "turn_ensured", "turn_sought", "turn_handed")
AFTER = 60
"""Characters after a turn of phrase in which it may be said that nothing was told."""


def turn(clause: Clause, scene: Scene) -> Iterator[Candidate]:
    """As in "kept the school informed", "got in touch with CSC", "listed the case for MARAC"."""
    if clause.passive:
        yield from _was_told(clause, scene)
        return
    handed = clause.head.lemma_.lower() in scene.words("moving") and person_among(clause.objects, scene)
    if handed or not acts_for_agency(clause, scene):
        return
    found = ((group, at) for group in TURNS if (at := _after(group, clause, scene)) is not None)
    group, at = next(found, (None, 0))
    if group is None or scene.pattern("only_asked").search(
        clause.sentence.text[at - clause.sentence.start_char :][:AFTER]
    ):
        return
    named = [m for m in named_from(at, clause, scene) if not is_of_own_team(m, scene, clause)]
    for who, basis in actors(clause, scene):
        for target in filter(None, other_members(named, who) if who is not None else ()):
            yield Candidate(*_told(group, target, clause, scene), clause, who, basis, target)


def _after(group: str, clause: Clause, scene: Scene) -> int | None:
    """The offset at which a turn of phrase that begins at the verb ends, None where there is none."""
    start = clause.sentence.start_char
    found = scene.pattern(group).match(clause.sentence.text, clause.head.idx - start)
    return start + found.end() if found is not None else None


def _told(group: str, target: str, clause: Clause, scene: Scene) -> tuple[str, str]:
    """Type and rule: a case that is put before a forum is referred to it."""
    if group == OF_REFERRAL and agency_type_of(target, scene) == "forum":
        return CASE_REFERRED
    return share_or_referral(clause, scene, RULE)


def _was_told(clause: Clause, scene: Scene) -> Iterator[Candidate]:
    """As in "The school was kept informed by the police"."""
    if _after("turn_of_being_told", clause, scene) is None or person_agent(clause, scene):
        return
    who, basis = actor(clause, scene)
    of_agency = not clause.agents or any(p.is_agency for p in scene.parties(clause.agents))
    for party in scene.parties(clause.subjects) if who is not None and of_agency else ():
        if party.is_agency and party.member not in {None, who}:
            yield Candidate(SHARE, RULE, clause, who, basis, party.member)
