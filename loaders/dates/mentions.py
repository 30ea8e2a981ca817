"""What the words of a date say, before it is known which day they mean."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

ABSOLUTE = "absolute"
PARTIAL = "partial"
RELATIVE = "relative"


@dataclass(frozen=True, slots=True)
class Shift:
    """How far from the last date told: `count` units of day, week, month, year, weekday; None is an unknown number.

    `since_event` is the last word before or after which it counts when that is another event than the last told:
    "after", "before". `weekday` is that of "the following Monday". The unit "named" is the next month, season or
    feast of a name, or with a count of 0 that of the same year.
    """

    unit: str
    count: int | None
    since_event: str | None = None
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class DateMention:
    """Words that tell a date; `[start:end]` of the text that was searched.

    `kind` is absolute (`edtf` is known), partial (month, perhaps day, season or feast, but no year) or relative to the
    last date told (`shift`, perhaps with the month). `earliest` and `latest` narrow what EDTF cannot say ("early
    2014"). `uncertain` is for "around" and for years that were mistyped. `months` is the length of a season, `near` the
    day about which a feast falls, `days` how far from its date is counted ("two days before Christmas"). `from_anchor`
    begins the interval with the last date told ("between then and ...").
    """

    start: int
    end: int
    kind: str
    text: str
    edtf: str | None = None
    month: int | None = None
    day: int | None = None
    months: int = 1
    easter: int | None = None
    shift: Shift | None = None
    uncertain: bool = False
    earliest: datetime.date | None = None
    latest: datetime.date | None = None
    near: int | None = None
    days: int = 0
    from_anchor: bool = False
