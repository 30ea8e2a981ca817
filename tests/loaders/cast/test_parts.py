"""Parts of an agency that a text names by themselves are called as the agency is."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dhr_graph.loaders.cast import Cast, CastKnowledge
from dhr_graph.loaders.cast.bodies import Member
from dhr_graph.loaders.cast.parts import unite_desks

PAIR = "Alma, aged 34, was killed by her husband, Omar, aged 38."
LIST = (
    "Reports were received from Tarn Police (TP); Tarn Adult Social Care (ASC); Holm Mental Health NHS Trust; Brook "
    "Hospitals NHS Foundation Trust; Larch Housing Association; and Elm Surgery."
)


def bodies(cast: Cast) -> dict[str, tuple[str, ...]]:
    return {b.name: b.aliases for b in cast.bodies}


@pytest.mark.parametrize(
    ("words", "part", "whole"),
    [
        ("TP's Domestic Abuse Unit rang her.", "TP's Domestic Abuse Unit", "Tarn Police"),
        ("ASC's Contact Centre took the call.", "ASC's Contact Centre", "Tarn Adult Social Care"),
        ("She went to Vale Infirmary, which is part of Brook Hospitals NHS Foundation Trust.",
         "Vale Infirmary", "Brook Hospitals NHS Foundation Trust"),
        ("Brook Hospitals NHS Foundation Trust, which runs Vale Infirmary, wrote.",
         "Vale Infirmary", "Brook Hospitals NHS Foundation Trust"),
        ("She was seen by the crisis team of Holm Mental Health NHS Trust.",
         "crisis team", "Holm Mental Health NHS Trust"),
        ("The liaison desk, which is part of Tarn Police, rang her.", "liaison desk", "Tarn Police"),
    ],
)  # fmt: skip
def test_a_part_is_the_agency_s(words: str, part: str, whole: str, cast_of: Callable[..., Cast]) -> None:
    found = bodies(cast_of(PAIR, LIST, "CHRONOLOGY", words))
    assert part in found[whole]
    assert part not in found


@pytest.mark.parametrize(
    ("words", "apart"),
    [
        ("Elm Surgery's Harriet Clinic saw her.", "Elm Surgery's Harriet Clinic"),
        ("Tarn Police wrote to Vale Women's Aid.", "Vale Women's Aid"),
        ("The Beck Refuge, run by Larch Housing Association, gave her a room.", "Beck Refuge"),
    ],
)
def test_another_s_own_story_stays_apart(words: str, apart: str, cast_of: Callable[..., Cast]) -> None:
    assert apart in bodies(cast_of(PAIR, LIST, "CHRONOLOGY", words))


def test_the_team_that_an_agency_includes_is_its_own_of_whatever_kind(cast_of: Callable[..., Cast]) -> None:
    found = bodies(cast_of(PAIR, LIST, "CHRONOLOGY", "Larch Housing Association and its First Door team saw her."))
    assert "First Door" in found["Larch Housing Association"]
    listed = "Reports were received from Tarn Council (TC), including its First Door team; and Tarn Police."
    assert bodies(cast_of(PAIR, listed, "CHRONOLOGY", "First Door rang."))["Tarn Council"] == ("First Door", "TC")


@pytest.mark.parametrize(
    "words", ["Larch Housing Association, including its chairman,", "Larch Housing Association and the First Door team"]
)
def test_its_people_and_another_s_team_are_none(words: str, cast_of: Callable[..., Cast]) -> None:
    found = bodies(cast_of(PAIR, LIST, "CHRONOLOGY", f"{words} saw her. First Door rang."))
    assert found["Larch Housing Association"] == ()


def test_a_team_that_a_list_names_apart_too_stays_apart(cast_of: Callable[..., Cast]) -> None:
    listed = "Reports came from Tarn Council, including its First Door team; First Door, a charity; and Tarn Police."
    found = bodies(cast_of(PAIR, listed, "CHRONOLOGY", "First Door rang."))
    assert "First Door" in found
    assert found["Tarn Council"] == ()


@pytest.mark.parametrize(
    ("listed", "told", "forums"),
    [
        ("the MARAC", "The Tarn MARAC met.", {"MARAC": ("Tarn MARAC",)}),
        ("the Tarn MARAC", "MARAC met.", {"Tarn MARAC": ("MARAC",)}),
        (
            "the Multi-Agency Risk Assessment Conference (MARAC)",
            "The Tarn MARAC met.",
            {"Multi-Agency Risk Assessment Conference": ("MARAC", "Tarn MARAC")},
        ),
        ("the MARAC", "The Tarn MASH met.", {"MARAC": (), "Tarn MASH": ()}),
        (
            "the MARAC",
            "The Tarn MARAC met. The Holm MARAC met.",
            {"MARAC": (), "Tarn MARAC": (), "Holm MARAC": ()},
        ),
    ],
)
def test_a_forum_without_a_place_is_the_only_one_with_a_place_under_its_short_form(
    listed: str, told: str, forums: dict[str, tuple[str, ...]], cast_of: Callable[..., Cast]
) -> None:
    reports = f"Reports were received from Tarn Police; {listed}; and Elm Surgery."
    cast = cast_of(PAIR, reports, "CHRONOLOGY", told)
    assert {b.name: b.aliases for b in cast.bodies if b.agency_type == "forum"} == forums


def test_of_two_with_a_place_the_short_form_means_neither(cast_of: Callable[..., Cast]) -> None:
    cast = cast_of(PAIR, LIST, "CHRONOLOGY", "MARAC heard it. The Tarn MARAC met. The Holm MARAC met as well.")
    assert [m.member for m in cast.mentions("MARAC met.")] == [None]
    assert {b.aliases for b in cast.bodies if b.agency_type == "forum"} == {()}


def test_what_lists_name_apart_stays_apart(cast_of: Callable[..., Cast]) -> None:
    listed = "Reports were received from Tarn Police; Vale Infirmary; and Brook Hospitals NHS Foundation Trust."
    told = "Brook Hospitals NHS Foundation Trust, which runs Vale Infirmary, wrote."
    assert "Vale Infirmary" in bodies(cast_of(PAIR, listed, "CHRONOLOGY", told))


COUNCIL = "Reports were received from Tarn Police; Children's Services; and Elm Surgery."


def test_a_desk_that_is_named_with_its_agency_is_the_agency_s(cast_of: Callable[..., Cast]) -> None:
    found = bodies(cast_of(PAIR, COUNCIL, "CHRONOLOGY", "The Front Door at Children's Services rang her."))
    assert found["Children's Services"] == ("Front Door", "Front Door at Children's Services")
    assert set(found) == {"Tarn Police", "Children's Services", "Elm Surgery"}


def test_what_only_sits_there_and_is_of_another_kind_is_not(cast_of: Callable[..., Cast]) -> None:
    found = bodies(cast_of(PAIR, COUNCIL, "CHRONOLOGY", "The Refuge at Children's Services rang her."))
    assert found["Children's Services"] == ()
    assert "Refuge" in found


TRUST = "Holm Partnership NHS Trust"


@pytest.mark.parametrize("verb", ["provides", "runs", "hosts", "comprises", "employs"])
def test_each_of_the_parts_that_an_agency_is_listed_with_is_its_own(verb: str, cast_of: Callable[..., Cast]) -> None:
    has = f"{TRUST}, which {verb} the community mental health team (CMHT), the crisis team and Vale Infirmary"
    cast = cast_of(PAIR, f"Reports were received from Tarn Police; {has}; and Elm Surgery.", "CHRONOLOGY", "They rang.")
    assert bodies(cast) == {
        "Tarn Police": (),
        TRUST: ("CMHT", "Vale Infirmary", "community mental health team", "crisis team"),
        "Elm Surgery": (),
    }


@pytest.mark.parametrize("words", ["which met the crisis team", "which provides support to carers"])
def test_what_it_met_and_what_it_does_are_no_part(words: str, cast_of: Callable[..., Cast]) -> None:
    cast = cast_of(PAIR, f"Reports were received from {TRUST}, {words}; and Tarn Police.", "CHRONOLOGY", "They rang.")
    assert bodies(cast)[TRUST] == ()


def test_two_trusts_of_one_list_stay_two_though_one_runs_the_other(cast_of: Callable[..., Cast]) -> None:
    listed = f"Reports were received from Tarn Police; {TRUST}; Vale Hospitals NHS Trust; and Elm Surgery."
    told = f"{TRUST}, which provides the crisis team and Vale Hospitals NHS Trust, wrote."
    found = bodies(cast_of(PAIR, listed, "CHRONOLOGY", told))
    assert (found[TRUST], found["Vale Hospitals NHS Trust"]) == (("crisis team",), ())


def member(name: str, *names: str, listed: bool = True) -> Member:
    return Member(name, "gp", 5, "imr" if listed else "mentioned", list(names), [], listed=listed)


@pytest.mark.parametrize(
    ("named", "owner"),
    [
        ("AWS practice", "Ash Wood Surgery"),
        ("Ash Wood Surgery IMR", "Ash Wood Surgery"),
        ("Ash Wood Surgery staff", "Ash Wood Surgery"),
        ("LDAS IDVA", "Larch Service"),
        ("LDAS support worker", None),
        ("AWS Nursery", None),
        ("BWS practice", None),
        ("Surgery practice", None),
    ],
)
def test_whose_people_or_papers_are_named_is_meant(named: str, owner: str | None, knowledge: CastKnowledge) -> None:
    members = [member("Ash Wood Surgery"), member("Larch Service", "LDAS"), member(named, listed=False)]
    unite_desks(members, knowledge)
    assert {m.name: named in m.names for m in members if m.listed} == {
        name: name == owner for name in ("Ash Wood Surgery", "Larch Service")
    }
    assert (named in [m.name for m in members]) is (owner is None)


def test_initials_of_two_are_neither_s_practice(knowledge: CastKnowledge) -> None:
    members = [member("Ash Wood Surgery"), member("Alder Way Surgery"), member("AWS practice", listed=False)]
    unite_desks(members, knowledge)
    assert [m.name for m in members] == ["Ash Wood Surgery", "Alder Way Surgery", "AWS practice"]


def test_the_report_of_an_agency_is_no_other_agency(cast_of: Callable[..., Cast]) -> None:
    listed = "Reports were received from Service Police; Larch Homes; and Elm Surgery."
    told = "The Service Police IMR says so. The Service Police Nursery wrote."
    found = bodies(cast_of(PAIR, listed, "CHRONOLOGY", told))
    assert set(found) == {"Service Police", "Larch Homes", "Elm Surgery", "Service Police Nursery"}


MEETINGS = "The Tarn MARAC met. The Holm MARAC met as well."


@pytest.mark.parametrize(
    ("asked_by", "history", "meant"),
    [
        ("the Tarn Community Safety Partnership", MEETINGS, "Tarn MARAC"),
        ("the Safer Holm Partnership", MEETINGS, "Holm MARAC"),
        ("the Vale Community Safety Partnership", MEETINGS, None),
        ("the coroner", MEETINGS, None),
        ("the Tarn Community Safety Partnership", "The Tarn MASH met. The Holm MARAC and the Vale MARAC met.", None),
    ],
)
def test_of_two_forums_the_one_of_the_review_s_own_place_is_meant_by_the_short_form(
    asked_by: str, history: str, meant: str | None, cast_of: Callable[..., Cast]
) -> None:
    cast = cast_of(PAIR, f"The review was commissioned by {asked_by}.", LIST, "CHRONOLOGY", history)
    names = {b.id: b.name for b in cast.bodies}
    assert [names.get(m.member or "") for m in cast.mentions("The MARAC closed it.")] == [meant]
    assert [names.get(m.member or "") for m in cast.mentions("The Holm MARAC closed it.")] == ["Holm MARAC"]


def test_a_charity_s_advisers_are_the_charity(cast_of: Callable[..., Cast]) -> None:
    told = (
        "Lantern, the charity that provides the Independent Domestic Violence Adviser (IDVA) service, closed her case."
    )
    found = bodies(cast_of(PAIR, LIST, "CHRONOLOGY", told, "The IDVA rang her in May."))
    assert {"IDVA", "Independent Domestic Violence Adviser"} <= set(found["Lantern"])


def test_people_whom_an_agency_provides_are_no_name_of_it(cast_of: Callable[..., Cast]) -> None:
    told = "Tarn Nursing, a company which provides the district nurses, wrote."
    found = bodies(cast_of(PAIR, f"{LIST[:-1]}; and Tarn Nursing.", "CHRONOLOGY", told))
    assert "district nurses" not in found["Tarn Nursing"]


def test_a_trust_is_of_the_kind_of_its_team(cast_of: Callable[..., Cast]) -> None:
    told = "She was referred to the community mental health team of East Wold NHS Foundation Trust."
    kinds = {b.name: b.agency_type for b in cast_of(PAIR, LIST, "CHRONOLOGY", told).bodies}
    assert kinds["East Wold NHS Foundation Trust"] == "mental_health"


@pytest.mark.parametrize("before", [True, False])
def test_advisers_are_of_the_one_service_for_victims(before: bool, cast_of: Callable[..., Cast]) -> None:
    adviser = "An Independent Domestic Violence Adviser (IDVA) was named on the marker."
    told = "Steadfast is the domestic abuse service for the county."
    found = bodies(cast_of(PAIR, "CHRONOLOGY", *((adviser, told) if before else (told, adviser))))
    assert "Independent Domestic Violence Adviser" not in found
    assert "IDVA" in found["Steadfast"]


def test_of_two_services_nobody_can_say_whose_the_advisers_are(cast_of: Callable[..., Cast]) -> None:
    both = "Steadfast is the domestic abuse service. Lantern is a refuge, which is a domestic abuse service."
    found = bodies(cast_of(PAIR, "CHRONOLOGY", both, "An Independent Domestic Violence Adviser (IDVA) rang her."))
    assert "IDVA" not in (*found["Steadfast"], *found["Lantern"])


def test_two_agencies_side_by_side_are_not_one(cast_of: Callable[..., Cast]) -> None:
    told = "Steadfast is a domestic abuse service. She was seen by Tarn County Council in May."
    found = bodies(cast_of(PAIR, "CHRONOLOGY", told, "Steadfast and Tarn County Council are to agree a form."))
    assert "Steadfast and Tarn County Council" not in found
    assert {"Steadfast", "Tarn County Council"} <= set(found)
