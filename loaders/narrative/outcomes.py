"""Outcomes: what a later sentence says of a referral or letter told before it: it never came, or it was turned down."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dhr_graph.loaders.narrative.candidate import PASSING
from dhr_graph.loaders.narrative.lexicon import Lexicon
from dhr_graph.loaders.narrative.telling import SentenceTelling, ToldEvent

NOT_RECEIVED = "not_received"
REJECTED = "rejected"
SAID_BY = (("not_received", NOT_RECEIVED), ("turned_down", REJECTED))
WITHIN = 3

Place = tuple[int, int]


def with_outcomes(tellings: Sequence[SentenceTelling], lexicon: Lexicon) -> Iterator[SentenceTelling]:
    """The tellings of a document, where referrals and shares have the outcome that the text gives them."""
    outcomes: dict[Place, str] = {}
    for at, telling in enumerate(tellings):
        outcome = _outcome_in(telling, lexicon)
        if outcome is None:
            continue
        concerned = _passed_before(tellings, at, outcome)
        if concerned is not None:
            outcomes.setdefault(concerned, outcome)
    for at, telling in enumerate(tellings):
        events = tuple(_settled(event, outcomes.get((at, which))) for which, event in enumerate(telling.events))
        yield replace(telling, events=events)


def _outcome_in(telling: SentenceTelling, lexicon: Lexicon) -> str | None:
    words = telling.reading.sentence.text
    if not lexicon.patterns["thing_passed"].search(words):
        return None
    return next((outcome for name, outcome in SAID_BY if lexicon.patterns[name].search(words)), None)


def _passed_before(tellings: Sequence[SentenceTelling], at: int, outcome: str) -> Place | None:
    """The last referral or share of this sentence or one shortly before it, in the same passage or the rows above.

    Only a referral is turned down; a row of a chronology speaks of what came to its own agency.
    """
    here = tellings[at]
    for back in range(at, max(at - WITHIN, 0) - 1, -1):
        there = tellings[back]
        near = there.passage.ordinal == here.passage.ordinal
        for which, event in reversed(tuple(enumerate(there.events))):
            candidate = event.candidate
            concerned = candidate.type == "referral" or (candidate.type in PASSING and outcome != REJECTED)
            to_here = candidate.recipient is not None and candidate.recipient == here.setting.agency
            if concerned and (near or to_here):
                return back, which
    return None


def _settled(event: ToldEvent, outcome: str | None) -> ToldEvent:
    return event if outcome is None else replace(event, candidate=replace(event.candidate, outcome=outcome))
