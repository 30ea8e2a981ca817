"""A date as a review tells it: an interval, its EDTF string, and the words as printed."""

from __future__ import annotations

import datetime
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DateSpan:
    """Keeps what is known of a date and no more: "March 2014" stays a month.

    `earliest` and `latest` are inclusive; None is open. `edtf` is EDTF level 0 or 1 (2014-03-02, 2014-03, 2014,
    2012/2013, 2014-05?). `basis` says where it was found: stated, relative, carried, row, heading.
    """

    earliest: datetime.date | None
    latest: datetime.date | None
    edtf: str
    text: str
    basis: str = "stated"
