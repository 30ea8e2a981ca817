"""Deaths: who died, when, and whether somebody killed."""

from __future__ import annotations

import pytest

from dhr_graph.loaders.cast import CastKnowledge, Particulars, find_cast, find_review
from dhr_graph.loaders.cast.deaths import any_of
from dhr_graph.loaders.readers import read_text

PAIR = "Alma, aged 34, was the wife of Omar, aged 38."


def particulars(words: str, knowledge: CastKnowledge) -> Particulars:
    document = read_text(f"DOMESTIC HOMICIDE REVIEW\n\nINTRODUCTION\n\n{PAIR}\n\n{words}\n", "hollin.txt")
    return find_review("hollin", [document], find_cast("hollin", [document], [[]], knowledge))


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("Omar stabbed Alma to death on 3 May 2016.", "2016-05-03"),
        (
            "On 3 May 2016 Alma was found dead at home. Omar was convicted of her murder on 9 January 2017.",
            "2016-05-03",
        ),
        ("They married on 2 June 2009. Alma was killed in May 2016 by Omar.", "2016-05"),
        ("Alma died in hospital on 5 May 2016, two days after Omar had stabbed her.", "2016-05-05"),
        ("The panel met on 4 July 2017. Alma died on 3 May 2016 at the hands of Omar.", "2016-05-03"),
    ],
)
def test_the_date_of_the_death_is_that_told_with_it(words: str, date: str, knowledge: CastKnowledge) -> None:
    assert [d.date_edtf for d in particulars(words, knowledge).deaths] == [date]


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("She was found dead at home on 3 May 2016.", "2016-05-03"),
        ("The panel met on 3 May 2016.", "2016-05"),
        ("Omar was arrested on 3 May 2016.", "2016-05"),
        ("He had beaten her on 3 April 2016, after which she died.", "2016-05"),
    ],
)
def test_the_day_is_that_within_the_month_that_the_title_gives(words: str, date: str, knowledge: CastKnowledge) -> None:
    told = f"Alma was killed in May 2016 by Omar. {words}"
    assert [d.date_edtf for d in particulars(told, knowledge).deaths] == [date]


def test_a_day_is_not_looked_for_in_a_year(knowledge: CastKnowledge) -> None:
    told = "Alma was killed in 2016 by Omar. She was found dead at home on 3 May 2016."
    assert [d.date_edtf for d in particulars(told, knowledge).deaths] == ["2016"]


def test_a_death_without_a_date_is_a_death_all_the_same(knowledge: CastKnowledge) -> None:
    (death,) = particulars("Omar stabbed Alma to death. They had married on 2 June 2009.", knowledge).deaths
    assert (death.caption, death.date_edtf) == ("Death of Alma", None)


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Alma took her own life on 3 May 2016. Omar had been convicted of assaulting her.", "suicide"),
        ("Omar strangled Alma and was convicted of her murder. He had spoken of suicide.", "homicide"),
        ("Omar was convicted of the manslaughter of Alma.", "homicide"),
    ],
)
def test_what_kind_of_death_it_was(words: str, kind: str, knowledge: CastKnowledge) -> None:
    assert particulars(words, knowledge).review.death_kind == kind


@pytest.mark.parametrize(("words", "fits"), [("She Died there.", True), ("The studied plan.", False)])
def test_words_are_looked_for_whole_and_in_any_case(words: str, fits: bool) -> None:
    assert bool(any_of(["died", "killed"]).search(words)) is fits


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("3 May 2016 – Omar came home late. He stabbed Alma to death.", "2016-05-03"),
        (
            "| Date | Event |\n|---|---|\n| 3 May 2016 | Officers came. They went in. Omar had killed Alma. |",
            "2016-05-03",
        ),
        ("They met on 3 May 2009. Six years later Omar stabbed Alma to death.", None),
        ("They met on 3 May 2009. Eventually Omar stabbed Alma to death.", None),
        ("They met on 3 May 2009. He was kind. Then Omar stabbed Alma to death.", None),
        ("They met on 3 May 2009.\n\nOmar stabbed Alma to death.", None),
    ],
)
def test_the_day_may_stand_in_the_sentence_before_or_the_row(
    words: str, date: str | None, knowledge: CastKnowledge
) -> None:
    assert [d.date_edtf for d in particulars(words, knowledge).deaths] == [date]


@pytest.mark.parametrize(
    ("field", "date"),
    [
        ("Date of death: 3 May 2016", "2016-05-03"),
        ("Died 3 May 2016", "2016-05-03"),
        ("Died on 3 May 2016", "2016-05-03"),
        ("Date of the letter: 3 May 2016", "2016-05-09"),
    ],
)
def test_a_field_that_dates_the_death_outweighs_a_sentence(field: str, date: str, knowledge: CastKnowledge) -> None:
    told = f"Omar stabbed Alma to death not long before 9 May 2016.\n\n{field}"
    assert [d.date_edtf for d in particulars(told, knowledge).deaths] == [date]


@pytest.mark.parametrize(
    "words",
    [
        "The review looked at the years from 3 January 2001 until the date of the death of Alma.",
        "Alma was in touch with the school between 3 January 2001 and the day of her death.",
        "The period under review was from 3 January 2001 to the time of the homicide of Alma.",
        "An inquest into the death of Alma was opened on 9 June 2016.",
        "The coroner heard of the death of Alma on 9 June 2016.",
        "Omar was charged with killing Alma on 5 June 2016.",
        "The council was notified of the death of Alma on 9 June 2016.",
    ],
)
def test_a_period_up_to_the_death_and_what_came_after_it_date_none(words: str, knowledge: CastKnowledge) -> None:
    told = f"{words}\n\nShe died on 3 May 2016, when Omar stabbed her."
    assert [d.date_edtf for d in particulars(told, knowledge).deaths] == ["2016-05-03"]


@pytest.mark.parametrize("how", ["hanged", "found hanging"])
def test_a_day_is_that_of_who_was_found_hanged(how: str, knowledge: CastKnowledge) -> None:
    told = f"Alma took her own life after Omar had beaten her for years. She was {how} on 3 May 2016."
    assert [d.date_edtf for d in particulars(told, knowledge).deaths] == ["2016-05-03"]


@pytest.mark.parametrize(
    "period",
    [
        "from 3 January 2001 to the death",
        "from 3 January 2001 till her untimely death",
        "since 3 January 2001 until Alma's murder",
        "from 3 January 2001 up to the killing",
    ],
)
def test_the_first_day_of_a_period_up_to_the_death_is_not_that_of_it(period: str, knowledge: CastKnowledge) -> None:
    told = f"The agencies searched their files {period}. Omar stabbed Alma to death."
    assert [d.date_edtf for d in particulars(told, knowledge).deaths] == [None]


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("She lived in Tarn from 2014 until her death on 3 May 2016.", "2016-05-03"),
        ("She was afraid since the party until Alma's murder on 3 May 2016.", "2016-05-03"),
        ("She lived in Tarn until her death in May 2016.", "2016-05"),
    ],
)
def test_the_last_day_of_it_is(words: str, date: str, knowledge: CastKnowledge) -> None:
    told = f"Omar stabbed Alma to death.\n\n{words}"
    assert [d.date_edtf for d in particulars(told, knowledge).deaths] == [date]
