"""How the values of records become literals and come back, for each datatype of the ontology."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TypeAlias

import pyoxigraph as ox

from dhr_graph.vocabulary import EDTF, XSD

Value: TypeAlias = str | int | float | bool | datetime.date

_DATE = ox.NamedNode(XSD + "date")
_EDTF = ox.NamedNode(EDTF)
_NOT_AS_IT_IS = re.compile(r'["\\\x00-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\uffff]')
"""What can't stand in N-Quads, or only when escaped, and what is left to the engine to judge."""


def _date_literal(value: datetime.date) -> ox.Literal:
    return ox.Literal(value.isoformat(), datatype=_DATE)


def _edtf_literal(value: str) -> ox.Literal:
    return ox.Literal(value, datatype=_EDTF)


def _double_literal(value: float) -> ox.Literal:
    return ox.Literal(float(value))


TO_LITERAL: Mapping[str, Callable[..., ox.Literal]] = MappingProxyType(
    {
        XSD + "string": ox.Literal,
        XSD + "integer": ox.Literal,
        XSD + "boolean": ox.Literal,
        XSD + "double": _double_literal,
        XSD + "date": _date_literal,
        EDTF: _edtf_literal,
    }
)
"""For each datatype, what makes the literal of a value."""


def written(literal: Callable[..., ox.Literal]) -> Callable[..., str]:
    """What makes the literal of a value as N-Quads have it; most words need no more than their marks."""
    if literal is not ox.Literal:
        return lambda value: str(literal(value))

    def of_words(value: str | int | bool) -> str:
        plain = type(value) is str and not _NOT_AS_IT_IS.search(value)
        return f'"{value}"' if plain else str(ox.Literal(value))

    return of_words


FROM_LEXICAL: Mapping[str, Callable[[str], Value]] = MappingProxyType(
    {
        XSD + "string": str,
        XSD + "integer": int,
        XSD + "boolean": ("true", "1").__contains__,
        XSD + "double": float,
        XSD + "date": datetime.date.fromisoformat,
        EDTF: str,
    }
)
"""For each datatype, what reads a value from the words of a literal."""
