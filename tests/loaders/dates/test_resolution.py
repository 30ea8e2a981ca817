"""What dates mean, given the last one told."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dhr_graph.loaders.dates import covering, find_dates, resolve, span_of
from dhr_graph.model.dates import DateSpan

TUESDAY = span_of("2014-02-11", "11 February 2014")
MONTH = span_of("2014-02", "February 2014")
YEAR = span_of("2014", "2014")


def meant(words: str, anchor: DateSpan | None = TUESDAY) -> str | None:
    (mention,) = find_dates(words)
    span = resolve(mention, anchor)
    return None if span is None else span.edtf


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("the same day", "2014-02-11"),
        ("later that evening", "2014-02-11"),
        ("the next day", "2014-02-12"),
        ("the following morning", "2014-02-12"),
        ("the previous evening", "2014-02-10"),
        ("the day before", "2014-02-10"),
        ("two days later", "2014-02-13"),
        ("24 hours later", "2014-02-12"),
        ("a week later", "2014-02-18"),
        ("a fortnight after the assault", "2014-02-25?"),
        ("ten days after that", "2014-02-21"),
        ("three days earlier", "2014-02-08"),
        ("two weeks before she died", None),
        ("three months later", "2014-05"),
        ("a year earlier", "2013"),
        ("a few days later", "2014-02?"),
        ("several months later", None),
        ("later that month", "2014-02"),
        ("within the week", "2014-02"),
        ("the following month", "2014-03"),
        ("the same year", "2014"),
        ("the previous year", "2013"),
        ("in December of that year", "2014-12"),
        ("on 3 March the following year", "2015-03-03"),
        ("in the spring of that year", "2014-03/2014-05"),
        ("the following Monday", "2014-02-17"),
        ("the following January", "2015-01"),
        ("the following summer", "2014-06/2014-08"),
        ("that Christmas", "2014-12"),
        ("on 6th May", "2014-05-06"),
        ("on 28 January", "2014-01-28"),
        ("on 20 December", "2013-12-20"),
        ("in May", "2014-05"),
        ("on the 16th", "2014-02-16"),
        ("on the 2nd of that month", "2014-02-02"),
        ("at Easter", "2014-04"),
        ("between then and June 2014", "2014-02-11/2014-06"),
        ("around Christmas 2010", "2010-12?"),
    ],
)
def test_after_a_day(words: str, edtf: str | None) -> None:
    assert meant(words) == edtf


@pytest.mark.parametrize(
    ("anchor", "words", "edtf"),
    [
        (MONTH, "the next day", "2014-02"),
        (MONTH, "a week later", "2014-02"),
        (MONTH, "two months later", "2014-04"),
        (MONTH, "the following month", "2014-03"),
        (MONTH, "a year later", "2015"),
        (YEAR, "the next day", "2014"),
        (YEAR, "two months later", None),
        (YEAR, "in May", "2014-05"),
    ],
)
def test_no_more_is_known_than_the_anchor_tells(anchor: DateSpan, words: str, edtf: str | None) -> None:
    assert meant(words, anchor) == edtf


def test_nothing_is_guessed_without_an_anchor() -> None:
    assert meant("the next day", None) is None
    assert meant("on 6th May", None) is None
    assert meant("on 6th May 2014", None) == "2014-05-06"


@pytest.mark.parametrize(
    ("told", "edtf"),
    [("2014-06-04", "2014-01-04"), ("2014-09-20", "2015-01-04"), ("2014-02-11", "2014-01-04")],
)
def test_well_before_the_death_no_day_is_taken_to_be_after_it(told: str, edtf: str) -> None:
    (mention,) = find_dates("on 4 January")
    span = resolve(mention, span_of(told, ""), datetime.date(2014, 9, 29))
    assert span is not None
    assert span.edtf == edtf


def test_the_basis_and_the_words_are_kept() -> None:
    (stated,), (counted,) = find_dates("on 6th May 2014"), find_dates("two days later")
    assert resolve(stated) == DateSpan(
        datetime.date(2014, 5, 6), datetime.date(2014, 5, 6), "2014-05-06", "6th May 2014"
    )
    span = resolve(counted, TUESDAY)
    assert span is not None
    assert (span.basis, span.text) == ("relative", "two days later")


def test_early_and_late_narrow_the_days_though_edtf_says_the_year() -> None:
    (mention,) = find_dates("in late 2009")
    span = resolve(mention)
    assert span is not None
    assert (span.edtf, span.earliest, span.latest) == ("2009", datetime.date(2009, 9, 1), datetime.date(2009, 12, 31))


def test_two_dates_told_at_once_cover_the_time_between() -> None:
    both = covering(span_of("2016-06", "June 2016"), span_of("2017-08", "August 2017"))
    assert (both.edtf, both.earliest, both.latest) == (
        "2016-06/2017-08",
        datetime.date(2016, 6, 1),
        datetime.date(2017, 8, 31),
    )


@given(st.dates(datetime.date(1990, 1, 1), datetime.date(2040, 1, 1)), st.integers(1, 300))
def test_days_are_counted_exactly_both_ways(day: datetime.date, count: int) -> None:
    anchor = span_of(day.isoformat(), "then")
    assert meant(f"{count} days later", anchor) == (day + datetime.timedelta(count)).isoformat()
    assert meant(f"{count} days earlier", anchor) == (day - datetime.timedelta(count)).isoformat()


@given(st.dates(datetime.date(1990, 1, 1), datetime.date(2040, 1, 1)), st.integers(0, 180))
def test_a_day_told_without_its_year_is_the_next_one_on(day: datetime.date, ahead: int) -> None:
    later = day + datetime.timedelta(ahead)
    assert meant(f"on {later.day} {later:%B}", span_of(day.isoformat(), "then")) == later.isoformat()


@pytest.mark.parametrize(
    ("told", "words", "edtf"),
    [
        ("2014-09-20", "on 4 April", "2014-04-04"),
        ("2014-09-20", "in May", "2014-05"),
        ("2014-09-29", "on 4 April", "2014-04-04"),
        ("2014-09-20", "on 20 October", "2014-10-20"),
        ("2014-09-20", "on 4 January", "2015-01-04"),
        ("2014-10-10", "on 4 April", "2015-04-04"),
    ],
)
def test_near_the_death_no_day_is_taken_to_be_long_after_it(told: str, words: str, edtf: str) -> None:
    (mention,) = find_dates(words)
    span = resolve(mention, span_of(told, ""), datetime.date(2014, 9, 29))
    assert span is not None
    assert span.edtf == edtf
