"""Each check finds what it is there for, and nothing in a sound review."""

from __future__ import annotations

import dataclasses
import datetime
from typing import Any

import pyoxigraph as ox
import pytest

from dhr_graph.checking import INFO, VIOLATION, WARNING, Finding, check_links, check_offsets, check_review, check_shapes
from dhr_graph.model.records import Agency, Event, Evidence, MissedOpportunity, Person, Record
from dhr_graph.rdf import encode, organisations_graph, review_graph


def _quads(*records: Record) -> list[ox.Quad]:
    return [quad for record in records for quad in encode(record, review_graph("oakwell"))]


def _changed(records: tuple[Record, ...], record_id: str, **values: Any) -> tuple[Record, ...]:
    assert record_id in {record.id for record in records}
    return tuple(dataclasses.replace(r, **values) if r.id == record_id else r for r in records)


def _without(records: tuple[Record, ...], record_id: str) -> tuple[Record, ...]:
    return tuple(record for record in records if record.id != record_id)


def test_a_sound_review_has_no_findings(small_review: tuple[Record, ...]) -> None:
    assert check_review(_quads(*small_review), "oakwell") == []


def test_organisations_may_stand_in_their_own_graph(small_review: tuple[Record, ...]) -> None:
    *of_review, organisation = small_review
    shared = list(encode(organisation, organisations_graph()))
    assert check_review(_quads(*of_review), "oakwell", shared) == []
    (finding,) = [f for f in check_review(_quads(*of_review), "oakwell") if f.property == "ofOrganisation"][:1]
    assert finding.severity == VIOLATION


CHANGES: list[tuple[str, dict[str, Any], str, str]] = [
    ("oakwell/Agency/gp", {"agency_type": "surgery"}, VIOLATION, "agencyType"),
    ("oakwell/Agency/gp", {"confidence": 1.5}, VIOLATION, "confidence"),
    ("oakwell/Agency/gp", {"method": None}, WARNING, "method"),
    ("oakwell/Person/ada", {"age": 240}, WARNING, "age"),
    ("oakwell/Person/ada", {"role": "heroine"}, VIOLATION, "role"),
    ("oakwell/Referral/1", {"to_agency": "oakwell/Agency/police"}, VIOLATION, "byAgency"),
    ("oakwell/Referral/1", {"to_agency": None}, WARNING, "toAgency"),
    ("oakwell/Referral/1", {"to_agency": "oakwell/Person/ada"}, VIOLATION, "toAgency"),
    ("oakwell/Referral/1", {"outcome": "lost"}, VIOLATION, "outcome"),
    ("oakwell/Incident/1", {"date_latest": datetime.date(2014, 3, 1)}, VIOLATION, "dateEarliest"),
    ("oakwell/Incident/1", {"date_earliest": datetime.date(216, 3, 1)}, VIOLATION, "dateEarliest"),
    ("oakwell/Incident/1", {"count": 0}, VIOLATION, "count"),
    ("oakwell/Verdict/gp", {"flags": ("lucky",)}, VIOLATION, "flags"),
    ("oakwell/Verdict/gp", {"code": "GUILTY"}, VIOLATION, "code"),
    ("oakwell/Verdict/gp", {"of_agency": "oakwell/Forum/marac"}, VIOLATION, "ofAgency"),
    ("oakwell/Evidence/0", {"start": 90}, VIOLATION, "start"),
    ("oakwell/Death/1", {"date_latest": None}, WARNING, "dateLatest"),
    ("oakwell/Document/1", {"text_hash": "0"}, VIOLATION, "textHash"),
]


@pytest.mark.parametrize(("record_id", "values", "severity", "name"), CHANGES)
def test_shapes_find_what_is_wrong(
    small_review: tuple[Record, ...], record_id: str, values: dict[str, Any], severity: str, name: str
) -> None:
    findings = check_shapes(_quads(*_changed(small_review, record_id, **values)), "oakwell")
    assert (severity, "oakwell", record_id, name) in {(f.severity, f.review, f.record_id, f.property) for f in findings}


@pytest.mark.parametrize(
    ("record_id", "values", "message"),
    [
        ("oakwell/Verdict/gp", {"derived_from": ()}, "without an event"),
        ("oakwell/Knowledge/gp", {"derived_from": ()}, "without an event"),
        ("oakwell/Verdict/gp", {"code": "STATED_NOT_SHARED"}, "names none"),
        ("oakwell/Agency/gp", {"agency_type": "forum"}, "is a forum, not an agency"),
    ],
)
def test_no_accusation_without_its_grounds(
    small_review: tuple[Record, ...], record_id: str, values: dict[str, Any], message: str
) -> None:
    findings = check_shapes(_quads(*_changed(small_review, record_id, **values)), "oakwell")
    assert any(f.severity == VIOLATION and f.record_id == record_id and message in f.message for f in findings)


def test_a_fact_without_words_is_a_violation(small_review: tuple[Record, ...]) -> None:
    findings = check_shapes(_quads(*_without(small_review, "oakwell/Evidence/5")), "oakwell")
    assert findings == [Finding(VIOLATION, "oakwell", "oakwell/Referral/1", "No evidence supports this fact.")]


def test_an_event_of_no_kind_and_a_missing_value_are_violations() -> None:
    event = Event(id="oakwell/Event/1", in_review="oakwell/Review/1", in_document="oakwell/Document/1")
    of_no_class = "What stands at the node is of no class that may stand there."
    assert (event.id, of_no_class) in {(f.record_id, f.message) for f in check_shapes(_quads(event), "oakwell")}
    agency = Agency(id="oakwell/Agency/1", in_review="oakwell/Review/1", name="Police", agency_type="police")
    nameless = [quad for quad in _quads(agency) if not quad.predicate.value.endswith("#name")]
    assert "There is no name." in {f.message for f in check_shapes(nameless, "oakwell")}


def test_a_missed_act_of_nobody_is_told() -> None:
    missed = MissedOpportunity(id="oakwell/MissedOpportunity/1", in_review="x/Review/1", in_document="x/Document/1")
    assert INFO in {f.severity for f in check_shapes(_quads(missed), "oakwell") if f.property == "byAgency"}


@pytest.mark.parametrize(
    ("record_id", "values", "complaint"),
    [
        ("oakwell/Evidence/4", {"quote": "Police attended on 3 March 2014"}, "not what the document has there"),
        ("oakwell/Evidence/4", {"in_passage": "oakwell/Passage/1"}, "outside its passage"),
        ("oakwell/Evidence/4", {"in_passage": "oakwell/Passage/7"}, "not there"),
        ("oakwell/Passage/1", {"text": "1.2 Ada told her GP.\n"}, "characters"),
        ("oakwell/Passage/1", {"start": 5}, "the one before it ends"),
        ("oakwell/Passage/1", {"ordinal": 2}, "should have 1"),
        ("oakwell/Passage/1", {"text": "1.2 Eve told her GP that she was afraid.\n"}, "its hash is another"),
        ("oakwell/Document/1", {"id": "oakwell/Document/2"}, "a document that is not there"),
        ("oakwell/Incident/1", {"words": "Police came on 2 March"}, "those of none of its evidence"),
    ],
)
def test_words_that_do_not_stand_in_the_text_are_found(
    small_review: tuple[Record, ...], record_id: str, values: dict[str, Any], complaint: str
) -> None:
    findings = check_offsets(_changed(small_review, record_id, **values), "oakwell")
    assert any(complaint in finding.message for finding in findings)
    assert {finding.severity for finding in findings} == {VIOLATION}


def test_links_that_lead_nowhere_are_found(small_review: tuple[Record, ...]) -> None:
    findings = check_links(_without(small_review, "oakwell/Forum/marac"), "oakwell")
    assert ("oakwell/Referral/1", "toAgency") in {(f.record_id, f.property) for f in findings}


def test_a_link_that_leads_nowhere_is_told_once(small_review: tuple[Record, ...]) -> None:
    findings = check_review(_quads(*_without(small_review, "oakwell/Forum/marac")), "oakwell")
    assert [f.record_id for f in findings if f.property == "toAgency"] == ["oakwell/Referral/1"]


def test_ids_used_twice_are_found(small_review: tuple[Record, ...]) -> None:
    findings = check_links((*small_review, small_review[0]), "oakwell")
    assert findings == [Finding(VIOLATION, "oakwell", "oakwell/Review/1", "Two records have this id.")]


def test_evidence_for_a_field_that_the_fact_has_not_is_found(small_review: tuple[Record, ...]) -> None:
    assert check_links(_changed(small_review, "oakwell/Evidence/4", supports_field="by_agency"), "oakwell") == []
    (finding,) = check_links(_changed(small_review, "oakwell/Evidence/4", supports_field="byAgency"), "oakwell")
    assert finding.message == "A Incident has no field byAgency."


def test_events_after_the_death_are_looked_at_but_not_justice(small_review: tuple[Record, ...]) -> None:
    late = {"date_earliest": datetime.date(2015, 1, 10), "date_latest": datetime.date(2015, 1, 10)}
    (finding,) = check_links(_changed(small_review, "oakwell/Incident/1", **late), "oakwell")
    assert (finding.severity, finding.record_id) == (WARNING, "oakwell/Incident/1")
    undated = _changed(small_review, "oakwell/Death/1", date_latest=None)
    assert check_links(_changed(undated, "oakwell/Incident/1", **late), "oakwell") == []


def test_the_quote_of_a_person_is_checked_as_any_other(small_review: tuple[Record, ...]) -> None:
    persons = {record.id for record in small_review if isinstance(record, Person)}
    quotes = [record.id for record in small_review if isinstance(record, Evidence) and record.supports in persons]
    assert quotes
    assert all(check_offsets(_changed(small_review, quote, quote="Eve"), "oakwell") for quote in quotes)
