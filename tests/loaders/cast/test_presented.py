"""Agencies whose names tell nothing, and that a sentence presents with a common noun."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dhr_graph.loaders.cast import Cast

PAIR = "Alma, aged 34, was killed by her husband, Omar, aged 38."


def named(cast: Cast) -> dict[str, str]:
    return {b.name: b.agency_type for b in cast.bodies}


@pytest.mark.parametrize(
    "words",
    [
        "She wrote to a charity called Steadfast in May.",
        "She wrote to the drug service, known as Steadfast, in May.",
        "Steadfast, the drug service for the county, saw Omar.",
        "Steadfast is a drug service for young people.",
        "He told Steadfast, which supports people who drink.",
        "He told the drug charity Steadfast about it.",
        "Steadfast (a local drug service) wrote to him.",
        "Steadfast - the drug service for the county - saw Omar.",
        "Steadfast \u2013 a drug project \u2013 saw Omar.",
        "She rang the county's drug service, Steadfast, in May.",
        "The group was run by a charity, Steadfast.",
        "He was seen by Tarn's drug service, Steadfast.",
    ],
)
def test_a_common_noun_presents_an_agency(words: str, cast_of: Callable[..., Cast]) -> None:
    assert "Steadfast" in named(cast_of(PAIR, "CHRONOLOGY", words))


@pytest.mark.parametrize(
    ("words", "agency_type"),
    [
        ("Aspen, the domestic abuse charity, rang her.", "domestic_abuse_service"),
        ("She rang the county's drug service, Aspen, in May.", "substance_misuse"),
        ("Aspen Living is a registered provider of social housing.", "housing"),
        ("The lunch was given by a charity, Aspen.", "voluntary_other"),
        ("She worked for a cleaning company called Aspen.", "other"),
        ("The Aspen food bank gave her a parcel.", "voluntary_other"),
        ("Aspen, where she had a room, is a hostel for women.", None),
    ],
)
def test_its_kind_is_that_of_the_noun(words: str, agency_type: str | None, cast_of: Callable[..., Cast]) -> None:
    found = named(cast_of(PAIR, "CHRONOLOGY", words))
    told = next((kind for name, kind in found.items() if "Aspen" in name), None)
    assert told == agency_type


@pytest.mark.parametrize(
    "words",
    [
        "She rang the school, Petra, and her sister.",
        "She told the primary school, Petra, Rita and the police.",
        "She went to the hospital, Omar, and said nothing.",
        "In the end the school, Petra said, did nothing.",
        "They met at the surgery, in Tarn.",
        "She lived near the old church, Hill Street.",
        "In May (the school holidays) she rang.",
        "Petra (the landlady at the hostel) rang.",
        "Petra, who worked for a charity, rang.",
        "June - the school's sports day - was wet.",
    ],
)
def test_people_places_and_months_are_none(words: str, cast_of: Callable[..., Cast]) -> None:
    found = named(cast_of(PAIR, "CHRONOLOGY", words))
    assert not {name for name in found if name[:1].isupper()}, found


def test_what_a_panel_member_works_for_is_none(cast_of: Callable[..., Cast]) -> None:
    cast = cast_of("The author has worked for Aspen, a charity for carers.", PAIR)
    assert "Aspen" not in named(cast)


@pytest.mark.parametrize(
    ("words", "agency_type"),
    [
        ("Turnstone provides drug and alcohol treatment. Omar went there in May.", "substance_misuse"),
        ("Turnstone is the drug and alcohol service. Omar went there in May.", "substance_misuse"),
        ("Turnstone runs a domestic abuse helpline. Alma rang in May.", "domestic_abuse_service"),
    ],
)
def test_what_somebody_provides_presents_an_agency(words: str, agency_type: str, cast_of: Callable[..., Cast]) -> None:
    assert named(cast_of(PAIR, "CHRONOLOGY", words))["Turnstone"] == agency_type


@pytest.mark.parametrize(
    "words", ["Turnstone provided her with a chair.", "Turnstone offers a good view.", "Alma offers her a lift."]
)
def test_what_is_no_service_does_not(words: str, cast_of: Callable[..., Cast]) -> None:
    assert named(cast_of(PAIR, "CHRONOLOGY", words)) == {}
