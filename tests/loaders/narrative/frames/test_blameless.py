"""What was not done and is nobody's fault: to take it for an omission would accuse an agency wrongly."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dhr_graph.loaders.explaining import ExplainedEvent

Read = Callable[[str], list[ExplainedEvent]]
ReadEntry = Callable[[str, str], list[ExplainedEvent]]
POLICE, SCHOOL, AID, SURGERY = "Calder Police", "Hollins Primary School", "Calder Women's Aid", "Calder Lane Surgery"
MARAC = "Multi-Agency Risk Assessment Conference"


def told(read: list[ExplainedEvent]) -> list[tuple[str, str | None]]:
    return [(event.type, event.agency) for event in read]


@pytest.mark.parametrize(
    ("agency", "note"),
    [
        (SURGERY, "No injuries seen."),
        (SURGERY, "No bruising. Child well."),
        (SURGERY, "No bruises or cuts seen on examination."),
        (SURGERY, "No abuse disclosed when asked."),
        (SURGERY, "No evidence of domestic abuse."),
        (SURGERY, "Not brought to appointment."),
        (SURGERY, "Did not attend. No reason given."),
        (SCHOOL, "Not told of assault."),
        (SCHOOL, "Not invited to conference."),
        (SCHOOL, "No concerns noted. Child happy."),
        (POLICE, "No complaint made. No statement."),
        (POLICE, "No reply to letter."),
        (POLICE, "No signs of a disturbance, both calm."),
        (POLICE, "Arrest not made as Marcus had left."),
        (AID, "No contact from Hannah."),
        (AID, "No response to texts or voicemail."),
    ],
)
def test_a_finding_or_an_unanswered_door_is_a_contact(agency: str, note: str, entry_events: ReadEntry) -> None:
    assert told(entry_events(agency, note)) == [("contact", agency)]


@pytest.mark.parametrize(
    ("words", "agency"),
    [
        (f"{AID} was unable to contact Hannah.", AID),
        (f"{AID} could not reach Hannah.", AID),
        (f"{AID} did not manage to reach Hannah.", AID),
        (f"{AID} rang four times but did not reach Hannah.", AID),
        (f"{AID} never managed to speak to Hannah.", AID),
        (f"Hannah could not be contacted by {AID}.", AID),
        (f"Officers of {POLICE} did not find Marcus at the house.", POLICE),
        (f"Officers of {POLICE} were not able to locate Marcus.", POLICE),
    ],
)
def test_who_sought_somebody_in_vain_dealt_with_them(words: str, agency: str, events: Read) -> None:
    assert told(events(words)) == [("contact", agency)]


@pytest.mark.parametrize(
    "words",
    [
        f"{AID} did not hear from Hannah again.",
        "The practice nurse did not see Hannah because she did not attend.",
        "The practice nurse did not gain access to the home.",
        f"{POLICE} could not have done more.",
        f"Nothing more could have been done by {POLICE}.",
        f"There was little more that {AID} could have done.",
        f"{AID} could not have foreseen the assault.",
        f"There is nothing to suggest that {POLICE} should have acted otherwise.",
        "There is no evidence that the GP should have referred Hannah to MARAC.",
        f"{POLICE} cannot be criticised for not arresting Marcus.",
        f"{POLICE} were not at fault in not arresting Marcus.",
        "No criticism is made of the school for not referring Hannah to MARAC.",
        f"{POLICE} rightly did not tell Marcus where Hannah was.",
        f"Quite properly, {POLICE} did not share her address with Marcus.",
        f"{POLICE} were right not to tell Marcus where Hannah was.",
        "It was understandable that the GP did not ask Hannah about abuse in front of Marcus.",
        f"It would not have been appropriate for {POLICE} to refer Hannah to MARAC.",
        f"{POLICE} should not have told Marcus where Hannah was.",
        f"There were no missed opportunities for {POLICE} to refer Hannah to MARAC.",
        f"{POLICE} missed no opportunity to refer Hannah to MARAC.",
        f"There was no failure by {SCHOOL} to share information with {POLICE}.",
        f"{POLICE} had no grounds to arrest Marcus.",
        f"{SCHOOL} had no opportunity to speak with Hannah alone.",
        "Hannah's failure to attend was recorded by the GP.",
        "Hannah missed an opportunity to leave.",
        f"No safeguarding concerns were identified by {SCHOOL}.",
        "The GP did not prescribe tablets.",
        "There was nothing to suggest that Hannah had been assaulted.",
        "The GP had no knowledge of it.",
        "Nobody at the surgery knew of the assault.",
        "The practice knew of nothing amiss.",
    ],
)
def test_nothing_is_told_of_anybody(words: str, events: Read) -> None:
    assert told(events(words)) == []


@pytest.mark.parametrize(
    ("words", "kind", "agency", "recipient"),
    [
        (f"{POLICE} did not hesitate to refer Hannah to MARAC.", "referral", POLICE, MARAC),
        (f"{POLICE} did not delay in telling {SCHOOL} of the assault.", "information_share", POLICE, SCHOOL),
        (f"{SCHOOL} lost no time in telling {POLICE} of the assault.", "information_share", SCHOOL, POLICE),
    ],
)
def test_what_was_done_without_delay_was_done(words: str, kind: str, agency: str, recipient: str, events: Read) -> None:
    assert [(e.type, e.agency, e.recipient) for e in events(words)] == [(kind, agency, recipient)]


@pytest.mark.parametrize(
    "words", ["The school was not told of the assault.", f"{AID} was never made aware of it.", "Nobody told the GP."]
)
def test_who_was_not_told_is_not_blamed(words: str, events: Read) -> None:
    assert {agency for _, agency in told(events(words))} <= {None}


@pytest.mark.parametrize(
    "words",
    [
        f"{POLICE} did not properly assess the risk to Hannah.",
        f"{POLICE} were criticised for not arresting Marcus.",
        f"Regrettably {POLICE} did not refer Hannah to MARAC.",
        f"{POLICE} did not see Hannah alone.",
        f"No statement was taken from Hannah by {POLICE}.",
        f"No safeguarding concern was raised by {POLICE} with {SCHOOL}.",
    ],
)
def test_blame_stays_blame(words: str, events: Read) -> None:
    assert told(events(words)) == [("missed", POLICE)]


@pytest.mark.parametrize(
    "words",
    [
        f"Officers of {POLICE} heard nothing and closed the log.",
        f"{POLICE} noticed nothing.",
        f"{SCHOOL} did not refer her to MARAC because the threshold was not met.",
        f"{SCHOOL} did not refer her to MARAC as the case did not meet its threshold.",
        "There were three calls that month, but none involved him.",
        f"{POLICE} held three reports; none related to Marcus.",
        "Nor was the surgery told by Hannah.",
        "The practice nurse was not told of it by her sister.",
        "The police were not called by Hannah.",
        f"The referral was not rejected by {POLICE}.",
    ],
)
def test_who_perceived_nothing_and_whom_a_person_did_not_tell_missed_nothing(words: str, events: Read) -> None:
    assert "missed" not in {kind for kind, _ in told(events(words))}


@pytest.mark.parametrize(
    ("words", "agency"),
    [
        (f"Officers of {POLICE} did nothing.", POLICE),
        (f"{SCHOOL} did not refer her to MARAC because it was late.", SCHOOL),
        (f"Nor was the surgery told by {SCHOOL}.", SCHOOL),
        (f"{POLICE} saw nothing and did not refer her to MARAC.", POLICE),
    ],
)
def test_who_did_nothing_or_did_not_tell_another_did(words: str, agency: str, events: Read) -> None:
    assert ("missed", agency) in told(events(words))
