"""Recording: what was read becomes records with ids, confidence and their words."""

from __future__ import annotations

from functools import lru_cache

import pytest

from dhr_graph.loaders.narrative.recording import ConcernedRisks
from dhr_graph.loaders.readers import read_text
from dhr_graph.loaders.reading import ReadingKnowledge, load_knowledge, read_review
from dhr_graph.model.records import Event, Evidence, MissedOpportunity, OpenCue, Record, Referral, RiskAssessment

CAST = (
    "This review concerns the death of Hannah, aged 31, who was killed by her husband, Marcus, aged 34, on 9 June "
    "2018. Reports were received from Calder Police; Calder Women's Aid; and Hollins Primary School.\n\n"
)
REFERRED = "Calder Police referred Hannah to Calder Women's Aid on 4 May 2016."
GRADED = "On 4 May 2016 Calder Police completed a DASH and graded the risk to Hannah as high."
MISSED = "Hollins Primary School did not tell Calder Police that Hannah had been hit."
OPEN = "Calder Police discussed the letter from Hollins Primary School."


@lru_cache(maxsize=1)
def knowledge() -> ReadingKnowledge:
    return load_knowledge()


def records(text: str) -> list[Record]:
    reading = read_review("calder", [read_text(f"{CAST}{text}\n", "review.txt")], knowledge())
    return [record for document in reading.documents for record in document.records]


def of_class(text: str, kind: type[Record]) -> list[Record]:
    return [record for record in records(text) if isinstance(record, kind)]


def test_an_event_is_recorded_with_agency_recipient_date_and_words() -> None:
    found = records(REFERRED)
    (referral,) = (r for r in found if isinstance(r, Referral))
    assert (referral.date_edtf, referral.date_text, referral.date_basis) == ("2016-05-04", "4 May 2016", "stated")
    assert referral.by_agency is not None
    assert referral.to_agency not in {None, referral.by_agency}
    assert (referral.method, referral.confidence) == ("rule", 0.9)
    quotes = {r.quote for r in found if isinstance(r, Evidence) and r.supports == referral.id}
    assert REFERRED in quotes


def test_a_grade_has_its_level() -> None:
    (grade,) = (r for r in records(GRADED) if isinstance(r, RiskAssessment))
    assert grade.level == "high"


def test_what_was_missed_is_no_event() -> None:
    (missed,) = (r for r in records(MISSED) if isinstance(r, MissedOpportunity))
    assert missed.kind == "share"
    assert not isinstance(missed, Event)


def test_an_id_is_the_same_however_often_it_is_read_and_another_for_other_words() -> None:
    first, second = (of_class(REFERRED, Referral)[0].id for _ in range(2))
    assert first == second
    assert of_class(REFERRED.replace("2016", "2017"), Referral)[0].id != first


def test_every_event_has_its_words() -> None:
    found = records(f"{REFERRED}\n\n{GRADED}\n\n{MISSED}")
    supported = {r.supports for r in found if isinstance(r, Evidence)}
    told = {r.id for r in found if isinstance(r, Event | MissedOpportunity)}
    assert len(told) >= 4
    assert told <= supported


def test_an_open_cue_of_the_same_words_is_entered_once() -> None:
    assert len(of_class(f"{OPEN}\n\n{OPEN}", OpenCue)) == 1


@pytest.mark.parametrize(
    ("about", "risk"),
    [
        (("victim",), "to the victim"),
        (("former wife",), "to the former wife"),
        (("former wife", "victim"), "to the victim"),
        (("neighbour",), "to the victim"),
        ((), "to the victim"),
    ],
)
def test_an_event_concerns_the_risk_to_those_whom_it_is_about(about: tuple[str, ...], risk: str) -> None:
    risks = ConcernedRisks("to the victim", {("former wife",): "to the former wife"}, ("victim",))
    assert risks.of(about) == risk
