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
MARAC = "Multi-Agency Risk Assessment Conference"


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


def test_an_object_shows_that_the_participle_is_active(entry_shares: EntryShares) -> None:
    assert entry_shares(POLICE, f"School told {AID}.") == [(SCHOOL, AID)]


def test_a_phrasal_verb_of_a_user_s_own_opens_the_frame(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text('[[rule]]\nextend = "share.tell"\nwords = ["tip off"]\n', encoding="utf-8")
    document = read_text(f"{SCHOOL} tipped off {POLICE} on 4 May 2016 that Hannah had been hit.\n", "review.txt")
    told = [event for each in explain(document, load_knowledge(tmp_path)) for event in each.events]
    assert [(e.rule, e.agency, e.recipient) for e in told] == [("share.tell", SCHOOL, POLICE)]
