"""Frame of turns: an agency lets another know by a turn of phrase, of which no single word tells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dhr_graph.loaders.narrative.candidate import Candidate
from dhr_graph.loaders.narrative.clauses import Clause
from dhr_graph.loaders.narrative.frames.recipients import is_of_own_team, named_from, other_members
from dhr_graph.loaders.narrative.frames.sending import CASE_REFERRED, SHARE, share_or_referral
from dhr_graph.loaders.narrative.frames.slots import actor, actors, acts_for_agency, agency_type_of, person_agent
from dhr_graph.loaders.narrative.parse import Token
from dhr_graph.loaders.narrative.scene import Scene

TURN = "share.turn"


def turn(clause: Clause, scene: Scene) -> Iterator[Candidate]:
    """As in "kept the school informed", "got in touch with CSC", "listed the case for MARAC"."""
    if clause.passive:
        yield from _was_told(clause, scene)
        return
    handed = clause.head.lemma_.lower() in scene.words("moving") and person_among(clause.objects, scene)
    if handed or not acts_for_agency(clause, scene):
        return
    for group in ("turn_of_referral", "turn_of_telling"):
        at = _after(group, clause, scene)
        if at is None:
            continue
        named = [m for m in named_from(at, clause, scene) if not is_of_own_team(m, scene, clause)]
        for who, basis in actors(clause, scene):
            for target in filter(None, other_members(named, who)):
                yield Candidate(*_told(group, target, clause, scene), clause, who, basis, target)
        return


def _after(group: str, clause: Clause, scene: Scene) -> int | None:
    """The offset at which a turn of phrase that begins at the verb ends, None where there is none."""
    start = clause.sentence.start_char
    found = scene.pattern(group).match(clause.sentence.text, clause.head.idx - start)
    return start + found.end() if found is not None else None


def person_among(tokens: Iterable[Token], scene: Scene) -> bool:
    """Whether one of several noun phrases is a person."""
    return any(p.kind == "person" for p in scene.parties(tokens))


def _told(group: str, target: str | None, clause: Clause, scene: Scene) -> tuple[str, str]:
    """Type and rule: a case that is put before a forum is referred to it."""
    if group == "turn_of_referral" and agency_type_of(target, scene) == "forum":
        return CASE_REFERRED
    return share_or_referral(clause, scene, TURN)


def _was_told(clause: Clause, scene: Scene) -> Iterator[Candidate]:
    """As in "The school was kept informed by the police"."""
    if _after("turn_of_being_told", clause, scene) is None or person_agent(clause, scene):
        return
    who, basis = actor(clause, scene)
    for party in scene.parties(clause.subjects):
        if party.is_agency and party.member is not None:
            sender = None if who == party.member else who
            yield Candidate(SHARE, TURN, clause, sender, basis if sender else "none", party.member)
