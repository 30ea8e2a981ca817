"""All the dates in a stretch of text: those of the calendar, those that count from another, and what joins them."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

from dhr_graph.loaders.dates.calendar_words import calendar_dates
from dhr_graph.loaders.dates.edtf import is_day, period_bounds
from dhr_graph.loaders.dates.forms import ORDINAL
from dhr_graph.loaders.dates.mentions import ABSOLUTE, PARTIAL, RELATIVE, DateMention
from dhr_graph.loaders.dates.relative_words import relative_dates

REACH = 40
JOIN = re.compile(
    r"\s*(?:,\s*and|,|and|&|or|to|until|till|up\s+to|-|\u2013|\u2014|/)\s*(?:(?:on|in|by)\s+)?(?:the\s+)?",
    re.IGNORECASE,
)
SPAN = re.compile(r"\s*(?:to|until|till|up\s+to|through\s+to|through|-|\u2013|\u2014)\s*(?:the\s+)?", re.IGNORECASE)
AND = re.compile(r"\s+and\s+(?:the\s+)?", re.IGNORECASE)
BETWEEN = re.compile(r"\bbetween\s+(?:the\s+)?$", re.IGNORECASE)
BEFORE = re.compile(r"\bbefore\s+(?:the\s+)?$", re.IGNORECASE)
SINCE_THEN = re.compile(r"\bbetween\s+(?P<then>then\s+and\s+)$", re.IGNORECASE)
WEEKS = re.compile(r"week|fortnight", re.IGNORECASE)
FULL_DAY = re.compile(r"\d{4}-\d\d-\d\d$")
LISTED_DAY = re.compile(
    rf"(?<![\w/.-])((\d{{1,2}}){ORDINAL})(?:\s*(?:,\s*and|,|and|&|or|to|-|\u2013|/)\s*(?:the\s+)?)$", re.IGNORECASE
)


@lru_cache(maxsize=1024)  # headings and the passages that tell of the death are asked for again
def find_dates(words: str) -> tuple[DateMention, ...]:
    """The dates that the words tell, in order and apart from each other; offsets are those of `words`.

    What only looks like a date (paragraph numbers, ages, lengths of time, telephone numbers) is left out.
    """
    chosen = _apart([*calendar_dates(words), *relative_dates(words)])
    listed = _with_listed_days(words, chosen)
    counted = _counted_from(words, _joined(words, _with_years(words, listed)))
    return tuple(_open(words, mention) for mention in counted)


def _apart(mentions: Iterable[DateMention]) -> list[DateMention]:
    """The mentions that begin first, of those the longest; nothing that overlaps one already taken."""
    chosen: list[DateMention] = []
    for mention in sorted(mentions, key=lambda m: (m.start, -m.end)):
        if not chosen or mention.start >= chosen[-1].end:
            chosen.append(mention)
    return chosen


def _with_listed_days(words: str, mentions: Sequence[DateMention]) -> list[DateMention]:
    """ "3, 5 and 9 March 2015" tells three days, of which only the last has its month and year."""
    found: list[DateMention] = []
    floor = 0
    for mention in mentions:
        days: list[DateMention] = []
        at = mention.start
        while _month_and_day(mention) is not None and (day := LISTED_DAY.search(words, max(floor, at - REACH), at)):
            own = _listed_day(mention, day)
            if own is None:
                break
            days.append(own)
            at = day.start()
        found.extend([*reversed(days), mention])
        floor = mention.end
    return found


def _month_and_day(mention: DateMention) -> tuple[int, int] | None:
    if mention.kind == PARTIAL and mention.day and mention.month and mention.text[:1].isdigit():
        return mention.month, mention.day
    if (
        mention.edtf
        and re.fullmatch(r"\d{4}-\d\d-\d\d", mention.edtf)
        and re.match(rf"\d{{1,2}}{ORDINAL}\s", mention.text)
    ):
        return int(mention.edtf[5:7]), int(mention.edtf[8:])
    return None


def _listed_day(mention: DateMention, found: re.Match[str]) -> DateMention | None:
    number, end = int(found[2]), found.end(1)
    listed = replace(mention, start=found.start(), end=end, text=found[1])
    if mention.edtf is None:
        return replace(listed, day=number) if is_day(2000, mention.month or 1, number) else None
    year, month = int(mention.edtf[:4]), int(mention.edtf[5:7])
    return replace(listed, edtf=f"{mention.edtf[:8]}{number:02d}") if is_day(year, month, number) else None


def _with_years(words: str, mentions: Sequence[DateMention]) -> list[DateMention]:
    """A date without a year has that of the next in its list: "between March and September 2013"."""
    done: list[DateMention] = []
    for mention in reversed(mentions):
        after = done[-1] if done else None
        listed = after is not None and JOIN.fullmatch(words[mention.end : after.start]) is not None
        if after is not None and listed and after.edtf and _lacks_year(mention):
            mention = _in_year_of(mention, after.edtf)
        done.append(mention)
    return done[::-1]


def _lacks_year(mention: DateMention) -> bool:
    return mention.kind == PARTIAL and mention.month is not None and mention.easter is None


def _in_year_of(mention: DateMention, edtf: str) -> DateMention:
    """The mention in the year of the date that follows it, or in the one before if its month comes later."""
    year, own = int(edtf[:4]), mention.month or 1
    if re.match(r"\d{4}-\d\d", edtf) and own > int(edtf[5:7]):
        year -= 1
    if mention.months > 1 or (mention.day is not None and not is_day(year, own, mention.day)):
        return mention
    told = f"{year}-{own:02d}" + (f"-{mention.day:02d}" if mention.day else "")
    return replace(mention, kind=ABSOLUTE, edtf=told, month=None, day=None)


def _joined(words: str, mentions: Sequence[DateMention]) -> list[DateMention]:
    """Two dates with "to" between them, or "between ... and ...", are one interval."""
    joined: list[DateMention] = []
    for mention in mentions:
        interval = _interval(words, joined[-1], mention) if joined else None
        if interval is not None:
            joined[-1] = interval
        else:
            joined.append(mention)
    return joined


def _are_years_together(gap: str, first: DateMention, last: DateMention) -> bool:
    """Whether two years that follow one another are told together: "in 2013 and 2014"."""
    one, other = first.edtf or "", last.edtf or ""
    years = re.fullmatch(r"\d{4}", one) and re.fullmatch(r"\d{4}", other)
    return bool(years) and AND.fullmatch(gap) is not None and int(other) == int(one) + 1


def _interval(words: str, first: DateMention, last: DateMention) -> DateMention | None:
    gap = words[first.end : last.start]
    both = BETWEEN.search(words, max(0, first.start - REACH), first.start) and AND.fullmatch(gap)
    if not (both or SPAN.fullmatch(gap) or _are_years_together(gap, first, last)) or RELATIVE in (
        first.kind,
        last.kind,
    ):
        return None
    whole = replace(first, end=last.end, text=words[first.start : last.end], uncertain=False)
    if first.edtf and last.edtf and "/" not in first.edtf + last.edtf and first.edtf[: len(last.edtf)] <= last.edtf:
        latest = last.latest or period_bounds(last.edtf)[1]
        return replace(whole, edtf=f"{first.edtf}/{last.edtf}", latest=latest)
    if first.month and last.month and not (first.day or last.day):
        return replace(whole, months=(last.month - first.month) % 12 + last.months)
    return None


def _counted_from(words: str, mentions: Sequence[DateMention]) -> list[DateMention]:
    """ "Two days before Christmas 2017" is counted from the date that it names, not from the last one told."""
    done: list[DateMention] = []
    for mention in mentions:
        counted = _counted(words, done[-1], mention) if done else None
        if counted is not None:
            done[-1] = counted
        else:
            done.append(mention)
    return done


def _counted(words: str, count: DateMention, day: DateMention) -> DateMention | None:
    shift = count.shift
    if shift is None or shift.since_event is None or shift.unit != "day" or shift.count is None:
        return None
    if words[count.end : day.start].strip().lower() not in ("", "the"):
        return None
    whole = replace(day, start=count.start, text=words[count.start : day.end], days=shift.count)
    if day.near is not None and WEEKS.search(count.text):
        return whole if day.edtf is None else replace(whole, edtf=_weeks_from(day.edtf, day.near, shift.count))
    if day.kind == PARTIAL:
        return replace(whole, day=day.day or day.near) if day.day or day.near else None
    told = day.edtf if day.near is None else f"{day.edtf}-{day.near:02d}"
    if told is None or not FULL_DAY.match(told):
        return None
    moved = datetime.date.fromisoformat(told) + datetime.timedelta(shift.count)
    return replace(whole, edtf=moved.isoformat(), days=0)


def _weeks_from(month: str, near: int, days: int) -> str:
    """ "Three weeks before Christmas" is no nearer than its month."""
    return (datetime.date.fromisoformat(f"{month}-{near:02d}") + datetime.timedelta(days)).isoformat()[:7]


def _open(words: str, mention: DateMention) -> DateMention:
    """ "Before 2009" is open at its beginning; "between then and June 2014" begins with the last date told."""
    if mention.edtf is None or "/" in mention.edtf:
        return mention
    if len(mention.edtf) == 4 and BEFORE.search(words, max(0, mention.start - REACH), mention.start):
        return replace(mention, edtf=f"../{mention.edtf}", earliest=None, uncertain=False)
    then = SINCE_THEN.search(words, max(0, mention.start - REACH), mention.start)
    return (
        mention
        if then is None
        else replace(mention, start=then.start("then"), text=words[then.start("then") : mention.end], from_anchor=True)
    )
