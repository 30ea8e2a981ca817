"""Forms: the wordings by which people and agencies are looked for in a text."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dhr_graph.loaders.cast import Cast

REPORTS = (
    "Reports were received from Tarn Police; Tarn Council Children's Services; Tarn Community Health NHS Trust; Elm "
    "Surgery; and Oak Lane Primary School."
)
NURSES = "Tarn Community Health NHS Trust"


@pytest.fixture(scope="module")
def tarn(cast_of: Callable[..., Cast]) -> Cast:
    return cast_of("Alma, aged 34, was killed by her husband, Omar, aged 38.", REPORTS, "CHRONOLOGY", "She rang.")


def found(cast: Cast, words: str) -> list[tuple[str, str | None]]:
    """The wordings that are found in a sentence, each with its agency."""
    names = {b.id: b.name for b in cast.bodies}
    return [(words[m.start : m.end], names[m.member] if m.member else None) for m in cast.mentions(words)]


@pytest.mark.parametrize(
    ("who", "agency"),
    [
        ("HV1", NURSES),
        ("HV 2", NURSES),
        ("Health Visitor 2", NURSES),
        ("GP1", "Elm Surgery"),
        ("GP 2", "Elm Surgery"),
        ("PC1", "Tarn Police"),
        ("SW1", "Tarn Council Children's Services"),
        ("Social Worker A", "Tarn Council Children's Services"),
        ("Teacher B", "Oak Lane Primary School"),
    ],
)
def test_a_professional_is_told_apart_by_a_number_or_a_letter(who: str, agency: str, tarn: Cast) -> None:
    assert found(tarn, f"{who} rang.") == [(who, agency)]
    assert found(tarn, f"They had {who}'s letter.") == [(who, agency)]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("HV12 rang.", []),
        ("hv1 rang.", []),
        ("HV A rang.", [("HV", NURSES)]),
        ("A social worker a week rang.", [("social worker", "Tarn Council Children's Services")]),
        ("Social Worker G rang.", [("Social Worker", "Tarn Council Children's Services")]),
        ("Surgery 2 rang.", [("Surgery", "Elm Surgery")]),
    ],
)
def test_other_numbers_and_letters_are_none(words: str, expected: list[tuple[str, str]], tarn: Cast) -> None:
    assert found(tarn, words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("She was seen at the General.", [("General", "Vale General Hospital")]),
        ("The General wrote.", [("General", "Vale General Hospital")]),
        ("In general she was well.", []),
        ("He spoke of her in general terms.", []),
        ("She went to the hospital.", [("hospital", "Vale General Hospital")]),
    ],
)
def test_a_common_word_that_is_a_name_is_one_with_its_capital_alone(
    words: str, expected: list[tuple[str, str]], cast_of: Callable[..., Cast]
) -> None:
    listed = "Reports were received from Tarn Police; Vale General Hospital (the General); and Elm Surgery."
    cast = cast_of(listed, "CHRONOLOGY", "She rang.")
    assert found(cast, words) == expected


@pytest.mark.parametrize("words", ["The Surgery wrote.", "The surgery wrote."])
def test_the_word_of_a_kind_is_one_with_and_without(words: str, tarn: Cast) -> None:
    assert [agency for _, agency in found(tarn, words)] == ["Elm Surgery"]
