"""The lines at the head of a question file that tell people, and the programme, what it asks.

#+ title: Who knew what, and when
#+ summary: One sentence or several; lines may
#+   go on, indented.
#+ parameters:
#+ - window: integer = 28; days within which a share still counts
#+ columns:
#+ - agency: string; the agency's name
#+ order: agency
#+ cautions:
#+ - What the reader must not conclude.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from dhr_graph.errors import BadRules, UsageError
from dhr_graph.questions.parameters import typed
from dhr_graph.questions.question import COLUMN_TYPES, PARAMETER_TYPES, Column, Parameter

MARK = "#+"
_TEXTS = ("title", "summary", "order")
_LISTS = ("parameters", "columns", "cautions")
_ENTRY = re.compile(r"(?P<name>[a-z]\w*): (?P<type>[a-z]+)(?: = (?P<default>[^;]*))?; (?P<meaning>.+)")


def read_front_matter(text: str, where: str) -> Mapping[str, list[str]]:
    """The entries of each key, a text as a list of one; raises BadRules with the line that can't be read."""
    entries: dict[str, list[str]] = {}
    key = ""
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.startswith(MARK):
            continue
        content = line[len(MARK) :].rstrip()
        if opening := re.match(r" ([a-z]+):(?: (.*))?$", content):
            key, words = opening[1], opening[2]
            if key not in (*_TEXTS, *_LISTS) or key in entries:
                raise BadRules(f"line {number}: the key {key!r} is unknown or stands twice.", where=where, remedy=_KEYS)
            entries[key] = [words] if words else []
        elif key in _LISTS and content.startswith(" - "):
            entries[key].append(content[3:].strip())
        elif entries.get(key) and content.startswith("   "):
            entries[key][-1] += f" {content.strip()}"
        else:
            raise BadRules(f"line {number}: {line!r} is no line of a question's head.", where=where, remedy=_KEYS)
    return entries


_KEYS = f"Keys are {', '.join((*_TEXTS, *_LISTS))}; entries of a list start with `#+ - `."


def required(entries: Mapping[str, list[str]], key: str, where: str) -> list[str]:
    """The entries of a key that must be there."""
    if not entries.get(key):
        raise BadRules(f"the head says nothing of {key!r}.", where=where, remedy=f"Add a line `#+ {key}: ...`.")
    return entries[key]


def read_parameter(entry: str, where: str) -> Parameter:
    """A parameter from `name: type = default; meaning`; the default may be left out."""
    parts = _parts(entry, PARAMETER_TYPES, where)
    default = (parts["default"] or "").strip()
    bare = Parameter(parts["name"] or "", parts["type"] or "", None, parts["meaning"] or "")
    if not default:
        return bare
    try:
        return Parameter(bare.name, bare.type, typed(bare, default), bare.meaning)
    except UsageError as error:
        raise BadRules(f"the default in {entry!r} does not fit its type.", where=where, remedy=error.what) from error


def read_column(entry: str, where: str) -> Column:
    """A column from `name: type; meaning`."""
    parts = _parts(entry, COLUMN_TYPES, where)
    if parts["default"] is not None:
        raise BadRules(f"the column {entry!r} has a default.", where=where, remedy="Only parameters have defaults.")
    return Column(parts["name"] or "", parts["type"] or "", parts["meaning"] or "")


def _parts(entry: str, types: tuple[str, ...], where: str) -> Mapping[str, str | None]:
    found = _ENTRY.fullmatch(entry)
    if found is None or found["type"] not in types:
        remedy = f"Write `name: type; meaning`, with a type of {', '.join(types)}."
        raise BadRules(f"{entry!r} can't be read.", where=where, remedy=remedy)
    return found.groupdict()
