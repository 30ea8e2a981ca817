"""Frame of referral by verb: an agency refers somebody to another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dhr_graph.loaders.cast import Mention
from dhr_graph.loaders.narrative.candidate import Candidate
from dhr_graph.loaders.narrative.clauses import Clause
from dhr_graph.loaders.narrative.discourse import Party
from dhr_graph.loaders.narrative.frames.recipients import other_members, recipients, to_which
from dhr_graph.loaders.narrative.frames.slots import actors, acts_for_agency, person_subject, setting
from dhr_graph.loaders.narrative.scene import Scene

INTO = frozenset({"to", "into", "onto", "back"})


def refer(clause: Clause, scene: Scene) -> Iterator[Candidate]:
    """As in "The GP referred her to the refuge", "she was referred by the GP"; who refers herself has a contact."""
    rule = scene.lexicon.rule("refer", clause.lemma, clause.head.lemma_.lower())
    if rule is None:
        return
    towards = recipients(clause, scene, INTO) or to_which(clause, scene)
    if not clause.passive and clause.subjects and not acts_for_agency(clause, scene):
        reflexive = any(o.lower_.endswith(("self", "selves")) for o in clause.objects)
        if reflexive and person_subject(clause, scene) is not None:
            member = next(iter(other_members(towards, None)), None) or setting(scene)[0]
            yield Candidate("contact", "contact.referral", clause, member, "sentence")
        return
    if not towards and not clause.passive and not _is_of_case(scene.parties(clause.objects), scene):
        return
    for who, basis in actors(clause, scene):
        yield from _referred(clause, scene, rule.id, (who, basis), towards)


def _referred(
    clause: Clause, scene: Scene, rule_id: str, sender: tuple[str | None, str], towards: Sequence[Mention]
) -> Iterator[Candidate]:
    who, basis = sender
    if basis in {"section", "previous"} and any(who in mention.members for mention in towards):
        who, basis = None, "none"
    targets = other_members(towards, who)
    if towards and not targets:
        yield Candidate("contact", "contact.referral", clause, who, basis)
        return
    for target in targets or (None,):
        yield Candidate("referral", rule_id, clause, who, basis, target)


def _is_of_case(themes: Sequence[Party], scene: Scene) -> bool:
    """Whether what is referred is a person or a case, not a thing ("referred to an earlier letter")."""
    things = [p for p in themes if p.kind == "thing"]
    if not things:
        return len(themes) > 0
    return any(p.token.lemma_.lower() in scene.words("bearing_case") for p in things)
