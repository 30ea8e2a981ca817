"""The grammar against the dates that people gave to events: a floor, so that no change makes it worse unseen."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dhr_graph.loaders.dates import find_dates, resolve
from dhr_graph.model.dates import DateSpan

PHRASES = Path(__file__).parents[4] / "shared" / "phrases" / "cases.jsonl"


def tellings(body: str) -> list[str]:
    """The EDTF of every date of a text, each resolved with the one before it."""
    anchor: DateSpan | None = None
    found = []
    for mention in find_dates(body):
        span = resolve(mention, anchor)
        if span is not None:
            found.append(span.edtf.rstrip("?"))
            anchor = span
    return found


@pytest.mark.skipif(not PHRASES.exists(), reason="the phrases are not beside this repository")
def test_the_date_of_nearly_every_event_is_among_those_that_its_text_tells() -> None:
    cases = [json.loads(line) for line in PHRASES.read_text(encoding="utf-8").splitlines()]
    dated = [(case["body"], event["date"].rstrip("?")) for case in cases for event in case["events"] if event["date"]]
    missing = [(body, date) for body, date in dated if date not in tellings(body)]
    assert len(dated) > 700
    assert len(missing) <= 0.03 * len(dated), missing
