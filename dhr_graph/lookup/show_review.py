"""One review at a glance: what it is, who is in it, and the verdict on each of its agencies."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from dhr_graph.errors import DatasetError
from dhr_graph.model.records import (
    Body,
    Death,
    Document,
    Event,
    MissedOpportunity,
    OpenCue,
    Passage,
    Person,
    Recommendation,
    Record,
    Review,
    Verdict,
)
from dhr_graph.stores import Dataset

_COUNTED: Mapping[str, type[Record]] = MappingProxyType(
    {
        "documents": Document,
        "passages": Passage,
        "events": Event,
        "missed opportunities": MissedOpportunity,
        "open cues": OpenCue,
        "recommendations": Recommendation,
    }
)


@dataclass(frozen=True, slots=True)
class ReviewShown:
    """A review with its deaths and people, its agencies and forums by name, and how much of each kind was read of it.

    A body's verdict is that over all risks together; a forum, a court and a coroner have none.
    """

    review: Review
    deaths: tuple[Death, ...]
    people: tuple[Person, ...]
    bodies: tuple[tuple[Body, Verdict | None], ...]
    counts: Mapping[str, int]


def show_review(dataset: Dataset, slug: str) -> ReviewShown:
    """Show the review of a slug; raises UsageError where there is none, DatasetError where its record is missing."""
    records = tuple(dataset.records(slug))
    verdicts = {each.of_agency: each for each in records if isinstance(each, Verdict) and each.of_risk is None}
    review = next((each for each in records if isinstance(each, Review)), None)
    if review is None:
        raise DatasetError(
            "The dataset lacks the record of the review itself.",
            where=slug,
            remedy=f"Take it out with `dhr-graph remove {slug}` and build it again.",
        )
    people = [each for each in records if isinstance(each, Person)]
    bodies = [each for each in records if isinstance(each, Body)]
    return ReviewShown(
        review=review,
        deaths=tuple(each for each in records if isinstance(each, Death)),
        people=tuple(sorted(people, key=lambda each: (each.label.casefold(), each.id))),
        bodies=tuple(
            (each, verdicts.get(each.id)) for each in sorted(bodies, key=lambda each: (each.name.casefold(), each.id))
        ),
        counts=MappingProxyType(
            {name: sum(isinstance(each, kind) for each in records) for name, kind in _COUNTED.items()}
        ),
    )
