"""Resolution: which agency a common noun means, in whose part of the text."""

from __future__ import annotations

import pytest

from dhr_graph.loaders.cast import Cast

POLICE, HOMES, HOSPITAL = "Northshire Police", "Ellwood Homes", "Ellwood General Hospital"
MILL, CANAL = "Mill Road Surgery", "Canal Street Practice"
PROBATION, AID, SCHOOL = "National Probation Service", "Beacon Women's Aid", "Oak Lane Primary School"


def meant(cast: Cast, words: str, section: str | None = None) -> list[str | None]:
    """The agencies that the nouns of a sentence mean."""
    names = {b.id: b.name for b in cast.bodies}
    here = next((b.id for b in cast.bodies if b.name == section), None)
    found = (m for m in cast.mentions(words, here) if m.kind != "person")
    return [names[m.member] if m.member is not None else None for m in found]


@pytest.mark.parametrize(
    ("words", "agency"),
    [
        ("Two officers came.", POLICE),
        ("The teacher rang.", SCHOOL),
        ("The midwife at the hospital asked.", HOSPITAL),
        ("His probation officer wrote.", PROBATION),
        ("An IDVA rang.", AID),
        ("Lena's GP wrote.", MILL),
        ("Mark's GP wrote.", CANAL),
    ],
)
def test_a_noun_means_the_only_agency_of_its_kind(words: str, agency: str, ellwood: Cast) -> None:
    assert agency in meant(ellwood, words)


@pytest.mark.parametrize(
    ("section", "words"),
    [
        (MILL, "The practice closed the case."),
        (CANAL, "The practice closed the case."),
        (HOMES, "Staff rang."),
        (PROBATION, "The service closed the case."),
        (PROBATION, "The officer wrote."),
        (HOSPITAL, "The nurse asked."),
    ],
)
def test_in_an_agency_s_part_of_the_text_it_is_meant(section: str, words: str, ellwood: Cast) -> None:
    assert meant(ellwood, words, section) == [section]


@pytest.mark.parametrize("words", ["The GP wrote.", "The team closed the case.", "Staff rang."])
def test_where_several_could_be_meant_nobody_is(words: str, ellwood: Cast) -> None:
    assert set(meant(ellwood, words)) <= {None}


def test_another_s_section_does_not_take_the_police_s_officers(ellwood: Cast) -> None:
    assert meant(ellwood, "The police came.", HOMES) == [POLICE]
