"""Tables for people: aligned on a terminal, or in Markdown, and pages that hold such tables kept up to date."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

Cell: TypeAlias = str | int | float | None


@dataclass(frozen=True, slots=True)
class MeasuredTable:
    """A table with its title; numbers are shown with as many decimals as they deserve, None as a dash."""

    title: str
    columns: Sequence[str]
    rows: Sequence[Sequence[Cell]]

    def as_text(self) -> str:
        """The table with its columns aligned."""
        lines = [[_shown(cell) for cell in row] for row in (self.columns, *self.rows)]
        widths = [max(len(line[at]) for line in lines) for at in range(len(self.columns))]
        return "\n".join([self.title, *(_aligned(line, widths, self._numeric) for line in lines)]) + "\n"

    def as_markdown(self) -> str:
        """The table as Markdown, its title in bold above it."""
        rule = ["--:" if numeric else "---" for numeric in self._numeric]
        lines = [self.columns, rule, *([_shown(cell) for cell in row] for row in self.rows)]
        return f"**{self.title}**\n\n" + "".join(f"| {' | '.join(line)} |\n" for line in lines)

    @property
    def _numeric(self) -> Sequence[bool]:
        return [not any(isinstance(row[at], str) for row in self.rows) for at in range(len(self.columns))]


def write_block(page: Path, name: str, tables: Iterable[MeasuredTable]) -> None:
    """Put tables between the marks of a block in a page of Markdown; raises ValueError where the marks are missing."""
    begin, end = f"<!-- measured: {name} -->\n", f"<!-- end of measured: {name} -->"
    before, found, rest = page.read_text(encoding="utf-8").partition(begin)
    _, closed, after = rest.partition(end)
    if not found or not closed:
        raise ValueError(f"{page} has no block between {begin.strip()} and {end}: write both lines into it.")
    body = "\n".join(table.as_markdown() for table in tables)
    page.write_text(f"{before}{begin}\n{body}\n{end}{after}", encoding="utf-8")


def _shown(cell: Cell) -> str:
    if cell is None:
        return "-"
    if isinstance(cell, float):
        return f"{cell:.2f}" if abs(cell) < 100 else f"{cell:,.0f}"
    return f"{cell:,}" if isinstance(cell, int) else cell


def _aligned(cells: Sequence[str], widths: Sequence[int], numeric: Sequence[bool]) -> str:
    parts = zip(cells, widths, numeric, strict=True)
    return "  ".join(cell.rjust(width) if right else cell.ljust(width) for cell, width, right in parts).rstrip()
