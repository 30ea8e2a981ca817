"""Frame of arrival: a paper that an agency made is said, by a pronoun, to have come to another."""

from __future__ import annotations

from collections.abc import Iterator

from dhr_graph.loaders.narrative.candidate import Candidate
from dhr_graph.loaders.narrative.clauses import Clause
from dhr_graph.loaders.narrative.frames.documents import is_document
from dhr_graph.loaders.narrative.frames.slots import actor, setting
from dhr_graph.loaders.narrative.grammar import SUBJECTS
from dhr_graph.loaders.narrative.parse import Token
from dhr_graph.loaders.narrative.scene import Scene

IT = frozenset({"it", "this", "these", "that", "they", "which"})
AT = ("at", "with", "in", "to")


def arrive(clause: Clause, scene: Scene) -> Iterator[Candidate]:
    """As in "completed a form, and this was received by CSC", "sent a notice about Sam, which reached CSC"."""
    above = clause.parent
    if above is None or not any(c.dep_ in SUBJECTS and c.lower_ in IT for c in clause.head.children):
        return
    receiver = next(_receivers(clause, scene), None)
    paper = next(_papers(above, scene), None)
    if receiver is None or paper is None:
        return
    who, basis = setting(scene, receiver) if above.passive and not above.agents else actor(above, scene)
    named = next((r for r in scene.lexicon.of_pattern("document") if is_document(paper, r)), None)
    for rule in scene.lexicon.of_pattern("arrival"):
        of_kind = named is not None and named.type == rule.type and clause.head.lemma_.lower() in rule.words
        if of_kind and who not in {None, receiver}:
            yield Candidate(rule.type, rule.id, clause, who, basis, receiver)


def _receivers(clause: Clause, scene: Scene) -> Iterator[str]:
    """The agencies to which it came, by a verb of coming to somebody."""
    if clause.head.lemma_.lower() == "receive":
        places = clause.agents if clause.passive else ()
    else:
        places = (*clause.objects, *clause.preposition(*AT)) if not clause.passive else ()
    for party in scene.parties(places):
        if party.is_agency and party.member is not None:
            yield party.member


def _papers(above: Clause, scene: Scene) -> Iterator[Token]:
    """The papers that the clause above says were made."""
    if {above.lemma, above.head.lemma_.lower()} & scene.words("making_papers"):
        rules = scene.lexicon.of_pattern("document")
        made = above.subjects if above.passive else above.objects
        yield from (t for t in made if any(is_document(t, rule) for rule in rules))
