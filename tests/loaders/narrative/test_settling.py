"""Settling: one sentence tells a thing once, and a mere contact gives way to what is graver."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import replace

import pytest

from dhr_graph.loaders.narrative.candidate import Candidate
from dhr_graph.loaders.narrative.clauses import Clause
from dhr_graph.loaders.narrative.settling import settle
from dhr_graph.model.dates import DateSpan

MAY = datetime.date(2016, 5, 4)
DAY = DateSpan(MAY, MAY, "2016-05-04", "4 May 2016", "stated")
NEXT_DAY = replace(DAY, earliest=MAY + datetime.timedelta(1), latest=MAY + datetime.timedelta(1), edtf="2016-05-05")
Make = Callable[..., Candidate]


@pytest.fixture
def make(clause: Callable[[str, str], Clause]) -> Make:
    """A candidate of some type, read from an invented clause."""
    seen = clause("The nurse saw Hannah.", "see")
    return lambda kind, agency="school", **slots: Candidate(kind, f"{kind}.rule", seen, agency, **slots)


def kept(*found: Candidate) -> list[tuple[str, str | None]]:
    return [(c.type, c.agency) for c, _ in settle([(each, DAY) for each in found])]


@pytest.mark.parametrize("graver", ["incident", "disclosure"])
def test_a_contact_gives_way_to_an_incident_or_disclosure_of_anybody(graver: str, make: Make) -> None:
    assert kept(make("contact"), make(graver, "police")) == [(graver, "police")]


@pytest.mark.parametrize("fuller", ["referral", "information_share", "signposting", "risk_assessment"])
def test_a_contact_gives_way_to_another_dealing_of_its_own_agency_only(fuller: str, make: Make) -> None:
    assert kept(make("contact"), make(fuller)) == [(fuller, "school")]
    assert kept(make("contact"), make(fuller, "police")) == [("contact", "school"), (fuller, "police")]


def test_the_vaguer_gives_way_to_the_fuller(make: Make) -> None:
    assert kept(make("incident", None), make("incident", "police")) == [("incident", "police")]
    graded = make("risk_assessment", level="high")
    assert [c.level for c, _ in settle([(make("risk_assessment"), DAY), (graded, DAY)])] == ["high"]


@pytest.mark.parametrize("kind", ["justice", "incident"])
def test_steps_and_incidents_of_one_day_are_one(kind: str, make: Make) -> None:
    assert kept(make(kind), make(kind, "police")) == [(kind, "school")]


@pytest.mark.parametrize("kind", ["contact", "disclosure", "care_plan", "missed"])
def test_other_things_are_one_for_each_agency(kind: str, make: Make) -> None:
    assert kept(make(kind), make(kind), make(kind, "police")) == [(kind, "school"), (kind, "police")]


def test_omissions_to_tell_are_apart_from_others(make: Make) -> None:
    found = [make("missed", missed_kind=kind) for kind in ("share", "referral", "record")]
    assert [c.missed_kind for c, _ in settle([(each, DAY) for each in found])] == ["share", "record"]


def test_each_recipient_is_one_share(make: Make) -> None:
    found = [make("information_share", recipient=to) for to in ("police", "refuge", "police")]
    assert [c.recipient for c, _ in settle([(each, DAY) for each in found])] == ["police", "refuge"]


def test_another_day_is_another_thing_unless_it_was_only_carried(make: Make) -> None:
    assert len(list(settle([(make("contact"), DAY), (make("contact"), NEXT_DAY)]))) == 2
    carried = [(make("contact"), replace(day, basis="carried")) for day in (DAY, NEXT_DAY)]
    assert len(list(settle(carried))) == 1
