"""Informing: one agency tells another, or is told."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from dhr_graph.loaders.explaining import ExplainedEvent, explain
from dhr_graph.loaders.readers import read_text
from dhr_graph.loaders.reading import load_knowledge

Read = Callable[[str], list[ExplainedEvent]]
Ends = list[tuple[str | None, str | None]]
Shares = Callable[[str], Ends]
EntryShares = Callable[[str, str], Ends]
SCHOOL, POLICE, AID = "Hollins Primary School", "Calder Police", "Calder Women's Aid"
SURGERY = "Calder Lane Surgery"
SERVICES, MARAC = "Calder Council Children's Services", "Multi-Agency Risk Assessment Conference"


@pytest.mark.parametrize(
    "words",
    [
        f"{SCHOOL} told {POLICE} of the assault",
        f"{POLICE} was notified by {SCHOOL}",
        f"{POLICE} was rung by {SCHOOL}",
        f"{POLICE} was made aware by {SCHOOL}",
        f"{SCHOOL} made {POLICE} aware of the assault",
    ],
)
def test_whoever_is_the_subject_the_teller_is_the_sender(words: str, shares: Shares) -> None:
    assert shares(f"On 4 May 2016 {words}.") == [(SCHOOL, POLICE)]


@pytest.mark.parametrize("line", ["on the telephone", "on the phone"])
def test_who_is_on_the_telephone_tells(line: str, shares: Shares) -> None:
    assert shares(f"On 4 May 2016 {SCHOOL} was {line} to {SERVICES} about Hannah.") == [(SCHOOL, SERVICES)]
    assert shares(f"On 4 May 2016 Hannah was {line} to {SERVICES}.") == []


def test_who_is_on_the_way_does_not(shares: Shares) -> None:
    assert shares(f"On 4 May 2016 {SCHOOL} was on the bus to {SERVICES}.") == []


@pytest.mark.parametrize(
    ("words", "caller"),
    [
        (f"{POLICE} was called to the house by {SCHOOL}", SCHOOL),
        ("police were called out by the practice nurse", "Calder Lane Surgery"),
        (f"{POLICE} was contacted by {AID} about Marcus", AID),
    ],
)
def test_an_agency_that_summons_another_tells_it(words: str, caller: str, shares: Shares) -> None:
    assert shares(f"On 4 May 2016 {words}.") == [(caller, POLICE)]


@pytest.mark.parametrize("caller", ["a neighbour", "Hannah", "her sister", "a passer-by"])
def test_somebody_who_summons_one_does_not(caller: str, shares: Shares) -> None:
    assert shares(f"On 4 May 2016 {POLICE} was called to the house by {caller}.") == []


@pytest.mark.parametrize("scheme", ["under Operation Encompass", "through Operation Encompass"])
def test_by_a_scheme_of_the_police_they_tell(scheme: str, shares: Shares) -> None:
    assert shares(f"On 4 May 2016 {SCHOOL} was notified {scheme}.") == [(POLICE, SCHOOL)]


def test_by_another_scheme_nobody_known_does(shares: Shares) -> None:
    assert shares(f"On 4 May 2016 {SCHOOL} was notified under the fire scheme.") == [(None, SCHOOL)]


def test_each_of_several_that_were_told_has_a_share(shares: Shares) -> None:
    told = shares(f"On 4 May 2016 {SCHOOL} told {POLICE} and {AID} of the assault.")
    assert told == [(SCHOOL, POLICE), (SCHOOL, AID)]


def test_the_meeting_is_the_forum_spoken_of_before(shares: Shares) -> None:
    told = shares(f"The case was heard at MARAC on 4 May 2016. On 6 May 2016 {SCHOOL} told the meeting of the assault.")
    assert told == [(SCHOOL, MARAC)]


def test_a_request_to_see_somebody_is_a_referral(events: Read) -> None:
    told = events(f"On 4 May 2016 {SCHOOL} asked {AID} to see Hannah.")
    assert [(e.type, e.rule, e.agency, e.recipient) for e in told] == [("referral", "referral.asked", SCHOOL, AID)]


@pytest.mark.parametrize(
    "words",
    [
        f"{SCHOOL} told Hannah that she would come back",
        f"Hannah told {POLICE} that Marcus had hit her",
        f"{POLICE} was told by Hannah of the assault",
        f"{SCHOOL} did not tell {POLICE} of the assault",
    ],
)
def test_no_share_without_an_agency_at_both_ends_that_told(words: str, shares: Shares) -> None:
    assert shares(f"On 4 May 2016 {words}.") == []


@pytest.mark.parametrize(
    ("row_of", "words", "told"),
    [
        (SCHOOL, "Police informed.", POLICE),
        (POLICE, "School told of the assault.", SCHOOL),
        (AID, "Calder Lane Surgery notified.", "Calder Lane Surgery"),
    ],
)
def test_in_another_agency_s_row_a_bare_participle_is_a_passive(
    row_of: str, words: str, told: str, entry_shares: EntryShares
) -> None:
    assert entry_shares(row_of, words) == [(row_of, told)]


@pytest.mark.parametrize("means", ["e-mail", "letter", "telephone"])
def test_by_what_means_it_was_told_names_no_teller(means: str, entry_shares: EntryShares) -> None:
    assert entry_shares(POLICE, f"School notified by {means}.") == [(POLICE, SCHOOL)]


def test_by_whom_it_was_told_does(entry_shares: EntryShares) -> None:
    assert entry_shares(POLICE, f"School notified by {AID}.") == [(AID, SCHOOL)]
    assert entry_shares(POLICE, "School notified by Hannah.") == []


def test_an_object_shows_that_the_participle_is_active(entry_shares: EntryShares) -> None:
    assert entry_shares(POLICE, f"School told {AID}.") == [(SCHOOL, AID)]


def test_a_phrasal_verb_of_a_user_s_own_opens_the_frame(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text('[[rule]]\nextend = "share.tell"\nwords = ["tip off"]\n', encoding="utf-8")
    document = read_text(f"{SCHOOL} tipped off {POLICE} on 4 May 2016 that Hannah had been hit.\n", "review.txt")
    told = [event for each in explain(document, load_knowledge(tmp_path)) for event in each.events]
    assert [(e.rule, e.agency, e.recipient) for e in told] == [("share.tell", SCHOOL, POLICE)]


@pytest.mark.parametrize("court", ["the court", "the judge", "the tribunal", "the bench"])
def test_a_court_without_a_name_is_told_too(court: str, shares: Shares) -> None:
    assert shares(f"On 4 May 2016 {POLICE} told {court} of the assault.") == [(POLICE, None)]
    assert shares(f"On 4 May 2016 Hannah told {court} of the assault.") == []


@pytest.mark.parametrize("other", ["the neighbour", "the jogger", "Marcus"])
def test_anybody_else_without_a_name_is_not(other: str, shares: Shares) -> None:
    assert shares(f"On 4 May 2016 {POLICE} told {other} of the assault.") == []


def test_who_rang_is_not_who_is_said_not_to_have_rung(shares: Shares) -> None:
    assert shares(f"On 4 May 2016 it was Fiona, not the police, who rang {SCHOOL}.") == []
    assert shares(f"On 4 May 2016 it was the police who rang {SCHOOL}.") == [(POLICE, SCHOOL)]


@pytest.mark.parametrize("place", ["duty desk", "contact centre", "public protection unit", "out of hours switchboard"])
def test_a_call_to_a_desk_of_an_agency_reaches_it(place: str, shares: Callable[[str], Ends]) -> None:
    told = shares(f"On 4 May 2016 the practice nurse telephoned the {POLICE} {place} to report the assault.")
    assert told == [(SURGERY, POLICE)]


def test_a_call_about_a_thing_of_an_agency_reaches_nobody(shares: Callable[[str], Ends]) -> None:
    assert shares(f"On 4 May 2016 the practice nurse consulted the {POLICE} website.") == []


def test_who_asks_what_another_holds_tells_it_nothing(shares: Shares) -> None:
    assert shares(f"On 4 May 2016 {POLICE} asked {SCHOOL} what it held about the family.") == []
    assert shares(f"On 4 May 2016 {POLICE} asked {SCHOOL} what should be done about the assault.") == [(POLICE, SCHOOL)]


@pytest.mark.parametrize(
    "nothing",
    ["which had no trace of the family", "which held no records", "who said it had no knowledge of Hannah"],
)
def test_who_is_rung_and_holds_nothing_was_only_asked(nothing: str, shares: Shares) -> None:
    assert shares(f"On 4 May 2016 the practice nurse rang {AID}, {nothing}.") == []


@pytest.mark.parametrize("something", ["which had no room for the family", "which had records of the family"])
def test_who_holds_something_was_told(something: str, shares: Shares) -> None:
    assert shares(f"On 4 May 2016 the practice nurse rang {AID}, {something}.") == [(SURGERY, AID)]


def test_one_who_is_kept_informed_is_told_once(shares: Shares) -> None:
    assert shares(f"On 4 May 2016 {POLICE} kept {SCHOOL} informed.") == [(POLICE, SCHOOL)]


@pytest.mark.parametrize("verb", ["cautioned", "convinced", "assured", "satisfied"])
def test_what_an_agency_is_told_by_any_verb_with_that_is_a_share(verb: str, shares: Shares) -> None:
    told = shares(f"The social worker {verb} {SCHOOL} that Marcus had been violent before.")
    assert told == [(SERVICES, SCHOOL)]


def test_a_duty_desk_is_the_children_s_service_or_the_one_named_before_it(shares: Shares) -> None:
    assert shares("On 4 May 2016 the teacher rang the duty desk about her bruises.") == [(SCHOOL, SERVICES)]
    assert shares("On 4 May 2016 the teacher rang the police duty desk about her bruises.") == [(SCHOOL, POLICE)]


@pytest.mark.parametrize("verb", ["trusted", "blamed"])
def test_not_every_that_is_told(verb: str, shares: Shares) -> None:
    assert shares(f"The social worker {verb} {SCHOOL} that it would be done.") == []
