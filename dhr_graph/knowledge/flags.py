"""What has to be said beside a verdict so that nobody reads more into it than the review tells."""

from __future__ import annotations

from collections.abc import Iterator

from dhr_graph.knowledge.dealings import SHARING_FAILURES, Dealings
from dhr_graph.knowledge.history import Happening, History, Scope, is_dated
from dhr_graph.knowledge.no_record import finds_no_record
from dhr_graph.knowledge.sharing import REJECTED
from dhr_graph.knowledge.wordings import NO_RECORD
from dhr_graph.model.records import Document, InformationShare

RECEIVED_ONLY = "received_only"
UNDATED = "undated"
UNNAMED_SENDER = "unnamed_sender"
UNNAMED_FAILURE = "unnamed_failure"
OPEN_CUE = "open_cue"
ATTEMPTED = "attempted"
SIGNPOSTED = "signposted"
REJECTED_FLAG = "rejected"
IN_ORGANISATION = "in_organisation"
PERPETRATOR_ONLY = "perpetrator_only"
EXECUTIVE_SUMMARY = "executive_summary"
CONFIDENCE = "confidence"

_SUMMARY = "executive_summary"
LOW_CONFIDENCE = "low_confidence"

LOWEST_SURE = 0.5
"""A fact read with less confidence than this makes the whole chain weak."""

_SUMMARY = "executive_summary"
_OVERVIEW = "overview"


def flags_of(dealings: Dealings, history: History) -> tuple[str, ...]:
    """The flags of a verdict, sorted; an agency that is not recorded as knowing has those of its documents only.

    `confidence=0.60` gives the lowest confidence of the facts that the verdict rests on, where one is below 1.
    """
    found = set(_of_documents(history.documents))
    if dealings.knowing:
        found.update(_of_knowing(dealings, history))
        found.update(_of_sharing(dealings, history))
        found.update(_of_confidence(dealings))
    elif dealings.open_cues:
        found.add(OPEN_CUE)
    return tuple(sorted(found))


def _of_documents(documents: tuple[Document, ...]) -> Iterator[str]:
    kinds = {document.document_kind for document in documents}
    if _SUMMARY in kinds and _OVERVIEW not in kinds:
        yield EXECUTIVE_SUMMARY


def _of_knowing(dealings: Dealings, history: History) -> Iterator[str]:
    received = {event.id for event in dealings.received}
    if all(h.id in received for h in dealings.knowing):
        yield RECEIVED_ONLY
    if not any(map(is_dated, dealings.knowing)) or (dealings.shares and not any(map(is_dated, dealings.shares))):
        yield UNDATED
    if all(_is_of_perpetrator(h, history) for h in dealings.knowing):
        yield PERPETRATOR_ONLY


def _is_of_perpetrator(happening: Happening, history: History) -> bool:
    return bool(happening.about) and set(happening.about) <= history.posing_risk


def _of_sharing(dealings: Dealings, history: History) -> Iterator[str]:
    if not dealings.outside:
        if any(_sender_unnamed(e, dealings) for e in history.events):
            yield UNNAMED_SENDER
        if dealings.attempted:
            yield ATTEMPTED
        if dealings.signposted:
            yield SIGNPOSTED
        if dealings.inside:
            yield IN_ORGANISATION
    if any(_failure_unnamed(m, dealings.scope) for m in history.missed):
        yield UNNAMED_FAILURE
    if dealings.gaps and all(_is_want_of_record(gap, history) for gap in dealings.gaps):
        yield NO_RECORD
    if dealings.open_cues:
        yield OPEN_CUE
    if any(share.outcome == REJECTED for share in dealings.shares):
        yield REJECTED_FLAG


def _sender_unnamed(event: Happening, dealings: Dealings) -> bool:
    """A share on a risk that this agency knew, by nobody named, that was not one with the agency itself."""
    if not isinstance(event, InformationShare) or event.by_agency is not None:
        return False
    known = {risk for h in dealings.knowing for risk in h.concerns_risk}
    return (
        event.to_agency != dealings.agency.id
        and dealings.scope.concerns(event)
        and bool(known & set(event.concerns_risk))
    )


def _failure_unnamed(happening: Happening, scope: Scope) -> bool:
    """A failure of "some agencies" may name no risk either; then it may be this one."""
    unnamed = happening.by_agency is None and getattr(happening, "kind", None) in SHARING_FAILURES
    return unnamed and (scope.concerns(happening) or not happening.concerns_risk)


def _is_want_of_record(failure: Happening, history: History) -> bool:
    quotes = history.quotes.get(failure.id, ())
    return bool(quotes) and all(map(finds_no_record, quotes))


def _of_confidence(dealings: Dealings) -> Iterator[str]:
    facts = (*dealings.knowing, *dealings.shares, *dealings.gaps)
    lowest = min((fact.confidence for fact in facts if fact.confidence is not None), default=1.0)
    if lowest < 1.0:
        yield f"{CONFIDENCE}={lowest:.2f}"
