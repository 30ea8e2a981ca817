"""Recommendations and action plans: what a review asks for, of whom, and what became of it, each with its words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dhr_graph.identifiers import record_id
from dhr_graph.loaders.recommendations.merging import merge
from dhr_graph.loaders.recommendations.owners import Naming, Owners
from dhr_graph.loaders.recommendations.plans import requests_in_tables
from dhr_graph.loaders.recommendations.prose import requests_in_prose
from dhr_graph.loaders.recommendations.request import Request
from dhr_graph.loaders.recommendations.rules import RecommendationRules, recommendation_rules
from dhr_graph.model.documents import SourceDocument, Span
from dhr_graph.model.records import Action, Recommendation

CONFIDENCE = {"plan": 0.95, "list": 0.9}


@dataclass(frozen=True, slots=True)
class RecommendationQuote:
    """Words that support a recommendation or, with `field`, one field of it; `document` counts from 0."""

    document: int
    start: int
    end: int
    supports: str
    field: str | None = None


@dataclass(frozen=True, slots=True)
class FoundRecommendation:
    """A recommendation with its actions and the places of the words that support them."""

    recommendation: Recommendation
    actions: tuple[Action, ...]
    quotes: tuple[RecommendationQuote, ...]


def find_recommendations(
    slug: str,
    documents: Sequence[SourceDocument],
    sections: Sequence[Sequence[str]],
    cast: Naming,
    rules: RecommendationRules | None = None,
) -> tuple[FoundRecommendation, ...]:
    """All recommendations of a review, one for each thing asked for however often it is told, in order of telling.

    `sections` holds for each document the kinds of section of its passages, as `classify` gives them.
    """
    known = rules or recommendation_rules()
    owners = Owners(cast, known)
    requests = merge(_requests(documents, sections, owners, known))
    found: dict[str, FoundRecommendation] = {}
    for request in requests:
        made = _found(slug, request, owners, known)
        found.setdefault(made.recommendation.id, made)
    return tuple(found.values())


def _requests(
    documents: Sequence[SourceDocument], sections: Sequence[Sequence[str]], owners: Owners, rules: RecommendationRules
) -> Iterator[Request]:
    pairs = list(enumerate(zip(documents, sections, strict=True)))
    for index, (document, kinds) in pairs:
        yield from requests_in_prose(index, document, kinds, owners, rules)
    for index, (document, kinds) in pairs:
        yield from requests_in_tables(index, document, kinds, owners, rules)


def _found(slug: str, request: Request, owners: Owners, rules: RecommendationRules) -> FoundRecommendation:
    key = record_id(slug, "Recommendation", request.label, request.text)
    method = "table" if request.in_table else "rule"
    confidence = CONFIDENCE["plan" if request.in_table else "list"]
    actions = tuple(
        Action(
            id=record_id(slug, "Action", key, entry.lead, entry.target_date, entry.status, ordinal),
            in_review=slug,
            lead=entry.lead,
            target_date=entry.target_date,
            status=entry.status,
            method="table",
            confidence=CONFIDENCE["plan"],
            caption=entry.lead or entry.status or entry.target_date or "action",
        )
        for ordinal, entry in enumerate(request.plan)
    )
    recommendation = Recommendation(
        id=key,
        in_review=slug,
        label=request.label,
        text=request.text,
        caption=f"{request.label}: {request.text[:60]}" if request.label else request.text[:60],
        level=owners.level(request.addressees, request.level_hint),
        theme=rules.theme_of(request.text),
        addressed_to=tuple(sorted(request.addressees.members)),
        addressed_to_text=tuple(sorted(request.addressees.printed)),
        has_action=tuple(sorted(action.id for action in actions)),
        method=method,
        confidence=confidence,
    )
    return FoundRecommendation(recommendation, actions, tuple(_quotes(request, key, actions)))


def _quotes(request: Request, key: str, actions: Sequence[Action]) -> Iterator[RecommendationQuote]:
    yield RecommendationQuote(request.document, request.place.start, request.place.end, key)
    owner = request.addressees.place
    if owner is not None:
        yield RecommendationQuote(request.document, owner.start, owner.end, key, "addressed_to")
    for action, entry in zip(actions, request.plan, strict=True):
        place: Span | None = entry.place
        if place is not None:
            yield RecommendationQuote(entry.document, place.start, place.end, action.id)
