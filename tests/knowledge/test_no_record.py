"""No record of a deed is less than the deed not done; where a quote says both, the deed was not done."""

from __future__ import annotations

import pytest

from dhr_graph.knowledge.no_record import finds_no_record


@pytest.mark.parametrize(
    "quote",
    [
        "The surgery has no record that it told the police.",
        "There is no record that the GP shared this with the health visitor.",
        "There was nothing to show that Housing referred her to the MARAC.",
        "There is no evidence that the hospital made a referral to the IDVA service.",
        "The trust found no indication that the information was passed to the police by the ward.",
        "There is no evidence of a referral to MARAC by the police.",
        "No record was found of the surgery having shared it with anybody.",
        "Nothing shows that the college told the council.",
        "Nothing in the surgery's files suggests that the police were told.",
        "There is no mention in the notes of a referral.",
        "There was no documented evidence to\n    suggest that information was shared.",
        "There is no record in the GP notes that a referral was considered or made.",
        "There are no entries to show that children's social care were informed.",
        "The review has seen no evidence that this information was shared by the Trust.",
    ],
)
def test_want_of_a_record_is_known_by_its_words(quote: str) -> None:
    assert finds_no_record(quote)


@pytest.mark.parametrize(
    "quote",
    [
        "The ward kept no record of the call and did not tell the police.",
        "No referral was made.",
        "The GP did not refer her and there is no record of why.",
        "Nothing was passed to any other agency.",
        "No documentation was sent to the police.",
        "There was no record of this being shared because it was never shared.",
        "He told nobody, and there is no record of the call.",
        "The school failed to share this, and there is no evidence that it considered a referral.",
        "The GP made no referral for which there is any evidence.",
        "Neither the victim nor Bright Shore Women's Project was told that he was coming home.",
        "There is no evidence that a referral was discussed and no information was shared.",
        "No evidence was offered to the court of the abuse, which wasn't passed on.",
        "The police did not share it.",
        "No information was shared by the GP.",
        "",
    ],
)
def test_what_is_said_outright_stays_so(quote: str) -> None:
    assert not finds_no_record(quote)
