"""What is known of kinds of section: the words of headings, of openings and of tables' headers, read once from data."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from dhr_graph.errors import BadRules
from dhr_graph.identifiers import fold

ASKING = ("recommendations", "action_plan")
KINDS = ("front", "key", "contributors", "terms", "process", "history", "analysis", "lessons", *ASKING)
LABEL = re.compile(
    r"^(\W*(part|section|chapter|appendix|annex)\s+([\divx]+|[a-z]|one|two|three|four|five|six|seven|eight|nine|ten)\b\W*"
    r"|\W*(\d+(\.\d+)*|[b-z]|[ivx]+)[.):]?\s+(?=\w)|\W*a[.):]\s+)+"
)
OF_THE_REVIEW = re.compile(
    r"\s+(arising |raised |identified |made )?(for|of|from|to|by|in) (the|this) ([a-z]+ ){0,2}"
    r"(review|report|panel|dhr|dardr)$"
)


@dataclass(frozen=True, slots=True)
class SectionKind:
    """How one kind of section is known: by headings, by how a paragraph opens, by words within one."""

    name: str
    headings: re.Pattern[str]
    openings: re.Pattern[str]
    within: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class TableKind:
    """How a header row tells its table's kind: each group of `columns` is met by a column, no column by `absent`."""

    kind: str
    columns: tuple[re.Pattern[str], ...]
    absent: tuple[re.Pattern[str], ...]

    def fits(self, header: Sequence[str]) -> bool:
        """Whether distinct columns meet all the groups."""
        if any(pattern.search(cell) for pattern in self.absent for cell in header):
            return False
        free = list(header)
        for pattern in self.columns:
            met = next((cell for cell in free if pattern.search(cell)), None)
            if met is None:
                return False
            free.remove(met)
        return True


@dataclass(frozen=True, slots=True)
class SectionRules:
    """All that is known of kinds of section, in order of precedence."""

    kinds: tuple[SectionKind, ...]
    tables: tuple[TableKind, ...]

    def of_heading(self, words: str) -> str | None:
        """The kind that a heading announces, None where its words are not known."""
        plain = OF_THE_REVIEW.sub("", LABEL.sub("", fold(words)).strip(" .:*#_-\t"))
        found = [kind.name for kind in self.kinds if kind.headings.fullmatch(plain)]
        if not found:
            parts = [part.strip() for part in re.split(r"\s*(?:\band\b|&|,|:|;|/|\()\s*", plain)]
            found = [kind.name for kind in self.kinds for part in parts if kind.headings.fullmatch(part)]
        if not found and len(plain) < 100:
            found = [kind for kind in ASKING[::-1] if re.search(kind.rstrip("s").replace("_", " "), plain)]
        return found[0] if found else None

    def of_paragraph(self, words: str) -> str | None:
        """The kind that a paragraph tells of itself, None where it tells none."""
        plain = fold(words)
        for kind in self.kinds:
            if kind.openings.match(plain) or kind.within.search(plain):
                return kind.name
        return None

    def of_columns(self, columns: Sequence[str]) -> str | None:
        """The kind that a table's header row announces."""
        header = [fold(cell) for cell in columns if cell.strip()]
        return next((table.kind for table in self.tables if table.fits(header)), None)


def _pattern(alternatives: Sequence[str], where: str) -> re.Pattern[str]:
    try:
        return re.compile(rf"(?:{'|'.join(alternatives)})(?!\w)" if alternatives else r"(?!)")
    except re.error as error:
        raise BadRules(f"A pattern can't be read: {error}.", where=where, remedy="Mend the expression.") from error


def parse_section_rules(text: str, where: str = "sections.toml") -> SectionRules:
    """Read the rules of sections from TOML; raises BadRules where they don't follow the format."""
    try:
        table = tomllib.loads(text)
        fields = ("headings", "openings", "within")
        kinds = tuple(SectionKind(k["name"], *(_pattern(k.get(f, []), where) for f in fields)) for k in table["kind"])
        tables = tuple(
            TableKind(
                t["kind"],
                tuple(re.compile(rf"\b(?:{c})\b") for c in t["columns"]),
                tuple(re.compile(rf"\b(?:{c})\b") for c in t.get("absent", [])),
            )
            for t in table.get("table", [])
        )
    except (tomllib.TOMLDecodeError, KeyError, TypeError, re.error) as error:
        raise BadRules(
            f"The rules of sections can't be read: {error!r}.",
            where=where,
            remedy="Follow the form of loaders/rules/sections.toml.",
        ) from error
    unknown = sorted({k.name for k in kinds} - set(KINDS) | {t.kind for t in tables} - set(KINDS))
    if unknown:
        raise BadRules(
            f"Unknown kinds of section: {', '.join(unknown)}.", where=where, remedy=f"Use one of: {', '.join(KINDS)}."
        )
    return SectionRules(kinds, tables)


@lru_cache(maxsize=1)
def section_rules() -> SectionRules:
    """The rules of sections that ship with the package."""
    source = resources.files("dhr_graph.loaders.rules").joinpath("sections.toml")
    return parse_section_rules(source.read_text(encoding="utf-8"))
