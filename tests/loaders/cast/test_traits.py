"""Traits: sex and ethnicity where no introduction gave them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dhr_graph.loaders.cast import Cast
from dhr_graph.loaders.cast.people import Human
from dhr_graph.loaders.cast.traits import sex_by_pronouns


@pytest.mark.parametrize(
    ("words", "sex"),
    [
        ("Kim rang the police because she was afraid.", "F"),
        ("Kim hit the wall before he left.", "M"),
        ("Kim moved house. She took a job there.", "F"),
        ("Kim took the car. His licence had run out.", "M"),
        ("Kim told the nurse that she would have to wait.", None),
        ("Kim's sister said that she was afraid.", None),
        ("Kim moved to Hull with her. He took a job there.", None),
        ("Kim said that she would go. Kim said that he would not.", None),
        ("Kim moved to Hull.", None),
    ],
)
def test_the_pronouns_that_go_on_tell_the_sex(words: str, sex: str | None) -> None:
    assert sex_by_pronouns(Human("Kim"), words) == sex


@pytest.mark.parametrize(
    ("pair", "sexes"),
    [
        ("Mr T, aged 34, was stabbed by Ms U, aged 38.", {"Mr T": "M", "Ms U": "F"}),
        ("Female A, aged 34, was stabbed by Male B, aged 38.", {"Female A": "F", "Male B": "M"}),
        ("Kim, aged 34, was stabbed by her partner, Sam, aged 38.", {"Kim": "F", "Sam": None}),
    ],
)
def test_titles_and_possessives_tell_it_too(
    pair: str, sexes: dict[str, str | None], cast_of: Callable[..., Cast]
) -> None:
    assert {p.label: p.sex for p in cast_of(pair, "CHRONOLOGY", "It was told in May.").persons} == sexes


@pytest.mark.parametrize(
    ("words", "origin"),
    [
        ("Kim was White British.", "White British"),
        ("Kim described herself as Black Caribbean.", "Black Caribbean"),
        ("Kim was born in Leeds. She was of Indian heritage.", "Indian heritage"),
        ("Kim's home was white and tidy.", None),
        ("The nurse was White British.", None),
    ],
)
def test_a_sentence_of_its_own_tells_the_origin(words: str, origin: str | None, cast_of: Callable[..., Cast]) -> None:
    cast = cast_of("Kim, aged 34, was stabbed by Sam, aged 38.", "CHRONOLOGY", words)
    assert {p.label: p.ethnicity for p in cast.persons} == {"Kim": origin, "Sam": None}
