"""Rows of a question as few long texts: the driver, which is Python, takes 3 microseconds for every single value.

The server runs the question as a subquery and joins what it gives, by characters that stand in no text.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

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


def wide(columns: Sequence[Column], batches: Iterable[Sequence[str]]) -> Iterator[tuple[Cell, ...]]:
    """The rows with their values, lists still joined by `SEPARATOR`.

    Raises ValueError where a row is not as wide as the columns, or a value is not of its column's type.
    """
    rows = [text.split(BETWEEN_CELLS) for batch in batches for text in batch]
    if any(len(row) != len(columns) for row in rows):
        raise ValueError("A row is not as wide as the columns.")
    return zip(*map(_values, columns, zip(*rows, strict=True)), strict=True)


def _text(column: Column) -> str:
    """The Cypher that makes a text of a column's value."""
    name = f"`{column.name}`"
    if column.type == "list":
        item = f"coalesce(toString(item_), '') + '{_escaped(SEPARATOR)}'"
        return f"coalesce(reduce(joined_ = '', item_ IN {name} | joined_ + {item}), '')"
    return f"coalesce(toString({name}), '{_escaped(NOTHING)}')"


def _escaped(character: str) -> str:
    return f"\\u{ord(character):04X}"


def _values(column: Column, texts: Sequence[str]) -> list[Cell]:
    """A column's values; each text is read once, for most recur."""
    made = {text: None if text == NOTHING else _FROM_TEXT[column.type](text) for text in set(texts)}
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
