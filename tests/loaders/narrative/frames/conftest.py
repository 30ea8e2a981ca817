"""What the tests of frames share: the information that went from one agency to another."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dhr_graph.loaders.explaining import ExplainedEvent

Ends = list[tuple[str | None, str | None]]


@pytest.fixture
def shares_of() -> Callable[[list[ExplainedEvent]], Ends]:
    """Sender and recipient of what was passed on, among events."""
    return lambda told: [(event.agency, event.recipient) for event in told if event.type == "information_share"]


@pytest.fixture
def shares(
    events: Callable[[str], list[ExplainedEvent]], shares_of: Callable[[list[ExplainedEvent]], Ends]
) -> Callable[[str], Ends]:
    """Sender and recipient of what a text says was passed on."""
    return lambda text: shares_of(events(text))
