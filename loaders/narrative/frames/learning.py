"""Frame of learning: an agency hears of abuse or writes it down, and the text does not say from whom."""

from __future__ import annotations

from collections.abc import Iterator

from dhr_graph.loaders.narrative.candidate import Candidate
from dhr_graph.loaders.narrative.clauses import Clause
from dhr_graph.loaders.narrative.frames.deeds import tells_deed
from dhr_graph.loaders.narrative.frames.slots import actor
from dhr_graph.loaders.narrative.frames.telling_words import joined, word_forms
from dhr_graph.loaders.narrative.parse import Token
from dhr_graph.loaders.narrative.pronouns import is_main
from dhr_graph.loaders.narrative.scene import Scene

TOLD = frozenset({"acl", "relcl", "ccomp"})


def learn(clause: Clause, scene: Scene) -> Iterator[Candidate]:
    """As in "The police received a report that he had hit her", "the nurse recorded that she had been hit"."""
    rule = scene.lexicon.rule("learn", clause.head.lemma_.lower())
    if rule is None or clause.passive or not any(p.is_agency for p in scene.parties(clause.subjects)):
        return
    who, basis = actor(clause, scene)
    if who is not None and any(_is_grave(content, scene) for content in _contents(clause, scene)):
        yield Candidate("disclosure", rule.id, clause, who, basis)


def _contents(clause: Clause, scene: Scene) -> Iterator[list[Token]]:
    """The clauses that say what was learned: below the verb, or below a word for what came in."""
    yield from (list(child.subtree) for child in clause.head.children if child.dep_ == "ccomp")
    for thing in clause.objects:
        if thing.lemma_.lower() in scene.words("reports_received"):
            yield from (list(child.subtree) for child in thing.children if child.dep_ in TOLD)


def _is_grave(content: list[Token], scene: Scene) -> bool:
    told = joined(content)
    if scene.pattern("denial").search(told) or scene.pattern("reassuring").search(told):
        return False
    by = [t for t in content if t.dep_ == "pobj" and t.head.dep_ == "agent"]
    stranger = any(not party.members for party in scene.parties(by))
    main = any(is_main(member, scene.cast) for party in scene.parties(content) for member in party.members)
    return bool(word_forms(content) & scene.words("violent")) and tells_deed(content, scene) and main and not stranger
