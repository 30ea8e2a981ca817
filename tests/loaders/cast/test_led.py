"""Agencies whose names lead one paragraph after another, though nothing in the names tells what they are."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dhr_graph.loaders.cast import Cast

PAIR = "Alma, aged 34, was killed by her husband, Omar, aged 38."
KNOWN = (
    "4.1 <u>Tarn Police</u>: the first report was made in May 2014.",
    "4.2 <u>Tarn Council Housing</u>: let the flat to Alma in 2013.",
    "4.3 <u>Beck Lane Surgery</u>: Alma was seen nine times.",
)


def named(cast: Cast) -> dict[str, str]:
    return {b.name: b.agency_type for b in cast.bodies}


@pytest.mark.parametrize(
    ("words", "agency_type"),
    [
        ("4.4 <u>Steadfast</u>: is the commissioned drug and alcohol service.", "substance_misuse"),
        ("4.4 <u>Onward Tarn</u>: received details of Alma from the police.", "voluntary_other"),
    ],
)
def test_among_paragraphs_that_agencies_lead_each_lead_is_one(
    words: str, agency_type: str, cast_of: Callable[..., Cast]
) -> None:
    name = words.split(">")[1].split("<")[0]
    assert named(cast_of(PAIR, "CHRONOLOGY", *KNOWN, words)).get(name) == agency_type


@pytest.mark.parametrize(
    "paragraphs",
    [
        ("4.1 <u>Early signs</u>: Alma told a friend.", "4.2 <u>Steadfast</u>: a word that her father used of her."),
        (*KNOWN, "4.4 <u>Alma</u>: was seen by her sister in May."),
        (
            *KNOWN[:1],
            "4.2 <u>Isolation</u>: was a theme.",
            "4.3 <u>Debt</u>: was another.",
            "4.4 <u>Drink</u>: a third.",
        ),
    ],
)
def test_topics_and_people_are_no_agencies(paragraphs: tuple[str, ...], cast_of: Callable[..., Cast]) -> None:
    assert not {"Steadfast", "Alma", "Isolation", "Debt", "Drink"} & set(
        named(cast_of(PAIR, "CHRONOLOGY", *paragraphs))
    )
