"""Frame of counted contacts: dealings told as a noun or a number, not one by one."""

from __future__ import annotations

from collections.abc import Iterator

from dhr_graph.loaders.narrative.candidate import Candidate
from dhr_graph.loaders.narrative.clauses import Clause
from dhr_graph.loaders.narrative.frames.slots import has_own_date, setting
from dhr_graph.loaders.narrative.frames.telling_words import joined
from dhr_graph.loaders.narrative.parse import Token
from dhr_graph.loaders.narrative.rule_entries import Rule
from dhr_graph.loaders.narrative.scene import Scene


def counted_contacts(clause: Clause, scene: Scene) -> Iterator[Candidate]:
    """As in "There were two contacts", "the final contact was on ...", "she had several appointments"."""
    rule = next(r for r in scene.lexicon.of_pattern("dealing") if r.words)
    nouns = _contacts(clause, scene, rule)
    dated = has_own_date(clause, scene)
    own = joined(clause.tokens)
    if not nouns and not (dated and _is_known(clause, scene, own)):
        return
    counted = dated or any(_counts(child, scene) for noun in nouns for child in noun.children)
    if not counted or scene.pattern("contact_in_family").search(own):
        return
    member, basis = setting(scene)
    if scene.agency is None:
        named = (m.member for m in scene.mentioned(clause.tokens, "agency"))
        of_clause = next((m for m in named if m is not None), None)
        member, basis = (of_clause, "sentence") if of_clause is not None else (member, basis)
    if member is not None and basis != "previous":
        yield Candidate("contact", rule.id, clause, member, basis)


def _contacts(clause: Clause, scene: Scene, rule: Rule) -> list[Token]:
    if clause.head.lemma_.lower() not in scene.words("counting_contacts"):
        return []
    nouns = (*clause.subjects, *clause.objects, *clause.preposition("in"))
    return [noun for noun in nouns if noun.lemma_.lower() in rule.words]


def _is_known(clause: Clause, scene: Scene, own: str) -> bool:
    known = scene.pattern("known_to").search(own) is not None
    return known and clause.head.lemma_.lower() in {"know", "come"}


def _counts(token: Token, scene: Scene) -> bool:
    return token.pos_ == "NUM" or token.lower_ in scene.words("counting_words")
