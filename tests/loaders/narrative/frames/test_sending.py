"""Sending: an agency passes something on to another."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dhr_graph.loaders.explaining import ExplainedEvent
from dhr_graph.loaders.readers import read_text
from dhr_graph.loaders.reading import load_knowledge, read_review
from dhr_graph.model.records import Agency, InformationShare

Read = Callable[[str], list[ExplainedEvent]]
Ends = list[tuple[str | None, str | None]]
Shares = Callable[[str], Ends]
SCHOOL, POLICE, AID = "Hollins Primary School", "Calder Police", "Calder Women's Aid"
SERVICES, MARAC = "Calder Council Children's Services", "Multi-Agency Risk Assessment Conference"


@pytest.mark.parametrize(
    "words",
    [
        f"{SCHOOL} sent a report to {POLICE}",
        f"{SCHOOL} gave {POLICE} the minutes",
        f"{SCHOOL} discussed it with {POLICE}",
        f"the concern was passed to {POLICE} by {SCHOOL}",
        f"{POLICE} was sent the minutes by {SCHOOL}",
    ],
)
def test_what_goes_from_one_agency_to_another_is_a_share(words: str, shares: Shares) -> None:
    assert shares(f"On 4 May 2016 {words}.") == [(SCHOOL, POLICE)]


def test_each_of_several_recipients_has_a_share(shares: Shares) -> None:
    told = shares(f"On 4 May 2016 {SCHOOL} shared the report with {POLICE} and {AID}.")
    assert told == [(SCHOOL, POLICE), (SCHOOL, AID)]


def test_minutes_come_from_the_forum_spoken_of_before(shares: Shares) -> None:
    told = shares(f"The case was heard at MARAC on 4 May 2016. {POLICE} was sent the minutes.")
    assert told == [(MARAC, POLICE)]


def test_what_was_passed_on_to_nobody_named_is_a_share_all_the_same(shares: Shares) -> None:
    assert shares(f"On 4 May 2016 {SCHOOL} passed it on.") == [(SCHOOL, None)]


def test_a_letter_that_asks_to_see_somebody_is_a_referral(events: Read) -> None:
    told = events(f"On 4 May 2016 {POLICE} wrote to {AID} to ask whether it could see Hannah.")
    assert [(e.type, e.rule, e.agency, e.recipient) for e in told] == [("referral", "referral.asked", POLICE, AID)]


@pytest.mark.parametrize(
    "words",
    [
        f"{SERVICES} and {SCHOOL} held a strategy meeting on 4 May 2016, at which {POLICE} gave details of it.",
        f"A strategy meeting was held by {SERVICES} and the school on 4 May 2016, at which the police gave details.",
    ],
)
def test_what_is_told_at_a_meeting_is_told_to_those_who_held_it(words: str, shares: Shares) -> None:
    assert shares(words) == [(POLICE, SERVICES), (POLICE, SCHOOL)]


@pytest.mark.parametrize(
    "words",
    [
        f"{SERVICES} and {SCHOOL} held a fete on 4 May 2016, at which {POLICE} gave details of the road.",
        f"{SERVICES} and {SCHOOL} held a meeting on 4 May 2016, at which Hannah gave details of the assault.",
        f"{SERVICES} and {SCHOOL} held a meeting on 4 May 2016. {POLICE} gave details of the assault.",
        f"{SERVICES} and {SCHOOL} held a meeting on 4 May 2016, at which {POLICE} gave nothing.",
    ],
)
def test_other_gatherings_and_what_people_say_there_are_no_share(words: str, shares: Shares) -> None:
    assert shares(words) == []


@pytest.mark.parametrize(
    "told", ["described the assault", "shared information about Marcus", "gave an account of it", "set out what he did"]
)
def test_at_a_forum_the_forum_is_told(told: str, shares: Shares) -> None:
    assert shares(f"At the MARAC on 4 May 2016 {POLICE} {told}.") == [(POLICE, MARAC)]


@pytest.mark.parametrize(
    "words",
    [
        f"At the station on 4 May 2016 {POLICE} gave an account of it.",
        f"At the house on 4 May 2016 {POLICE} described the assault.",
        f"At the MARAC on 4 May 2016 {POLICE} gave Hannah a card.",
    ],
)
def test_at_a_place_nobody_is(words: str, shares: Shares) -> None:
    assert shares(words) == []


def test_whom_something_was_sent_to_may_stand_before_which(shares: Shares) -> None:
    assert shares(f"{AID}, to which {POLICE} had sent a report on 4 May 2016, rang Hannah.") == [(POLICE, AID)]


@pytest.mark.parametrize(
    "words",
    [
        f"{POLICE} left a message for the social worker",
        f"{POLICE} left a message for {SERVICES} about the assault",
        f"{POLICE} left word with {SERVICES}",
        f"a message was left for {SERVICES} by {POLICE}",
    ],
)
def test_a_message_that_is_left_is_a_share(words: str, shares: Shares) -> None:
    assert shares(f"On 4 May 2016 {words}.") == [(POLICE, SERVICES)]


@pytest.mark.parametrize(
    "words",
    [
        f"{POLICE} left a card for the social worker",
        f"{POLICE} left a leaflet with {SERVICES}",
        f"{POLICE} left a message for {SERVICES} to ring back",
        f"{POLICE} left the house for {SERVICES}",
        f"{POLICE} left a message for Hannah",
    ],
)
def test_a_card_or_a_message_for_somebody_is_none(words: str, shares: Shares) -> None:
    assert shares(f"On 4 May 2016 {words}.") == []


@pytest.mark.parametrize(
    "words",
    [
        f"{SCHOOL} sent Hannah home",
        f"{SCHOOL} sent Hannah a letter",
        f"{POLICE} transferred Hannah to {AID}",
        f"Hannah sent a letter to {POLICE}",
        f"{POLICE} heard from Hannah",
        f"{SCHOOL} did not send a report to {POLICE}",
    ],
)
def test_people_and_what_people_send_are_no_share(words: str, shares: Shares) -> None:
    assert shares(f"On 4 May 2016 {words}.") == []


@pytest.mark.parametrize(
    "words",
    [
        "the police asked the school for its papers, which the school supplied",
        f"{POLICE} requested a report from {SCHOOL}, which it sent",
        f"{POLICE} requested a report from {SCHOOL}, which it later provided",
    ],
)
def test_what_was_asked_for_goes_to_who_asked(words: str, shares: Shares) -> None:
    assert (SCHOOL, POLICE) in shares(f"On 4 May 2016 {words}.")


@pytest.mark.parametrize(
    "words",
    [
        f"{POLICE} contacted {AID}, which provided Hannah with support",
        f"{POLICE} asked {AID} to come, which gave Hannah a room",
        f"{POLICE} asked {AID} for a report, which it sent to {SCHOOL}",
        f"Hannah asked {AID} for its papers, which it supplied",
    ],
)
def test_help_and_what_went_elsewhere_did_not(words: str, shares: Shares) -> None:
    assert (AID, POLICE) not in shares(f"On 4 May 2016 {words}.")


def test_what_a_call_explains_goes_to_the_one_who_was_rung(shares: Shares) -> None:
    words = f"{POLICE} asked {SCHOOL} for her file, explaining that Marcus had threatened Hannah."
    assert shares(f"On 4 May 2016 {words}") == [(POLICE, SCHOOL)]


def test_what_is_said_where_a_case_is_heard_goes_to_the_forum(shares: Shares) -> None:
    assert shares(f"Hannah was discussed at MARAC, where {SCHOOL} reported on her injuries.") == [(SCHOOL, MARAC)]


def test_who_is_put_forward_to_a_forum_is_referred_to_it(events: Read) -> None:
    told = events(f"On 4 May 2016 {AID} put her forward for MARAC.")
    assert [(e.type, e.rule, e.agency, e.recipient) for e in told] == [("referral", "referral.case", AID, MARAC)]


def test_what_is_given_in_a_talk_with_an_agency_goes_to_it(shares: Shares) -> None:
    words = f"{SCHOOL} spoke to {SERVICES} and gave details of the assault."
    assert shares(f"On 4 May 2016 {words}") == [(SCHOOL, SERVICES)]


@pytest.mark.parametrize(
    "words",
    [
        "The case was heard at MARAC on 4 May 2016. The police officer spoke to Hannah, and described her as calm.",
        "The form was put to use at MARAC on 4 May 2016.",
    ],
)
def test_what_is_said_to_a_person_or_not_moved_at_all_is_told_to_no_forum(words: str, shares: Shares) -> None:
    assert shares(words) == []


def test_items_of_what_an_agency_did_are_its_own(shares: Shares) -> None:
    told = shares(f"{POLICE} did two things:\n\n- informed {AID} of the assault; and\n- notified {SCHOOL}.")
    assert told == [(POLICE, AID), (POLICE, SCHOOL)]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("put information about Marcus to the meeting", True),
        ("put information about Marcus to use", False),
        ("raised concerns about Marcus", True),
        ("brought concerns about Marcus to an end", False),
        ("brought information about Marcus to light", False),
    ],
)
def test_what_is_put_to_use_or_brought_to_an_end_moves_nothing(words: str, told: bool, shares: Shares) -> None:
    assert shares(f"At the MARAC on 4 May 2016 {POLICE} {words}.") == ([(POLICE, MARAC)] if told else [])


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (f"{POLICE} put the form to {SCHOOL}", [(POLICE, SCHOOL)]),
        (f"{POLICE} put the form to use with {SCHOOL}", []),
        (f"{POLICE} put what it knew to use with {SCHOOL}", []),
        (f"the form was put to the MARAC by {POLICE}", [(POLICE, MARAC)]),
        (f"the form was put to use at the MARAC by {POLICE}", []),
    ],
)
def test_a_form_is_put_to_somebody_or_to_use(words: str, told: Ends, shares: Shares) -> None:
    assert shares(f"On 4 May 2016 {words}.") == told


CODED = """This review concerns the death of Hannah, who was killed by her husband, Marcus, on 9 June 2018. Reports came
from London Metropolitan Constabulary (LMC), Larch Women's Aid (LWA) and Calder Council Children's Services (CSC).

## Chronology

{}
"""


@pytest.mark.parametrize(
    ("words", "ends"),
    [
        ("On 4 May 2016 CSC passed this to LMC by telephone.", ("CSC", "LMC")),
        ("LMC referred Hannah to LWA on 4 May 2016.", ("LMC", "LWA")),
    ],
)
def test_short_forms_that_the_parser_takes_for_verbs_are_agencies(words: str, ends: tuple[str, str]) -> None:
    review = read_review("calder", [read_text(CODED.format(words), "review.txt")], load_knowledge())
    short = {body.id: alias for body in review.records if isinstance(body, Agency) for alias in body.aliases}
    told = [record for each in review.documents for record in each.records if isinstance(record, InformationShare)]
    assert [(short[each.by_agency or ""], short[each.to_agency or ""]) for each in told] == [ends]


@pytest.mark.parametrize(
    ("words", "ends"),
    [
        ("The police were sent the school's report on 4 May 2016.", (SCHOOL, POLICE)),
        (f"{SERVICES} was given {SCHOOL}'s account of the assault on 4 May 2016.", (SCHOOL, SERVICES)),
        (f"On 4 May 2016 a notification goes from the police to {SERVICES}.", None),
        (f"4 May 2016: A notification goes from the police to {SERVICES}.", (POLICE, SERVICES)),
        (f"4 May 2016 - A notification goes from the police to {SERVICES}.", (POLICE, SERVICES)),
        (f"The police's safeguarding unit also copied it to {SCHOOL}.", (POLICE, SCHOOL)),
    ],
)
def test_a_paper_goes_from_who_made_it_to_who_was_sent_it(
    words: str, ends: tuple[str, str] | None, shares: Shares
) -> None:
    assert shares(words) == ([ends] if ends is not None else [])


@pytest.mark.parametrize("said", ["explained what had happened", "explained why she was calling"])
def test_what_is_explained_to_who_was_rung_is_not_told_to_the_forum_of_before(said: str, shares: Shares) -> None:
    before = "MARAC heard the case. The school was not at the meeting."
    told = shares(f"{before} The IDVA rang the head teacher the next day, {said}, and asked for help.")
    assert told == [(AID, SCHOOL)]


@pytest.mark.parametrize("verb", ["sent", "forwarded", "copied", "e-mailed"])
def test_it_is_a_paper_by_what_was_done_to_it(verb: str, shares: Shares) -> None:
    told = f"{POLICE}\n\nA form was completed. It was {verb} to Children's Services on 5 May 2016."
    assert shares(told) == [(POLICE, SERVICES)]


def test_it_is_the_agency_that_was_sent_something(shares: Shares) -> None:
    assert shares(f"{SERVICES}\n\nIt was sent a summary by the police on 5 May 2016.") == [(POLICE, SERVICES)]


@pytest.mark.parametrize(
    ("words", "ends"),
    [
        ("asked the school for its records, setting out the concerns", [(SERVICES, SCHOOL)]),
        ("contacted the school, outlining the allegation", [(SERVICES, SCHOOL)]),
        ("asked the school for its records, setting out the timetable", []),
        ("asked the school for its records", []),
        ("should have asked the school for its records, setting out the concerns", []),
    ],
)
def test_who_sets_out_a_concern_where_it_asks_for_something_shares_it(words: str, ends: Ends, shares: Shares) -> None:
    assert shares(f"On 4 May 2016 the social worker {words}.") == ends


def test_somebody_seen_as_presenting_a_risk_is_told_to_nobody(shares: Shares) -> None:
    assert shares(f"{POLICE} assessed Marcus as presenting a high risk of harm to partners on 4 May 2016.") == []


def test_who_is_put_forward_is_referred(events: Read) -> None:
    told = events(f"On 4 May 2016 the practice nurse put Hannah forward to {AID} for a place.")
    assert [(e.type, e.recipient) for e in told if e.type in {"referral", "information_share"}] == [("referral", AID)]
