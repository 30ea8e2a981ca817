"""Risk: which events show that an agency knew of abuse, and which only carry what it knew."""

from __future__ import annotations

from functools import lru_cache

import pytest

from dhr_graph.loaders.readers import read_text
from dhr_graph.loaders.reading import ReadingKnowledge, load_knowledge, read_review
from dhr_graph.model.records import Event, OpenCue, Record

CAST = (
    "This review concerns the death of Hannah, aged 31, who was killed by her husband, Marcus, aged 34, on 9 June "
    "2018. Reports were received from Calder Police; Calder Council Children's Services; Calder Women's Aid; Calder "
    "Lane Surgery; and Hollins Primary School.\n\n"
)
DEATH = "2018-06-09"
TOLD = "Hannah told Calder Lane Surgery on 4 May 2016 that she was afraid of Marcus.\n\n"


@lru_cache(maxsize=1)
def knowledge() -> ReadingKnowledge:
    return load_knowledge()


def records(text: str) -> list[Record]:
    reading = read_review("calder", [read_text(CAST + text + "\n", "review.txt")], knowledge())
    return [record for document in reading.documents for record in document.records]


def concerns(text: str) -> list[tuple[str, bool]]:
    """The type of each event but the killing, and whether it concerns the risk, in order."""
    events = (r for r in records(text) if isinstance(r, Event) and r.date_edtf != DEATH)
    return [(type(event).__name__, bool(event.concerns_risk)) for event in events]


@pytest.mark.parametrize(
    ("text", "shows"),
    [
        ("Hannah told Calder Lane Surgery on 4 May 2016 that she was afraid of Marcus.", True),
        ("Calder Police referred Hannah to Calder Women's Aid on 4 May 2016.", True),
        ("The school told Calder Police on 4 May 2016 that Hannah had been hit.", True),
        ("The school told Calder Police on 4 May 2016 of the noise.", False),
        ("Calder Lane Surgery told the school on 4 May 2016 of a vaccination.", False),
        ("Calder Lane Surgery told the school on 4 May 2016 of threats to Hannah by her husband.", True),
        ("Calder Lane Surgery told the school on 4 May 2016 of threats to cut the funding of its clinic.", False),
        ("Calder Lane Surgery saw Hannah on 4 May 2016 about aggression from her partner.", True),
        ("Calder Lane Surgery saw Hannah on 4 May 2016 about aggressive treatment of her asthma.", False),
        ("Calder Police graded the risk to Hannah as high on 4 May 2016.", True),
        ("Calder Lane Surgery saw Hannah about a cough on 4 May 2016.", False),
        ("Calder Lane Surgery saw Hannah about domestic abuse on 4 May 2016.", True),
    ],
)
def test_an_event_shows_risk_by_its_words_or_kind(text: str, shows: bool) -> None:
    assert [flag for _, flag in concerns(text)] == [shows]


@pytest.mark.parametrize(
    ("words", "shows"),
    [
        ("Calder Police was called by the school because of domestic abuse.", True),
        ("Calder Police was called by the school after an assault on Hannah by Marcus.", True),
        ("Calder Police was called to the house by Calder Lane Surgery.", False),
        ("Calder Police was called by the school about a broken window.", False),
    ],
)
def test_a_call_for_help_is_about_risk_only_where_it_says_so(words: str, shows: bool) -> None:
    assert concerns(f"On 4 May 2016 {words}") == [("InformationShare", shows)]


def test_a_call_for_help_does_not_carry_what_its_agency_knew() -> None:
    called = "On 5 May 2016 Calder Police was called to the house by the surgery."
    assert concerns(TOLD + called) == [("Disclosure", True), ("InformationShare", False)]
    told = "On 5 May 2016 Calder Police was rung by the surgery."
    assert concerns(TOLD + told) == [("Disclosure", True), ("InformationShare", True)]


@pytest.mark.parametrize(
    ("words", "shows"),
    [
        ("Hannah disclosed her debts to Calder Lane Surgery on 4 May 2016 without mentioning Marcus.", False),
        ("Hannah disclosed to Calder Lane Surgery on 4 May 2016 that she drank, without mentioning Marcus.", False),
        ("Hannah disclosed domestic abuse to Calder Lane Surgery on 4 May 2016 without mentioning it.", True),
        ("Hannah disclosed domestic abuse to Calder Lane Surgery on 4 May 2016.", True),
    ],
)
def test_a_disclosure_of_something_else_is_none_of_risk(words: str, shows: bool) -> None:
    assert concerns(words) == [("Disclosure", shows)]


def test_what_an_agency_knows_it_goes_on_knowing() -> None:
    seen = "Calder Lane Surgery saw Hannah about a cough on 9 July 2016."
    assert concerns(TOLD + seen) == [("Disclosure", True), ("Contact", True)]


def test_whom_an_agency_told_of_what_it_knew_knows_too() -> None:
    sent = "On 5 May 2016 the surgery wrote to Calder Police.\n\nCalder Police saw Hannah about her car on 9 July 2016."
    assert concerns(TOLD + sent) == [("Disclosure", True), ("InformationShare", True), ("Contact", True)]


def test_of_what_went_on_for_long_the_first_day_counts() -> None:
    seen = "During 2016 Hannah was seen nine times by Calder Lane Surgery."
    assert concerns(TOLD + seen) == [("Disclosure", True), ("Contact", False)]


def test_what_an_agency_did_before_it_knew_does_not_concern_risk() -> None:
    seen = "Calder Lane Surgery saw Hannah about a cough on 9 July 2015.\n\n"
    assert concerns(seen + TOLD) == [("Contact", False), ("Disclosure", True)]


def test_nothing_concerns_risk_after_the_death() -> None:
    assert concerns("Calder Lane Surgery saw Hannah about domestic abuse on 4 July 2018.") == [("Contact", False)]


def test_a_share_that_may_have_been_of_the_risk_is_left_for_a_person() -> None:
    seen = "".join(f"The school saw Hannah about a timetable on {day} May 2016.\n\n" for day in (5, 6, 7, 8))
    shared = "Calder Lane Surgery told the school on 9 July 2016 of a vaccination."
    assert concerns(TOLD + seen + shared)[-1] == ("InformationShare", False)
    assert [r.cue for r in records(TOLD + seen + shared) if isinstance(r, OpenCue)] == ["information_share"]


@pytest.mark.parametrize(
    ("words", "shows"),
    [
        ("A letter was sent by Calder Police to Calder Lane Surgery on 5 May 2016.", True),
        (
            "A letter was sent by Calder Police to Calder Lane Surgery on 5 May 2016 stating that she slept badly.",
            False,
        ),
    ],
)
def test_a_letter_whose_words_are_told_told_no_more(words: str, shows: bool) -> None:
    seen = "On 4 May 2016 Hannah told Calder Police that Marcus had hit her. "
    assert concerns(seen + words)[-1] == ("InformationShare", shows)


POLICE_TOLD = "On 4 May 2016 Hannah told Calder Police that Marcus had hit her.\n\n"
LETTER = "The letter of 6 May 2016 from Calder Police to Calder Lane Surgery mentioned"


@pytest.mark.parametrize(
    ("words", "shows"),
    [
        ("her ankle only.", False),
        ("her ankle only, in her own words.", True),
        ("her ankle only, and repeated what she had said.", True),
        ("her ankle only and enclosed the police report.", True),
        ("the domestic abuse only.", True),
    ],
)
def test_a_silent_letter_does_not_carry_what_its_agency_knew_unless_it_says_so(words: str, shows: bool) -> None:
    assert concerns(f"{POLICE_TOLD}{LETTER} {words}")[1:] == [("InformationShare", shows)]


@pytest.mark.parametrize(
    ("words", "shows"),
    [
        (".", True),
        (" about her.", True),
        (" about her husband.", True),
        (" of two pages.", True),
        (' headed "low mood".', False),
        (" headed \u201clow mood\u201d.", False),
        (', which read "low mood".', False),
        (" about her medication.", False),
        (" concerning the overdose.", False),
        (" describing her low mood.", False),
    ],
)
def test_a_letter_of_which_the_text_quotes_or_names_the_matter_told_no_more(words: str, shows: bool) -> None:
    sent = f"A letter was sent by Calder Police to Calder Lane Surgery on 6 May 2016{words}"
    assert concerns(POLICE_TOLD + sent)[1:] == [("InformationShare", shows)]


@pytest.mark.parametrize(
    ("words", "shows"),
    [
        ("about being abusive to his wife", True),
        ("about aggression with his mother", True),
        ("about being abusive to the receptionist", False),
        ("about aggression with the ball", False),
    ],
)
def test_violence_to_or_with_kin_shows_risk(words: str, shows: bool) -> None:
    assert concerns(f"Calder Lane Surgery saw Marcus on 4 May 2016 {words}.") == [("Contact", shows)]


KNEW = "On 4 May 2016 Hannah told Calder Lane Surgery that Marcus had hit her.\n\n"


@pytest.mark.parametrize(
    ("words", "shows"),
    [
        ("The surgery told the school on 9 July 2016 of its reasons for the visit.", True),
        ("The surgery told the school on 9 July 2016 of an appointment.", False),
        ("The surgery told the school on 9 July 2016 that she was afraid of Marcus.", True),
    ],
)
def test_who_knows_and_tells_a_school_something_tells_of_the_risk(words: str, shows: bool) -> None:
    assert concerns(KNEW + words)[-1] == ("InformationShare", shows)


@pytest.mark.parametrize(
    ("after", "shows"),
    [
        ("The referral letter spoke of low mood and poor sleep.", False),
        ('The form gave the reason as "OD" and nothing more.', False),
        ("The referral letter spoke of low mood and of bruises.", True),
        ("The referral letter ran to two pages.", True),
        ("The referral letter described her current partner.", True),
        ("The referral letter stated that he had hit her after drinking.", True),
    ],
)
def test_a_letter_about_an_illness_tells_no_more(after: str, shows: bool) -> None:
    sent = f"The surgery referred Hannah to Calder Council Children's Services on 9 July 2016. {after}"
    assert ("Referral", shows) in concerns(KNEW + sent)


@pytest.mark.parametrize(
    ("answer", "shows"),
    [("it had no worries", False), ("it had grave worries", True), ("it had no worries but fears", True)],
)
def test_an_answer_that_there_is_nothing_to_tell_tells_nothing(answer: str, shows: bool) -> None:
    asked = "On 4 May 2016 Calder Police asked Hollins Primary School what it knew of the assault on Hannah."
    assert concerns(f"{asked} The school replied to the police that {answer}.")[-1] == ("InformationShare", shows)


def test_nothing_that_touched_on_violence_shows_none() -> None:
    seen = "On 4 May 2016 Hollins Primary School saw Marcus, and nothing that he said touched upon violence at home."
    assert {shows for _, shows in concerns(seen)} == {False}


def test_the_name_of_an_agency_is_no_sign_of_abuse() -> None:
    seen = "Holm Domestic Violence Project wrote to the school about the rent on 4 May 2016."
    assert {shows for _, shows in concerns(seen)} == {False}


def test_nothing_is_denied_across_a_clause() -> None:
    denial = load_knowledge().lexicon.patterns["denial"]
    assert denial.search("She did nothing until the nurse hinted that he had hit her.") is None
    assert denial.search("Nothing that he said hinted at violence.") is not None
