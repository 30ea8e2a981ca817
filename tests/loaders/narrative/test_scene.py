"""The scene: who is who in a sentence, by name, role or pronoun."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dhr_graph.loaders.explaining import ExplainedEvent

Read = Callable[[str], list[ExplainedEvent]]
SCHOOL, POLICE, AID, SURGERY = "Hollins Primary School", "Calder Police", "Calder Women's Aid", "Calder Lane Surgery"
SERVICES, MARAC = "Calder Council Children's Services", "Multi-Agency Risk Assessment Conference"


def tellers(told: list[ExplainedEvent]) -> list[str | None]:
    """Who passed something on."""
    return [event.agency for event in told if event.type == "information_share"]


@pytest.mark.parametrize(
    ("teller", "agency"),
    [
        ("The practice nurse", SURGERY),
        ("Her GP", SURGERY),
        ("The head teacher", SCHOOL),
        ("Hannah's social worker", SERVICES),
        (f"A receptionist at {SURGERY}", SURGERY),
        (f"A support worker from {AID}", AID),
        ("The IDVA", AID),
        ("SW2", SERVICES),
        ("Social Worker A", SERVICES),
        ("IDVA 1", AID),
        (f"{SURGERY}'s nurse", SURGERY),
        (f"The nurse in charge of {SURGERY}", SURGERY),
        (f"The worker on duty at {AID}", AID),
        ("The MARAC administrator", MARAC),
        ("The MARAC co-ordinator", MARAC),
        ("The chair of MARAC", MARAC),
    ],
)
def test_a_professional_acts_for_an_agency(teller: str, agency: str, events: Read) -> None:
    assert tellers(events(f"{teller} told {POLICE} of the assault on 4 May 2016.")) == [agency]


@pytest.mark.parametrize(
    ("before", "teller", "agency"),
    [
        (f"{SCHOOL} saw Hannah.", "It", SCHOOL),
        ("The practice nurse saw Hannah.", "She", SURGERY),
        ("The practice nurse saw Hannah.", "The nurse", SURGERY),
        ("Two teachers saw Hannah.", "They", SCHOOL),
        (f"A worker at {AID} called Sal saw Hannah.", "Sal", AID),
    ],
)
def test_who_was_spoken_of_is_meant_by_what_follows(before: str, teller: str, agency: str, events: Read) -> None:
    assert tellers(events(f"{before} {teller} told {POLICE} of the assault on 4 May 2016.")) == [agency]


@pytest.mark.parametrize("teller", ["Hannah", "Her sister", "A neighbour", "The letter", "Nobody"])
def test_people_and_things_pass_nothing_on_for_an_agency(teller: str, events: Read) -> None:
    assert tellers(events(f"{teller} told {POLICE} of the assault on 4 May 2016.")) == []


@pytest.mark.parametrize("teller", ["the PVPU", "HV1", "the PVPU and the HLT"])
def test_who_is_not_known_passes_on_what_nobody_known_does(teller: str, events: Read) -> None:
    assert tellers(events(f"On 4 May 2016 {teller} told {POLICE} of the assault.")) == [None]


@pytest.mark.parametrize(
    "teller", ["HANNAH", "ROSALIND", "the Pvpu", "the chair of governors", "the administrator", "the independent chair"]
)
def test_names_in_capitals_and_chairs_of_nothing_known_are_no_bodies(teller: str, events: Read) -> None:
    assert tellers(events(f"On 4 May 2016 {teller} told {POLICE} of the assault.")) == []


def test_who_writes_for_a_forum_is_told_as_the_forum_and_once(events: Read) -> None:
    told = events(f"On 4 May 2016 {POLICE} told the MARAC co-ordinator of the assault.")
    assert [e.recipient for e in told if e.type == "information_share"] == [MARAC]


def test_a_professional_with_a_number_works_where_they_were_met(events: Read) -> None:
    told = events(
        "On 3 May 2016 Hannah was seen by GP1 at Weir Street Practice. On 4 May 2016 she saw GP2 at "
        f"{SURGERY}. On 5 May 2016 GP1 told {POLICE} of the assault. On 6 May 2016 GP2 told {AID} of it."
    )
    assert tellers(told) == ["Weir Street Practice", SURGERY]


def test_another_number_is_another_professional(events: Read) -> None:
    told = events(
        f"On 3 May 2016 Hannah was seen by GP1 at Weir Street Practice. On 5 May 2016 GP2 told {POLICE} of the assault."
    )
    assert tellers(told) == [SURGERY]


def test_a_place_beside_a_professional_is_where_they_work(events: Read) -> None:
    told = events(f"On 4 May 2016 {POLICE} told GP1 at Weir Street Practice of the assault.")
    assert [e.recipient for e in told if e.type == "information_share"] == ["Weir Street Practice"]


def test_a_place_beside_anybody_else_is_only_where_they_were(events: Read) -> None:
    told = events(f"On 4 May 2016 {POLICE} told Hannah at Weir Street Practice of the assault.")
    assert tellers(told) == []


def test_a_relative_pronoun_is_who_stands_before_it(events: Read) -> None:
    told = events(f"On 4 May 2016 Hannah saw the practice nurse, who told {POLICE} of the assault.")
    assert tellers(told) == [SURGERY]


def test_she_who_has_her_own_child_seen_is_no_professional(events: Read) -> None:
    told = events(f"The practice nurse saw Hannah on 4 May 2016. Hannah told {POLICE} of the assault.")
    assert tellers(told) == []


@pytest.mark.parametrize(
    ("told", "agency"),
    [
        (f"A doctor at {SURGERY} saw Hannah on 3 May 2016. The practice did not ask her about abuse.", SURGERY),
        ("A doctor at Weir Street Practice saw Hannah on 3 May 2016. The surgery did not ask her about abuse.",
         "Weir Street Practice"),
        ("The practice did not ask her about abuse on 3 May 2016.", SURGERY),
    ],
)  # fmt: skip
def test_of_two_practices_the_one_spoken_of_failed_or_the_one_that_reported(
    told: str, agency: str, events: Read
) -> None:
    also = "Marcus was a patient of Weir Street Practice."
    missed = [e.agency for e in events(f"{also}\n\n## Contact in 2016\n\n{told}") if e.type == "missed"]
    assert missed == [agency]


TRUSTS = "Reports were also received from Vale Hospitals NHS Trust and Holm Mental Health NHS Trust.\n\n"
VALE, HOLM = "Vale Hospitals NHS Trust", "Holm Mental Health NHS Trust"


@pytest.mark.parametrize(
    ("before", "trust"),
    [
        (f"On 4 May 2016 {VALE} saw Hannah.", VALE),
        (f"On 4 May 2016 {HOLM} saw Hannah.", HOLM),
        (f"On 4 May 2016 Hannah was referred to {HOLM} by {VALE}.", VALE),
        (f"A letter from {HOLM} was received by {VALE} on 4 May 2016.", VALE),
        (f"At {HOLM} Hannah was seen by {VALE} on 4 May 2016.", VALE),
        (f"## {HOLM}\n\n", HOLM),
        (f"On 4 May 2016 {AID} saw Hannah.", None),
    ],
)
def test_of_two_trusts_the_trust_is_the_one_spoken_of(before: str, trust: str | None, events: Read) -> None:
    assert tellers(events(f"{TRUSTS}{before} The Trust told {POLICE} of the assault."))[-1:] == [trust]


@pytest.mark.parametrize(
    ("before", "told", "expected"),
    [
        (f"a nurse at {SURGERY}", "the nurse", [("contact", SURGERY), ("disclosure", SURGERY)]),
        (f"a nurse at {SCHOOL}", "the nurse", [("contact", SCHOOL), ("disclosure", SCHOOL)]),
        (f"a nurse at {SCHOOL}", "the practice nurse", [("contact", SCHOOL), ("disclosure", SURGERY)]),
        (f"a nurse at {SURGERY}", "the police", [("contact", SURGERY), ("information_share", SURGERY)]),
    ],
)
def test_she_who_tells_the_nurse_is_not_the_nurse(
    before: str, told: str, expected: list[tuple[str, str]], events: Read
) -> None:
    read = events(f"On 4 May 2016 {before} saw Hannah. She told {told} that Marcus had hit her.")
    assert [(e.type, e.agency) for e in read] == expected


@pytest.mark.parametrize(
    ("before", "teller", "agency"),
    [
        ("a nurse at Weir Street Practice", "The nurse", "Weir Street Practice"),
        (f"a nurse from {AID}", "The nurse", AID),
        (f"a counsellor from {AID}", "The counsellor", AID),
        (f"a teacher from {AID}", "The teacher", AID),
        (f"a nurse from {AID}", "A teacher", SCHOOL),
        (f"a nurse from {AID}", "The practice nurse", SURGERY),
        (f"a nurse from {AID}", "The teacher", SCHOOL),
    ],
)
def test_the_nurse_is_the_one_spoken_of_before(before: str, teller: str, agency: str, events: Read) -> None:
    told = events(f"On 4 May 2016 {before} saw Hannah. {teller} told {POLICE} of the assault.")
    assert tellers(told) == [agency]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (f"{AID}, by which {POLICE} was told of the assault", ("information_share", AID, POLICE)),
        (f"{AID}, by whom {POLICE} was told of the assault", ("information_share", AID, POLICE)),
        (f"{AID}, from which {POLICE} had received a report", ("information_share", AID, POLICE)),
        (f"{AID}, to which {POLICE} had referred her", ("referral", POLICE, AID)),
        (f"{AID}, by which she was referred to {SCHOOL}", ("referral", AID, SCHOOL)),
        (f"her sister, by whom {POLICE} was told of the assault", ("disclosure", POLICE, None)),
    ],
)
def test_by_which_is_by_whoever_stands_before_it(
    words: str, expected: tuple[str, str, str | None], events: Read
) -> None:
    told = events(f"On 4 May 2016 Hannah rang {words}.")
    assert (told[-1].type, told[-1].agency, told[-1].recipient) == expected


@pytest.mark.parametrize(
    ("teller", "agencies"),
    [
        ("Ms Varley, the head teacher,", [SCHOOL]),
        ("Ms Varley, Hannah's social worker,", [SERVICES]),
        ("Ms Varley, a neighbour,", []),
        ("Ms Varley, her aunt,", []),
    ],
)
def test_for_whom_somebody_with_a_name_works_may_be_said_beside_it(
    teller: str, agencies: list[str], events: Read
) -> None:
    assert tellers(events(f"{teller} told {POLICE} of the assault on 4 May 2016.")) == agencies


@pytest.mark.parametrize(
    ("teller", "agencies"), [("DS Pell", [POLICE]), ("PC Pell", [POLICE]), ("Nurse Pell", [SURGERY]), ("Mr Pell", [])]
)
def test_a_title_says_whose_a_professional_is_whoever_was_spoken_of(
    teller: str, agencies: list[str], events: Read
) -> None:
    told = events(f"{SCHOOL} saw Hannah on 3 May 2016. {teller} told {AID} of the assault on 4 May 2016.")
    assert tellers(told) == agencies


@pytest.mark.parametrize(
    ("noun", "teller", "agencies"),
    [
        ("counsellor", "The counsellor", [AID]),
        ("manager", "The manager", [AID]),
        ("worker", "The worker", [AID]),
        ("counsellor", "The plumber", []),
    ],
)
def test_a_noun_means_the_professional_last_called_by_it(
    noun: str, teller: str, agencies: list[str], events: Read
) -> None:
    seen = f"A {noun} at {AID} saw Hannah on 2 May 2016. {SCHOOL} rang her on 3 May 2016."
    assert tellers(events(f"{seen} {teller} told {POLICE} of the assault on 4 May 2016.")) == agencies


def test_of_two_called_by_the_same_noun_the_later_is_meant(events: Read) -> None:
    seen = f"A manager at {AID} saw Hannah on 2 May 2016. A manager at {SCHOOL} rang her on 3 May 2016."
    assert tellers(events(f"{seen} The manager told {POLICE} of the assault on 4 May 2016.")) == [SCHOOL]


def test_an_officer_of_another_kind_is_not_the_one_told_apart_before(events: Read) -> None:
    seen = "The probation officer saw Marcus on 2 May 2016."
    told = events(f"{seen}\n\nThe housing officer told {POLICE} of the assault on 4 May 2016.")
    assert [e.agency for e in told if e.rule == "share.tell"] == [None]


@pytest.mark.parametrize(
    "words",
    [
        f"She saw Hannah alone, and on 4 May 2016 she told {POLICE} of the bruises.",
        f"She believed Hannah to be in danger, and on 4 May 2016 she told {POLICE} of the bruises.",
    ],
)
def test_she_who_meets_the_only_woman_of_the_history_is_a_professional(words: str, events: Read) -> None:
    assert tellers(events(f"{SURGERY}\n\n{words}")) == [SURGERY]


def test_she_who_tells_of_nobody_else_may_be_the_woman_herself(events: Read) -> None:
    assert tellers(events(f"{SURGERY}\n\nShe saw the doctor alone, and she told {POLICE} of the bruises.")) == []


def test_a_home_office_is_no_home_of_anybody(events: Read) -> None:
    told = events(f"{SCHOOL} wrote to the Home Office. The home said nothing to anybody about the bruises.")
    assert "Home Office" not in {event.agency for event in told}


@pytest.mark.parametrize("words", ["an MG11", "the MG11"])
def test_a_code_with_an_article_is_a_form_and_nobody(words: str, events: Read) -> None:
    told = events(f"{SURGERY} saw Hannah. In {words} {POLICE} wrote of the bruises on 4 May 2016.")
    assert tellers(told) == []
