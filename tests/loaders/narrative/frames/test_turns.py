"""Turns of phrase: an agency lets another know, though no single word of it tells."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dhr_graph.loaders.explaining import ExplainedEvent

Ends = list[tuple[str | None, str | None]]
Shares = Callable[[str], Ends]
Read = Callable[[str], list[ExplainedEvent]]
SCHOOL, POLICE, AID, SURGERY = "Hollins Primary School", "Calder Police", "Calder Women's Aid", "Calder Lane Surgery"
SERVICES, MARAC = "Calder Council Children's Services", "Multi-Agency Risk Assessment Conference"


@pytest.mark.parametrize(
    "turn",
    [
        f"kept {SCHOOL} informed of the threats",
        "kept the school fully in the picture about Marcus",
        f"put {SCHOOL} on notice that Marcus had been bailed",
        f"filled {SCHOOL} in on the arrest",
        f"brought {SCHOOL} up to date with the arrest",
        f"took {SCHOOL} through what Hannah had said",
        f"gave {SCHOOL} to understand that Marcus was dangerous",
        f"gave {SCHOOL} early warning of his release",
        f"got in touch with {SCHOOL} about the assault",
        f"had a quick word with {SCHOOL} about the assault",
        f"made contact with {SCHOOL}",
        f"got through to {SCHOOL}",
        f"got hold of {SCHOOL}",
        f"brought the threats to the attention of {SCHOOL}",
        f"drew the bruises to {SCHOOL}'s attention",
        f"drew {SCHOOL}'s attention to the threats",
        f"drew the attention of {SCHOOL} to the threats",
        f"made it plain to {SCHOOL} that Marcus was dangerous",
        f"made known its fears to {SCHOOL}",
        f"voiced its fears to {SCHOOL}",
        f"aired its worries with {SCHOOL}",
        f"confided its fears to {SCHOOL}",
        f"made sure that {SCHOOL} knew of the threats",
        f"saw to it that {SCHOOL} was told of the threats",
        f"ensured {SCHOOL} had the report",
        f"broke the news to {SCHOOL}",
        f"turned to {SCHOOL} for help",
        f"turned for advice to {SCHOOL}",
        f"sought urgent help from {SCHOOL} after the assault",
        f"sought her timetable from {SCHOOL}, explaining that Hannah had been hit",
    ],
)
def test_to_let_know_by_a_turn_of_phrase_is_to_tell(turn: str, shares: Shares) -> None:
    assert shares(f"On 4 May 2016 {POLICE} {turn}.") == [(POLICE, SCHOOL)]


@pytest.mark.parametrize(
    "turn",
    [
        "kept Hannah informed of the threats",
        "kept Hannah's mother up to date",
        f"kept the children from {SCHOOL} informed",
        "put Marcus on notice that he would be arrested",
        "talked Hannah through the options",
        f"took Hannah through what {AID} would do",
        "gave Marcus to understand that he would be arrested",
        f"gave Marcus notice that {AID} was not to be approached",
        "gave Hannah a warning of his release",
        f"got in touch with Hannah at {SCHOOL}",
        f"got in touch with Hannah, who rang {SCHOOL}",
        "had a word with Marcus",
        f"had a long conversation with Hannah about {AID}",
        "made contact with Hannah",
        f"made it clear to Hannah that {AID} could help",
        "made plain to Marcus that he must leave",
        "drew Marcus's attention to the sign",
        "expressed its fears to Hannah",
        f"ensured that Hannah was told about {AID}",
        "broke the news to Hannah's mother",
        "read his rights to Marcus",
        f"took Hannah to {AID}",
    ],
)
def test_what_a_person_is_let_know_is_told_to_no_agency(turn: str, shares: Shares) -> None:
    assert shares(f"On 4 May 2016 {POLICE} {turn}.") == []


@pytest.mark.parametrize(
    "words",
    [
        f"{POLICE} kept the school closed",
        f"{POLICE} kept a file about {SCHOOL} up to date",
        f"{POLICE} kept an eye on {SCHOOL}",
        f"{POLICE} kept its own staff informed of the threats",
        f"{POLICE} put the school on a list",
        f"{POLICE} filled in the form",
        f"{POLICE} got hold of a locksmith",
        f"{POLICE} got hold of {AID}'s leaflet",
        f"{POLICE} drew the curtains",
        f"{POLICE} brought Hannah to {SURGERY}",
        f"{POLICE} made sure that {SCHOOL} was locked",
        f"{SCHOOL} turned to other matters",
        f"{SCHOOL} turned to page four",
        f"{SCHOOL} sought advice from its own governors",
        f"{SCHOOL} expressed an interest in {AID}",
        f"{SCHOOL} read the story to the children",
        f"{SCHOOL} passed the exam with ease",
        f"{SCHOOL} gave notice of a strike",
        f"{SCHOOL} was put on the market",
        "Marcus turned to drink",
    ],
)
def test_the_same_words_of_other_things_tell_nothing(words: str, shares: Shares) -> None:
    assert shares(f"On 4 May 2016 {words}.") == []


@pytest.mark.parametrize(
    "words",
    [
        f"Hannah voiced her fears to {POLICE}",
        f"Hannah turned to {AID} for help",
        f"Hannah turned up at {SCHOOL}",
        f"Hannah got hold of {POLICE}",
        f"Hannah's mother got in touch with {SCHOOL}",
        f"A neighbour kept {SCHOOL} informed of the threats",
        f"Marcus took his case to {POLICE}",
    ],
)
def test_people_who_let_an_agency_know_share_nothing(words: str, shares: Shares) -> None:
    assert shares(f"On 4 May 2016 {words}.") == []


@pytest.mark.parametrize(
    "words",
    [
        f"{POLICE} did not keep {SCHOOL} informed of the threats",
        f"{POLICE} should have kept {SCHOOL} informed of the threats",
        f"{SCHOOL} was not kept informed of the threats by {POLICE}",
    ],
)
def test_what_was_not_let_known_was_missed(words: str, events: Read) -> None:
    told = events(f"On 4 May 2016 {words}.")
    assert [(e.type, e.agency, e.recipient) for e in told] == [("missed", POLICE, SCHOOL)]


@pytest.mark.parametrize(
    "words",
    [
        f"{POLICE} tried to get in touch with {AID}",
        f"{POLICE} could not get hold of {AID}",
        f"{POLICE} was unable to get through to {AID}",
        f"{POLICE} agreed to keep {AID} informed",
        f"Hannah asked {POLICE} to get in touch with {AID}",
        f"Hannah said that {POLICE} would get in touch with {AID}",
    ],
)
def test_what_was_only_tried_or_meant_is_no_share(words: str, shares: Shares) -> None:
    assert shares(f"On 4 May 2016 {words}.") == []


def test_what_schools_are_told_as_a_rule_is_no_share(shares: Shares) -> None:
    assert shares(f"{POLICE} keeps schools informed of threats.") == []


@pytest.mark.parametrize(
    "words",
    [
        f"was kept informed of the threats by {POLICE}",
        f"was put in the picture by {POLICE}",
        f"was put on notice by {POLICE}",
        f"was brought up to date by {POLICE}",
        f"was filled in on the arrest by {POLICE}",
        f"was talked through the log by {POLICE}",
    ],
)
def test_who_is_let_know_may_stand_first(words: str, shares: Shares) -> None:
    assert shares(f"On 4 May 2016 {SCHOOL} {words}.") == [(POLICE, SCHOOL)]


@pytest.mark.parametrize(
    "words",
    [
        f"Hannah was kept informed by {POLICE}",
        f"Hannah was put in the picture by {POLICE}",
        f"{SCHOOL} was kept informed by Hannah",
        f"{SCHOOL} was kept closed by {POLICE}",
    ],
)
def test_a_person_let_know_or_letting_know_shares_nothing(words: str, shares: Shares) -> None:
    assert shares(f"On 4 May 2016 {words}.") == []


@pytest.mark.parametrize("turn", ["kept informed of the threats", "put on alert"])
def test_by_nobody_named_nobody_is_read_to_have_been_told(turn: str, shares: Shares) -> None:
    assert shares(f"On 4 May 2016 {SCHOOL} was {turn}.") == []


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (f"kept {SCHOOL} and the social worker informed of the threats", [SCHOOL, SERVICES]),
        ("kept colleagues in Children's Services informed", [SERVICES]),
        (f"got in touch with somebody at {SCHOOL}", [SCHOOL]),
        ("kept Hannah's GP informed of the threats", [SURGERY]),
        ("got in touch with Hannah's social worker", [SERVICES]),
        ("got in touch with Hannah's sister", []),
    ],
)
def test_who_is_told_stands_right_after_the_turn(words: str, told: list[str], shares: Shares) -> None:
    assert shares(f"On 4 May 2016 {POLICE} {words}.") == [(POLICE, recipient) for recipient in told]


def _referred(told: list[ExplainedEvent]) -> list[tuple[str, str | None, str | None]]:
    return [(e.type, e.agency, e.recipient) for e in told]


@pytest.mark.parametrize(
    "turn",
    [
        "took her case to MARAC",
        "took it to MARAC",
        "listed the case for MARAC",
        "listed her for MARAC",
        "put her case before the MARAC",
        "nominated her case for MARAC",
        "brought the case back to MARAC",
    ],
)
def test_a_case_put_before_a_forum_is_referred_to_it(turn: str, events: Read) -> None:
    assert _referred(events(f"On 4 May 2016 {POLICE} {turn}.")) == [("referral", POLICE, MARAC)]


@pytest.mark.parametrize(
    ("turn", "recipient"),
    [
        ("took the matter to", SCHOOL),
        ("took its concerns straight to", SERVICES),
        ("flagged her file to", AID),
    ],
)
def test_put_before_an_agency_it_is_only_shared(turn: str, recipient: str, events: Read) -> None:
    told = events(f"On 4 May 2016 {POLICE} {turn} {recipient}.")
    assert _referred(told) == [("information_share", POLICE, recipient)]


@pytest.mark.parametrize(
    "turn",
    [
        "took his case to the station",
        "took her case to Hannah",
        "took it to the laboratory",
        "took its custom to another firm",
        "listed the case for review",
        "listed the file for burning",
        "put their case before the jury",
        "sent his file to the archive",
    ],
)
def test_a_case_taken_elsewhere_is_neither(turn: str, events: Read) -> None:
    assert not {"referral", "information_share"} & {e.type for e in events(f"On 4 May 2016 {POLICE} {turn}.")}


@pytest.mark.parametrize(
    "turn",
    [
        f"kept {SCHOOL} waiting, who was not informed of the threats",
        f"brought {SCHOOL}'s records up to date",
        f"got in touch with {SCHOOL} to ask for its records",
        f"got in touch with {SCHOOL}'s press office",
        f"turned to {SCHOOL} and left",
        f"sent a taxi, which Hannah took, to {SCHOOL}",
        f"made sure that {SCHOOL} had all the books",
        f"decided to bring it to the attention of {SCHOOL} and to keep {AID} informed",
    ],
)
def test_a_neighbour_of_a_turn_of_phrase_shares_nothing(turn: str, shares: Shares) -> None:
    assert shares(f"On 4 May 2016 {POLICE} {turn}.") == []


@pytest.mark.parametrize(
    "words",
    [
        f"was in touch with {SERVICES} about the bruises",
        f"was alarmed enough to be in touch with {SERVICES} about the bruises",
        "had the duty social worker on the line before the afternoon was out",
        "caught the social worker after the meeting and told her of the bruises",
    ],
)
def test_to_be_in_touch_about_something_or_on_the_line_tells_it(words: str, shares: Shares) -> None:
    assert (SCHOOL, SERVICES) in shares(f"On 4 May 2016 the teacher {words}.")


@pytest.mark.parametrize(
    "words",
    [
        f"was not in touch with {SERVICES} about the bruises",
        f"was often in touch with {SERVICES}",
        "had Hannah on the line before the afternoon was out",
        "took Hannah aside after the lesson",
    ],
)
def test_to_be_in_touch_without_a_matter_or_with_a_person_tells_no_agency(words: str, shares: Shares) -> None:
    assert shares(f"On 4 May 2016 the teacher {words}.") == []
