"""Follow-ups: a referral that is only said to have followed went to whom its agency had just told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dhr_graph.loaders.narrative.candidate import PASSING
from dhr_graph.loaders.narrative.lexicon import Lexicon
from dhr_graph.loaders.narrative.telling import SentenceTelling, ToldEvent

WITHIN = 2


def with_recipients(tellings: Sequence[SentenceTelling], lexicon: Lexicon) -> Iterator[SentenceTelling]:
    """The tellings of a document, where "a written referral followed" has the recipient of the call before it."""
    for at, telling in enumerate(tellings):
        before = [event for back in tellings[max(at - WITHIN, 0) : at] for event in back.events]
        yield replace(
            telling, events=tuple(_with_recipient(event, telling, before, lexicon) for event in telling.events)
        )


def _with_recipient(
    event: ToldEvent, telling: SentenceTelling, before: Sequence[ToldEvent], lexicon: Lexicon
) -> ToldEvent:
    candidate = event.candidate
    if candidate.type != "referral" or candidate.recipient is not None or candidate.agency is None:
        return event
    if not lexicon.patterns["following_up"].search(event.words):
        return event
    told = [e for e in (*before, *telling.events) if e is not event and e.passage.ordinal == event.passage.ordinal]
    same = (
        e.candidate for e in reversed(told) if e.candidate.type in PASSING and e.candidate.agency == candidate.agency
    )
    recipient = next((c.recipient for c in same if c.recipient is not None), None)
    return event if recipient is None else replace(event, candidate=replace(candidate, recipient=recipient))
