"""What somebody who writes a query has to know of a class: how its properties are named, what they hold, how many."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dhr_graph.vocabulary.lexicon import Vocabulary
from dhr_graph.vocabulary.shapes import introduced, prefixed, required_fields
from dhr_graph.vocabulary.terms import CodeScheme, PropertyTerm


@dataclass(frozen=True, slots=True)
class Entry:
    """A property as one class has it.

    `in_cypher` is a property's key, or a relationship's pattern; `targets` are the classes that it leads to, of a
    value none; `datatype` is prefixed (`xsd:date`), of a link None; `how_many` is one of 1, 0..1, 0..n.
    """

    term: PropertyTerm
    in_sparql: str
    in_cypher: str
    how_many: str
    targets: tuple[str, ...]
    datatype: str | None
    scheme: CodeScheme | None


def own_entries(class_name: str, words: Vocabulary) -> Iterator[Entry]:
    """The properties that a class has and no superclass of it, nor every node, sorted by name."""
    return (_entry(term, class_name, words) for term in introduced(class_name, words) if term.domain)


def entries_of_every_node(words: Vocabulary) -> Iterator[Entry]:
    """The properties that nodes of any class have, sorted by name."""
    return (_entry(term, next(iter(words.classes)), words) for term in words.properties.values() if not term.domain)


def leading_to(class_name: str, words: Vocabulary) -> tuple[PropertyTerm, ...]:
    """The stored links whose targets are named as this very class, sorted by name."""
    return tuple(term for term in words.properties.values() if class_name in term.range and term.shortcut_of is None)


def children_of(class_name: str | None, words: Vocabulary) -> tuple[str, ...]:
    """The names of the classes right below a class, or of those that have none above them, sorted."""
    above = (class_name,) if class_name else ()
    return tuple(term.name for term in words.classes.values() if term.lineage[1:2] == above)


def labels_of(class_name: str, words: Vocabulary) -> str:
    """The labels of a class's nodes in Neo4j, as a pattern has them: `:Agency:Body:Fact`."""
    return "".join(f":{name}" for name in words.classes[class_name].lineage)


def _entry(term: PropertyTerm, class_name: str, words: Vocabulary) -> Entry:
    least = "1" if term.field in required_fields(words.record_classes[class_name]) else "0"
    most = "n" if term.many else "1"
    return Entry(
        term=term,
        in_sparql=f"dhr:{term.name}",
        in_cypher=f"-[:{term.relationship}]->" if term.is_link else term.name,
        how_many=most if least == most else f"{least}..{most}",
        targets=term.range,
        datatype=prefixed(term.datatype) if term.datatype else None,
        scheme=words.scheme_of(class_name, term.name),
    )
