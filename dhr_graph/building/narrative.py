"""The extraction by rules and grammar, as a build takes it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from dhr_graph.loaders.reading import load_knowledge, read_review
from dhr_graph.model.documents import SourceDocument
from dhr_graph.model.reading import ReviewReading


class NarrativeExtraction:
    """Reads reviews by the shipped rules and those of a folder."""

    def __init__(self, rules: Path | None = None) -> None:
        self._knowledge = load_knowledge(rules)

    @property
    def rules_hash(self) -> str:
        """The hash of all the rules."""
        return self._knowledge.hash

    def read(self, slug: str, documents: Sequence[SourceDocument]) -> ReviewReading:
        """Read a review; raises NotAReview."""
        return read_review(slug, documents, self._knowledge)
