"""Lists of agencies in a sentence: cut between the names, not inside one."""

from __future__ import annotations

import pytest

from dhr_graph.loaders.cast import CastKnowledge
from dhr_graph.loaders.cast.inline_lists import inline


@pytest.mark.parametrize(
    "entries",
    [
        ["Tarn Police", "Larch Housing Association", "Elm Surgery"],
        ["Tarn Police", "Elm Surgery"],
        ["Tarn Council", "the school"],
        ["Tarn Police (TP)", "Larch Housing Association (LHA)", "LHM"],
        ["Tarn Health and Care NHS Trust", "Tarn Police"],
        ["Tarn Police", "St. Anne's Hospital", "Elm Surgery"],
        ["Tarn Police", "Tees, Esk and Wear Valleys NHS Foundation Trust", "Elm Surgery"],
        ["Tees, Esk and Wear Valleys NHS Foundation Trust", "Tarn Homes"],
        ["Tarn Police", "Tees Homes", "Esk Surgery"],
        ["Tarn Adult Social Care", "the drug and alcohol service, Turning Tide"],
        ["Tarn Housing Department", "the substance misuse charity Westgate"],
        ["Holm College", "the trustees of the Shree Vishram Mandir"],
        ["Tarn Police", "HMP Colne Fell", "the Probation Service"],
        ["Elm School", "the health visiting service of Tarn Community Health", "Tarn Police"],
    ],
)
def test_commas_and_and_part_the_names(entries: list[str], knowledge: CastKnowledge) -> None:
    text = ", ".join(entries[:-1]) + " and " + entries[-1]
    found = list(inline(text, knowledge))
    assert [words.strip() for _, words in found] == entries
    assert all(text[at:].startswith(words) for at, words in found)


def test_semicolons_leave_commas_to_descriptions(knowledge: CastKnowledge) -> None:
    text = "the Larch Project, a refuge in Tarn; Elm Surgery, where Alma saw the nurse; Tarn Police"
    assert [words.strip() for _, words in inline(text, knowledge)] == text.split("; ")


@pytest.mark.parametrize(
    "name",
    [
        "Tyne and Wear Housing Association",
        "Fire and Rescue Service",
        "Drug and Alcohol Team",
        "Small Steps, the nursery",
        "the Larch Project, which runs a refuge and a drop-in",
        "Tarn Hospitals (Larch and Ash)",
    ],
)
def test_an_and_or_a_comma_inside_a_name_parts_nothing(name: str, knowledge: CastKnowledge) -> None:
    assert [words for _, words in inline(name, knowledge)] == [name]


def test_an_item_of_a_list_is_not_cut_at_commas(knowledge: CastKnowledge) -> None:
    text = "Tarn Council, Housing Services"
    assert [words for _, words in inline(text, knowledge, item=True)] == [text]


@pytest.mark.parametrize(
    "entries", [["WRS", "CAT"], ["WRS", "Beacon"], ["Tarn Police", "WRS", "CAT"], ["WRS", "CAT", "Beacon"]]
)
def test_a_short_form_and_one_more_name_are_two(entries: list[str], knowledge: CastKnowledge) -> None:
    text = ", ".join(entries[:-1]) + " and " + entries[-1]
    assert [words for _, words in inline(text, knowledge)] == entries


def test_two_short_forms_joined_are_two_where_the_list_goes_on(knowledge: CastKnowledge) -> None:
    assert [words for _, words in inline("WRS and CAT, and Elm Surgery", knowledge)] == ["WRS", "CAT", "Elm Surgery"]


@pytest.mark.parametrize("name", ["WRS and CAT team", "WRS and Beacon House", "Fern and Ash", "Beacon and WRS"])
def test_what_goes_on_or_has_no_short_form_first_may_be_one(name: str, knowledge: CastKnowledge) -> None:
    assert [words for _, words in inline(name, knowledge)] == [name]


def test_the_rest_of_a_trust_s_name_is_no_agency_of_its_own(knowledge: CastKnowledge) -> None:
    text = "Tarn Police; the Tarn Mental Health and Learning Disability NHS Trust; and Elm Surgery"
    assert "Tarn Mental Health and Learning Disability NHS Trust" in " ".join(
        piece for _, piece in inline(text, knowledge)
    )
    assert len(list(inline(text, knowledge))) == 3


def test_an_agency_of_a_place_with_words_in_small_letters_begins_after_and(knowledge: CastKnowledge) -> None:
    pieces = [piece for _, piece in inline("Tarn Victim Care and the Elmton children's centre", knowledge)]
    assert pieces == ["Tarn Victim Care", "the Elmton children's centre"]
