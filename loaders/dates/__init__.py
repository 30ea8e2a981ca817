"""The dates of English prose: found in the words, and turned into spans of days."""

from __future__ import annotations

from dhr_graph.loaders.dates.edtf import period_bounds
from dhr_graph.loaders.dates.grammar import find_dates
from dhr_graph.loaders.dates.mentions import ABSOLUTE, PARTIAL, RELATIVE, DateMention, Shift
from dhr_graph.loaders.dates.resolution import covering, resolve, span_of

__all__ = [
    "ABSOLUTE",
    "PARTIAL",
    "RELATIVE",
    "DateMention",
    "Shift",
    "covering",
    "find_dates",
    "period_bounds",
    "resolve",
    "span_of",
]
