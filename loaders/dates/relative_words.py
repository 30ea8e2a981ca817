"""Dates that count from the last one told: "the next day", "two weeks later", "in March of that year"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from dhr_graph.loaders.dates.forms import forms
from dhr_graph.loaders.dates.mentions import RELATIVE, DateMention, Shift
from dhr_graph.loaders.dates.vocabulary import date_words, said

UNITS = {
    "hour": ("day", 0),
    "day": ("day", 1),
    "night": ("day", 1),
    "week": ("day", 7),
    "fortnight": ("day", 14),
    "month": ("month", 1),
    "year": ("year", 1),
}
UNIT = re.compile(r"day|date|morning|noon|evening|night|lunchtime|week|month|year|hour", re.IGNORECASE)
COUNTED = frozenset({"same_day", "day_beside", "same_unit", "unit_beside", "within", "counted", "in_year"})
"""The readings that count or name such units: there are none where no unit is named."""
STEP = {
    "next": 1,
    "following": 1,
    "subsequent": 1,
    "succeeding": 1,
    "previous": -1,
    "preceding": -1,
    "that": 0,
    "same": 0,
}

Reading = Callable[[re.Match[str]], DateMention]


def relative_dates(words: str) -> Iterator[DateMention]:
    """Every date that counts from another; they may overlap."""
    timeless = UNIT.search(words) is None
    for reads, pattern in forms("relative"):
        for found in pattern.finditer(words) if not (timeless and reads in COUNTED) else ():
            yield READINGS[reads](found)


def _same_day(found: re.Match[str]) -> DateMention:
    return _mention(found, Shift("day", _step(found["which"])))


def _day_beside(found: re.Match[str]) -> DateMention:
    return _mention(found, Shift("day", 1 if said(found["which"]).startswith("after") else -1))


def _same_unit(found: re.Match[str]) -> DateMention:
    return _mention(found, Shift(found["unit"].lower(), _step(found["which"])))


def _unit_beside(found: re.Match[str]) -> DateMention:
    return _mention(found, Shift(found["unit"].lower(), 1 if said(found["which"]) == "after" else -1))


def _within(found: re.Match[str]) -> DateMention:
    unit = found["unit"].lower()
    return _mention(found, Shift("month" if unit == "fortnight" else unit, 0))


def _counted(found: re.Match[str]) -> DateMention:
    words, told = date_words(), said(found["count"])
    unit, size = UNITS[found["unit"].lower()]
    number = None if told in words.vague else words.numbers.get(told, int(told) if told.isdigit() else 1)
    way = said(found["way"])
    back = way in ("earlier", "before", "beforehand", "previously")
    rest = said(found["rest"])
    event = way if way in ("before", "after") and rest not in ("", "that", "this") else None
    if said(found["unit"]) == "hour":
        number, size = (number or 0) // 24, 1
    count = None if number is None else number * size * (-1 if back else 1)
    end = found.end("way") if event or not rest or way not in ("before", "after") else found.end()
    return _mention(found, Shift(unit, count, event), end=end)


def _in_year(found: re.Match[str]) -> DateMention:
    words, groups = date_words(), found.groupdict()
    month = words.months[said(found["month"])] if groups.get("month") else words.seasons[said(found["season"])]
    day = int(groups["day"]) if groups.get("day") else None
    months = 1 if groups.get("month") else 3
    return _mention(found, Shift("year", STEP[said(found["which"])]), month=month, day=day, months=months)


def _named(found: re.Match[str], count: int) -> DateMention:
    words, name = date_words(), said(found["name"])
    if name in words.weekdays:
        return _mention(found, Shift("weekday", 1, weekday=words.weekdays[name]))
    if name in words.months:
        return _mention(found, Shift("named", count), month=words.months[name])
    if name in words.seasons:
        return _mention(found, Shift("named", count), month=words.seasons[name], months=3)
    feast = words.feasts[name]
    return _mention(found, Shift("named", count), month=feast.month or 4, day=feast.day)


def _next_named(found: re.Match[str]) -> DateMention:
    return _named(found, 1)


def _same_named(found: re.Match[str]) -> DateMention:
    return _named(found, 0)


def _step(which: str) -> int:
    return next(STEP[word] for word in said(which).split() if word in STEP)


def _mention(
    found: re.Match[str],
    shift: Shift,
    *,
    month: int | None = None,
    day: int | None = None,
    months: int = 1,
    end: int | None = None,
) -> DateMention:
    stop = found.end() if end is None else end
    return DateMention(
        found.start(),
        stop,
        RELATIVE,
        found.string[found.start() : stop],
        month=month,
        day=day,
        months=months,
        shift=shift,
    )


READINGS: dict[str, Reading] = {
    "same_day": _same_day,
    "day_beside": _day_beside,
    "same_unit": _same_unit,
    "unit_beside": _unit_beside,
    "within": _within,
    "counted": _counted,
    "in_year": _in_year,
    "next_named": _next_named,
    "same_named": _same_named,
}
