"""EDTF strings and the days that they stand for."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dhr_graph.errors import InputError
from dhr_graph.loaders.dates import period_bounds
from dhr_graph.loaders.dates.edtf import add_months, easter, season_edtf

D = datetime.date


@pytest.mark.parametrize(
    ("edtf", "earliest", "latest"),
    [
        ("2014-03-02", D(2014, 3, 2), D(2014, 3, 2)),
        ("2014-03-02?", D(2014, 3, 2), D(2014, 3, 2)),
        ("2012-02", D(2012, 2, 1), D(2012, 2, 29)),
        ("2014", D(2014, 1, 1), D(2014, 12, 31)),
        ("2014-24", D(2014, 12, 1), D(2015, 2, 28)),
        ("2012/2013-03", D(2012, 1, 1), D(2013, 3, 31)),
        ("../2009", None, D(2009, 12, 31)),
        ("2014-06/..", D(2014, 6, 1), None),
    ],
)
def test_bounds(edtf: str, earliest: D | None, latest: D | None) -> None:
    assert period_bounds(edtf) == (earliest, latest)


@pytest.mark.parametrize("edtf", ["", "March", "2014-13", "2014-02-30", "2014-3-2", "2014/x", "0000"])
def test_what_is_no_edtf_is_refused(edtf: str) -> None:
    with pytest.raises(InputError, match="no EDTF date"):
        period_bounds(edtf)


@pytest.mark.parametrize(
    ("year", "day"), [(2008, D(2008, 3, 23)), (2011, D(2011, 4, 24)), (2014, D(2014, 4, 20)), (2016, D(2016, 3, 27))]
)
def test_easter(year: int, day: D) -> None:
    assert easter(year) == day


@given(st.integers(1900, 2100), st.integers(1, 12), st.integers(-500, 500))
def test_months_go_there_and_back(year: int, month: int, count: int) -> None:
    assert add_months(*add_months(year, month, count), -count) == (year, month)


@given(st.integers(1900, 2100), st.sampled_from((3, 6, 9, 12)))
def test_a_season_is_three_months(year: int, first: int) -> None:
    earliest, latest = period_bounds(season_edtf(year, first))
    assert earliest == D(year, first, 1)
    assert latest is not None
    assert 89 <= (latest - earliest).days <= 91
