"""Dates found in words: every form, and what only looks like one."""

from __future__ import annotations

import datetime
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dhr_graph.loaders.dates import ABSOLUTE, PARTIAL, RELATIVE, find_dates, period_bounds, resolve

DAYS = st.dates(datetime.date(1950, 1, 1), datetime.date(2049, 12, 31))
FRAGMENTS = (
    "3", "5th", "31", "March", "May", "2014", "216", "'14", "/", ".", "-", " ", " and ", " to ", "between ",
    "the ", "following ", "same ", "day", "week", "year", "two ", "later", " before ", "Christmas", "Easter",
    "spring", "early ", "in ", "on ", "until ", "Monday ", "12/01/13", "1.5.13", "of that ", "\u2013",
    "then and ", "a few ", "29 February",
)  # fmt: skip


def told(words: str) -> list[tuple[str, str | None]]:
    return [(mention.text, mention.edtf) for mention in find_dates(words)]


def ordinal(day: int) -> str:
    ending = "th" if 10 < day < 14 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
    return f"{day}{ending}"


RENDERINGS: dict[str, Callable[[datetime.date], str]] = {
    "plain": lambda d: f"{d.day} {d:%B %Y}",
    "ordinal": lambda d: f"{ordinal(d.day)} {d:%B %Y}",
    "the ... of": lambda d: f"{ordinal(d.day)} of {d:%B}, {d.year}",
    "weekday": lambda d: f"{d:%A} {d.day} {d:%B %Y}",
    "short": lambda d: f"{d:%a} {d.day} {d:%b} {d.year}",
    "hyphens": lambda d: f"{d.day}-{d:%b-%y}",
    "American": lambda d: f"{d:%B} {ordinal(d.day)}, {d.year}",
    "slashes": lambda d: f"{d:%d/%m/%Y}",
    "short slashes": lambda d: f"{d.day}/{d.month}/{d:%y}",
    "full stops": lambda d: f"{d:%d.%m.%Y}",
    "ISO": lambda d: d.isoformat(),
    "line break": lambda d: f"{d.day}\n{d:%B}\u00a0{d.year}",
}


@pytest.mark.parametrize("form", sorted(RENDERINGS))
@given(day=DAYS)
def test_every_form_of_a_day_is_read_as_that_day(form: str, day: datetime.date) -> None:
    words = RENDERINGS[form](day)
    sentence = f"On {words} she was seen."
    (mention,) = find_dates(sentence)
    assert (mention.start, mention.end, mention.text) == (3, 3 + len(words), words)
    assert mention.kind == ABSOLUTE
    assert mention.edtf == day.isoformat()


@given(DAYS)
def test_a_day_with_its_short_month_after_a_full_stop_number(day: datetime.date) -> None:
    (mention,) = find_dates(f"on {day.day}.{day.month}.{day:%y} she was seen")
    assert mention.edtf == day.isoformat()


@given(DAYS)
def test_months_and_years(day: datetime.date) -> None:
    assert told(f"In {day:%B %Y} she moved.") == [(f"{day:%B %Y}", f"{day:%Y-%m}")]
    assert told(f"since {day.year}") == [(str(day.year), str(day.year))]


@given(st.text())
def test_any_text_is_searched(words: str) -> None:
    find_dates(words)


@given(st.lists(st.sampled_from(FRAGMENTS), max_size=14).map("".join))
def test_mentions_stand_apart_where_they_say_and_can_be_resolved(words: str) -> None:
    at, anchor = 0, None
    for mention in find_dates(words):
        assert at <= mention.start < mention.end <= len(words)
        assert words[mention.start : mention.end] == mention.text
        assert mention.kind in (ABSOLUTE, PARTIAL, RELATIVE)
        at = mention.end
        span = resolve(mention, anchor)
        if span is not None:
            assert period_bounds(span.edtf)
            assert span.earliest is None or span.latest is None or span.earliest <= span.latest
            anchor = span


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("March/April 2010", "2010-03/2010-04"),
        ("between March and September 2013", "2013-03/2013-09"),
        ("between November and March 2015", "2014-11/2015-03"),
        ("Between 2012 and 2013", "2012/2013"),
        ("from 2012-2014", "2012/2014"),
        ("from 1 January 2011 to 9 November 2017", "2011-01-01/2017-11-09"),
        ("from May 2012 to March 2015", "2012-05/2015-03"),
        ("25/01/16 to 27/01/16", "2016-01-25/2016-01-27"),
        ("between the 3rd and 5th March 2015", "2015-03-03/2015-03-05"),
        ("in the spring of 2014", "2014-03/2014-05"),
        ("over the summer of 2014", "2014-06/2014-08"),
        ("spring/summer 2014", "2014-03/2014-08"),
        ("winter 2013", "2013-12/2014-02"),
        ("in early 2014", "2014"),
        ("in late March 2014", "2014-03"),
        ("in mid-2012", "2012"),
        ("From June 2014 onwards", "2014-06"),
        ("before 2009", "../2009"),
        ("the first week of May 2013", "2013-05"),
        ("at Easter 2014", "2014-04"),
        ("on Good Friday 2016", "2016-03"),
        ("on Christmas Day 2015", "2015-12-25"),
        ("on Christmas morning 2015", "2015-12-25"),
        ("at Christmas 2015", "2015-12"),
        ("on New Year's Day 2014", "2014-01-01"),
        ("over the August bank holiday of 2014", "2014-08"),
        ("two days before Christmas 2014", "2014-12-23"),
        ("three weeks before Christmas 2014", "2014-12"),
        ("April '17", "2017-04"),
        ("the 2009 assault", "2009"),
        ("11th May 216", "2016-05-11"),
        ("on l4 January 2013", "2013-01-14"),
    ],
)
def test_other_forms(words: str, edtf: str) -> None:
    assert [mention.edtf for mention in find_dates(f"{words} she was seen.")] == [edtf]


def test_lists_of_days_and_months_have_the_year_of_their_last() -> None:
    assert told("on 3, 5 and 9 March 2015") == [
        ("3", "2015-03-03"),
        ("5", "2015-03-05"),
        ("9 March 2015", "2015-03-09"),
    ]
    assert told("on 5th January and 19th January 2017") == [
        ("5th January", "2017-01-05"),
        ("19th January 2017", "2017-01-19"),
    ]
    assert told("in March, April and May 2018") == [("March", "2018-03"), ("April", "2018-04"), ("May 2018", "2018-05")]
    assert told("In 2009 and 2014") == [("2009", "2009"), ("2014", "2014")]


def test_two_years_that_follow_one_another_are_told_together() -> None:
    assert told("In 2009 and 2010") == [("2009 and 2010", "2009/2010")]


@pytest.mark.parametrize(
    "words",
    [
        "1.5.13 Officers attended.",
        "as said in paragraph 1.5.13 above",
        "see 1.5.13",
        "section 4.2.11 of the report",
        "She was aged 27 and he was 31.",
        "He was given 27 months for it.",
        "She stayed for two weeks.",
        "every day for a fortnight",
        "They rang 020 7946 2014 twice.",
        "It cost \u00a32014.",
        "under the Care Act 2014",
        "the 2011 guidance",
        "one in 4 women, a ratio of 1/2",
        "She may march in, and may not.",
        "He told May that she was wrong.",
        "at 10 March Street",
        "99/99/2014 and 31/02/13",
        "the 5th floor",
        "She was seen six times.",
    ],
)
def test_what_is_no_date(words: str) -> None:
    assert find_dates(words) == ()


def test_long_and_odd_texts_take_no_longer_than_they_should() -> None:
    for words in ("1 " * 20_000, "3 and " * 10_000, "the same " * 10_000, "May " * 10_000, "2014-" * 10_000):
        find_dates(words)


@pytest.mark.parametrize(
    "words", ["12th. Hannah was seen.", "- 12th. Hannah was seen.", "12th, 14.30 Hannah was seen."]
)
def test_a_day_alone_opens_an_entry(words: str) -> None:
    assert told(words) == [("12th", None)]


@pytest.mark.parametrize(
    "words",
    ["12th floor.", "12th, Hannah was seen.", "32nd. Hannah was seen.", "She lived on the floor above, the 12th. It"],
)
def test_elsewhere_and_before_a_noun_it_is_none(words: str) -> None:
    assert find_dates(words) == ()
