"""The facts of a review in one shape, whether people annotated them or `export csv` wrote them."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

TABLES = ("persons", "agencies", "events", "knowledge", "recommendations")


@dataclass(frozen=True, slots=True)
class Entity:
    """A person or an agency; `kind` is the person's role or the agency's type."""

    id: str
    names: tuple[str, ...]
    kind: str


@dataclass(frozen=True, slots=True)
class ScoredEvent:
    """An event as far as it is scored; nothing stated is None. `method` and `confidence` only where extracted."""

    type: str
    date: str | None
    agency: str | None
    recipient: str | None
    subjects: frozenset[str]
    level: str
    risk: bool
    quote: str
    method: str = ""
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Request:
    """A recommendation: its text or the start of it, whom it is addressed to, and the cells of its plan."""

    text: str
    owners: tuple[str, ...]
    plan: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class ReviewFacts:
    """All that is scored of one review; `verdicts` are codes of knowledge by agency."""

    persons: tuple[Entity, ...]
    agencies: tuple[Entity, ...]
    events: tuple[ScoredEvent, ...]
    verdicts: Mapping[str, str]
    requests: tuple[Request, ...]


def read_json(path: Path) -> Any:
    """A JSON file in UTF-8."""
    return json.loads(path.read_text(encoding="utf-8"))


def gold_facts(gold: Mapping[str, Any]) -> ReviewFacts:
    """The facts of a gold file."""
    requests = [{**row, "text": row["text_start"], "owners": row.get("owner")} for row in gold["recommendations"]]
    return _facts({**gold, "recommendations": requests})


def table_facts(folder: Path) -> Mapping[str, ReviewFacts]:
    """The facts of each review in a folder of exported tables, by slug."""
    by_review: dict[str, dict[str, list[Mapping[str, Any]]]] = {}
    for table in TABLES:
        with (folder / f"{table}.csv").open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                by_review.setdefault(row["review"], {name: [] for name in TABLES})[table].append(row)
    return {slug: _facts(tables) for slug, tables in by_review.items()}


NOTHING = ReviewFacts((), (), (), {}, ())
"""What there is of a review that could not be read."""


def _facts(tables: Mapping[str, Sequence[Mapping[str, Any]]]) -> ReviewFacts:
    return ReviewFacts(
        persons=tuple(
            Entity(row["id"], (row["label"] or "", *_several(row.get("aliases"))), row["role"])
            for row in tables["persons"]
        ),
        agencies=tuple(
            Entity(row["id"], (row["name"] or "", *_several(row.get("aliases"))), row["type"])
            for row in tables["agencies"]
        ),
        events=tuple(event_of(row) for row in tables["events"]),
        verdicts={row["agency"]: row["verdict"] for row in tables["knowledge"]},
        requests=tuple(
            Request(
                row["text"] or "",
                _several(row.get("owners")),
                {cell: row.get(cell) or "" for cell in ("lead", "target_date", "status")},
            )
            for row in tables["recommendations"]
        ),
    )


def event_of(row: Mapping[str, Any]) -> ScoredEvent:
    """An event of a table, a gold file or a case."""
    confidence = row.get("confidence")
    return ScoredEvent(
        type=row["type"],
        date=row["date"] or None,
        agency=row["agency"] or None,
        recipient=row["recipient"] or None,
        subjects=frozenset(_several(row.get("subjects"))),
        level=row.get("level") or "",
        risk=str(row["risk"]).lower() == "true",
        quote=row["quote"] or "",
        method=row.get("method") or "",
        confidence=float(confidence) if confidence else None,
    )


def _several(cell: str | Sequence[str] | None) -> tuple[str, ...]:
    parts = re.split(r"[|;]", cell) if isinstance(cell, str) else cell or ()
    return tuple(part for part in parts if part.strip())
