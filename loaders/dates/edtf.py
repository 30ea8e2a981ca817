"""EDTF strings (level 0 and 1) and the days that they stand for."""

from __future__ import annotations

import calendar
import datetime
import re

from dhr_graph.errors import InputError

SEASON_MONTHS = {21: 3, 22: 6, 23: 9, 24: 12}
PERIOD = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?[?~%]?$")


def period_bounds(edtf: str) -> tuple[datetime.date | None, datetime.date | None]:
    """The first and the last day of an EDTF date or interval, both inclusive; None is open.

    A season (2014-21) is its three months. Raises InputError for what is no EDTF date.
    """
    if "/" not in edtf:
        return _bounds(edtf)
    first, _, last = edtf.partition("/")
    earliest = None if first in ("", "..") else _bounds(first)[0]
    latest = None if last in ("", "..") else _bounds(last)[1]
    return earliest, latest


def _bounds(edtf: str) -> tuple[datetime.date, datetime.date]:
    found = PERIOD.match(edtf)
    try:
        if found is None:
            raise ValueError(edtf)
        year = int(found[1])
        if found[3]:
            day = datetime.date(year, int(found[2]), int(found[3]))
            return day, day
        if not found[2]:
            return datetime.date(year, 1, 1), datetime.date(year, 12, 31)
        first = SEASON_MONTHS.get(int(found[2]))
        if first:
            return datetime.date(year, first, 1), month_end(*add_months(year, first, 2))
        return datetime.date(year, int(found[2]), 1), month_end(year, int(found[2]))
    except ValueError as fault:
        raise InputError(
            f"{edtf!r} is no EDTF date.", remedy="Write 2014-03-02, 2014-03, 2014 or 2014-03/2014-05."
        ) from fault


def is_day(year: int, month: int, day: int) -> bool:
    """Whether the calendar has this day."""
    return 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]


def month_end(year: int, month: int) -> datetime.date:
    """The last day of a month."""
    return datetime.date(year, month, calendar.monthrange(year, month)[1])


def add_months(year: int, month: int, count: int) -> tuple[int, int]:
    """The year and month that lie so many months on."""
    at = year * 12 + month - 1 + count
    return at // 12, at % 12 + 1


def day_edtf(day: datetime.date) -> str:
    """A day as EDTF."""
    return day.isoformat()


def month_edtf(year: int, month: int) -> str:
    """A month as EDTF."""
    return f"{year:04d}-{month:02d}"


def season_edtf(year: int, first_month: int, months: int = 3) -> str:
    """Months that follow one another, as an EDTF interval; a winter ends in the next year."""
    last = add_months(year, first_month, months - 1)
    return f"{month_edtf(year, first_month)}/{month_edtf(*last)}"


def easter(year: int) -> datetime.date:
    """Easter Sunday of a year, in the Gregorian calendar (the anonymous algorithm)."""
    century, in_century = divmod(year, 100)
    leaps, rest = divmod(century, 4)
    correction = (century - (century + 8) // 25 + 1) // 3
    moon = (19 * (year % 19) + century - leaps - correction + 15) % 30
    quarter, in_quarter = divmod(in_century, 4)
    week = (32 + 2 * rest + 2 * quarter - moon - in_quarter) % 7
    shift = (year % 19 + 11 * moon + 22 * week) // 451
    month, day = divmod(moon + week - 7 * shift + 114, 31)
    return datetime.date(year, month, day + 1)
