"""Ad-hoc SPARQL: read-only, no network, with a limit of time and of rows, in a process that can be ended."""

from __future__ import annotations

import dataclasses
import json
import os
import re
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

from dhr_graph.errors import DatasetError, UsageError
from dhr_graph.stores.syntax_faults import syntax_fault
from dhr_graph.vocabulary import vocabulary
from dhr_graph.vocabulary.unknown_codes import unknown_codes
from dhr_graph.vocabulary.unknown_terms import unknown_in_sparql

Cell: TypeAlias = str | int | float | bool | None

_GAP = r"(?>(?:[^\S]|#[^\r\n]*)*)"
_PLACE = r"(?:<[^{}<>]*>|[?$]\w+|[^\s{}<>\"'()?$:]*:[^\s{}<>\"]*)"
_SERVICE = re.compile(rf"SERVICE{_GAP}(?:SILENT)?{_GAP}{_PLACE}{_GAP}\{{", re.IGNORECASE)
_UPDATE = re.compile(
    r"(?>(?>\s+|#[^\r\n]*|BASE\s*<[^<>]*>|PREFIX\s*[^\s:<>]*:\s*<[^<>]*>)*)"
    r"(INSERT|DELETE|LOAD|CLEAR|DROP|CREATE|ADD|MOVE|COPY|WITH)\b",
    re.IGNORECASE,
)
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")


@dataclass(frozen=True, slots=True)
class QueryResult:
    """What a query gave: `rows` have one cell a column, None where a variable is not bound; an ASK has one row of one
    cell, a CONSTRUCT the columns subject, predicate and object. `truncated` says that there was more; `hints` are
    sentences on names and codes in the query that nothing here can bear."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    truncated: bool = False
    hints: tuple[str, ...] = ()


def refuse_service(query: str) -> None:
    """Raise UsageError where a query asks another server.

    The pattern is looked for in strings and comments too: it can't be hidden, and a query that is refused for a comment
    loses little.
    """
    unescaped = _ESCAPE.sub(_character, query)
    if _SERVICE.search(query) or _SERVICE.search(unescaped):
        raise UsageError(
            "SERVICE is not allowed: queries never leave this machine.", where="query", remedy="Take that clause out."
        )


def refuse_updates(query: str) -> None:
    """Raise UsageError where a text would change the dataset: to the engine it is only a query that does not parse."""
    opening = _UPDATE.match(query)
    if opening is not None:
        raise UsageError(
            f"{opening[1].upper()} would change the dataset, which queries only read.",
            where="query",
            remedy="What it holds comes from the reviews: build them again (`dhr-graph build`) or take one out "
            "(`dhr-graph remove`); statements of your own belong in a store of your own (`dhr-graph export nquads`).",
        )


def ask(source: Sequence[str], query: str, *, limit: int, timeout: float, stdin: bytes = b"") -> QueryResult:
    """Ask in a child process; `source` names the store to it (`--path DIR`, or `--nquads` to read it from stdin).

    Raises UsageError where the query is wrong, not read-only or takes longer than `timeout` seconds.
    """
    refuse_service(query)
    refuse_updates(query)
    if limit < 1 or timeout <= 0:
        raise UsageError("The limits of rows and of seconds must be above 0.", remedy="Give higher ones.")
    arguments = [sys.executable, "-m", "dhr_graph.stores.ad_hoc_child", *source, "--limit", str(limit)]
    length = f"{len(query.encode('utf-8', 'replace'))}\n".encode()
    try:
        done = subprocess.run(
            arguments,
            input=length + query.encode("utf-8", "replace") + stdin,
            capture_output=True,
            timeout=timeout,
            check=False,
            env=_surroundings(),
        )
    except subprocess.TimeoutExpired as fault:
        raise UsageError(
            f"The query took longer than {timeout:g} s and was ended.",
            where="query",
            remedy="Anchor it on one review, take a pattern out, or allow more time.",
        ) from fault
    answer = _answer(query, done)
    words = vocabulary()
    return dataclasses.replace(answer, hints=(*unknown_in_sparql(query, words), *unknown_codes(query, words)))


def _surroundings() -> dict[str, str]:
    """The environment in which the child finds this very package."""
    package = str(Path(__file__).resolve().parents[2])
    return {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, (package, os.environ.get("PYTHONPATH"))))}


def _answer(query: str, done: subprocess.CompletedProcess[bytes]) -> QueryResult:
    try:
        result: dict[str, Any] = json.loads(done.stdout)
    except ValueError as fault:
        last = done.stderr.decode("utf-8", "replace").strip().rpartition("\n")[2]
        raise DatasetError(
            f"The query could not be run (code {done.returncode}): {last or 'its process was ended'}.",
            where="query",
            remedy="If memory ran out, ask for less at once; else check the dataset with `dhr-graph doctor`.",
        ) from fault
    if "error" in result:
        raise syntax_fault(query, result["error"]) or UsageError(
            f"The query can't be run: {result['error']}.",
            where="query",
            remedy="Mend it; only SELECT, ASK, CONSTRUCT and DESCRIBE are read.",
        )
    return QueryResult(tuple(result["columns"]), tuple(tuple(row) for row in result["rows"]), result["truncated"])


def _character(escape: re.Match[str]) -> str:
    code = int(escape.group(1) or escape.group(2), 16)
    return chr(code) if code <= sys.maxunicode else escape.group()
