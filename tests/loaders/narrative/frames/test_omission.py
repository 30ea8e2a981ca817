"""Omission: what the text says was not done, though it could or should have been, and by whom."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dhr_graph.loaders.explaining import ExplainedEvent
from dhr_graph.loaders.narrative.frames.missed_kinds import kind_of
from dhr_graph.loaders.narrative.lexicon import load_lexicon

Read = Callable[[str], list[ExplainedEvent]]
SCHOOL, POLICE, AID = "Hollins Primary School", "Calder Police", "Calder Women's Aid"
SURGERY, CHILDREN = "Calder Lane Surgery", "Calder Council Children's Services"
MARAC = "Multi-Agency Risk Assessment Conference"


def omissions(told: list[ExplainedEvent]) -> list[tuple[str, str | None, str | None]]:
    """Rule, culprit and the agency that was not told."""
    return [(event.rule, event.agency, event.recipient) for event in told if event.type == "missed"]


@pytest.mark.parametrize(
    ("words", "rule", "agency", "recipient"),
    [
        (f"{SCHOOL} did not tell {POLICE} of the assault.", "missed.not_done", SCHOOL, POLICE),
        (f"{SCHOOL} should have referred Hannah to {AID}.", "missed.should_have", SCHOOL, AID),
        (f"{SCHOOL} failed to record the assault.", "missed.not_done", SCHOOL, None),
        (f"{POLICE} was not told of the assault by {SCHOOL}.", "missed.not_done", SCHOOL, POLICE),
        (f"{SCHOOL} considered a referral to MARAC but decided against it.", "missed.not_done", SCHOOL, MARAC),
        (f"## {SCHOOL}\n\nNo record of the assault was made.", "missed.not_done", SCHOOL, None),
        (f"{SCHOOL} kept what Hannah had said to itself.", "missed.not_done", SCHOOL, None),
        ("It did not occur to the practice nurse to tell anyone.", "missed.not_done", SURGERY, None),
        (f"The concern was not passed by {SCHOOL} to {POLICE}.", "missed.not_done", SCHOOL, POLICE),
        (f"No letter was sent by {SCHOOL} to {POLICE}.", "missed.not_done", SCHOOL, POLICE),
    ],
)
def test_the_agency_that_could_have_done_it_is_named(
    words: str, rule: str, agency: str, recipient: str | None, events: Read
) -> None:
    assert omissions(events(words)) == [(rule, agency, recipient)]


@pytest.mark.parametrize(
    "words",
    [
        f"Hannah did not tell {POLICE} of the assault.",
        f"{POLICE} did not know of the assault.",
        f"{SCHOOL} raised no concerns about Hannah.",
        f"{SCHOOL} did not receive the letter.",
        "The wound did not heal.",
        "There was no weapon.",
        f"## {POLICE}\n\nThe referral did not reach {AID}.",
        f"{POLICE}'s letter did not reach {SCHOOL}.",
        "Agencies should have shared information about Hannah.",
        f"## {POLICE}\n\n{POLICE} was not told of the assault.",
    ],
)
def test_nobody_is_blamed_for_what_is_not_theirs_to_do(words: str, events: Read) -> None:
    assert omissions(events(words)) == []


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("did not share it with the police", "share"),
        ("no safeguarding alert was raised", "referral"),
        ("nobody asked about the bruise", "enquiry"),
        ("no DASH was completed", "assessment"),
        ("it was not written in the notes", "record"),
        ("she was not offered a later appointment", "other"),
    ],
)
def test_the_kind_is_told_by_the_words(words: str, kind: str) -> None:
    assert kind_of(words, load_lexicon()) == kind


@pytest.mark.parametrize(
    "words", ["The referral was not sent to Calder Women's Aid.", "The officers did not interview Hannah."]
)
def test_what_was_not_sent_and_whom_nobody_reached_is_one(words: str, events: Read) -> None:
    assert [omission[:2] for omission in omissions(events(f"## {POLICE}\n\n{words}"))] == [("missed.not_done", POLICE)]


def test_what_was_not_told_is_read_beside_what_was_said_of_it_later(events: Read) -> None:
    told = events(
        f"{SCHOOL} did not inform the police, the surgery or any other agency of what he had said, "
        "and its head told the author that it should have done."
    )
    assert ("missed.not_done", SCHOOL) in [omission[:2] for omission in omissions(told)]


def test_an_answer_is_no_omission(events: Read) -> None:
    told = events("On 4 May 2016 the practice nurse asked about violence and was told that there was none.")
    assert omissions(told) == []


def test_whom_nobody_told_is_not_to_blame(events: Read) -> None:
    told = events("On 4 May 2016 Hannah moved into a flat of Calder Women's Aid. The project was not told.")
    assert AID not in [culprit for _, culprit, _ in omissions(told)]


@pytest.mark.parametrize(
    "words",
    [
        f"At no point did {SCHOOL} refer Hannah to {AID} or complete a DASH.",
        f"The box about her home was left blank by {SCHOOL}.",
        f"The case was one for {AID}. {SCHOOL} was to refer her. It did not.",
    ],
)
def test_what_was_left_at_that_was_missed(words: str, events: Read) -> None:
    assert [(agency) for _, agency, _ in omissions(events(words))] == [SCHOOL]


def test_where_nobody_is_named_nobody_is_blamed(events: Read) -> None:
    assert omissions(events("No notice was sent to the school.")) == [("missed.not_done", None, SCHOOL)]
    blamed = events(
        "A doctor at Calder Lane Surgery wrote to Calder Police. The department did not look at the minutes."
    )
    assert {agency for _, agency, _ in omissions(blamed)} == {None}


@pytest.mark.parametrize(
    "words",
    [
        f"An officer of {POLICE} knocked and left no message.",
        "The nurse took the view that the threshold was not met.",
        f"Nothing further was reported to {POLICE} for two years.",
    ],
)
def test_what_is_no_fault_is_not_missed(words: str, events: Read) -> None:
    assert omissions(events(words)) == []


def test_what_a_person_was_not_told_is_no_share_missed(missed_kinds: Callable[[str], list[str | None]]) -> None:
    assert missed_kinds("Hollins Primary School did not tell Hannah that the case had been closed.") == ["other"]
    assert missed_kinds("Hollins Primary School did not tell Calder Police that Hannah had been hit.") == ["share"]


@pytest.mark.parametrize(
    ("words", "culprit", "recipient"),
    [
        (f"{POLICE} missed an opportunity to refer Hannah to MARAC.", POLICE, MARAC),
        (f"{SCHOOL} missed two opportunities to share its concerns with {CHILDREN}.", SCHOOL, CHILDREN),
        (f"An opportunity to refer Hannah to {AID} was missed by the GP.", SURGERY, AID),
        ("There were missed opportunities for the GP to ask Hannah about abuse.", SURGERY, None),
        (f"This was a missed opportunity for {SCHOOL} to notify {POLICE}.", SCHOOL, POLICE),
        (f"The opportunity to ask Hannah about it was not taken by {AID}.", AID, None),
        ("The GP's failure to ask Hannah about abuse was poor practice.", SURGERY, None),
        ("The failure of the GP to refer Hannah to MARAC was noted.", SURGERY, MARAC),
        (f"{POLICE}'s omission to complete a DASH was a breach of policy.", POLICE, None),
        ("The decision of the GP not to refer Hannah to MARAC was wrong.", SURGERY, MARAC),
        (f"There is no record of {POLICE} having referred Hannah to MARAC.", POLICE, MARAC),
        (f"There is no evidence of {SCHOOL} having told {CHILDREN}.", SCHOOL, CHILDREN),
        ("The absence of a referral to MARAC by the GP was a failing.", SURGERY, MARAC),
        (f"There was an absence of any risk assessment by {POLICE}.", POLICE, None),
        (f"{SCHOOL}'s lack of a referral to {CHILDREN} was a serious matter.", SCHOOL, CHILDREN),
    ],
)
def test_a_failing_told_by_a_noun_is_that_of_the_one_named_there(
    words: str, culprit: str, recipient: str | None, events: Read
) -> None:
    told = events(words)
    assert omissions(told) == [("missed.not_done", culprit, recipient)]
    assert [event.type for event in told] == ["missed"]


@pytest.mark.parametrize(
    ("words", "culprit"),
    [
        (f"It would have been good practice for {POLICE} to refer Hannah to MARAC.", POLICE),
        (f"It would have been better for {SCHOOL} to have referred Hannah to MARAC.", SCHOOL),
        (f"It would have been open to {SCHOOL} to refer Hannah to MARAC.", SCHOOL),
        (f"It would have been helpful if {AID} had referred Hannah to MARAC.", AID),
        ("The GP would have been expected to refer Hannah to MARAC.", SURGERY),
    ],
)
def test_what_would_have_been_good_was_not_done(words: str, culprit: str, events: Read) -> None:
    told = events(words)
    assert omissions(told) == [("missed.should_have", culprit, MARAC)]
    assert [event.type for event in told] == ["missed"]


@pytest.mark.parametrize(
    ("words", "culprits"),
    [
        (f"Neither {POLICE} nor {AID} referred Hannah.", [POLICE, AID]),
        (f"Neither {SCHOOL} nor {SURGERY} told {CHILDREN} of the bruise.", [SCHOOL, SURGERY]),
        (f"There is no evidence that {SURGERY} or {SCHOOL} referred Hannah to {AID}.", [SURGERY, SCHOOL]),
    ],
)
def test_each_of_several_is_named(words: str, culprits: list[str], events: Read) -> None:
    assert [culprit for _, culprit, _ in omissions(events(words))] == culprits


def test_who_failed_to_do_it_had_no_contact_by_that(events: Read) -> None:
    assert [event.type for event in events(f"{POLICE} failed to refer Hannah to MARAC.")] == ["missed"]


@pytest.mark.parametrize(
    ("agency", "note"),
    [
        (SURGERY, "No routine enquiry made."),
        (SURGERY, "No referral."),
        (POLICE, "DASH not completed."),
        (POLICE, "No statement taken from Hannah."),
        (SURGERY, "Referral to MARAC not made."),
        (SCHOOL, "Nil shared with police."),
        (SURGERY, "Not asked about home."),
    ],
)
def test_a_note_of_what_was_left_undone_tells_only_of_that(
    agency: str, note: str, entry_events: Callable[[str, str], list[ExplainedEvent]]
) -> None:
    assert [(event.type, event.agency) for event in entry_events(agency, note)] == [("missed", agency)]


@pytest.mark.parametrize(
    "deed", ["involve the school", "investigate the assault", "initiate an assessment", "intervene"]
)
def test_a_deed_is_no_finding_because_its_verb_begins_like_one(deed: str, events: Read) -> None:
    assert [agency for _, agency, _ in omissions(events(f"On 4 May 2016 {POLICE} did not {deed}."))] == [POLICE]


def test_who_was_not_in_or_not_present_missed_nothing(events: Read) -> None:
    told = events(f"On 4 May 2016 {POLICE} called, but Marcus was not in. The weapon was not present.")
    assert omissions(told) == []


@pytest.mark.parametrize(
    "words",
    [
        f"{SCHOOL} did not keep her address to itself.",
        "Hannah kept her fears to herself.",
        f"{SCHOOL} kept a record of what Hannah had said.",
    ],
)
def test_what_is_kept_is_not_always_kept_back(words: str, events: Read) -> None:
    assert omissions(events(words)) == []


def test_of_two_trusts_the_one_that_is_not_named_is_not_blamed(events: Read) -> None:
    trusts = "Reports came from Calder Mental Health NHS Trust and from Calder Hospitals NHS Trust.\n\n"
    told = omissions(events(f"{trusts}The Trust should have told {POLICE} of the threats but did not."))
    assert told == [("missed.should_have", None, POLICE)]


@pytest.mark.parametrize(
    "words",
    [
        f"{SCHOOL} could have watched over him had it known of the assault.",
        f"{SCHOOL} could have told {POLICE} if it had known of the assault.",
        f"The message for {SCHOOL} was not picked up until 8 May 2016.",
        f"{POLICE} searched the street and did not find the car.",
        f"The case was closed by {AID} after three calls had not been answered.",
    ],
)
def test_what_could_not_be_or_is_another_s_blames_nobody(words: str, events: Read) -> None:
    assert [(agency, target) for _, agency, target in omissions(events(words)) if agency is not None] == []


@pytest.mark.parametrize("told", ["The stalking that Hannah had described", "Her disclosure", "The allegation"])
def test_what_was_left_out_of_a_letter_was_missed(told: str, missed_kinds: Callable[[str], list[str | None]]) -> None:
    assert missed_kinds(f"Calder Lane Surgery\n\n{told} was left out of the letter to the school.") == ["share"]
