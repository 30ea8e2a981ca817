"""The services of a council are agencies, under a name that holds the council's."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dhr_graph.loaders.cast import Cast

PAIR = "Alma, aged 34, was killed by her husband, Omar, aged 38."


def named(cast: Cast) -> dict[str, str]:
    return {b.name: b.agency_type for b in cast.bodies}


@pytest.mark.parametrize(
    ("words", "name", "agency_type"),
    [
        ("Tarn Council's children's social care closed the case.",
         "Tarn Council's children's social care", "childrens_social_care"),
        ("That Tarn Council's children's social care closed the case was wrong.",
         "Tarn Council's children's social care", "childrens_social_care"),
        ("She was known to Tarn Borough Council's leaving care team.",
         "Tarn Borough Council's leaving care team", "childrens_social_care"),
        ("Tarn Council let the flat. The Council's housing service moved her. Housing wrote.",
         "Tarn Council's housing service", "housing"),
        ("Tarn Council let the flat. It was told to the Council's adult social care.",
         "Tarn Council's adult social care", "adult_social_care"),
    ],
)  # fmt: skip
def test_a_service_bears_its_council_s_name(
    words: str, name: str, agency_type: str, cast_of: Callable[..., Cast]
) -> None:
    found = named(cast_of(PAIR, "CHRONOLOGY", words))
    assert found[name] == agency_type
    assert sum(kind == agency_type for kind in found.values()) == 1


def test_two_services_of_one_council_are_two(cast_of: Callable[..., Cast]) -> None:
    told = "Tarn Council's children's social care closed the case. Tarn Council's housing team moved her."
    assert named(cast_of(PAIR, "CHRONOLOGY", told)) == {
        "Tarn Council's children's social care": "childrens_social_care",
        "Tarn Council's housing team": "housing",
    }


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("The Council's housing service moved her.", {"housing service"}),
        ("Tarn Council wrote to Holm Council. The Council's housing service moved her.",
         {"Tarn Council", "Holm Council", "housing service"}),
        ("Tarn Council's offices were shut. Tarn Council wrote.", {"Tarn Council"}),
        ("It was told to adult social care. The school's children were asked.", {"adult social care", "school"}),
    ],
)  # fmt: skip
def test_of_no_one_council_it_has_its_words_alone(words: str, names: set[str], cast_of: Callable[..., Cast]) -> None:
    assert set(named(cast_of(PAIR, "CHRONOLOGY", words))) == names
