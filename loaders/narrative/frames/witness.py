"""Frame of witnessing: violence, or the marks it left, that somebody saw, heard or remembers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dhr_graph.loaders.narrative.candidate import Candidate
from dhr_graph.loaders.narrative.clauses import Clause
from dhr_graph.loaders.narrative.discourse import Party
from dhr_graph.loaders.narrative.frames.deeds import tells_deed
from dhr_graph.loaders.narrative.frames.slots import agency_type_of
from dhr_graph.loaders.narrative.frames.telling_words import joined, told_tokens, word_forms
from dhr_graph.loaders.narrative.frames.violence import RESPONDERS
from dhr_graph.loaders.narrative.parse import Token
from dhr_graph.loaders.narrative.scene import Scene

RULE = "incident.witness"
SEEN = frozenset({"ccomp", "xcomp"})
BARE = frozenset({"VB", "VBG", "VBN"})


def witness(clause: Clause, scene: Scene) -> Iterator[Candidate]:
    """As in "A neighbour saw him drag her", "her sister saw marks on her neck"; the agency is the witness's."""
    if clause.passive or clause.head.lemma_.lower() not in scene.words("perceiving"):
        return
    witnesses = [p for p in scene.parties(clause.subjects) if p.kind in {"person", "agency"}]
    if not witnesses:
        return
    agency = next((p.member for p in witnesses if p.is_agency and p.member is not None), None)
    if _is_seen_done(clause, scene) or _is_marked(clause, scene, witnesses):
        yield Candidate("incident", RULE, clause, agency, "sentence" if agency is not None else "none")


def _is_seen_done(clause: Clause, scene: Scene) -> bool:
    """Whether violence, or a deed to another person, was perceived while it was done."""
    done = [t for t in clause.head.children if t.dep_ in SEEN and t.tag_ in BARE and not _is_infinitive(t)]
    of_people = (t for t in done if any(_is_of_person(c, scene) for c in t.children if c.dep_ == "nsubj"))
    return any(_is_violence(verb, scene) for verb in of_people)


def _is_infinitive(verb: Token) -> bool:
    return any(c.dep_ == "aux" for c in verb.children)


def _is_of_person(doer: Token, scene: Scene) -> bool:
    return scene.party(doer).kind == "person"


def _is_violence(verb: Token, scene: Scene) -> bool:
    content = [t for t in verb.subtree if t.i >= verb.i]
    to_somebody = any(_is_of_person(t, scene) for t in content if t.dep_ in {"dobj", "dative", "pobj", "poss"})
    return (to_somebody and bool(word_forms(content) & scene.words("violent"))) or tells_deed(content, scene)


def _is_marked(clause: Clause, scene: Scene, witnesses: Sequence[Party]) -> bool:
    """Whether an injury was seen, by people of the history or by a crew that came to the scene."""
    content = told_tokens(clause)
    on_somebody = any(_is_of_person(t, scene) for t in content if t.dep_ in {"dobj", "pobj", "poss"})
    marks = on_somebody and scene.pattern("injury").search(joined(content)) is not None
    recalled = clause.head.lemma_.lower() in scene.words("recalling")
    if not marks or recalled or scene.pattern("denial").search(joined(content)):
        return False
    if clause.head.lemma_.lower() == "find":
        responders = [p for p in witnesses if agency_type_of(p.member, scene) in RESPONDERS]
        return bool(responders) and any(_is_of_person(t, scene) for t in clause.objects)
    return all(p.kind == "person" for p in witnesses)
