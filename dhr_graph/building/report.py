"""What a build has to say: while it runs, and at its end."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from dhr_graph.errors import DhrGraphError
from dhr_graph.model.reading import Coverage

ADDED = "added"
REWRITTEN = "rewritten"
UNCHANGED = "unchanged"
SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Failure:
    """A file, folder or review that could not be read, with the reason and what to do; `detail` is for a bug report."""

    where: str
    message: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Progress:
    """One review is done: `done` of `total`, and what came of it (added, rewritten, unchanged, skipped)."""

    done: int
    total: int
    slug: str
    outcome: str


@dataclass(frozen=True, slots=True)
class BuildReport:
    """The slugs of reviews by what came of them, each sorted, and what could not be read.

    `skipped` reviews are as they were before, in the dataset or not in it; `left_out` are files that no reader reads,
    with the reason, which is no failure. `coverage` is of the documents of added and rewritten reviews, by their slug
    and name.
    """

    added: tuple[str, ...] = ()
    rewritten: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    skipped: tuple[str, ...] = ()
    failures: tuple[Failure, ...] = ()
    left_out: tuple[Failure, ...] = ()
    coverage: Mapping[tuple[str, str], Coverage] = field(default_factory=dict)

    @property
    def exit_code(self) -> int:
        """0 if all was read, 1 if something could not be."""
        return 1 if self.failures else 0

    @property
    def reviews(self) -> tuple[str, ...]:
        """The slugs of the reviews that the dataset now holds from these files."""
        return tuple(sorted((*self.added, *self.rewritten, *self.unchanged)))


def failure_of(fault: DhrGraphError, where: str) -> Failure:
    """A failure in the words of an error."""
    message = " ".join(part for part in (fault.what, fault.remedy) if part)
    return Failure(fault.where or where, message)
