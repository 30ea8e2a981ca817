"""The thread: who and when is carried from sentence to sentence, and where it breaks off."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dhr_graph.loaders.explaining import ExplainedEvent

Read = Callable[[str], list[ExplainedEvent]]
SCHOOL, POLICE, AID, SURGERY = "Hollins Primary School", "Calder Police", "Calder Women's Aid", "Calder Lane Surgery"
SERVICES = "Calder Council Children's Services"


def last(told: list[ExplainedEvent]) -> tuple[str, str | None, str | None]:
    return told[-1].type, told[-1].agency, told[-1].date


def test_an_agency_is_carried_to_the_next_sentence(events: Read) -> None:
    told = events(f"{AID} visited Hannah on 4 May 2016. Two days later she was referred to MARAC.")
    assert last(told) == ("referral", AID, "2016-05-06")


@pytest.mark.parametrize("gap", ["\n\n", "\n\n## Background\n\n"])
def test_a_new_paragraph_or_section_forgets_it(gap: str, events: Read) -> None:
    told = events(f"{AID} visited Hannah on 4 May 2016.{gap}On 6 May 2016 she was referred to MARAC.")
    assert last(told) == ("referral", None, "2016-05-06")


def test_a_heading_that_is_a_year_dates_the_days_under_it(events: Read) -> None:
    told = events("## 2016\n\nOn 4 May Hannah saw the practice nurse.\n\nOn 6 June the practice nurse saw her again.")
    assert [e.date for e in told] == ["2016-05-04", "2016-06-06"]


def test_under_such_a_heading_a_look_back_does_not_last(events: Read) -> None:
    told = events(
        "## 2016\n\nOn 4 May Hannah saw the practice nurse, as she had on 9 July 2011.\n\n"
        "On 6 June the practice nurse saw her again."
    )
    assert told[-1].date == "2016-06-06"


def test_a_lead_phrase_stands_over_what_follows(events: Read) -> None:
    told = events(f"{POLICE}: Hannah rang on 4 May 2016.\n\nShe was seen on 6 May 2016.")
    assert last(told) == ("contact", POLICE, "2016-05-06")


def test_who_was_only_told_does_not_act_in_what_follows(events: Read) -> None:
    told = events(f"## {SCHOOL}\n\nOn 4 May 2016 {AID} was notified. The case was closed on 6 May 2016.")
    assert last(told) == ("contact", SCHOOL, "2016-05-06")


def test_items_that_a_sentence_introduces_go_on_with_its_agency(events: Read) -> None:
    told = events(
        f"What {AID} did for Hannah was this:\n\n- On 4 May 2016 she was seen.\n- On 6 May 2016 she was seen again."
    )
    assert [(e.agency, e.date) for e in told] == [(AID, "2016-05-04"), (AID, "2016-05-06")]


def test_a_forum_that_was_spoken_of_is_the_meeting(events: Read) -> None:
    told = events("The MARAC met on 4 May 2016. Her case was heard on 6 May 2016.")
    assert last(told) == ("care_plan", "Multi-Agency Risk Assessment Conference", "2016-05-06")


@pytest.mark.parametrize(
    "introduced",
    [
        f"Ms Varley, who looks after the children, has been a teacher at {SCHOOL} for years.",
        f"A teacher at {SCHOOL}, whom I shall call Ms Varley, knew the children.",
        f"Ms Varley of {SCHOOL} knew the children.",
    ],
)
def test_professionals_are_remembered_by_name(introduced: str, events: Read) -> None:
    told = events(f"{introduced} On 4 May 2016 Hannah told Ms Varley that she was afraid of being hit.")
    assert last(told) == ("disclosure", SCHOOL, "2016-05-04")


def test_a_neighbour_with_a_name_works_for_nobody(events: Read) -> None:
    told = events("Ms Varley is a neighbour. On 4 May 2016 Hannah told Ms Varley that she was afraid of being hit.")
    assert all(e.agency is None for e in told)


def test_a_line_that_is_only_a_month_dates_the_days_under_it(events: Read) -> None:
    told = events("March 2017\n\n12th. Hannah saw the practice nurse.\n\n14th. The practice nurse rang her.")
    assert [e.date for e in told] == ["2017-03-12", "2017-03-14"]


@pytest.mark.parametrize("entry", ["12th floor. Hannah saw the practice nurse.", "12 Hannah saw the practice nurse."])
def test_a_number_under_it_is_no_day(entry: str, events: Read) -> None:
    assert [e.date for e in events(f"March 2017\n\n{entry}")] == [None]


REFERRED = f"On 4 May 2016 {POLICE} referred Hannah to {AID}."


@pytest.mark.parametrize(
    ("between", "agency"),
    [
        ("She went there on 6 May 2016.", AID),
        ("She was seen there on 6 May 2016.", AID),
        ("She moved house on 6 May 2016.", POLICE),
        ("There was a delay.", POLICE),
    ],
)
def test_after_there_the_text_goes_on_with_the_agency_named_last(between: str, agency: str, events: Read) -> None:
    told = events(f"{REFERRED} {between} She was seen again on 8 May 2016.")
    assert last(told) == ("contact", agency, "2016-05-08")


def test_a_new_section_forgets_where_there_was(events: Read) -> None:
    told = events(f"{REFERRED}\n\n## Later contact\n\nShe was seen there on 8 May 2016.")
    assert all(e.date != "2016-05-08" for e in told)


@pytest.mark.parametrize(
    ("before", "agency"),
    [
        (f"A letter from {POLICE} was received by {AID} on 4 May 2016.", AID),
        (f"At {SCHOOL} Hannah was visited by {AID} on 4 May 2016.", AID),
        (f"Hannah was referred to {AID} by {POLICE} on 4 May 2016.", POLICE),
        (f"At {SCHOOL} Hannah was visited on 4 May 2016.", SCHOOL),
    ],
)
def test_who_is_said_to_have_done_it_is_carried_on(before: str, agency: str, events: Read) -> None:
    assert last(events(f"{before} She was seen again on 6 May 2016.")) == ("contact", agency, "2016-05-06")


@pytest.mark.parametrize("name", ["Pat Dunn", "Dunn"])
def test_a_professional_called_by_two_names_is_remembered_by_the_last(name: str, events: Read) -> None:
    told = events(f"A nurse at {SURGERY} called {name} saw Hannah. On 4 May 2016 Dunn told {POLICE} of the assault.")
    assert last(told) == ("information_share", SURGERY, "2016-05-04")


@pytest.mark.parametrize(("home", "agency"), [(f"of {AID}", AID), ("from Children's Services", SERVICES)])
def test_who_is_from_an_agency_is_remembered_as_its_own(home: str, agency: str, events: Read) -> None:
    told = events(f"Ms Finch {home} saw Hannah. On 4 May 2016 Ms Finch told {POLICE} of the assault.")
    assert last(told) == ("information_share", agency, "2016-05-04")


def test_who_is_from_a_town_works_for_nobody(events: Read) -> None:
    told = events(f"Ms Finch from Hollins saw Hannah. On 4 May 2016 Ms Finch told {POLICE} of the assault.")
    assert all(e.type != "information_share" for e in told)
