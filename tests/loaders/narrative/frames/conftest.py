"""What the tests of frames share: the information that went from one agency to another."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dhr_graph.loaders.explaining import ExplainedEvent
from dhr_graph.loaders.readers import read_text
from dhr_graph.loaders.reading import load_knowledge, read_review
from dhr_graph.model.records import MissedOpportunity

CAST = (
    "This review concerns the death of Hannah, aged 31, who was killed by her husband, Marcus, aged 34, on 9 June "
    "2018. Reports were received from Calder Police; Calder Lane Surgery; and Hollins Primary School.\n\n"
)
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


@pytest.fixture
def missed_kinds() -> Callable[[str], list[str | None]]:
    """What kind of thing was missed, of each omission that a text tells."""

    def read(text: str) -> list[str | None]:
        told = read_review("calder", [read_text(f"{CAST}{text}\n", "review.txt")], load_knowledge())
        return [r.kind for d in told.documents for r in d.records if isinstance(r, MissedOpportunity)]

    return read
