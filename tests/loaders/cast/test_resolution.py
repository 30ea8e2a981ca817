"""Resolution: which agency a common noun means, in whose part of the text."""

from __future__ import annotations

from collections.abc import Callable

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


SEVERAL = (
    "Reports were received from Northshire Police; Mill Road Surgery; Canal Street Practice; Ellwood General Hospital; "
    "Oak Lane Primary School; and Ellwood Academy."
)


@pytest.fixture(scope="module")
def several(cast_of: Callable[..., Cast]) -> Cast:
    return cast_of(
        "Lena, aged 34, was killed by her husband, Mark, aged 40.", SEVERAL, "CHRONOLOGY", "The police came."
    )


@pytest.mark.parametrize(
    ("words", "agencies"),
    [
        ("A doctor at Mill Road Surgery saw Lena. The practice did not ask.", [None, MILL, MILL]),
        ("A doctor at Canal Street Practice saw Lena. The surgery did not ask.", [None, CANAL, CANAL]),
        ("The practice nurse at Mill Road Surgery saw Lena.", [None, MILL]),
        ("Ellwood Academy saw her son. The school told the police.", ["Ellwood Academy", "Ellwood Academy", POLICE]),
        (f"{SCHOOL} rang. The school was worried.", [SCHOOL, SCHOOL]),
        ("Canal Street Practice wrote to Mill Road Surgery. The practice had no reply.", [CANAL, MILL, CANAL]),
        ("Mill Road Surgery wrote. Later Canal Street Practice did. The surgery rang.", [MILL, CANAL, MILL]),
    ],
)
def test_of_several_of_a_kind_the_one_named_before_is_meant(
    words: str, agencies: list[str | None], several: Cast
) -> None:
    assert meant(several, words) == agencies


@pytest.mark.parametrize(
    ("words", "agency"),
    [
        ("The practice closed.", None),
        ("The school wrote.", None),
        ("The surgery wrote.", MILL),
        ("The academy wrote.", "Ellwood Academy"),
        ("She told the nurse.", None),
        ("She went to the hospital.", HOSPITAL),
    ],
)
def test_where_none_was_named_only_a_word_of_one_name_tells(words: str, agency: str | None, several: Cast) -> None:
    assert meant(several, words) == [agency]


def test_of_a_school_and_a_pre_school_each_is_called_by_its_noun(cast_of: Callable[..., Cast]) -> None:
    listed = "Reports were received from Northshire Police; Oak Lane Primary School; and Ash Lane Pre-School."
    cast = cast_of(listed, "CHRONOLOGY", "The police came.")
    assert meant(cast, "The school wrote.") == [SCHOOL]
    assert meant(cast, "The pre-school wrote.") == ["Ash Lane Pre-School"]
    assert meant(cast, "The teacher wrote.") == [None]


def test_of_two_schools_neither_is_the_school(cast_of: Callable[..., Cast]) -> None:
    listed = "Reports were received from Oak Lane Primary School; Elm Lane School; and Ash Lane Pre-School."
    cast = cast_of(listed, "CHRONOLOGY", "The police came.")
    assert meant(cast, "The school wrote.") == [None]
    assert meant(cast, "The pre-school wrote.") == ["Ash Lane Pre-School"]


def test_where_one_practice_took_part_it_is_the_practice(cast_of: Callable[..., Cast]) -> None:
    cast = cast_of("Reports were received from Northshire Police; Mill Road Surgery; and Ellwood Homes.")
    assert meant(cast, "The practice closed.") == [MILL]


def test_the_charity_is_the_one_named_before(cast_of: Callable[..., Cast]) -> None:
    cast = cast_of(
        "Reports were received from Tarn Police; Aspen (a befriending charity); Steadfast (a charity for carers); and "
        "Larch Drug Service."
    )
    assert meant(cast, "She told Aspen of it. The charity rang the police.") == ["Aspen", "Aspen", "Tarn Police"]
    assert meant(cast, "Steadfast wrote to Larch Drug Service. The charity rang.") == [
        "Steadfast", "Larch Drug Service", "Steadfast",
    ]  # fmt: skip
    assert meant(cast, "The charity rang.") == [None]


TAUGHT = "Reports were received from Northshire Police; Oak Lane Sixth Form College; and Little Larches Nursery."


@pytest.mark.parametrize(
    ("words", "agency"),
    [
        ("The nursery manager rang.", "Little Larches Nursery"),
        ("The class teacher rang.", "Oak Lane Sixth Form College"),
    ],
)
def test_of_several_the_one_whose_name_holds_the_word_is_meant(
    words: str, agency: str | None, cast_of: Callable[..., Cast]
) -> None:
    cast = cast_of("Lena, aged 34, was killed by her husband, Mark, aged 40.", TAUGHT, "CHRONOLOGY", "The police came.")
    assert meant(cast, words) == [agency]


def test_an_outreach_worker_is_of_the_outreach_service_whatever_its_kind(cast_of: Callable[..., Cast]) -> None:
    cast = cast_of("Reports were received from Tarn Police; Rowan Refuge; and Lamp Street Outreach (a charity).")
    assert meant(cast, "The outreach worker rang.") == ["Lamp Street Outreach"]


def test_a_neighbourhood_officer_is_of_the_landlord_unless_the_police_were_named(cast_of: Callable[..., Cast]) -> None:
    cast = cast_of("Reports were received from Tarn Police; Larch Homes (a housing association); and Oak Surgery.")
    assert meant(cast, "The neighbourhood officer rang.") == ["Larch Homes"]
    assert meant(cast, "Tarn Police came. The neighbourhood officer rang.") == ["Tarn Police", "Tarn Police"]
