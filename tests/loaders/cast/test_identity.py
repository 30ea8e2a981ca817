"""Identity: whether two namings mean one body."""

from __future__ import annotations

import pytest

from dhr_graph.loaders.cast import CastKnowledge
from dhr_graph.loaders.cast.bodies import Member
from dhr_graph.loaders.cast.identity import home_of, match, same_forum, stands_apart
from dhr_graph.loaders.cast.naming import Naming


def member(name: str, kind: str, *names: str, part: str = "imr", gloss: str = "") -> Member:
    return Member(name, kind, 7, part, list(names), [gloss] if gloss else [], listed=part != "mentioned")


MEMBERS = (
    member("Tarn Police", "police"),
    member("Larch Housing Association", "housing", "LHA"),
    member("Ash Lane Surgery", "gp"),
    member("Elm Road Surgery", "gp"),
    member("Tarn Hospitals NHS Trust", "acute_health", gloss="which runs Larch Infirmary"),
    member("Tarn MARAC", "forum", part="mentioned"),
)


def meant(name: str, kind: str | None, knowledge: CastKnowledge) -> str | None:
    found = match(Naming(name, (), "", kind, 7, "mentioned", 0, 0, 1, False), MEMBERS, knowledge)
    return found.name if found is not None else None


@pytest.mark.parametrize(
    ("name", "kind", "whose"),
    [
        ("the Tarn Police", "police", "Tarn Police"),
        ("Tarn Police Service", "police", "Tarn Police"),
        ("LHA", "housing", "Larch Housing Association"),
        ("Larch Infirmary", "acute_health", "Tarn Hospitals NHS Trust"),
        ("Ash Lane", None, "Ash Lane Surgery"),
        ("MARAC", "forum", "Tarn MARAC"),
    ],
)
def test_a_naming_is_of_the_body_that_it_can_only_mean(
    name: str, kind: str | None, whose: str, knowledge: CastKnowledge
) -> None:
    assert meant(name, kind, knowledge) == whose


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Hollin Police", "police"),
        ("Birch Street Surgery", "gp"),
        ("Surgery", "gp"),
        ("Larch Primary School", "school"),
        ("Hollin MARAC", "forum"),
        ("Tarn Crown Court", "courts_cps"),
        ("National Domestic Abuse Helpline", "domestic_abuse_service"),
    ],
)
def test_another_place_kind_or_number_is_another_body(name: str, kind: str, knowledge: CastKnowledge) -> None:
    assert meant(name, kind, knowledge) is None


def test_the_only_contributor_of_a_kind_is_its_home() -> None:
    one, other = member("Ash Lane Surgery", "gp"), member("Elm Road Surgery", "gp", part="mentioned")
    assert home_of([one, other]) is one
    assert home_of([one, member("Birch Surgery", "gp")]) is None
    assert home_of([other]) is other


@pytest.mark.parametrize(
    ("name", "kind", "apart"),
    [
        ("National Domestic Abuse Helpline", None, True),
        ("School B", "school", True),
        ("Practice B", "gp", False),
        ("the school", "school", False),
    ],
)
def test_a_national_line_and_a_lettered_school_stand_apart(name: str, kind: str | None, apart: bool) -> None:
    assert stands_apart(name, kind) is apart


def test_a_forum_is_the_same_wherever_it_sits() -> None:
    assert same_forum("the MARACs", MEMBERS[-1])
    assert not same_forum("the MAPPA", MEMBERS[-1])


LANTERN = (
    member("Lantern House Women's Support", "domestic_abuse_service"),
    member("Open Door Nursery", "school"),
    member("Open Door Drug Project", "substance_misuse"),
    member("Beacon Road Project", "voluntary_other", part="mentioned"),
)


@pytest.mark.parametrize(
    ("name", "kind", "rank", "whose"),
    [
        ("Lantern House", "voluntary_other", 7, "Lantern House Women's Support"),
        ("the Lantern House", "other", 7, "Lantern House Women's Support"),
        ("Lantern House", "housing", 1, "Lantern House Women's Support"),
        ("Lantern House", "housing", 7, None),
        ("Lantern", "voluntary_other", 7, "Lantern House Women's Support"),
        ("Open", "voluntary_other", 7, None),
        ("Lantern Ho", "voluntary_other", 7, None),
        ("Open Door", "voluntary_other", 7, None),
        ("Beacon Road", "other", 7, None),
    ],
)
def test_a_name_that_tells_no_kind_is_of_the_one_listed_whose_name_goes_on(
    name: str, kind: str, rank: int, whose: str | None, knowledge: CastKnowledge
) -> None:
    found = match(Naming(name, (), "", kind, rank, "mentioned", 0, 0, 1, False), LANTERN, knowledge)
    assert (found.name if found is not None else None) == whose


def test_what_a_list_names_apart_is_not_the_beginning_of_another(knowledge: CastKnowledge) -> None:
    listed = Naming("Lantern House", (), "", "voluntary_other", 7, "imr", 0, 0, 1, True)
    assert match(listed, LANTERN, knowledge) is None
