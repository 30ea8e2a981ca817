"""Known organisations: those that ship with the package, and a user's own."""

from __future__ import annotations

import csv
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from pathlib import Path

from dhr_graph.errors import BadRules
from dhr_graph.loaders.cast.wording import bare

AGENCY_TYPES = (
    "police",
    "probation",
    "prison",
    "courts_cps",
    "acute_health",
    "mental_health",
    "community_health",
    "gp",
    "ambulance",
    "urgent_care",
    "health_commissioner",
    "childrens_social_care",
    "adult_social_care",
    "housing",
    "school",
    "education_authority",
    "domestic_abuse_service",
    "victim_service",
    "substance_misuse",
    "voluntary_other",
    "forum",
    "csp",
    "local_authority_other",
    "national_body",
    "legal",
    "university",
    "other",
)


@dataclass(frozen=True, slots=True)
class KnownBody:
    """An organisation by its usual name, with its type, other names and, if it has one, its code."""

    name: str
    type: str
    aliases: tuple[str, ...] = ()
    code: str | None = None


@lru_cache(maxsize=1)
def shipped_bodies() -> dict[str, KnownBody]:
    """The organisations of the package's gazetteer, by folded name and alias."""
    source = resources.files("dhr_graph.loaders.gazetteer").joinpath("organisations.csv")
    table = csv.DictReader(source.read_text(encoding="utf-8").splitlines())
    return _by_name([KnownBody(r["name"], r["type"], _split(r["aliases"]), r["code"] or None) for r in table])


def _split(aliases: str | None) -> tuple[str, ...]:
    return tuple(a.strip() for a in (aliases or "").split("|") if a.strip())


def own_bodies(folder: Path) -> dict[str, KnownBody]:
    """A user's own agencies, so that a review's local services are known by name and kind.

    They stand in `agencies.toml` ([[agency]] with name, type, and if they have them aliases and code) or in
    `agencies.csv` (the same as columns, aliases joined by |) in the folder; a folder with neither gives none. Raises
    BadRules where they don't follow the format.
    """
    rows: list[KnownBody] = []
    toml, table = folder / "agencies.toml", folder / "agencies.csv"
    try:
        if toml.exists():
            for number, entry in enumerate(tomllib.loads(toml.read_text(encoding="utf-8")).get("agency", []), 1):
                rows.append(_own(entry, f"{toml}, agency {number}"))
        if table.exists():
            with table.open(encoding="utf-8-sig", newline="") as lines:
                for number, row in enumerate(csv.DictReader(lines), 2):
                    rows.append(_own({**row, "aliases": list(_split(row.get("aliases")))}, f"{table}, line {number}"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        raise BadRules(
            f"The list of agencies can't be read: {error}.",
            where=str(folder),
            remedy="Write [[agency]] entries with a name and a type, in UTF-8.",
        ) from error
    return _by_name(rows)


def _own(entry: dict[str, object], where: str) -> KnownBody:
    name, kind, aliases, code = (entry.get(k) for k in ("name", "type", "aliases", "code"))
    if not isinstance(name, str) or not name.strip():
        raise BadRules("An agency has no name.", where=where, remedy="Give `name`.")
    if kind not in AGENCY_TYPES:
        raise BadRules(
            f"Unknown type {kind!r} of agency {name!r}.", where=where, remedy=f"Use one of: {', '.join(AGENCY_TYPES)}."
        )
    if aliases is not None and (not isinstance(aliases, list) or not all(isinstance(a, str) for a in aliases)):
        raise BadRules(f"The aliases of {name!r} are no list of names.", where=where, remedy='Write aliases = ["..."].')
    return KnownBody(name.strip(), str(kind), tuple(aliases or ()), str(code) if code else None)


def _by_name(rows: list[KnownBody]) -> dict[str, KnownBody]:
    found: dict[str, KnownBody] = {}
    for row in rows:
        for name in (row.name, *row.aliases):
            found.setdefault(bare(name), row)
    return found
