"""Introductions: keys of people, with and without the columns that they were printed in."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dhr_graph.loaders.cast import Cast

PAIR = "Alma, aged 34, was killed by her husband, Omar, aged 38."
HISTORY = ("CHRONOLOGY", "In May 2014 there was an argument about money.")
ANNOUNCED = "The people in this review are:"


def people(cast: Cast) -> dict[str, tuple[str, int | None]]:
    return {p.label: (p.role, p.age) for p in cast.persons}


@pytest.mark.parametrize("joint", ["\n", "\n\n"])
def test_a_key_whose_columns_were_lost(joint: str, cast_of: Callable[..., Cast]) -> None:
    key = joint.join(
        [
            "Hannah The victim. Aged 31.",
            "Marcus Husband of Hannah. Aged 34.",
            "Child 2 Daughter of Hannah and Marcus. Aged 5.",
        ]
    )
    assert people(cast_of(ANNOUNCED, key, *HISTORY)) == {
        "Hannah": ("victim", 31), "Marcus": ("perpetrator", 34), "Child 2": ("child", 5),
    }  # fmt: skip


@pytest.mark.parametrize("line", ["Child 2 Lived with her mother.", "Calder Lane Is where her mother lived."])
def test_a_line_of_it_that_says_nobody_s_part_brings_nobody_in(line: str, cast_of: Callable[..., Cast]) -> None:
    key = f"Hannah The victim. Aged 31.\n\nMarcus Husband of Hannah. Aged 34.\n\n{line}"
    assert set(people(cast_of(ANNOUNCED, key, *HISTORY))) == {"Hannah", "Marcus"}


def test_without_its_announcement_it_is_no_key(cast_of: Callable[..., Cast]) -> None:
    key = "Hannah The victim. Aged 31.\n\nMarcus Husband of Hannah. Aged 34."
    assert not {"Hannah", "Marcus"} & set(people(cast_of("It was cold that year.", key, *HISTORY)))


@pytest.mark.parametrize(("before", "listed"), [(ANNOUNCED, True), ("The rooms of the house are:", False)])
def test_rows_are_a_key_outside_the_sections_of_keys_where_they_are_announced(
    before: str, listed: bool, cast_of: Callable[..., Cast]
) -> None:
    rows = "Zoe\tDaughter of the victim\nRita\tMother of the victim\nBeth\tLodged at the house"
    found = people(cast_of(PAIR, "ANALYSIS", before, rows, *HISTORY))
    assert ({"Zoe", "Rita", "Beth"} & set(found) == {"Zoe", "Rita", "Beth"}) is listed
    assert ("Zoe" in found) is listed


def test_an_announced_row_in_small_letters_that_says_no_part_is_of_something_else(
    cast_of: Callable[..., Cast],
) -> None:
    rows = "Zoe\tDaughter of the victim\nRita\tMother of the victim\nBeth\tlodged at the house"
    assert set(people(cast_of(PAIR, "ANALYSIS", ANNOUNCED, rows, *HISTORY))) == {"Alma", "Omar", "Zoe", "Rita"}


@pytest.mark.parametrize(
    "line", ["CIN - Child in Need", "CP - Child Protection", "VS - Victim Support", "VM - Victim's Mother"]
)
def test_a_short_form_that_a_glossary_spells_out_is_nobody(line: str, cast_of: Callable[..., Cast]) -> None:
    glossary = f"{line}\nTP - Tarn Police\nSW - Social Worker"
    assert people(cast_of(PAIR, "GLOSSARY", glossary, *HISTORY)) == {
        "Alma": ("victim", 34),
        "Omar": ("perpetrator", 38),
    }


def test_one_that_it_describes_in_other_words_is_somebody(cast_of: Callable[..., Cast]) -> None:
    glossary = "VM - the victim's mother\nTP - Tarn Police\nSW - Social Worker"
    assert people(cast_of(PAIR, "GLOSSARY", glossary, *HISTORY))["VM"] == ("family", None)


def test_a_glossary_in_one_paragraph_brings_nobody_in(cast_of: Callable[..., Cast]) -> None:
    run = "CIN: Child in Need. VS: Victim Support. TP: Tarn Police. LAC: Looked After Child."
    assert set(people(cast_of(PAIR, "GLOSSARY", run, *HISTORY))) == {"Alma", "Omar"}


@pytest.mark.parametrize("line", ["VM - the victim's mother", "VM - Victim's Mother"])
def test_in_a_key_of_people_it_is_somebody(line: str, cast_of: Callable[..., Cast]) -> None:
    found = people(cast_of(PAIR, "KEY TO PEOPLE", f"{line}\nVS - the victim's sister", *HISTORY))
    assert (found["VM"], found["VS"]) == (("family", None), ("family", None))


@pytest.mark.parametrize("number", ["LP1", "REC2", "TOR3", "KLOE4"])
def test_the_number_of_a_lesson_or_a_question_is_nobody(number: str, cast_of: Callable[..., Cast]) -> None:
    line = f"{number}: The victim and her mother were not asked."
    assert number not in people(cast_of(PAIR, "ANALYSIS", line, *HISTORY))


SENTENCE = "The people are: Ada, the victim; Bob, her husband; and Cy, aged 6, the son of Ada."


@pytest.mark.parametrize("section", ["INTRODUCTION", "ANALYSIS"])
def test_a_key_in_one_sentence(section: str, cast_of: Callable[..., Cast]) -> None:
    assert people(cast_of(section, SENTENCE, *HISTORY)) == {
        "Ada": ("victim", None), "Bob": ("perpetrator", None), "Cy": ("child", 6),
    }  # fmt: skip


def test_a_key_in_one_sentence_by_letters(cast_of: Callable[..., Cast]) -> None:
    key = "They are: Adult A, the victim; Adult B, her husband; and Child C, aged 6, the daughter of Adult A."
    assert people(cast_of("INTRODUCTION", key, *HISTORY)) == {
        "Adult A": ("victim", None), "Adult B": ("perpetrator", None), "Child C": ("child", 6),
    }  # fmt: skip


@pytest.mark.parametrize(
    "listed",
    [
        "The rooms are: Ada, the large one; Bob, the small one; and Cy, the cold one.",
        "Reports came from: Ada Homes, the landlord; Bob Surgery, the practice; and Cy Police.",
        "It was said that: Ada, the horse, was ill; Bob, the dog, was well; and Cy, the cat, had gone.",
    ],
)
def test_other_lists_with_names_are_no_key(listed: str, cast_of: Callable[..., Cast]) -> None:
    found = people(cast_of(PAIR, "INTRODUCTION", listed, *HISTORY))
    assert found == {"Alma": ("victim", 34), "Omar": ("perpetrator", 38)}
