"""Listeners: which agency somebody disclosed something to."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dhr_graph.loaders.explaining import ExplainedEvent

Read = Callable[[str], list[ExplainedEvent]]
SURGERY = "Calder Lane Surgery"
HIT = "that Marcus had hit her"


def heard_by(told: list[ExplainedEvent]) -> list[tuple[str | None, str]]:
    return [(event.agency, event.agency_from) for event in told if event.type == "disclosure"]


@pytest.mark.parametrize(
    ("words", "agency"),
    [
        (f"On 4 May 2016 Hannah told Calder Police {HIT}.", "Calder Police"),
        (f"On 4 May 2016 Calder Police was told by Hannah {HIT}.", "Calder Police"),
        (f"On 4 May 2016 Hannah told the practice nurse at {SURGERY} {HIT}.", SURGERY),
        (f"On 4 May 2016 Hannah came in to {SURGERY} to say {HIT}.", SURGERY),
        (f"At the surgery Hannah broke down and said {HIT}.", SURGERY),
    ],
)
def test_an_agency_in_the_sentence_is_the_listener(words: str, agency: str, events: Read) -> None:
    assert heard_by(events(words)) == [(agency, "sentence")]


@pytest.mark.parametrize("stop", [". ", ", and "])
def test_a_pronoun_is_the_professional_before_it(stop: str, events: Read) -> None:
    told = events(f"On 4 May 2016 the practice nurse at {SURGERY} saw Hannah{stop}Hannah told her {HIT}.")
    assert heard_by(told) == [(SURGERY, "pronoun")]


def test_in_a_section_it_is_the_section_s_agency(events: Read) -> None:
    told = events(f"## Hollins Primary School\n\nOn 4 May 2016 Hannah said {HIT}.")
    assert heard_by(told) == [("Hollins Primary School", "section")]


@pytest.mark.parametrize(
    "words",
    [
        f"On 4 May 2016 Hannah told her sister {HIT}.",
        f"On 4 May 2016 Hannah told a friend {HIT}.",
        f"Hannah told MARAC on 4 May 2016 {HIT}.",
        f"At the inquest Hannah's sister told the coroner {HIT}.",
    ],
)
def test_kin_friends_forums_and_courts_are_no_agency_that_hears(words: str, events: Read) -> None:
    assert heard_by(events(words)) == []


def test_a_friend_is_no_listener_in_an_agency_s_section_either(events: Read) -> None:
    told = events(f"## Hollins Primary School\n\nOn 4 May 2016 Hannah told a friend {HIT}.")
    assert heard_by(told) == []


def test_professionals_are_known_by_their_names(events: Read) -> None:
    told = events(f"A nurse at {SURGERY} called Bryony saw Hannah on 4 May 2016. Bryony rang Calder Police that day.")
    assert [(e.type, e.agency) for e in told if e.recipient is not None] == [("information_share", SURGERY)]


def test_what_was_told_of_nothing_done_is_no_disclosure(events: Read) -> None:
    assert heard_by(events("On 4 May 2016 Hannah told Calder Police that he had not touched her.")) == []


def test_who_asked_and_was_told_heard_it_from_the_person_asked(events: Read) -> None:
    told = events(f"On 4 May 2016 the practice nurse at {SURGERY} asked about abuse and was told {HIT}.")
    assert heard_by(told) == [(SURGERY, "sentence")]
    assert not any(event.type == "information_share" for event in told)


def test_who_asked_and_was_told_of_nothing_knows_of_nothing(events: Read) -> None:
    told = events(f"On 4 May 2016 the practice nurse at {SURGERY} asked about abuse and was told that there was none.")
    assert not any(event.type in {"information_share", "disclosure"} for event in told)


@pytest.mark.parametrize(
    "words",
    [
        "the school asked the police about Marcus and was told that he had been arrested",
        "the school asked the police about Marcus and was told that he had hit Hannah",
    ],
)
def test_an_agency_that_was_asked_discloses_nothing(words: str, events: Read) -> None:
    assert heard_by(events(f"On 4 May 2016 {words}.")) == []


REFERRED = "On 4 May 2016 Calder Police referred Hannah to Calder Women's Aid."


@pytest.mark.parametrize(
    ("words", "agency", "source"),
    [
        (f"She said there {HIT}.", "Calder Women's Aid", "sentence"),
        (f"She disclosed there {HIT}.", "Calder Women's Aid", "sentence"),
        (f"There she told the practice nurse {HIT}.", SURGERY, "sentence"),
        (f"She told the practice nurse there {HIT}.", SURGERY, "sentence"),
    ],
)
def test_what_is_said_there_is_heard_where_she_was(words: str, agency: str, source: str, events: Read) -> None:
    assert heard_by(events(f"{REFERRED} {words}")) == [(agency, source)]


@pytest.mark.parametrize("listeners", ["agencies", "professionals", "services", "practitioners"])
@pytest.mark.parametrize("before", ["", "Calder Women's Aid saw Hannah in 2016. ", "## Calder Women's Aid\n\n"])
def test_agencies_at_large_are_no_one_that_hears(before: str, listeners: str, events: Read) -> None:
    assert heard_by(events(f"{before}On 4 May 2016 Hannah told {listeners} {HIT}.")) == []


def test_a_single_professional_or_the_staff_of_a_section_hear(events: Read) -> None:
    aid = "Calder Women's Aid"
    assert heard_by(events(f"{aid} saw Hannah in 2016. Hannah told the professional {HIT}.")) == [(aid, "sentence")]
    assert heard_by(events(f"## {aid}\n\nOn 4 May 2016 Hannah told staff {HIT}.")) == [(aid, "sentence")]
