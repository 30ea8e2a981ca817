"""Agencies that are named only in the history."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dhr_graph.loaders.cast import Cast


@pytest.mark.parametrize(
    ("words", "name", "agency_type"),
    [
        ("In May 2012 Northmoor Police went to a house in Thornley.", "Northmoor Police", "police"),
        ("She was treated at Queen Matilda Hospital for a broken wrist.", "Queen Matilda Hospital", "acute_health"),
        ("He was fined by Ashby Magistrates' Court in June 2013.", "Ashby Magistrates' Court", "courts_cps"),
        ("The case was discussed at MARAC on 3 March 2014.", "MARAC", "forum"),
        (
            "He was referred to Bridgewater Recovery Service by letter.",
            "Bridgewater Recovery Service",
            "substance_misuse",
        ),
        ("She told the Home Office that he had left her.", "Home Office", "national_body"),
        ("She told her tutor at Two Bridges College that she was afraid.", "Two Bridges College", "school"),
        ("She was treated at St. Anne's Hospital in June.", "St. Anne's Hospital", "acute_health"),
        (
            "Barnet, Enfield and Haringey Mental Health NHS Trust saw her.",
            "Barnet, Enfield and Haringey Mental Health NHS Trust",
            "mental_health",
        ),
        (
            "She is employed by Tarn Children's Community Health.",
            "Tarn Children's Community Health",
            "community_health",
        ),
        ("He wrote to the Department for Education in May.", "Department for Education", "national_body"),
        ("Two Northmoor Police officers went to the house.", "Northmoor Police", "police"),
    ],
)
def test_a_name_with_the_words_of_a_kind(words: str, name: str, agency_type: str, cast_of: Callable[..., Cast]) -> None:
    cast = cast_of("CHRONOLOGY", words)
    assert (name, agency_type) in [(b.name, b.agency_type) for b in cast.bodies]


def test_names_joined_by_and_are_two(cast_of: Callable[..., Cast]) -> None:
    cast = cast_of("CHRONOLOGY", "The letter went to Tarn Police and Tarn Council Children's Services in July 2014.")
    assert sorted(b.name for b in cast.bodies) == ["Tarn Council Children's Services", "Tarn Police"]


def test_a_generic_name_is_the_contributor_of_its_kind(ellwood: Cast, cast_of: Callable[..., Cast]) -> None:
    cast = cast_of(
        "Reports were received from Tarn Police; Tarn Council Children's Social Care; and Tarn Homes.",
        "CHRONOLOGY", "Children's Social Care closed the case.",
    )  # fmt: skip
    assert [b.name for b in cast.bodies if b.agency_type == "childrens_social_care"] == [
        "Tarn Council Children's Social Care"
    ]


def test_unnamed_agencies_stand_under_the_words_used(cast_of: Callable[..., Cast]) -> None:
    cast = cast_of("CHRONOLOGY", "She told her health visitor, who wrote to the refuge. The police were not told.")
    assert {b.name: b.agency_type for b in cast.bodies} == {
        "health visitor": "community_health", "refuge": "domestic_abuse_service", "police": "police",
    }  # fmt: skip


def test_what_is_only_asked_for_makes_no_unnamed_agency(cast_of: Callable[..., Cast]) -> None:
    cast = cast_of("RECOMMENDATIONS", "1. The school should train its staff.")
    assert cast.bodies == ()


def test_initials_and_first_words_become_short_names(cast_of: Callable[..., Cast]) -> None:
    cast = cast_of(
        "Reports were received from Greater Tarn Police; Roshni Women's Project; and Tarn Homes.",
        "CHRONOLOGY", "GTP told Roshni that he had been bailed.",
    )  # fmt: skip
    found = cast.mentions("GTP told Roshni that he had been bailed.")
    assert [cast.body(m.members[0]).name for m in found] == ["Greater Tarn Police", "Roshni Women's Project"]  # type: ignore[union-attr]


PAIR = "Alma, aged 34, was killed by her husband, Omar, aged 38."


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("On a visit by the Crisis Team Alma told the nurse about it.", {"Crisis Team"}),
        ("At Omar's Jobcentre interview nothing was said.", {"Jobcentre"}),
        ("Alma had a letter from the Crown Court, and lived at Mill Court.", {"Crown Court"}),
        ("She wrote to the Head of Tenancy Services and to the Director, Urgent Care.", set()),
        ("It is good practice to ask. Good practice was seen.", set()),
        ("The Tarn MARAC heard it, and MARAC closed it.", {"Tarn MARAC"}),
        ("The Tarn MARAC wrote to the Hollin MARAC, and both MARACs closed it.", {"Tarn MARAC", "Hollin MARAC"}),
        ("Tarn Crown Court sent it to Tarn Family Court.", {"Tarn Crown Court", "Tarn Family Court"}),
        ("Fire and Rescue came twice, and the fire and rescue service fitted an alarm.", {"Fire and Rescue"}),
        ("The fire and rescue service fitted an alarm.", {"fire and rescue service"}),
        ("Tarn Women's Aid gave her the number of the National Domestic Abuse Helpline.",
         {"Tarn Women's Aid", "National Domestic Abuse Helpline"}),
    ],
)  # fmt: skip
def test_where_a_name_ends_and_which_are_one(words: str, names: set[str], cast_of: Callable[..., Cast]) -> None:
    cast = cast_of(PAIR, "CHRONOLOGY", words)
    assert {b.name for b in cast.bodies} == names


def test_known_names_joined_by_and_are_no_third(cast_of: Callable[..., Cast]) -> None:
    cast = cast_of(
        'Reports were received from Tarn Police ("Police"); and Larch Housing Association ("LHA").',
        "CHRONOLOGY", "Police and LHA shared information.",
    )  # fmt: skip
    assert {b.name for b in cast.bodies} == {"Tarn Police", "Larch Housing Association"}


def test_a_board_for_safeguarding_is_none_for_community_safety(cast_of: Callable[..., Cast]) -> None:
    cast = cast_of("CHRONOLOGY", "The Safer Tarn Board wrote to the Safeguarding Adults Board.")
    assert {b.name: b.agency_type for b in cast.bodies} == {
        "Safer Tarn Board": "csp", "Safeguarding Adults Board": "other",
    }  # fmt: skip


def test_a_person_is_no_agency(cast_of: Callable[..., Cast]) -> None:
    cast = cast_of(
        "Domestic Homicide Review: 'Edith' (died May 2019)",
        "CHRONOLOGY", "Edith was a retired cook. She was 66. Her son Noel lived with her.",
        "In 2018, as was seen from a letter produced by Noel, Edith had been given tablets by a consultant at Tarn "
        "General Hospital, and the hospital had written to Elm Surgery.",
    )  # fmt: skip
    assert {b.name for b in cast.bodies} == {"Tarn General Hospital", "Elm Surgery"}
    assert {p.label for p in cast.persons} == {"Edith", "Noel"}


def test_a_heading_says_what_of_the_agency(cast_of: Callable[..., Cast]) -> None:
    cast = cast_of("Section 8: Involvement of the Tarn Valley Housing Association", "She rang in May 2016.")
    assert {b.name for b in cast.bodies} == {"Tarn Valley Housing Association"}


def test_two_trusts_of_one_list_are_two(cast_of: Callable[..., Cast]) -> None:
    cast = cast_of(
        "METHODOLOGY",
        "Reports were received from Tarn Hospitals NHS Trust (which runs Larch Infirmary), "
        "Tarn Health and Care NHS Trust, Tarn Police and the solicitors Ash and Rowe.",
    )
    assert {b.name for b in cast.bodies} == {
        "Tarn Hospitals NHS Trust", "Tarn Health and Care NHS Trust", "Tarn Police", "Ash and Rowe",
    }  # fmt: skip


def test_a_list_goes_on_over_the_foot_of_a_page(cast_of: Callable[..., Cast]) -> None:
    foot = "OFFICIAL - not to be copied          Page 1 of 3"
    cast = cast_of(
        "METHODOLOGY", "Reports were received from Tarn Police, Elm Surgery,", foot,
        "Larch Veterinary Practice, Tarn Carers Together and the parish of St Bees. The panel met twice.",
        foot.replace("1 of", "2 of"), "It met again in May.", foot.replace("1 of", "3 of"), "CHRONOLOGY", "She rang.",
    )  # fmt: skip
    assert {"Larch Veterinary Practice", "Tarn Carers Together"} <= {b.name for b in cast.bodies}


def test_as_did_and_so_were_go_on_with_a_list(cast_of: Callable[..., Cast]) -> None:
    cast = cast_of(
        "METHODOLOGY",
        "An individual management review was prepared by Tarn Police. The Fern Project, which provides Independent "
        "Domestic Violence Advisers (IDVAs), also prepared one, as did Larch Housing Association and Elm Surgery.",
        "CHRONOLOGY", "An IDVA rang her in May.",
    )  # fmt: skip
    assert {b.name for b in cast.bodies} == {"Tarn Police", "Fern Project", "Larch Housing Association", "Elm Surgery"}


def test_a_service_is_called_by_its_own_name(cast_of: Callable[..., Cast]) -> None:
    cast = cast_of(
        "METHODOLOGY",
        "Individual management reviews were commissioned from Tarn Police and from Tarn Council in respect of "
        "Children's Services.",
        "Section 3: Involvement of Tarn Council Children's Services", "A visit was made.",
    )  # fmt: skip
    assert {b.name for b in cast.bodies} == {"Tarn Police", "Tarn Council Children's Services"}


@pytest.mark.parametrize(
    ("short", "aliases"),
    [("the General", ("General",)), ("VGH", ("VGH",)), ("the Ward", ()), ("General", ()), ("Maternity", ())],
)
def test_the_short_form_in_brackets_is_initials_or_with_its_article_a_word_of_the_name(
    short: str, aliases: tuple[str, ...], cast_of: Callable[..., Cast]
) -> None:
    cast = cast_of(PAIR, "CHRONOLOGY", f"She was treated at Vale General Hospital ({short}) in May.")
    assert {b.name: b.aliases for b in cast.bodies} == {"Vale General Hospital": aliases}


STAFFED = "Reports were received from Tarn Police; Larch Domestic Abuse Service; and Elm Surgery."


@pytest.mark.parametrize("adviser", ["IDVA", "IDVAs", "ISVA"])
@pytest.mark.parametrize(
    "words", ["A Spanish-speaking {} rang her.", "The Larch {} rang her.", "The Young Person's {} rang."]
)
def test_an_adviser_is_no_agency_whatever_stands_before(words: str, adviser: str, cast_of: Callable[..., Cast]) -> None:
    cast = cast_of(PAIR, STAFFED, "CHRONOLOGY", words.format(adviser))
    assert {b.name for b in cast.bodies} == {"Tarn Police", "Larch Domestic Abuse Service", "Elm Surgery"}


@pytest.mark.parametrize("name", ["Larch IDVA Service", "Spanish Women's Refuge"])
def test_the_service_of_advisers_is_one(name: str, cast_of: Callable[..., Cast]) -> None:
    assert name in {b.name for b in cast_of(PAIR, "CHRONOLOGY", f"She was referred to the {name} in May.").bodies}


@pytest.mark.parametrize(
    "words",
    [
        "She spoke of Domestic Abuse in May.",
        "Domestic Violence was not asked about.",
        "The Domestic Violence, Crime and Victims Act 2004 applies.",
    ],
)
def test_a_matter_is_nobody(words: str, cast_of: Callable[..., Cast]) -> None:
    assert [b.name for b in cast_of("CHRONOLOGY", words).bodies] == []


@pytest.mark.parametrize("name", ["Tarn Domestic Abuse Service", "Domestic Abuse Team"])
def test_who_deals_with_it_is_somebody(name: str, cast_of: Callable[..., Cast]) -> None:
    assert [b.name for b in cast_of("CHRONOLOGY", f"The {name} saw her in May.").bodies] == [name]


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("BRIGHTWAY STORES (employer)", "Brightway Stores"),
        ("Pell and Dace (solicitors)", "Pell and Dace"),
        ("Thornley (the town)", None),
        ("Appraisal of practice", None),
    ],
)
def test_brackets_after_a_heading_say_what_it_names(
    heading: str, name: str | None, cast_of: Callable[..., Cast]
) -> None:
    cast = cast_of("CHRONOLOGY", heading, "In May 2012 Alma told her manager that she was afraid.")
    assert {b.name for b in cast.bodies} - {"manager"} == ({name} if name is not None else set())
