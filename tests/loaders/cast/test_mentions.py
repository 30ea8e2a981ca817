"""How words name members of the cast."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dhr_graph.loaders.cast import Cast


def read(cast: Cast, words: str, agency: str | None = None) -> list[tuple[str, tuple[str, ...]]]:
    names = {b.id: b.name for b in cast.bodies} | {p.id: p.label for p in cast.persons}
    here = next((b.id for b in cast.bodies if b.name == agency), None)
    return [(words[m.start : m.end], tuple(names[i] for i in m.members)) for m in cast.mentions(words, here)]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Lena told her GP.", [("Lena", ("Lena",)), ("GP", ("Mill Road Surgery",))]),
        ("His GP wrote to Mill Road.", [("GP", ("Canal Street Practice",)), ("Mill Road", ("Mill Road Surgery",))]),
        (
            "Officers told CSC.",
            [("Officers", ("Northshire Police",)), ("CSC", ("Ellwood Council Children's Services",))],
        ),
        ("Her mother rang the police.", [("Her mother", ("Grace",)), ("police", ("Northshire Police",))]),
        ("The children were seen.", [("The children", ("Tom", "Isla"))]),
        ("Both parents came.", [("parents", ("Lena", "Mark"))]),
        ("Mark's ex-partner had said so.", [("Mark's ex-partner", ("Joy",))]),
        ("His wife saw the IDVA.", [("His wife", ("Lena",)), ("IDVA", ("Beacon Women's Aid",))]),
        ("The housing officer rang.", [("housing officer", ("Ellwood Homes",))]),
        ("The perpetrator left.", [("perpetrator", ("Mark",))]),
        ("The health visitor called.", [("health visitor", ())]),
        ("Agencies did not share it.", [("Agencies", ())]),
        ("It was cold.", []),
    ],
)
def test_namings(words: str, expected: list[tuple[str, tuple[str, ...]]], ellwood: Cast) -> None:
    assert read(ellwood, words) == expected


@pytest.mark.parametrize(
    ("agency", "words", "who"),
    [
        ("National Probation Service", "The officer wrote.", "National Probation Service"),
        ("Ellwood Homes", "The association wrote.", "Ellwood Homes"),
        ("Ellwood General Hospital", "The nurse did not ask.", "Ellwood General Hospital"),
        ("Oak Lane Primary School", "Staff were not told.", "Oak Lane Primary School"),
        ("Canal Street Practice", "The GP did not ask.", "Canal Street Practice"),
    ],
)
def test_common_nouns_mean_the_agency_whose_part_it_is(agency: str, words: str, who: str, ellwood: Cast) -> None:
    assert read(ellwood, words, agency)[0][1] == (who,)


def test_a_professional_is_marked_as_one(ellwood: Cast) -> None:
    officer, force = ellwood.mentions("An officer of Northshire Police came.")
    assert (officer.professional, officer.basis) == (True, "role")
    assert (force.professional, force.basis) == (False, "name")


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("5.3 Housing", "Ellwood Homes"),
        ("NORTHSHIRE POLICE (the force)", "Northshire Police"),
        ("What the GP knew", None),
        ("What Mark's GP knew", "Canal Street Practice"),
        ("CSC", "Ellwood Council Children's Services"),
        ("Beacon", "Beacon Women's Aid"),
        ("Police and children's services", None),
        ("Lessons learned", None),
        ("2016", None),
    ],
)
def test_headings(words: str, name: str | None, ellwood: Cast) -> None:
    found = ellwood.of_heading(words)
    body = ellwood.body(found) if found else None
    assert (body.name if body else None) == name


def test_home_is_the_only_contributor_of_a_type(ellwood: Cast) -> None:
    assert ellwood.home("gp") is None
    police = ellwood.home("police")
    assert police is not None
    assert ellwood.body(police).name == "Northshire Police"  # type: ignore[union-attr]


def test_every_member_has_its_quote(ellwood: Cast) -> None:
    quoted = {id for id, *_ in ellwood.quotes}
    assert quoted == {m.id for m in (*ellwood.persons, *ellwood.bodies)}


@given(st.text(alphabet=st.sampled_from("LenaMark GPofficers'.,-()\nthe her his mother police"), max_size=80))
def test_namings_lie_in_order_and_apart(ellwood: Cast, words: str) -> None:
    found = ellwood.mentions(words)
    assert all(0 <= m.start < m.end <= len(words) for m in found)
    assert all(a.end <= b.start for a, b in zip(found, found[1:], strict=False))


def test_thousands_of_sentences_a_second(ellwood: Cast) -> None:
    words = "On 4 March 2015 Lena told her GP that she was afraid of Mark and officers wrote to the school."
    start = time.perf_counter()
    for _ in range(500):
        ellwood.mentions(words)
    assert time.perf_counter() - start < 1.0


LANDLORD_AND_FORCE = "Reports were received from Tarn Police; Larch Homes; and Elm Surgery."


@pytest.mark.parametrize("officer", ["neighbourhood officer", "anti-social behaviour officer"])
@pytest.mark.parametrize("agency", ["Tarn Police", "Larch Homes"])
def test_an_officer_that_landlords_and_forces_have_is_of_the_one_named_last(
    officer: str, agency: str, cast_of: Callable[..., Cast]
) -> None:
    words = f"{agency} rang, and the {officer} called."
    cast = cast_of(LANDLORD_AND_FORCE, "CHRONOLOGY", words)
    assert read(cast, words) == [(agency, (agency,)), (officer, (agency,))]
    assert [m.professional for m in cast.mentions(words)] == [False, True]


@pytest.mark.parametrize(
    ("officer", "agency"), [("neighbourhood sergeant", "Tarn Police"), ("housing officer", "Larch Homes")]
)
@pytest.mark.parametrize("named", ["Tarn Police", "Larch Homes"])
def test_one_that_only_one_kind_has_is_of_that_whoever_was_named(
    named: str, officer: str, agency: str, cast_of: Callable[..., Cast]
) -> None:
    words = f"{named} rang, and the {officer} called."
    assert read(cast_of(LANDLORD_AND_FORCE, "CHRONOLOGY", words), words)[1] == (officer, (agency,))
