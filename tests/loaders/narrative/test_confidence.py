"""Confidence: by what agency and date were read from."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest

from dhr_graph.loaders.narrative.confidence import OF_AGENCY, OF_DATE, confidence_of
from dhr_graph.model.dates import DateSpan

MAY = datetime.date(2016, 5, 4)
DAY = DateSpan(MAY, MAY, "2016-05-04", "4 May 2016", "stated")


def test_an_agency_that_is_named_with_a_date_that_is_stated_is_the_surest() -> None:
    best = confidence_of("sentence", DAY)
    assert best == max(confidence_of(basis, replace(DAY, basis=date)) for basis in OF_AGENCY for date in OF_DATE)
    assert best == 0.9


@pytest.mark.parametrize(
    ("surer", "vaguer"), [("sentence", "pronoun"), ("section", "previous"), ("kind", "previous"), ("previous", "none")]
)
def test_what_was_read_from_further_away_is_less_sure(surer: str, vaguer: str) -> None:
    assert confidence_of(surer, DAY) > confidence_of(vaguer, DAY)


def test_a_date_that_was_carried_or_is_wanting_is_less_sure() -> None:
    carried = confidence_of("sentence", replace(DAY, basis="carried"))
    assert confidence_of("sentence", DAY) > carried > confidence_of("sentence", None)


def test_an_unknown_basis_is_as_unsure_as_none() -> None:
    assert confidence_of("hearsay", DAY) == confidence_of("none", DAY)


@pytest.mark.parametrize("basis", sorted(OF_AGENCY))
def test_it_lies_between_0_and_1_with_two_decimals(basis: str) -> None:
    found = confidence_of(basis, None)
    assert 0 < found < 1
    assert found == round(found, 2)
