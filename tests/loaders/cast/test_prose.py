"""Agencies that are named only in the history."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dhr_graph.loaders.cast import Cast


@pytest.mark.parametrize(
    ("words", "name", "agency_type"),
    [
        ("In May 2012 Northmoor Police went to a house in Thornley.", "Northmoor Police", "police"),
        ("She was treated at Queen Matilda Hospital for a broken wrist.", "Queen Matilda Hospital", "acute_health"),
        ("He was fined by Ashby Magistrates' Court in June 2013.", "Ashby Magistrates' Court", "courts_cps"),
        ("The case was discussed at MARAC on 3 March 2014.", "MARAC", "forum"),
        (
            "He was referred to Bridgewater Recovery Service by letter.",
            "Bridgewater Recovery Service",
            "substance_misuse",
        ),
        ("She told the Home Office that he had left her.", "Home Office", "national_body"),
    ],
)
def test_a_name_with_the_words_of_a_kind(words: str, name: str, agency_type: str, cast_of: Callable[..., Cast]) -> None:
    cast = cast_of("CHRONOLOGY", words)
    assert (name, agency_type) in [(b.name, b.agency_type) for b in cast.bodies]


def test_names_joined_by_and_are_two(cast_of: Callable[..., Cast]) -> None:
    cast = cast_of("CHRONOLOGY", "The letter went to Tarn Police and Tarn Council Children's Services in July 2014.")
    assert sorted(b.name for b in cast.bodies) == ["Tarn Council Children's Services", "Tarn Police"]


def test_a_generic_name_is_the_contributor_of_its_kind(ellwood: Cast, cast_of: Callable[..., Cast]) -> None:
    cast = cast_of(
        "Reports were received from Tarn Police; Tarn Council Children's Social Care; and Tarn Homes.",
        "CHRONOLOGY", "Children's Social Care closed the case.",
    )  # fmt: skip
    assert [b.name for b in cast.bodies if b.agency_type == "childrens_social_care"] == [
        "Tarn Council Children's Social Care"
    ]


def test_unnamed_agencies_stand_under_the_words_used(cast_of: Callable[..., Cast]) -> None:
    cast = cast_of("CHRONOLOGY", "She told her health visitor, who wrote to the refuge. The police were not told.")
    assert {b.name: b.agency_type for b in cast.bodies} == {
        "health visitor": "community_health", "refuge": "domestic_abuse_service", "police": "police",
    }  # fmt: skip


def test_what_is_only_asked_for_makes_no_unnamed_agency(cast_of: Callable[..., Cast]) -> None:
    cast = cast_of("RECOMMENDATIONS", "1. The school should train its staff.")
    assert cast.bodies == ()


def test_initials_and_first_words_become_short_names(cast_of: Callable[..., Cast]) -> None:
    cast = cast_of(
        "Reports were received from Greater Tarn Police; Roshni Women's Project; and Tarn Homes.",
        "CHRONOLOGY", "GTP told Roshni that he had been bailed.",
    )  # fmt: skip
    found = cast.mentions("GTP told Roshni that he had been bailed.")
    assert [cast.body(m.members[0]).name for m in found] == ["Greater Tarn Police", "Roshni Women's Project"]  # type: ignore[union-attr]
