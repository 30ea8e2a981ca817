"""From what the words say to the days they mean, given the last date told."""

from __future__ import annotations

import datetime
from dataclasses import replace

from dhr_graph.loaders.dates.edtf import (
    add_months,
    day_edtf,
    easter,
    is_day,
    month_edtf,
    month_end,
    period_bounds,
    season_edtf,
)
from dhr_graph.loaders.dates.mentions import ABSOLUTE, PARTIAL, DateMention, Shift
from dhr_graph.model.dates import DateSpan

STATED, RELATIVE_BASIS = "stated", "relative"
BACKWARD_COST = 3
NEAR_THE_DEATH = datetime.timedelta(days=31)
SOON_AFTER = datetime.timedelta(days=150)
"""How long before a death its story begins, and how long after it arrest and plea are told without a year."""


def span_of(edtf: str, text: str, basis: str = STATED) -> DateSpan:
    """The span of an EDTF string."""
    earliest, latest = period_bounds(edtf)
    return DateSpan(earliest, latest, edtf, text, basis)


def resolve(
    mention: DateMention, anchor: DateSpan | None = None, last_day: datetime.date | None = None
) -> DateSpan | None:
    """The span that a mention means, with `anchor` the last date told; None where that cannot be known.

    A date without a year takes the year that brings it nearest to the anchor, a step back counted three times, as a
    history mostly runs forward. Days and weeks are counted exactly from a day; months give a month, years a year; from
    a month or a year no more is known than the month or year. `basis` is stated, or relative where the anchor was used.
    While the anchor is well before `last_day`, the death, no date is taken to be after it; later none long after it.
    """
    if mention.kind == ABSOLUTE:
        return _since(anchor, _stated(mention)) if mention.from_anchor else _stated(mention)
    if anchor is None or anchor.earliest is None or anchor.latest is None:
        return None
    told = _partial(mention, anchor, last_day) if mention.kind == PARTIAL else _relative(mention, anchor)
    if told is None:
        return None
    unsure = mention.uncertain or (mention.shift is not None and mention.shift.since_event is not None)
    return _marked(span_of(told, mention.text, RELATIVE_BASIS), unsure or told.endswith("?"))


def _stated(mention: DateMention) -> DateSpan | None:
    if mention.edtf is None:
        return None
    span = span_of(mention.edtf, mention.text)
    narrowed = replace(span, earliest=mention.earliest or span.earliest, latest=mention.latest or span.latest)
    return _marked(narrowed, mention.uncertain)


def _since(anchor: DateSpan | None, until: DateSpan | None) -> DateSpan | None:
    """The time from the last date told to another."""
    if (
        anchor is None
        or until is None
        or anchor.earliest is None
        or until.latest is None
        or anchor.earliest > until.latest
    ):
        return until
    first = anchor.edtf.split("/")[0].rstrip("?")
    return DateSpan(anchor.earliest, until.latest, f"{first}/{until.edtf.rstrip('?')}", until.text, RELATIVE_BASIS)


def covering(first: DateSpan, last: DateSpan) -> DateSpan:
    """The span from one date to another, for what is told of both at once ("in June 2016 and August 2017")."""
    if first.edtf == last.edtf or first.earliest is None or last.latest is None or first.earliest > last.latest:
        return first
    edtf = f"{first.edtf.split('/')[0].rstrip('?')}/{last.edtf.split('/')[-1].rstrip('?')}"
    basis = first.basis if first.basis == last.basis else RELATIVE_BASIS
    return DateSpan(first.earliest, last.latest, edtf, f"{first.text} \u2026 {last.text}", basis)


def _marked(span: DateSpan, uncertain: bool) -> DateSpan:
    certain = span.edtf.rstrip("?")
    return replace(span, edtf=f"{certain}?" if uncertain and "/" not in certain else certain)


def _partial(mention: DateMention, anchor: DateSpan, last_day: datetime.date | None) -> str | None:
    assert anchor.earliest is not None
    if mention.month is None and mention.easter is None:
        told = _in_months(mention, anchor.earliest)
    else:
        years = (anchor.earliest.year - 1, anchor.earliest.year, anchor.earliest.year + 1)
        told = [edtf for year in years if (edtf := _in_year(mention, year)) is not None]
    if last_day is not None and anchor.earliest <= last_day:
        near = last_day - anchor.earliest <= NEAR_THE_DEATH
        latest = last_day + SOON_AFTER if near else last_day
        told = [edtf for edtf in told if (period_bounds(edtf)[0] or last_day) <= latest] or told
    return min(told, key=lambda edtf: _distance(edtf, anchor), default=None)


def _in_months(mention: DateMention, anchor: datetime.date) -> list[str]:
    """A day without its month ("on the 16th"), in the months about the anchor."""
    steps = (0,) if mention.shift is not None else (-1, 0, 1)
    months = [add_months(anchor.year, anchor.month, count) for count in steps]
    day = mention.day or 0
    return [day_edtf(datetime.date(year, month, day)) for year, month in months if is_day(year, month, day)]


def _in_year(mention: DateMention, year: int) -> str | None:
    if mention.easter is not None:
        day = easter(year) + datetime.timedelta(mention.easter)
        return month_edtf(day.year, day.month)
    if mention.month is None:
        return None
    if mention.day is None:
        return (
            season_edtf(year, mention.month, mention.months) if mention.months > 1 else month_edtf(year, mention.month)
        )
    if not is_day(year, mention.month, mention.day):
        return None
    return day_edtf(_moved(datetime.date(year, mention.month, mention.day), mention.days))


def _distance(edtf: str, anchor: DateSpan) -> int:
    earliest, latest = period_bounds(edtf)
    assert earliest
    assert latest
    assert anchor.earliest
    assert anchor.latest
    if latest < anchor.earliest:
        return BACKWARD_COST * (anchor.earliest - latest).days
    return max(0, (earliest - anchor.latest).days)


def _relative(mention: DateMention, anchor: DateSpan) -> str | None:
    shift = mention.shift
    if shift is None or shift.since_event == "before":
        return None
    if shift.unit == "named" and shift.count == 0:
        assert anchor.earliest is not None
        return _in_year(mention, anchor.earliest.year)
    if shift.unit == "named":
        return _next_named(mention, anchor)
    if shift.unit == "year" and mention.month is not None and shift.count is not None:
        assert anchor.earliest is not None
        return _in_year(mention, anchor.earliest.year + shift.count)
    return _shifted(shift, anchor)


def _next_named(mention: DateMention, anchor: DateSpan) -> str | None:
    """The first such month, season or feast that begins after the anchor has ended."""
    assert anchor.latest is not None
    for year in (anchor.latest.year, anchor.latest.year + 1):
        told = _in_year(mention, year)
        earliest = period_bounds(told)[0] if told else None
        if told and earliest and earliest > anchor.latest:
            return told
    return None


def _shifted(shift: Shift, anchor: DateSpan) -> str | None:
    assert anchor.earliest is not None
    assert anchor.latest is not None
    unsure = "?" if anchor.edtf.endswith("?") else ""
    is_day = (anchor.latest - anchor.earliest).days < 7
    start = anchor.latest if is_day else anchor.earliest
    if shift.unit == "weekday" and shift.weekday is not None:
        ahead = (shift.weekday - start.weekday() - 1) % 7 + 1
        return day_edtf(start + datetime.timedelta(ahead)) + unsure if is_day else None
    if shift.unit == "day":
        return _by_days(shift.count, start, anchor, is_day)
    if shift.unit == "week":
        moved = _moved(start, 7 * (shift.count or 0))
        return _coarse(anchor) if not is_day and not shift.count else month_edtf(moved.year, moved.month)
    if shift.count is None:
        return None
    if shift.unit == "month":
        return month_edtf(*add_months(start.year, start.month, shift.count)) + unsure if _within_month(anchor) else None
    return f"{start.year + shift.count:04d}" + unsure


def _by_days(count: int | None, start: datetime.date, anchor: DateSpan, is_day: bool) -> str | None:
    if not is_day:
        if not count or abs(count) <= 7 or not _within_month(anchor):
            return _coarse(anchor)
        moved = _moved(start, count + 14)
        return f"{month_edtf(moved.year, moved.month)}?"
    if count is None:
        return f"{month_edtf(start.year, start.month)}?"
    unsure = "?" if anchor.edtf.endswith("?") else ""
    return anchor.edtf if count == 0 and anchor.edtf.count("-") < 4 else day_edtf(_moved(start, count)) + unsure


def _moved(day: datetime.date, count: int) -> datetime.date:
    return day + datetime.timedelta(max(-36_500, min(36_500, count)))


def _within_month(anchor: DateSpan) -> bool:
    assert anchor.earliest is not None
    assert anchor.latest is not None
    return anchor.latest <= month_end(anchor.earliest.year, anchor.earliest.month)


def _coarse(anchor: DateSpan) -> str:
    """The anchor again: from a month or a year no day can be counted."""
    return anchor.edtf
