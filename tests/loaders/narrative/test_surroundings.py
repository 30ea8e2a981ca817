"""Surroundings: what a sentence names by its words, before its noun phrases are read."""

from __future__ import annotations

from functools import lru_cache

from dhr_graph.loaders.cast import Cast, find_cast
from dhr_graph.loaders.narrative.discourse import Discourse
from dhr_graph.loaders.narrative.grammar import pipeline
from dhr_graph.loaders.narrative.parse import Parse
from dhr_graph.loaders.narrative.reader import parse_narrative
from dhr_graph.loaders.narrative.surroundings import Surroundings
from dhr_graph.loaders.readers import read_text
from dhr_graph.loaders.reading import load_knowledge
from dhr_graph.loaders.sections import classify

CAST = (
    "This review concerns the death of Hannah, aged 31, who was killed by her husband, Marcus, aged 34, on 9 June "
    "2018. Reports were received from Calder Police; and Hollins Primary School.\n"
)
WORDS = "Calder Police and Hollins Primary School met Hannah."


@lru_cache(maxsize=1)
def cast() -> Cast:
    document, knowledge = read_text(CAST, "review.txt"), load_knowledge()
    parsed = parse_narrative(document, classify(document), knowledge.lexicon)
    return find_cast("calder", [document], [parsed], knowledge.cast)


def surroundings() -> tuple[Surroundings, Parse]:
    doc = Parse(pipeline()(WORDS))
    return Surroundings(cast(), load_knowledge().lexicon, cast().mentions(WORDS), Discourse()), doc


def test_every_word_of_a_name_stands_in_its_mention() -> None:
    scene, doc = surroundings()
    named = [scene.agency_at(token) for token in doc]
    police, school = (body.id for body in sorted(cast().bodies, key=lambda body: body.name))
    assert named == [police, police, None, school, school, school, None, None, None]


def test_mentions_come_in_order_and_once() -> None:
    scene, doc = surroundings()
    assert [m.kind for m in scene.mentioned(doc, "agency", "person")] == ["agency", "agency", "person"]


def test_the_agency_named_last_before_a_word_is_the_latest() -> None:
    scene, doc = surroundings()
    assert scene.lately(doc[7]) == scene.agency_at(doc[5])
    assert scene.lately(doc[0]) is None


def test_nobody_is_no_body() -> None:
    assert surroundings()[0].body(None) is None
