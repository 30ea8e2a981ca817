"""People whom a history names without ever saying who they are, known by what they do: they tell, ring, live, move."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from dhr_graph.loaders.cast.bodies import Member
from dhr_graph.loaders.cast.forms import tokens_of
from dhr_graph.loaders.cast.glosses import Description, label_key
from dhr_graph.loaders.cast.introductions import Introduction, may_label
from dhr_graph.loaders.cast.knowledge import CastKnowledge
from dhr_graph.loaders.narrative.grammar import ParsedText

ACTING = frozenset({"nsubj", "nsubjpass"})
LEAST = 2


def acting_people(
    parsed: Sequence[Sequence[ParsedText]], members: Sequence[Member], known: frozenset[str], knowledge: CastKnowledge
) -> Iterator[Introduction]:
    """Single names that are, at least twice, the subject of verbs that only people are subjects of."""
    bodies = {t for m in members for n in m.all_names for t in tokens_of(n)}
    seen: dict[str, list[Introduction]] = {}
    for number, texts in enumerate(parsed):
        for text in texts:
            for token in text.doc:
                if (
                    token.dep_ in ACTING
                    and _is_name(token)
                    and token.text.lower() not in bodies
                    and token.head.lemma_ in knowledge.human_verbs
                ):
                    key = label_key(token.text)
                    if (
                        key not in known
                        and may_label(token.text, knowledge)
                        and token.text.lower() not in knowledge.vocabulary
                    ):
                        start = text.start + token.idx
                        seen.setdefault(key, []).append(
                            Introduction(token.text, Description(), number, start, start + len(token.text), "grammar")
                        )
    for places in seen.values():
        if len(places) >= LEAST:
            yield places[0]


def _is_name(token: Token) -> bool:
    """Whether a token is one capitalised proper noun by itself."""
    return (
        token.pos_ == "PROPN"
        and token.is_title
        and len(token.text) > 2
        and token.is_alpha
        and not any(child.dep_ in ("compound", "nmod", "det", "amod") for child in token.children)
    )
