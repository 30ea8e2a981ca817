"""The constraints and indexes that the graph needs, by rule from the ontology."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from dhr_graph.stores.neo4j.statements import topmost_labels
from dhr_graph.vocabulary import XSD, vocabulary

WORDS = "dhr_graph_words"
"""The full-text index over evidence and passages: `CALL db.index.fulltext.queryNodes('dhr_graph_words', ...)`."""


@dataclass(frozen=True, slots=True)
class SchemaRule:
    """A constraint or an index by its name, the labels and properties that it is on, and what makes it."""

    name: str
    kind: str
    labels: tuple[str, ...]
    properties: tuple[str, ...]
    statement: str


@cache
def schema_rules() -> tuple[SchemaRule, ...]:
    """All rules, constraints first, as the ontology gives them."""
    return (*map(_uniqueness, topmost_labels()), *_indexes(), _full_text())


def _uniqueness(label: str) -> SchemaRule:
    name = f"dhr_graph_{label.lower()}_id"
    statement = f"CREATE CONSTRAINT {name} IF NOT EXISTS FOR (n:{label}) REQUIRE n.id IS UNIQUE"
    return SchemaRule(name, "UNIQUENESS", (label,), ("id",), statement)


def _indexes() -> Iterator[SchemaRule]:
    dates = [
        term.name
        for term in vocabulary().properties.values()
        if "Event" in term.domain and term.datatype == XSD + "date"
    ]
    for label, property_name in (("Review", "slug"), *(("Event", date) for date in dates)):
        name = f"dhr_graph_{label.lower()}_{property_name.lower()}"
        statement = f"CREATE INDEX {name} IF NOT EXISTS FOR (n:{label}) ON (n.{property_name})"
        yield SchemaRule(name, "RANGE", (label,), (property_name,), statement)


def _full_text() -> SchemaRule:
    statement = (
        f"CREATE FULLTEXT INDEX {WORDS} IF NOT EXISTS FOR (n:Evidence|Passage) ON EACH [n.quote, n.text] "
        "OPTIONS {indexConfig: {`fulltext.analyzer`: 'english', `fulltext.eventually_consistent`: true}}"
    )
    return SchemaRule(WORDS, "FULLTEXT", ("Evidence", "Passage"), ("quote", "text"), statement)
