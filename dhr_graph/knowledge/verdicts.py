"""The table of verdicts: the first row that fits what is told of an agency and a risk."""

from __future__ import annotations

from collections.abc import Callable

from dhr_graph.knowledge.dealings import Dealings

SHARED_WITH_STATED_GAPS = "SHARED_WITH_STATED_GAPS"
STATED_NOT_SHARED = "STATED_NOT_SHARED"
SHARED = "SHARED"
SHARED_IN_ORGANISATION = "SHARED_IN_ORGANISATION"
SHARE_POSSIBLE = "SHARE_POSSIBLE"
ATTEMPTED_ONLY = "ATTEMPTED_ONLY"
SIGNPOSTED_ONLY = "SIGNPOSTED_ONLY"
NO_SHARE_FOUND = "NO_SHARE_FOUND"
NOT_RECORDED_AS_KNOWING = "NOT_RECORDED_AS_KNOWING"
NOTHING_TOLD = "NOTHING_TOLD"

_ROWS: tuple[tuple[str, Callable[[Dealings], bool]], ...] = (
    (SHARED_WITH_STATED_GAPS, lambda d: bool(d.gaps and d.shares)),
    (STATED_NOT_SHARED, lambda d: bool(d.gaps)),
    (SHARED, lambda d: bool(d.outside)),
    (SHARED_IN_ORGANISATION, lambda d: bool(d.inside)),
    (SHARE_POSSIBLE, lambda d: bool(d.open_cues)),
    (ATTEMPTED_ONLY, lambda d: bool(d.attempted)),
    (SIGNPOSTED_ONLY, lambda d: bool(d.signposted)),
    (NO_SHARE_FOUND, lambda d: True),
)

SILENT = (STATED_NOT_SHARED, ATTEMPTED_ONLY, SIGNPOSTED_ONLY, NO_SHARE_FOUND)
"""The verdicts that the headline question lists, in the order of the table."""


def verdict_of(dealings: Dealings) -> str:
    """The code of the first row of the table that fits; rows that speak of sharing need knowing."""
    if dealings.knowing:
        return next(code for code, fits in _ROWS if fits(dealings))
    return NOT_RECORDED_AS_KNOWING if dealings.told else NOTHING_TOLD
