"""Terms of a query that the vocabulary lacks: an empty answer to a misspelt name would pass for "nothing recorded"."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from dhr_graph.vocabulary.lexicon import Vocabulary
from dhr_graph.vocabulary.naming import ONTOLOGY

NEAREST = 3
"""How many terms a sentence offers."""

LIKENESS = 0.6
"""How alike a term must be to be offered, as difflib counts."""

LABEL, RELATIONSHIP_TYPE, PROPERTY_KEY = "label", "relationship type", "property key"
"""The kinds of names that Cypher has."""

IN_NEO4J_ALONE = ("derived", "first", "graph", "id", "last", "loaded", "name", "since", "sinceEdtf")
"""Properties that stand in the property graph and not in the ontology."""

_PREFIX = "dhr"
_TOKEN = re.compile(
    r"""
    <(?P<iri>[^<>"{}|^`\\\s]*)>
    | \"{3}.*?\"{3} | '{3}.*?'{3} | "(?:[^"\\\n]|\\.)*" | '(?:[^'\\\n]|\\.)*'
    | \#[^\n]*
    | (?P<name>(?P<prefix>[^\W\d_][\w-]*(?:\.[\w-]+)*)?:(?P<local>[\w-]+(?:\.[\w-]+)*)?)
    | _:[\w-]+ | \w+
    """,
    re.VERBOSE | re.DOTALL,
)


def unknown_in_sparql(query: str, words: Vocabulary) -> tuple[str, ...]:
    """A sentence for each name of ours in a SPARQL query that the dataset can't hold, in the order of the query."""
    return tuple(dict.fromkeys(_sentences(query, words)))


def unknown_in_cypher(named: Iterable[tuple[str, str]], words: Vocabulary) -> tuple[str, ...]:
    """A sentence for each pair of a kind and a name that the property graph can't hold, in their order."""
    known = _known_in_cypher(words)
    return tuple(
        f"The {kind} {name} is not in the vocabulary{_offer(nearest(name, known[kind]))}"
        for kind, name in dict.fromkeys(named)
        if kind in known and name not in known[kind]
    )


def nearest(name: str, known: Iterable[str]) -> tuple[str, ...]:
    """The names that are most like one, the likest first; case and underscores do not count."""
    folded: dict[str, str] = {}
    for each in known:
        folded.setdefault(_folded(each), each)
    return tuple(folded[found] for found in difflib.get_close_matches(_folded(name), folded, NEAREST, LIKENESS))


def _sentences(query: str, words: Vocabulary) -> Iterator[str]:
    stored = [*words.classes, *(name for name, term in words.properties.items() if term.shortcut_of is None)]
    ours: set[str] = set()
    declared: str | None = None
    for token in _TOKEN.finditer(query):
        iri, local = token["iri"], token["local"]
        if declared is not None and iri is not None:
            if iri == ONTOLOGY:
                ours.add(declared)
            elif declared == _PREFIX:
                yield f"{_PREFIX}: stands for <{iri}> here; the vocabulary is <{ONTOLOGY}>."
        elif iri is not None and iri.startswith(ONTOLOGY):
            yield from _judged(iri.removeprefix(ONTOLOGY), f"<{ONTOLOGY}", ">", stored, words)
        elif local is not None and (token["prefix"] or "") in ours:
            yield from _judged(local, f"{token['prefix'] or ''}:", "", stored, words)
        declared = (token["prefix"] or "") if token["name"] and local is None else None


def _judged(name: str, before: str, after: str, stored: Iterable[str], words: Vocabulary) -> Iterator[str]:
    if name in stored:
        return
    term = words.properties.get(name)
    if term is not None and term.shortcut_of is not None:
        yield f"{before}{name}{after} is in Neo4j alone; it is made from {before}{term.shortcut_of}{after}."
    else:
        offered = tuple(f"{before}{each}{after}" for each in nearest(name, stored))
        yield f"{before}{name}{after} is not in the vocabulary{_offer(offered)}"


def _known_in_cypher(words: Vocabulary) -> Mapping[str, tuple[str, ...]]:
    properties = words.properties.values()
    return MappingProxyType(
        {
            LABEL: tuple(words.classes),
            RELATIONSHIP_TYPE: tuple(term.relationship for term in properties if term.is_link),
            PROPERTY_KEY: (*(term.name for term in properties if not term.is_link), *IN_NEO4J_ALONE),
        }
    )


def _offer(names: tuple[str, ...]) -> str:
    return f"; nearest: {', '.join(names)}." if names else ", and nothing in it is like it."


def _folded(name: str) -> str:
    return name.replace("_", "").casefold()
