"""Values that a query compares a coded property with and that no code has: an empty answer would pass for a finding."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from dhr_graph.vocabulary.lexicon import Vocabulary
from dhr_graph.vocabulary.naming import ONTOLOGY
from dhr_graph.vocabulary.terms import Code
from dhr_graph.vocabulary.unknown_terms import nearest

_DECLARED = re.compile(rf"PREFIX\s+(?P<prefix>[\w.-]*):\s*<{re.escape(ONTOLOGY)}>", re.IGNORECASE)
_TOKEN = re.compile(
    r"""
    (?P<long>\"{3}.*?\"{3} | '{3}.*?'{3}) | "(?P<double>(?:[^"\\\n]|\\.)*)" | '(?P<single>(?:[^'\\\n]|\\.)*)'
    | <(?P<iri>[^<>"{}|^`\\\s]*)> | \#[^\n]*
    | [?$](?P<variable>\w+) | (?P<prefix>[\w.-]*):(?P<local>\w[\w-]*) | (?P<mark>[\w.-]+ | \S)
    """,
    re.VERBOSE | re.DOTALL,
)
_COMPARING = ("=", "!", "IN", "NOT", "(", "{")


def unknown_codes(query: str, words: Vocabulary) -> tuple[str, ...]:
    """A sentence for each value of a SPARQL query that a coded property never has, in the order of the query."""
    return tuple(dict.fromkeys(_sentences(query, words)))


def _sentences(query: str, words: Vocabulary) -> Iterator[str]:
    for name, value in _compared(query, _coded(query, words)):
        codes = _codes(name, words)
        if not any(_is(value, code) for code in codes.values()):
            near = nearest(value, codes)
            known = f"nearest: {', '.join(near)}" if near else f"its codes are {', '.join(codes)}"
            yield f'No code of dhr:{name} is "{value}"; {known}.'


def _coded(query: str, words: Vocabulary) -> Mapping[str, str]:
    """The coded properties by every name that the query may give them."""
    coded = [name for name, term in words.properties.items() if term.schemes]
    prefixes = {found["prefix"] for found in _DECLARED.finditer(query)}
    return {f"{before}{name}": name for name in coded for before in (ONTOLOGY, *(f"{each}:" for each in prefixes))}


def _codes(name: str, words: Vocabulary) -> Mapping[str, Code]:
    """The codes of a property, whatever it is a property of."""
    schemes = [words.schemes[scheme] for scheme in words.properties[name].schemes.values()]
    return {notation: code for scheme in schemes for notation, code in scheme.codes.items()}


def _is(value: str, code: Code) -> bool:
    return value == code.notation or code.takes_value and value.startswith(f"{code.notation}=")


def _compared(query: str, coded: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Each coded property with a value that is its object, or that a variable which is its object is compared with."""
    tokens = list(_TOKEN.finditer(query))
    names = [coded.get(token["iri"] or f"{token['prefix']}:{token['local']}") for token in tokens]
    bound = {token["variable"]: name for name, token in zip(names, tokens[1:], strict=False) if name}
    property_, listed = None, False
    for token, name in zip(tokens, names, strict=True):
        value = token["double"] if token["double"] is not None else token["single"]
        mark = (token["mark"] or "").upper()
        if value is not None and property_:
            yield property_, value
        elif name or token["variable"]:
            property_, listed = name or bound.get(token["variable"]), bool(name)
        elif mark == "," and listed or mark in _COMPARING:
            listed = listed or mark == "IN"
        else:
            property_, listed = None, False
