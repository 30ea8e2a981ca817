"""Discourse: who was spoken of lately, latest first, until a new section."""

from __future__ import annotations

import pytest
from spacy.tokens import Token

from dhr_graph.loaders.narrative.discourse import AGENCIES_KEPT, PEOPLE_KEPT, Discourse, Party
from dhr_graph.loaders.narrative.grammar import pipeline


@pytest.fixture
def token() -> Token:
    """The noun of an invented phrase."""
    return pipeline()("the nurse")[1]


def test_nobody_was_spoken_of_at_first() -> None:
    discourse = Discourse()
    assert (discourse.agency, discourse.people, discourse.subject, discourse.forum) == (None, [], None, None)


def test_the_agency_spoken_of_last_comes_first_and_once() -> None:
    discourse = Discourse()
    for agency in ("police", "school", "police"):
        discourse.note_agency(agency)
    assert discourse.agency == "police"
    assert discourse.agencies == ["police", "school"]


def test_a_person_spoken_of_again_comes_first_and_once() -> None:
    discourse = Discourse()
    for person in ("Hannah", "Marcus", "Hannah"):
        discourse.note_person(person)
    assert discourse.people == ["Hannah", "Marcus"]


def test_who_was_spoken_of_long_ago_is_forgotten() -> None:
    discourse = Discourse()
    for number in range(AGENCIES_KEPT + PEOPLE_KEPT):
        discourse.note_agency(f"agency {number}")
        discourse.note_person(f"person {number}")
    assert len(discourse.agencies) == AGENCIES_KEPT
    assert len(discourse.people) == PEOPLE_KEPT
    assert "agency 0" not in discourse.agencies
    assert "person 0" not in discourse.people


def test_a_new_section_forgets_the_agencies_and_not_the_people(token: Token) -> None:
    discourse = Discourse(subject=Party("agency", ("school",), token, "name"), forum="marac")
    discourse.note_agency("school")
    discourse.note_person("Hannah")
    discourse.forget()
    assert (discourse.agency, discourse.subject, discourse.forum) == (None, None, None)
    assert discourse.people == ["Hannah"]


@pytest.mark.parametrize(("kind", "acts"), [("agency", True), ("forum", True), ("person", False), ("thing", False)])
def test_agencies_and_forums_act_as_agencies(kind: str, acts: bool, token: Token) -> None:
    assert Party(kind, (), token, "name").is_agency is acts


@pytest.mark.parametrize(("members", "member"), [(("school",), "school"), (("school", "police"), None), ((), None)])
def test_a_party_of_several_is_no_one_member(members: tuple[str, ...], member: str | None, token: Token) -> None:
    assert Party("agency", members, token, "name").member == member


def test_a_new_section_forgets_the_meeting_and_the_place() -> None:
    discourse = Discourse(meeting=("school", "police"), place="school")
    discourse.note_person("Hannah")
    discourse.forget()
    assert (discourse.meeting, discourse.place, discourse.people) == ((), None, ["Hannah"])


def test_a_new_section_forgets_who_asked_and_who_is_meant_by_a_noun() -> None:
    discourse = Discourse(askings=[("school", "surgery")], professionals={"nurse": "surgery"})
    discourse.forget()
    assert (discourse.askings, discourse.professionals) == ([], {})


def test_what_went_to_whom_is_known_to_the_end_of_the_text() -> None:
    discourse = Discourse(passed={("police", "school")})
    discourse.forget()
    assert discourse.passed == {("police", "school")}
