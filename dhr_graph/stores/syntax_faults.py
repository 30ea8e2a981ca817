"""What is wrong with the syntax of a SPARQL query, and where, in words of which its writer can make use.

The engine's parser tells the furthest place that it looked at and what would have fitted there; of a keyword that it
tried, the place lies behind as many characters as the keyword has.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dhr_graph.errors import UsageError
from dhr_graph.vocabulary import ONTOLOGY
from dhr_graph.vocabulary.unknown_terms import nearest

ROOM = "\n" + " " * 40
"""Blanks to put behind a query: at its very end no keyword is tried in full, and the place would be lost."""

_KEYWORDS = """
    AS ASC ASK AVG BASE BIND BOUND BY COALESCE CONCAT CONSTRUCT CONTAINS COUNT DATATYPE DESC DESCRIBE DISTINCT EXISTS
    FILTER FROM GRAPH GROUP GROUP_CONCAT HAVING IF IN LANG LCASE LIMIT MAX MIN MINUS MONTH NAMED NOT OFFSET OPTIONAL
    ORDER PREFIX REGEX REPLACE SAMPLE SELECT SEPARATOR STR STRAFTER STRBEFORE STRENDS STRLEN STRSTARTS SUBSTR SUM
    UCASE UNDEF UNION VALUES WHERE YEAR
"""
KEYWORDS = tuple(_KEYWORDS.split())
OPENINGS = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE", "PREFIX", "BASE")

_OPENING = "A query begins with SELECT, ASK, CONSTRUCT or DESCRIBE, after its prefixes."
_UNDECLARED = "Prefix not found"
_IN_OTHER_WORDS = {
    "The SELECT contains a variable that is unbound": "SELECT names a variable that nothing binds or groups by"
}
_FAULT = re.compile(r"error at (?P<line>\d+):(?P<column>\d+): expected (?:one of )?(?P<expected>.+)", re.DOTALL)
_EXPECTED = re.compile(
    r"""
    "(?P<mark>(?:\\.|[^"\\])*)" | \[(?:'.*?'|[_^]).*?\](?=,|\s*$) | (?P<words>[^,"\[\]]+)
    """,
    re.DOTALL | re.VERBOSE,
)
_WORD = re.compile(r"\w*")
_PREFIX = re.compile(r"(?<![\w.-])(?P<prefix>[\w.-]*):[\w.-]*$")
_MARKS = (".", ",", ";", "{", "}", "(", ")", ":")
_LINE = 90


def syntax_fault(query: str, engine: str) -> UsageError | None:
    """The error to raise for what the engine says of a query with `ROOM` behind it; None where it is not of syntax."""
    fault = _FAULT.fullmatch(engine)
    if fault is None:
        return None
    if not query.strip():
        return UsageError("The query is empty.", where="query", remedy=_OPENING)
    expected = list(_EXPECTED.finditer(fault["expected"]))
    ends = len(query.rstrip())
    place = min(_place(query + ROOM, int(fault["line"]), int(fault["column"]), expected), ends)
    prefix = _PREFIX.search(query, 0, place) if _UNDECLARED in _sayings(expected) else None
    at = prefix.start() if prefix else place
    start = query.rfind("\n", 0, at) + 1
    line = query[start:].partition("\n")[0].rstrip()
    return UsageError(
        f"The query can't be read at line {query.count(chr(10), 0, at) + 1}, column {at - start + 1}:\n"
        f"{_pointed(line, at - start)}",
        where="query",
        remedy=_undeclared(prefix["prefix"]) if prefix else _remedy(query, place, place == ends, expected),
    )


def _place(text: str, line: int, column: int, expected: list[re.Match[str]]) -> int:
    """Where the parser was when it went on no further."""
    lines = text.split("\n")
    looked_at = sum(len(each) + 1 for each in lines[: line - 1]) + column - 1
    return max((looked_at - _length(each) for each in expected), default=looked_at)


def _length(expected: re.Match[str]) -> int:
    words = (expected["words"] or "").strip()
    return len(words) if re.fullmatch(r"\w+", words) else 0


def _pointed(line: str, column: int) -> str:
    """The line, or as much of it as there is room for, and a caret below its column."""
    first = max(0, column - _LINE // 2) if len(line) > _LINE else 0
    return f"  {line[first : first + _LINE]}\n  {' ' * (column - first)}^"


def _undeclared(prefix: str) -> str:
    iri = ONTOLOGY if prefix == "dhr" else "..."
    return f"The prefix {prefix}: is not declared: begin with PREFIX {prefix}: <{iri}>."


def _remedy(query: str, place: int, at_end: bool, expected: list[re.Match[str]]) -> str:
    for saying in _sayings(expected):
        return f"{_IN_OTHER_WORDS.get(saying, saying)}."
    opens = any((each["words"] or "").strip() == "CONSTRUCT" for each in expected)
    word = _WORD.match(query, place)
    near = nearest(word[0], OPENINGS if opens else KEYWORDS) if word and _may_be_keyword(word[0], expected) else ()
    marks = [f'"{each["mark"]}"' for each in expected if each["mark"] in _MARKS]
    if near:
        return f"{word[0] if word else ''} is no keyword; nearest: {', '.join(near)}."
    if opens:
        return _OPENING
    if marks:
        return f"{'It ends too early; expected' if at_end else 'Expected'} {' or '.join(marks)}."
    return "It ends too early." if at_end else "This, or the word after it, does not belong here."


def _may_be_keyword(word: str, expected: list[re.Match[str]]) -> bool:
    """Not what is one, nor where the parser waits for a digit or a letter of a name."""
    return word.upper() not in KEYWORDS and all(each["words"] or each["mark"] for each in expected)


def _sayings(expected: list[re.Match[str]]) -> Iterator[str]:
    """What the engine says in words of its own, not in keywords."""
    for each in expected:
        words = (each["words"] or "").strip()
        if " " in words:
            yield words
