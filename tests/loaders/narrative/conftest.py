"""What the tests of narrative share: an invented review around a sentence, an entry of a chronology, or a clause."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

import pytest

from dhr_graph.loaders.explaining import ExplainedEvent, ExplainedSentence, explain
from dhr_graph.loaders.narrative.clauses import Clause, clauses
from dhr_graph.loaders.narrative.grammar import pipeline
from dhr_graph.loaders.narrative.parse import Parse, Sentence
from dhr_graph.loaders.readers import read_text
from dhr_graph.loaders.reading import ReadingKnowledge, load_knowledge

SETTING = (
    "This review concerns the death of Hannah, aged 31, who was killed by her husband, Marcus, aged 34, on 9 June "
    "2018. Reports were received from Calder Police; Calder Council Children's Services; Calder Women's Aid; Calder "
    "Lane Surgery, where Hannah saw the practice nurse; and Hollins Primary School. Cases are heard at the "
    "Multi-Agency Risk Assessment Conference (MARAC).\n\n"
)
ROWS = "| Date | Agency | Event |\n|---|---|---|\n| 2 May 2016 | Hollins Primary School | Seen, settled. |\n"

Explain = Callable[[str], list[ExplainedSentence]]
Read = Callable[[str], list[ExplainedEvent]]


@lru_cache(maxsize=1)
def knowledge() -> ReadingKnowledge:
    return load_knowledge()


@pytest.fixture
def explained() -> Explain:
    """How text is read that follows the setting."""

    def read(text: str) -> list[ExplainedSentence]:
        document = read_text(SETTING + text + "\n", "review.txt")
        return list(explain(document, knowledge(), start=len(SETTING) - 1))

    return read


@pytest.fixture
def events(explained: Explain) -> Read:
    """The events of a sentence in running text."""
    return lambda sentence: [event for each in explained(sentence) for event in each.events]


@pytest.fixture
def entry_events(explained: Explain) -> Callable[[str, str], list[ExplainedEvent]]:
    """The events of the last entry of a chronology, by its agency and its words."""

    def read(agency: str, words: str) -> list[ExplainedEvent]:
        told = explained(f"{ROWS}| 4 May 2016 | {agency} | {words} |")
        return [event for each in told if each.words in words for event in each.events]

    return read


@pytest.fixture
def sentence() -> Callable[[str], Sentence]:
    """A parsed sentence."""
    return lambda text: Parse(pipeline()(text)).sents[0]


@pytest.fixture
def clause(sentence: Callable[[str], Sentence]) -> Callable[[str, str], Clause]:
    """The clause of a sentence whose predicate has a lemma."""

    def find(text: str, lemma: str) -> Clause:
        return next(c for c in clauses(sentence(text)) if c.head.lemma_.lower() == lemma)

    return find
