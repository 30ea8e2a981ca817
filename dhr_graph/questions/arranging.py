"""Arranging rows so that SPARQL and Cypher give the same: plain values, sorted lists, one order."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby, repeat
from operator import itemgetter
from typing import TypeAlias

from dhr_graph.questions.question import Cell, Column, Question

SEPARATOR = "\x1f"
"""What GROUP_CONCAT joins a list with in the .rq files; it stands in no text."""

_PLAIN = (str, int, float, datetime.date)
_NUMBERS = re.compile(r"(\d+)")

Ranking: TypeAlias = Callable[[Cell], tuple[bool, object]]


@dataclass(frozen=True, slots=True)
class Answer:
    """The rows of an answer, as wide as its columns, with what must be said beside it."""

    question: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    cautions: tuple[str, ...]


def arrange(question: Question, rows: Iterable[Sequence[object]]) -> Answer:
    """Rows from either engine as an Answer: values made plain, lists sorted, rows in the question's order.

    A row is a sequence as wide as the columns; lists may be sequences or strings joined by `SEPARATOR`.
    """
    found = list(zip(*rows, strict=True))
    columns = zip(question.columns, found, strict=True) if found else ()
    made = (_lists(values) if column.type == "list" else _cells(values) for column, values in columns)
    cells = set(zip(*made, strict=True))
    names = [column.name for column in question.columns]
    leading = [names.index(name) for name in question.order]
    of_last = _plain_rank if leading and question.columns[leading[-1]].type == "id" else _rank
    return Answer(question.name, question.columns, tuple(_ordered(list(cells), leading, of_last)), question.cautions)


def _ordered(rows: list[tuple[Cell, ...]], leading: Sequence[int], of_last: Ranking) -> Iterator[tuple[Cell, ...]]:
    """Rows by their leading columns, the last of which is looked at only where the others are alike.

    `of_last` ranks that one: mostly it is an id, in which numbers mean nothing.
    """
    places = [_places(list(map(itemgetter(column), rows))) for column in leading[:-1]]
    keys = zip(*places, strict=True) if places else repeat((), len(rows))
    ranked = sorted(zip(keys, rows, strict=True), key=itemgetter(0))
    for _, pairs in groupby(ranked, key=itemgetter(0)):
        alike = [row for _, row in pairs]
        yield from _settled(alike, leading[-1:], of_last) if len(alike) > 1 else alike


def _places(values: list[Cell]) -> list[int]:
    """The place of each of a column's values in their order."""
    ranked = sorted(((_rank(value), value) for value in set(values)), key=itemgetter(0))
    groups = groupby(ranked, key=itemgetter(0))
    place = {value: number for number, (_, alike) in enumerate(groups) for _, value in alike}
    return [place[value] for value in values]


def _settled(rows: list[tuple[Cell, ...]], last: Sequence[int], of_last: Ranking) -> Iterator[tuple[Cell, ...]]:
    """Rows that the other columns leave alike, by the last one, then by all their cells."""
    ranked = sorted((([of_last(row[place]) for place in last], row) for row in rows), key=itemgetter(0))
    for _, pairs in groupby(ranked, key=itemgetter(0)):
        alike = [row for _, row in pairs]
        yield from sorted(alike, key=_plain_ranks) if len(alike) > 1 else alike


def _plain_ranks(row: tuple[Cell, ...]) -> list[tuple[bool, object]]:
    return [_plain_rank(cell) for cell in row]


def _lists(values: Iterable[object]) -> list[Cell]:
    """The lists of a column; each joined text is taken apart once."""
    made = lru_cache(maxsize=None)(_items)
    return [made(value) if isinstance(value, str) else _items(value) for value in values]


def _items(value: object) -> Cell:
    parts = value.split(SEPARATOR) if isinstance(value, str) else list(value) if isinstance(value, Iterable) else []
    items = {str(part) for part in parts if part}
    return tuple(sorted(items, key=lambda part: (_natural(part), part)) if len(items) > 1 else items)


def _cells(values: Iterable[object]) -> list[Cell]:
    return [value if value is None or isinstance(value, _PLAIN) else _cell(value) for value in values]


def _cell(value: object) -> Cell:
    native = getattr(value, "to_native", None)
    plain = native() if native else value
    return plain if plain is None or isinstance(plain, _PLAIN) else str(plain)


def _rank(cell: Cell) -> tuple[bool, object]:
    return (False, _natural(cell)) if isinstance(cell, str) else _plain_rank(cell)


def _plain_rank(cell: Cell) -> tuple[bool, object]:
    """Nothing comes last."""
    return (cell is None, "" if cell is None else cell)


def _natural(words: str) -> list[tuple[int, str]]:
    """So that 1.10 follows 1.9."""
    return [(int(part), "") if part.isdecimal() else (-1, part) for part in _NUMBERS.split(words) if part]
