"""What a build needs of the extraction, and the extraction that it has unless told otherwise."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Protocol, TypeAlias

from dhr_graph.model.documents import SourceDocument
from dhr_graph.model.reading import ReviewReading


class Extraction(Protocol):
    """Reads reviews; `rules_hash` changes with whatever it knows, so that a build can tell what to read again."""

    @property
    def rules_hash(self) -> str:
        """The hash of the rules, hexadecimal."""

    def read(self, slug: str, documents: Sequence[SourceDocument]) -> ReviewReading:
        """Read a review; raises NotAReview."""


ExtractionMaker: TypeAlias = Callable[[Path | None], Extraction]
"""Makes an extraction from a folder of the user's own rules; a module's function, so that it crosses to processes."""


def narrative(rules: Path | None) -> Extraction:
    """The rules that ship with the package and those in a folder; raises BadRules."""
    from dhr_graph.building.narrative import NarrativeExtraction  # here, since the parser takes its time to load

    return NarrativeExtraction(rules)


@lru_cache(maxsize=1)
def extraction_of(maker: ExtractionMaker, rules: Path | None) -> Extraction:
    """The extraction, made once in each process."""
    return maker(rules)
