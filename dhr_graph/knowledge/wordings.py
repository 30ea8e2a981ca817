"""How verdicts and flags are put into words; the words are data, so that no two places differ."""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib import resources
from typing import Any

from dhr_graph.errors import UsageError

NO_RECORD = "no_record"
"""The flag of a verdict whose stated failures are all told as "no record that", which is less than "did not"."""


@dataclass(frozen=True, slots=True)
class VerdictWording:
    """One row of the table of verdicts: its number, its words, its code in knowledge.csv, and where it is shown.

    `shown` is one of headline, with_gaps, flagged, to_be_read, on_request, no; `short` is for a line of a drawing.
    """

    code: str
    row: int
    label: str
    template: str
    knowledge_code: str
    shown: str
    short: str

    def sentence(self, agency: str) -> str:
        """The verdict on an agency as a full sentence."""
        return self.template.replace("{agency}", agency)


@dataclass(frozen=True, slots=True)
class FlagWording:
    """A flag in words: a short label, and a sentence that explains it.

    `of_review` says that it speaks of the whole review, so that rows of one review differ in it only by their risks.
    """

    code: str
    label: str
    sentence: str
    of_review: bool = False


@functools.cache
def _wordings() -> Mapping[str, Mapping[str, Mapping[str, Any]]]:
    return tomllib.loads(resources.files(__package__).joinpath("wordings.toml").read_text(encoding="utf-8"))


def verdict_codes() -> tuple[str, ...]:
    """The codes of the table of verdicts, in its order."""
    rows = _wordings()["verdict"]
    return tuple(sorted(rows, key=lambda code: int(rows[code]["row"])))


def verdict_wording(code: str, flags: Iterable[str] = ()) -> VerdictWording:
    """The words of a verdict, other ones where the review says no more than that it finds no record.

    Raises UsageError for a code that the table does not have.
    """
    row = _wordings()["verdict"].get(code)
    if row is None:
        raise UsageError(f"there is no verdict {code!r}.", remedy=f"Use one of {', '.join(verdict_codes())}.")
    words = row.get(NO_RECORD, row) if NO_RECORD in flags else row
    short = words.get("short", code.replace("_", " ").lower())
    return VerdictWording(
        code, row["row"], words["label"], words["sentence"], row["knowledge_code"], row["shown"], short
    )


def flag_codes() -> tuple[str, ...]:
    """The codes of the flags, sorted."""
    return tuple(sorted(_wordings()["flag"]))


def flag_wording(flag: str) -> FlagWording:
    """The words of a flag as a verdict has it (`undated`, `confidence=0.60`); raises UsageError if there is none."""
    code, _, value = flag.partition("=")
    row = _wordings()["flag"].get(code)
    if row is None:
        raise UsageError(f"there is no flag {flag!r}.", remedy=f"Use one of {', '.join(flag_codes())}.")
    label, sentence = (row[words].replace("{value}", value) for words in ("label", "sentence"))
    return FlagWording(code, label, sentence, row.get("of_review", False))
