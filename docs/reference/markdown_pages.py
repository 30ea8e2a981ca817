"""What the pages of this folder have in common."""

from __future__ import annotations

from collections.abc import Sequence

NOTE = "Written by `make reference` from the programme itself; do not edit it."
NO_OUTPUT = "```text\n```"
"""Stands where docs/blocks.py writes what the command above prints."""


def table(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table in Markdown."""
    lines = [columns, ["---"] * len(columns), *([cell.replace("|", "\\|") for cell in row] for row in rows)]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)
