"""Confidence: a fixed table by what the agency and the date were filled from; a rank, not a probability.

The table is measured by `benchmarks/extraction.py`: the share of events of each basis that are right.
"""

from __future__ import annotations

from dhr_graph.model.dates import DateSpan

OF_AGENCY = {
    "sentence": 0.9,
    "pronoun": 0.8,
    "section": 0.85,
    "kind": 0.7,
    "previous": 0.65,
    "unnamed": 0.5,
    "none": 0.5,
}
OF_DATE = {"stated": 1.0, "row": 1.0, "relative": 0.9, "carried": 0.85}


def confidence_of(basis: str, date: DateSpan | None) -> float:
    """Between 0 and 1, two decimals: agency's share times date's share."""
    share = OF_AGENCY.get(basis, 0.5) * (OF_DATE.get(date.basis, 0.85) if date is not None else 0.8)
    return round(share, 2)
