"""Documents: a referral, notification or letter that was made, went somewhere, or was received."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dhr_graph.loaders.explaining import ExplainedEvent

Read = Callable[[str], list[ExplainedEvent]]
ReadEntry = Callable[[str, str], list[ExplainedEvent]]
SCHOOL, POLICE, AID, SURGERY = "Hollins Primary School", "Calder Police", "Calder Women's Aid", "Calder Lane Surgery"
SERVICES, MARAC = "Calder Council Children's Services", "Multi-Agency Risk Assessment Conference"
PASSING = {"referral", "information_share"}


@pytest.mark.parametrize(
    ("words", "kind", "sender", "recipient"),
    [
        (f"a referral was made to MARAC by {POLICE}", "referral", POLICE, MARAC),
        (f"a MARAC referral was made by {SURGERY}", "referral", SURGERY, MARAC),
        (f"{POLICE} submitted a safeguarding referral to {SERVICES}", "referral", POLICE, SERVICES),
        (f"an alert was raised with {SERVICES} by {SCHOOL}", "referral", SCHOOL, SERVICES),
        (f"{AID} received a referral from {POLICE}", "referral", POLICE, AID),
        (f"the referral from {POLICE} was accepted by {AID}", "referral", POLICE, AID),
        (f"{AID} got a referral about Hannah", "referral", None, AID),
        (f"a notification went to {SERVICES} from {POLICE}", "information_share", POLICE, SERVICES),
        (f"a report by {SCHOOL} went to {POLICE}", "information_share", SCHOOL, POLICE),
    ],
)
def test_a_document_goes_from_its_maker_to_where_it_went(
    words: str, kind: str, sender: str | None, recipient: str, events: Read
) -> None:
    told = events(f"On 4 May 2016 {words}.")
    assert [(e.type, e.agency, e.recipient) for e in told] == [(kind, sender, recipient)]


@pytest.mark.parametrize(
    ("words", "recipients"),
    [
        (f"MARAC and IDVA referrals were made by {POLICE}", [MARAC, AID]),
        (f"{POLICE} made IDVA and MARAC referrals", [AID, MARAC]),
        (f"{POLICE} made MARAC referrals", [MARAC]),
        (f"{POLICE} made work and leisure referrals", [None]),
    ],
)
def test_services_by_which_referrals_are_called_are_where_they_went(
    words: str, recipients: list[str | None], events: Read
) -> None:
    told = [e for e in events(f"On 4 May 2016 {words}.") if e.type == "referral"]
    assert [(e.agency, e.recipient) for e in told] == [(POLICE, recipient) for recipient in recipients]


@pytest.mark.parametrize(
    ("words", "kind", "recipient"),
    [
        (f"Referral to {AID}.", "referral", AID),
        (f"PPN sent to {SERVICES}.", "information_share", SERVICES),
        ("MARAC referral sent.", "referral", MARAC),
    ],
)
def test_an_entry_is_its_agency_s_document(words: str, kind: str, recipient: str, entry_events: ReadEntry) -> None:
    told = [e for e in entry_events(POLICE, words) if e.type in PASSING]
    assert [(e.type, e.agency, e.recipient) for e in told] == [(kind, POLICE, recipient)]


@pytest.mark.parametrize(
    ("words", "passed"),
    [
        (f"Referral to {AID} considered, not made.", False),
        (f"Referral to {AID} offered but refused.", False),
        (f"Referral to {AID} declined.", False),
        ("IDVA referral offered, declined.", False),
        (f"Letter to {SERVICES} not sent.", False),
        (f"Referral to {AID} made.", True),
        (f"Letter to {SERVICES} discussed and sent.", True),
    ],
)
def test_what_an_entry_says_was_considered_and_not_made_went_nowhere(
    words: str, passed: bool, entry_events: ReadEntry
) -> None:
    assert any(e.type in PASSING for e in entry_events(SURGERY, words)) is passed


@pytest.mark.parametrize(
    "words",
    [
        f"On 4 May 2016 {SCHOOL} sent a letter to Hannah.",
        "On 4 May 2016 the practice nurse read a letter from her sister.",
        f"On 4 May 2016 Hannah handed in a letter at {SCHOOL}.",
        f"On 4 May 2016 Hannah made a referral to {AID} for herself.",
        f"On 4 May 2016 {SURGERY} kept the referral form in a drawer.",
        f"On 4 May 2016 {POLICE} had no referral from {SCHOOL}.",
        f"The referral pathway to {AID} was revised in 2016.",
        f"{POLICE} has a referral form for MARAC.",
    ],
)
def test_people_s_letters_and_mere_forms_went_nowhere(words: str, events: Read) -> None:
    assert [e for e in events(words) if e.type in PASSING] == []


@pytest.mark.parametrize("verb", ["routed", "uploaded", "released"])
def test_a_paper_that_was_moved_to_an_agency_reached_it_by_whatever_verb(verb: str, events: Read) -> None:
    told = events(f"A report by the school was {verb} to {AID} on 4 May 2016.")
    assert [(e.agency, e.recipient) for e in told if e.type in PASSING] == [(SCHOOL, AID)]


@pytest.mark.parametrize(
    "words",
    [
        f"The police report was not known to {AID}.",
        f"The police report was confined to {SCHOOL}.",
        f"The police report was promised to {SCHOOL}.",
        f"The letter was brought to {SCHOOL} by Marcus.",
        f"The incident was never the subject of a notification to {SERVICES}.",
        f"A referral to {AID} was considered on 4 May 2016.",
        "A PPN was completed on 4 May 2016.",
        "A PPN was not submitted on 4 May 2016.",
    ],
)
def test_a_paper_that_only_has_to_do_with_an_agency_moves_nowhere(words: str, events: Read) -> None:
    assert [e for e in events(words) if e.type in PASSING] == []


@pytest.mark.parametrize("words", ["A PPN was submitted on 4 May 2016.", "A second PPN followed on 4 May 2016."])
def test_a_paper_made_for_others_goes_out_though_none_is_named(words: str, events: Read) -> None:
    told = events(f"{POLICE}\n\n{words}")
    assert [(e.type, e.agency, e.recipient) for e in told] == [("information_share", POLICE, None)]


def test_what_is_the_subject_of_a_paper_was_told_by_it(events: Read) -> None:
    told = events(f"{POLICE}\n\nThe incident was the subject of a notification to {SERVICES} on 4 May 2016.")
    assert [(e.agency, e.recipient) for e in told if e.type in PASSING] == [(POLICE, SERVICES)]
