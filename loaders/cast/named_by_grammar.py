"""People whom a history names without ever saying who they are, known by what they do: they tell, ring, live, move."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dhr_graph.loaders.cast.bodies import Member
from dhr_graph.loaders.cast.forms import tokens_of
from dhr_graph.loaders.cast.glosses import Description, label_key
from dhr_graph.loaders.cast.introductions import Introduction
from dhr_graph.loaders.cast.knowledge import CastKnowledge
from dhr_graph.loaders.cast.labels import may_label
from dhr_graph.loaders.narrative.grammar import ParsedText
from dhr_graph.loaders.narrative.parse import Token

ACTING = frozenset({"nsubj", "nsubjpass"})
LEAST = 2


def acting_people(
    parsed: Sequence[Sequence[ParsedText]], members: Sequence[Member], known: frozenset[str], knowledge: CastKnowledge
) -> Iterator[Introduction]:
    """Single names that are, at least twice, the subject of verbs that only people are subjects of."""
    bodies = {t for m in members for n in m.all_names for t in tokens_of(n)}
    seen: dict[str, list[Introduction]] = {}
    for number, text in ((number, text) for number, texts in enumerate(parsed) for text in texts):
        for token in text.doc:
            word = token.text
            if not _acts(token, knowledge) or word.lower() in bodies or word.lower() in knowledge.vocabulary:
                continue
            if label_key(word) not in known and may_label(word, knowledge):
                start = text.start + token.idx
                found = Introduction(word, Description(), number, start, start + len(word))
                seen.setdefault(label_key(word), []).append(found)
    yield from (places[0] for places in seen.values() if len(places) >= LEAST)


def _acts(token: Token, knowledge: CastKnowledge) -> bool:
    """Whether a token is one capitalised proper noun by itself, and does what people do."""
    if token.dep_ not in ACTING or token.pos_ != "PROPN" or token.head.lemma_ not in knowledge.human_verbs:
        return False
    alone = not any(child.dep_ in ("compound", "nmod", "det", "amod") for child in token.children)
    return alone and token.is_title and token.is_alpha and len(token.text) > 2
