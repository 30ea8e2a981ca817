"""What an ad-hoc Cypher statement may not do, told from its plan before it runs.

The server's query type is not enough: LOAD CSV, TERMINATE TRANSACTIONS and SHOW SETTINGS all count as reading.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from dhr_graph.errors import UsageError

READS = "r"

PROCEDURES = frozenset(
    {
        "db.index.fulltext.querynodes",
        "db.index.fulltext.queryrelationships",
        "db.info",
        "db.labels",
        "db.propertykeys",
        "db.relationshiptypes",
        "db.schema.nodetypeproperties",
        "db.schema.reltypeproperties",
        "db.schema.visualization",
    }
)
"""The procedures that may be called: they read the graph and nothing else."""

_SHOWN = frozenset({"ShowIndexes", "ShowConstraints", "ShowFunctions", "ShowProcedures"})
_OUTSIDE = re.compile(r"Load|Show|Terminate|Admin|System|Start|Stop|RunQuery|Remote|.*Transaction")
"""Operators that read files or addresses, other databases, or the server itself."""

_GAP = r"(?:\s|/\*.*?\*/|//[^\n]*(?:\n|$))*"
_CALLED = re.compile(rf"([\w`]+(?:{_GAP}\.{_GAP}[\w`]+)*){_GAP}\(", re.DOTALL)
_ESCAPE = re.compile(r"\\u+([0-9A-Fa-f]{4})")

Plan = Mapping[str, Any]


def check_plan(query_type: str | None, plan: Plan | None) -> None:
    """Raise UsageError where a statement's type, or an operator of its plan, does more than read the graph."""
    if query_type != READS or plan is None:
        raise _refused("The statement does more than read", "Take out what writes, or changes schema, users or server.")
    for operator in _operators(plan):
        name = str(operator["operatorType"]).partition("@")[0]
        if name == "LoadCSV":
            raise _refused("LOAD CSV reads files and addresses from the server", "Take that clause out.")
        if name == "ProcedureCall":
            _check_procedure(str(operator.get("args", {}).get("Details", "")))
        elif _OUTSIDE.match(name) and name not in _SHOWN:
            raise _refused(f"The statement reaches beyond the graph ({name})", "Ask of nodes and relationships only.")


def check_functions(text: str, added: Iterable[str]) -> None:
    """Raise UsageError where a statement calls a function that was added to the server: it may do anything.

    Names are looked for in strings and comments too, so that none can be hidden.
    """
    forbidden = {name.casefold() for name in added}
    unescaped = _ESCAPE.sub(lambda found: chr(int(found[1], 16)), text)
    for called in (*_CALLED.finditer(text), *_CALLED.finditer(unescaped)):
        name = re.sub(_GAP, "", called[1].replace("`", ""), flags=re.DOTALL)
        if name.casefold() in forbidden:
            raise _refused(f"The function {name} was added to the server", "Use Cypher's own functions.")


def _operators(plan: Plan) -> Iterator[Plan]:
    yield plan
    for child in plan.get("children", ()):
        yield from _operators(child)


def _check_procedure(details: str) -> None:
    name = details.partition("(")[0].strip().replace("`", "")
    if name.casefold() not in PROCEDURES:
        raise _refused(
            f"The procedure {name} is not among those that may be called", f"They are: {', '.join(sorted(PROCEDURES))}."
        )


def _refused(what: str, remedy: str) -> UsageError:
    return UsageError(f"{what}: ad-hoc Cypher is read-only.", where="statement", remedy=remedy)
