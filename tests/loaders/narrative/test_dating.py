"""Dating: each clause has its own date, that of its sentence, or the one carried from before."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dhr_graph.loaders.explaining import ExplainedSentence

Explain = Callable[[str], list[ExplainedSentence]]


def dates(told: list[ExplainedSentence], type: str) -> list[tuple[str | None, str | None]]:
    return [(event.date, event.date_from) for each in told for event in each.events if event.type == type]


@pytest.mark.parametrize(
    ("text", "date", "basis"),
    [
        ("On 4 May 2016 Calder Police referred Hannah to MARAC.", "2016-05-04", "stated"),
        ("Calder Police referred Hannah to MARAC in May 2016.", "2016-05", "stated"),
        (
            "The school rang on 4 May 2016. Two days later Calder Police referred Hannah to MARAC.",
            "2016-05-06",
            "relative",
        ),
        ("Hannah saw the practice nurse on 4 May 2016. Calder Police referred her to MARAC.", "2016-05-04", "carried"),
        ("Calder Police regularly referred Hannah to MARAC.", None, None),
    ],
)
def test_a_clause_has_its_date(text: str, date: str | None, basis: str | None, explained: Explain) -> None:
    assert dates(explained(text), "referral") == [(date, basis)]


def test_conjoined_steps_share_the_date_at_their_end(explained: Explain) -> None:
    told = explained("Calder Police arrested Marcus and referred Hannah to MARAC on 4 May 2016.")
    assert dates(told, "justice") == dates(told, "referral") == [("2016-05-04", "stated")]


def test_what_happens_again_and_again_takes_no_date_from_before(explained: Explain) -> None:
    told = explained(
        "Hannah saw the practice nurse on 4 May 2016. Calder Police often referred Hannah to Calder Women's Aid."
    )
    assert dates(told, "referral") == [(None, None)]


def test_a_date_is_not_carried_into_the_next_paragraph(explained: Explain) -> None:
    told = explained("Hannah saw the practice nurse on 4 May 2016.\n\nCalder Police referred her to MARAC.")
    assert dates(told, "referral") == [(None, None)]


def test_the_date_of_what_did_not_happen_does_not_move_what_follows(explained: Explain) -> None:
    told = explained(
        "Hannah saw the practice nurse on 4 May 2016. If she had come back on 9 June 2016, she would have been seen. "
        "Calder Police arrested Marcus the next day."
    )
    assert dates(told, "justice") == [("2016-05-05", "relative")]


@pytest.mark.parametrize(
    "planned",
    [
        "and was given an appointment for 28 October 2018",
        "and was given an appointment for 28 October",
        "and an appointment was made for 28 July",
    ],
)
def test_what_was_planned_for_after_the_death_does_not_move_what_follows(planned: str, explained: Explain) -> None:
    told = explained(
        f"Hannah saw the practice nurse on 4 May 2018 {planned}. Calder Police arrested Marcus the next day."
    )
    assert dates(told, "justice") == [("2018-05-05", "relative")]


def test_what_was_planned_for_before_it_does(explained: Explain) -> None:
    told = explained(
        "Hannah saw the practice nurse on 4 May 2018. She was given an appointment for 9 May 2018. Calder Police "
        "arrested Marcus the next day."
    )
    assert dates(told, "justice") == [("2018-05-10", "relative")]


def test_a_day_that_was_not_planned_lies_before_the_death(explained: Explain) -> None:
    told = explained("Hannah saw the practice nurse on 4 May 2018. On 28 October she saw the practice nurse again.")
    assert dates(told, "contact")[1:] == [("2017-10-28", "relative")]


def test_a_row_gives_its_date_to_its_entry(explained: Explain) -> None:
    told = explained(
        "| Date | Agency | Event |\n|---|---|---|\n| 4 May 2016 | Calder Police | Marcus arrested. |\n"
        "| 5 May 2016 | Calder Police | Marcus bailed. |"
    )
    assert [date for date, _ in dates(told, "justice")] == ["2016-05-04", "2016-05-05"]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("On 5 May 2017 Calder Police referred Hannah to MARAC because of the 2014 offence.", "2017-05-05"),
        ("The school referred Hannah on 13 July 2012 to Calder Women's Aid, which saw her on 20 August.", "2012-07-13"),
        (
            "On 4 May 2016 the police rang the school, which had been opened that spring, and the following day they "
            "referred Hannah to MARAC.",
            "2016-05-05",
        ),
        ("4 May 2016, 08.45 hrs. Calder Police referred Hannah to MARAC.", "2016-05-04"),
    ],
)  # fmt: skip
def test_dates_of_other_things_are_not_taken(text: str, date: str, explained: Explain) -> None:
    assert [told for told, _ in dates(explained(f"Hannah was seen on 4 May 2016.\n\n{text}"), "referral")] == [date]


def test_under_a_heading_that_is_a_year_days_are_of_that_year(explained: Explain) -> None:
    told = explained(
        "## 2016\n\nHe was convicted in 2009 and came back.\n\nOn 4 May Calder Police referred Hannah to MARAC."
    )
    assert dates(told, "referral") == [("2016-05-04", "relative")]


AFTERWARDS = "## After the death\n\nOn 3 December 2019 Calder Police saw Marcus."
TOLD = "On 6 February Calder Police referred Hannah to MARAC."


def test_a_new_section_after_the_death_counts_from_the_death_again(explained: Explain) -> None:
    told = explained(f"{AFTERWARDS}\n\n## The school\n\n{TOLD}")
    assert dates(told, "referral") == [("2018-02-06", "relative")]


def test_the_same_section_and_one_before_the_death_count_on(explained: Explain) -> None:
    assert dates(explained(f"{AFTERWARDS}\n\n{TOLD}"), "referral") == [("2020-02-06", "relative")]
    before = AFTERWARDS.replace("2019", "2015")
    assert dates(explained(f"{before}\n\n## The school\n\n{TOLD}"), "referral") == [("2016-02-06", "relative")]


SEEN = "Hannah saw the practice nurse on 4 May 2016."
REFERRED = "Calder Police referred her to MARAC."


@pytest.mark.parametrize(
    ("between", "date"),
    [
        ("The nurse looked at the call of 2 March 2015.", "2016-05-04"),
        ("The nurse read that letter of 2 March 2015.", "2016-05-04"),
        ("The nurse read the letter of 6 May 2016.", "2016-05-06"),
        ("The nurse saw her in the week of 2 March 2015.", "2015-03-02"),
        ("The nurse saw her on 2 March 2015.", "2015-03-02"),
    ],
)
def test_the_earlier_day_of_a_thing_known_from_before_does_not_move_what_follows(
    between: str, date: str, explained: Explain
) -> None:
    assert [told for told, _ in dates(explained(f"{SEEN} {between} {REFERRED}"), "referral")] == [date]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("The nurse spoke of the row of two days earlier. Calder Police referred her to MARAC.", "2016-05-04"),
        ("After the row of the previous night Calder Police referred her to MARAC.", "2016-05-04"),
        ("Two days earlier Calder Police referred her to MARAC.", "2016-05-02"),
        ("At the start of the next month Calder Police referred her to MARAC.", "2016-06"),
    ],
)
def test_a_day_that_only_says_which_thing_is_meant_is_not_taken(text: str, date: str, explained: Explain) -> None:
    assert [told for told, _ in dates(explained(f"{SEEN} {text}"), "referral")] == [date]
