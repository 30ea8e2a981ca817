"""Rows of a question as few long texts: the driver, which is Python, takes 3 microseconds for every single value.

The server runs the question as a subquery and joins what it gives, by characters that stand in no text.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from dhr_graph.errors import UsageError
from dhr_graph.questions import Cell, Column, Question
from dhr_graph.questions.arranging import SEPARATOR

NOTHING, BETWEEN_CELLS = "\x1e", "\x1d"
AT_ONCE = 500
"""Rows that come in one message."""


def compact(question: Question) -> str:
    """The statement of a question, its rows as texts, some hundred in a list; `wide` makes rows of them again."""
    row = f" + '{_escaped(BETWEEN_CELLS)}' + ".join(map(_text, question.columns))
    return (
        f"CALL () {{ {question.cypher}\n}} WITH collect({row}) AS found "
        f"UNWIND range(0, size(found) - 1, {AT_ONCE}) AS at RETURN found[at .. at + {AT_ONCE}] AS rows"
    )


def wide(question: Question, batches: Iterable[Sequence[str]]) -> Iterator[tuple[Cell, ...]]:
    """The rows with their values, lists still joined by `SEPARATOR`.

    Raises UsageError where a value is not of its column's type, or holds the character that parts the cells.
    """
    rows = [text.split(BETWEEN_CELLS) for batch in batches for text in batch]
    if any(len(row) != len(question.columns) for row in rows):
        raise UsageError(
            f"A value holds the character U+{ord(BETWEEN_CELLS):04X}, which parts the cells of a row.",
            where=f"{question.name}.cypher",
            remedy="Take it out with replace().",
        )
    of_columns = zip(question.columns, zip(*rows, strict=True), strict=True) if rows else ()
    return zip(*(_values(question.name, column, texts) for column, texts in of_columns), strict=True)


def _text(column: Column) -> str:
    """The Cypher that makes a text of a column's value."""
    name = f"`{column.name}`"
    if column.type == "list":
        item = f"coalesce(toString(item_), '') + '{_escaped(SEPARATOR)}'"
        return f"coalesce(reduce(joined_ = '', item_ IN {name} | joined_ + {item}), '')"
    return f"coalesce(toString({name}), '{_escaped(NOTHING)}')"


def _escaped(character: str) -> str:
    return f"\\u{ord(character):04X}"


def _values(name: str, column: Column, texts: Sequence[str]) -> list[Cell]:
    """A column's values; each text is read once, for most recur."""
    try:
        made = {text: None if text == NOTHING else _FROM_TEXT[column.type](text) for text in set(texts)}
    except ValueError as fault:
        raise UsageError(
            f"A value of the column {column.name} is no {column.type}: {fault}.",
            where=f"{name}.cypher",
            remedy="Return such a value, or give the column another type in the head of the .rq file.",
        ) from fault
    return [made[text] for text in texts]


def _truth(text: str) -> bool:
    if text not in ("true", "false"):
        raise ValueError(f"{text!r} is neither true nor false.")
    return text == "true"


def _number(text: str) -> int | float:
    return int(text) if text.lstrip("-").isdecimal() else float(text)


_FROM_TEXT: Mapping[str, Callable[[str], Cell]] = {
    "string": str,
    "edtf": str,
    "id": str,
    "list": str,
    "integer": int,
    "number": _number,
    "boolean": _truth,
    "date": datetime.date.fromisoformat,
}
