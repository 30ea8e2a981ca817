"""The whole dataset looked at, review by review: how much of each was read, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dhr_graph.checking.coverage import coverage_of
from dhr_graph.checking.findings import VIOLATION, Finding
from dhr_graph.checking.review import check_review
from dhr_graph.model.reading import Coverage
from dhr_graph.stores import Dataset


@dataclass(frozen=True, slots=True)
class Inspection:
    """What was found on one review; its findings worst first."""

    review: str
    coverage: Coverage
    findings: tuple[Finding, ...]

    @property
    def violations(self) -> int:
        """How many findings must not be in a dataset."""
        return sum(1 for finding in self.findings if finding.severity == VIOLATION)


def inspect(dataset: Dataset, reviews: Sequence[str] = ()) -> Iterator[Inspection]:
    """Look at the reviews of these slugs, by default at all; raises UsageError for one that is not there."""
    for review in reviews or dataset.reviews():
        quads = tuple(dataset.quads(review))
        findings = check_review(quads, review, dataset.organisation_quads(), dataset.base)
        yield Inspection(review, coverage_of(dataset.records(review)), tuple(findings))
