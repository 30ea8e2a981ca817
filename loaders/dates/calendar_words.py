"""Dates that name a day, a month, a season or a year of the calendar, with or without the year."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import lru_cache

from dhr_graph.loaders.dates.edtf import easter, month_edtf, month_end, season_edtf
from dhr_graph.loaders.dates.forms import forms
from dhr_graph.loaders.dates.mentions import ABSOLUTE, PARTIAL, DateMention, Shift
from dhr_graph.loaders.dates.vocabulary import Feast, alternatives, capitalised, date_words, in_context, said

LATEST_SHORT_YEAR = 49
PARTS = {"early": (1, 4), "mid": (5, 8), "late": (9, 12)}
REACH = 40
MISREAD = str.maketrans("lI", "11")
BEFORE_DAY = re.compile(r"\b(?:on|by|from|since|until|to|and|dated|of|between|before|after|the)\s+$", re.IGNORECASE)
DIGIT = re.compile(r"\d")
NUMBERED = frozenset(
    {
        "numeric",
        "dotted",
        "named_day",
        "slashed",
        "day_alone",
        "months",
        "month",
        "season",
        "part",
        "years",
        "bare_year",
    }
)
"""The readings of a day or year in figures, of which there are none where there is no figure."""
AFTER_DAY = re.compile(r"[.,:;]|\s*[-\u2013]|\s*$")

Reading = Callable[[re.Match[str]], DateMention | None]


def calendar_dates(words: str) -> Iterator[DateMention]:
    """Every calendar date, a more telling form before a less telling one at the same place; they may overlap."""
    numberless = DIGIT.search(words) is None
    for reads, pattern in forms("calendar"):
        for found in pattern.finditer(words) if not (numberless and reads in NUMBERED) else ():
            mention = READINGS[reads](found)
            if mention is not None:
                yield _hedged(words, mention)


def _numeric(found: re.Match[str]) -> DateMention | None:
    day = _day(_year(found["year"]), int(found["month"]), int(found["day"]))
    return None if day is None else _absolute(found, day.isoformat())


def _dotted(found: re.Match[str]) -> DateMention | None:
    """12.4.16 is a day; but 1.5.13 is a paragraph where the words before, or none after, say so."""
    before = found.string[max(0, found.start() - REACH) : found.start()]
    if in_context("references", r"(?:\b", r"|\()\s*$").search(before):
        return None
    sure = len(found["year"]) == 4 or int(found["day"]) > 12 or "0" in (found["day"][0], found["month"][0])
    return _numeric(found) if sure or _stands_as_day(found, before) else None


def _stands_as_day(found: re.Match[str], before: str) -> bool:
    if BEFORE_DAY.search(before):
        return True
    return not before.strip() and AFTER_DAY.match(found.string, found.end()) is not None


def _named_day(found: re.Match[str]) -> DateMention | None:
    month, day = _month_number(found["month"]), int(found["day"].translate(MISREAD))
    groups = found.groupdict()
    year = groups.get("year") or groups.get("short")
    if in_context("streets", r"\s+", r"\b").match(found.string[found.end() : found.end() + 12]):
        return None
    if year:
        exact = _day(_year(year), month, day)
        return None if exact is None else _absolute(found, exact.isoformat())
    if _day(2000, month, day) is None:
        return None
    typo = groups.get("typo")
    meant = _mistyped_year(typo.strip()) if typo else None
    if meant is not None and _day(meant, month, day):
        return replace(_absolute(found, f"{meant}-{month:02d}-{day:02d}"), uncertain=True)
    return replace(_partial(found, month=month, day=day), uncertain=bool(typo))


def _mistyped_year(digits: str) -> int | None:
    """The one likely year that lacks a digit here: 216 is 2016, while 201 could be any of ten."""
    likely = {int(digits[:at] + str(digit) + digits[at:]) for at in range(4) for digit in range(10)}
    years = [year for year in sorted(likely) if 1990 <= year <= 2035]
    return years[0] if len(years) == 1 else None


def _slashed(found: re.Match[str]) -> DateMention | None:
    month, day = int(found["month"]), int(found["day"])
    return _partial(found, month=month, day=day, start=found.start("day")) if _day(2000, month, day) else None


def _day_alone(found: re.Match[str]) -> DateMention | None:
    day = int(found["day"][:-2])
    if not 1 <= day <= 31:
        return None
    mention = _partial(found, month=None, day=day, start=found.start("day"))
    return replace(mention, shift=Shift("month", 0)) if found.groupdict().get("same") else mention


def _months(found: re.Match[str]) -> DateMention:
    year, first, last = _year(found["year"]), _month_number(found["month"]), _month_number(found["until"])
    start = year if first <= last else year - 1
    if re.search(r"\b(?:and|or)\b", found.string[found.end("month") : found.start("until")]):
        return _absolute(found, month_edtf(start, first), end=found.end("month"))
    return _absolute(found, f"{month_edtf(start, first)}/{month_edtf(year, last)}")


def _month(found: re.Match[str]) -> DateMention:
    return _absolute(found, month_edtf(_year(found["year"]), _month_number(found["month"])))


def _season(found: re.Match[str]) -> DateMention:
    seasons = date_words().seasons
    first, year = seasons[said(found["season"])], _year(found["year"])
    months = 3
    if found["next"]:
        months += (seasons[said(found["next"])] - first) % 12
    return _absolute(found, season_edtf(year, first, months))


def _feast(found: re.Match[str]) -> DateMention | None:
    feast = date_words().feasts.get(said(found["feast"]))
    if feast is None:
        return None
    year = found.groupdict().get("year")
    if year is None:
        return replace(_partial(found, month=feast.month, day=feast.day, easter_days=feast.easter), near=feast.near)
    return replace(_absolute(found, feast_edtf(feast, _year(year))), near=feast.near)


def feast_edtf(feast: Feast, year: int) -> str:
    """A feast of one year: its day if that is fixed, else its month."""
    if feast.easter is not None:
        day = easter(year) + datetime.timedelta(feast.easter)
        return month_edtf(day.year, day.month)
    month = feast.month or 1
    return month_edtf(year, month) if feast.day is None else datetime.date(year, month, feast.day).isoformat()


def _part(found: re.Match[str]) -> DateMention:
    year = int(found["year"])
    first, last = PARTS.get(found["part"].lower(), (1, 12))
    mention = _absolute(found, found["year"])
    return replace(mention, earliest=datetime.date(year, first, 1), latest=month_end(year, last))


def _years(found: re.Match[str]) -> DateMention | None:
    first, last = int(found["year"]), int(found["until"])
    last = last if last > 99 else first // 100 * 100 + last
    return _absolute(found, f"{first}/{last}") if 0 < last - first < 60 else None


def _bare_month(found: re.Match[str]) -> DateMention | None:
    name = said(found["month"].rstrip("."))
    before = found.string[max(0, found.start("month") - REACH) : found.start("month")]
    after = found.string[found.end("month") : found.end("month") + REACH]
    if not _before_month(name).search(before) and not _another_month().match(after):
        return None
    return _partial(found, month=date_words().months[name])


@lru_cache(maxsize=64)
def _before_month(name: str) -> re.Pattern[str]:
    """What has to stand before a month alone, which may be a name ("May")."""
    context = date_words().context
    allowed = [w for w in context["before_month"] if name not in context["names"] or w not in context["name_after"]]
    return re.compile(rf"\b(?:{alternatives(allowed)})(?:\s+(?:the\s+)?|-)$", re.IGNORECASE)


@lru_cache(maxsize=1)
def _another_month() -> re.Pattern[str]:
    return re.compile(rf"(?:,|/|\s+and|\s+or|\s+to)\s*(?:{capitalised(date_words().months)})\b")


def _bare_year(found: re.Match[str]) -> DateMention | None:
    before = found.string[max(0, found.start() - REACH) : found.start()]
    alone = not before.strip() and not found.string[found.end() :].strip(" .:\u2013-\n")
    told = in_context("before_year", r"\b", r"\s*$").search(before)
    if not (alone or told or _as_adjective(found, before)):
        return None
    return _absolute(found, found["year"])


def _as_adjective(found: re.Match[str], before: str) -> bool:
    """ "the 2009 assault", but not "the 2014 Act" or "the 2011 guidance"."""
    after = re.match(r"\s+([a-z]+)", found.string[found.end() : found.end() + REACH])
    lawful = {"act", "guidance", "census", "regulations", "definition", "strategy", "policy", "code", "edition"}
    return bool(re.search(r"\bthe\s+$", before, re.IGNORECASE)) and after is not None and after[1] not in lawful


def _bare_season(found: re.Match[str]) -> DateMention:
    first = date_words().seasons[said(found["season"])]
    return replace(_partial(found, month=first, start=found.start("season")), months=3)


def _absolute(found: re.Match[str], edtf: str, *, end: int | None = None) -> DateMention:
    stop = _without_stop(found, found.end() if end is None else end)
    return DateMention(found.start(), stop, ABSOLUTE, found.string[found.start() : stop], edtf)


def _partial(
    found: re.Match[str],
    *,
    month: int | None,
    day: int | None = None,
    easter_days: int | None = None,
    start: int | None = None,
) -> DateMention:
    at, stop = found.start() if start is None else start, _without_stop(found, found.end())
    return DateMention(at, stop, PARTIAL, found.string[at:stop], month=month, day=day, easter=easter_days)


def _without_stop(found: re.Match[str], end: int) -> int:
    """The end of the words, short of a full stop, which mostly is the sentence's."""
    return end - 1 if found.string[end - 1] == "." else end


def _hedged(words: str, mention: DateMention) -> DateMention:
    before = words[max(0, mention.start - REACH) : mention.start]
    hedge = in_context("hedges", r"\b", r"\s+(?:the\s+)?$").search(before)
    return replace(mention, uncertain=True) if hedge else mention


def _month_number(name: str) -> int:
    return date_words().months[said(name.rstrip("."))]


def _year(digits: str) -> int:
    number = int(digits.lstrip("'\u2019"))
    if len(digits.lstrip("'\u2019")) == 4:
        return number
    return 2000 + number if number <= LATEST_SHORT_YEAR else 1900 + number


def _day(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day) if 1900 <= year < 2100 else None
    except ValueError:
        return None


READINGS: dict[str, Reading] = {
    "numeric": _numeric,
    "dotted": _dotted,
    "named_day": _named_day,
    "slashed": _slashed,
    "day_alone": _day_alone,
    "months": _months,
    "month": _month,
    "season": _season,
    "feast": _feast,
    "part": _part,
    "years": _years,
    "bare_month": _bare_month,
    "bare_year": _bare_year,
    "bare_season": _bare_season,
}
