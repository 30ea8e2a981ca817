"""What a canned question is: words for people, parameters, columns, and the query in both languages."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import TypeAlias

Value: TypeAlias = str | int | float | bool | datetime.date
Cell: TypeAlias = Value | tuple[str, ...] | None

PARAMETER_TYPES = ("string", "integer", "boolean", "date")
COLUMN_TYPES = ("string", "integer", "number", "boolean", "date", "edtf", "id", "list")


@dataclass(frozen=True, slots=True)
class Parameter:
    """What can be set in a question; `default` None means not set."""

    name: str
    type: str
    default: Value | None
    meaning: str


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the answer; a `list` is a sorted tuple of strings, an `id` the id of a record."""

    name: str
    type: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Question:
    """A question with its SPARQL and Cypher texts; `order` names the columns that rows are sorted by."""

    name: str
    title: str
    summary: str
    parameters: tuple[Parameter, ...]
    columns: tuple[Column, ...]
    order: tuple[str, ...]
    cautions: tuple[str, ...]
    sparql: str
    cypher: str
