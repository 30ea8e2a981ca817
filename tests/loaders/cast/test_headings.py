"""Headings: the one agency that a heading, a lead phrase or a cell names."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dhr_graph.loaders.cast import Cast


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Section 4: Northshire Police", "Northshire Police"),
        ("6.2.1 The National Probation Service", "National Probation Service"),
        ("ELLWOOD HOMES", "Ellwood Homes"),
        ("(b) Oak Lane Primary School", "Oak Lane Primary School"),
        ("Analysis of the involvement of Beacon Women's Aid", "Beacon Women's Aid"),
        ("Ellwood General Hospital (after a report to Northshire Police)", "Ellwood General Hospital"),
        ("Police", "Northshire Police"),
        ("Police: Northshire Police", "Northshire Police"),
        ("Police: the hospital", "Ellwood General Hospital"),
        ("Police: what they knew", "Northshire Police"),
    ],
)
def test_a_heading_names_an_agency_under_any_number(words: str, name: str, ellwood: Cast) -> None:
    found = ellwood.body(ellwood.of_heading(words) or "")
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize(
    "words",
    [
        "Northshire Police and Ellwood Homes",
        "Background",
        "Lena and Mark",
        "4.2",
        "General practice",
        "",
        "What follows is told at length of what Northshire Police did and what it might have done, had it known all "
        "that others knew by then, and of what it has done since",
    ],
)
def test_two_agencies_none_and_whole_sentences_are_no_heading_of_one(words: str, ellwood: Cast) -> None:
    assert ellwood.of_heading(words) is None


def test_a_title_in_capitals_keeps_what_is_defined_in_its_brackets(cast_of: Callable[..., Cast]) -> None:
    cast = cast_of(
        "Alma was killed by Omar.",
        'SECTION 2: TARN CONSTABULARY ("the Police")',
        "Officers saw Alma in May 2015.",
        'SECTION 3: TARN COUNTY COUNCIL ADULT SOCIAL CARE ("ASC")',
        "ASC closed the concern in June 2015.",
    )
    names = {b.name: b.aliases for b in cast.bodies}
    assert "Tarn Constabulary" in names
    assert "ASC" in names["Tarn County Council Adult Social Care"]
