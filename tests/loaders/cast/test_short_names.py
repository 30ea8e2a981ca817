"""Short names that a text uses without having introduced them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dhr_graph.loaders.cast import Cast

LIST = (
    "METHODOLOGY",
    "Reports were received from Tarn Police, Larch Housing Association, Turning Tide Project, Oakdale Hospitals NHS "
    "Foundation Trust and Elm Surgery.",
)


def names(cast: Cast, words: str) -> list[str]:
    """The agencies that a sentence names."""
    bodies = {b.id: b.name for b in cast.bodies}
    return [bodies[m.member] for m in cast.mentions(words) if m.member in bodies]


@pytest.mark.parametrize(
    ("words", "agency"),
    [
        ("In May LHA closed the case.", "Larch Housing Association"),
        ("In May OHFT closed the case, and OHFT wrote.", "Oakdale Hospitals NHS Foundation Trust"),
        ("In May Larch closed the case.", "Larch Housing Association"),
        ("In May Turning Tide closed the case.", "Turning Tide Project"),
    ],
)
def test_initials_and_first_words_are_names_where_the_text_uses_them(
    words: str, agency: str, cast_of: Callable[..., Cast]
) -> None:
    cast = cast_of(*LIST, "CHRONOLOGY", words)
    assert names(cast, words)[:1] == [agency]


@pytest.mark.parametrize(
    "words",
    ["In May XYZ closed the case.", "She lived in Tarn.", "In May she moved to Tarn.", "The tide was turning by May."],
)
def test_towns_and_other_initials_are_none(words: str, cast_of: Callable[..., Cast]) -> None:
    cast = cast_of(*LIST, "CHRONOLOGY", words)
    assert names(cast, words) == []


def test_initials_of_two_are_of_neither(cast_of: Callable[..., Cast]) -> None:
    cast = cast_of(
        "METHODOLOGY", "Reports were received from Larch Housing Association and Lune Health Alliance.",
        "CHRONOLOGY", "In May LHA closed the case.",
    )  # fmt: skip
    assert names(cast, "In May LHA closed the case.") == []


def test_a_person_s_name_is_no_agency_s(cast_of: Callable[..., Cast]) -> None:
    cast = cast_of(
        "Beth, aged 34, was stabbed by her husband, Omar, aged 38.",
        "METHODOLOGY", "Reports were received from Beth House Project and Tarn Police.",
        "CHRONOLOGY", "In May Beth moved there.",
    )  # fmt: skip
    assert names(cast, "In May Beth moved there.") == []


@pytest.mark.parametrize(
    ("listed", "initials", "called"),
    [
        ("Northern Health Service", "NHS", False),
        ("Greater Borough Homes", "GBH", False),
        ("Northern Housing Service", "NHG", False),
        ("Northern Housing Group", "NHG", True),
        ("Greater Borough Trust", "GBT", True),
    ],
)
def test_letters_that_mean_something_else_everywhere_are_no_short_form(
    listed: str, initials: str, called: bool, cast_of: Callable[..., Cast]
) -> None:
    cast = cast_of(f"Reports were received from Tarn Police and {listed}.", "CHRONOLOGY", f"In May {initials} wrote.")
    assert {b.name: b.aliases for b in cast.bodies}[listed] == ((initials,) if called else ())
