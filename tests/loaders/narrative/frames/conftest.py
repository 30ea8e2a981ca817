"""What the tests of frames share: the information that went from one agency to another."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dhr_graph.loaders.explaining import ExplainedEvent

Ends = list[tuple[str | None, str | None]]


def _shares(told: list[ExplainedEvent]) -> Ends:
    return [(event.agency, event.recipient) for event in told if event.type == "information_share"]


@pytest.fixture
def shares(events: Callable[[str], list[ExplainedEvent]]) -> Callable[[str], Ends]:
    """Sender and recipient of what a text says was passed on."""
    return lambda text: _shares(events(text))


@pytest.fixture
def entry_shares(entry_events: Callable[[str, str], list[ExplainedEvent]]) -> Callable[[str, str], Ends]:
    """The same of an entry of a chronology, by its agency and its words."""
    return lambda agency, words: _shares(entry_events(agency, words))
