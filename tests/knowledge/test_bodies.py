"""Courts, coroners and the partnership that commissions the review are asked nothing; prosecutors are."""

from __future__ import annotations

import pytest

from dhr_graph.knowledge.bodies import is_coroner, is_court, may_know_and_share
from dhr_graph.model.records import Agency, Forum


def agency(name: str, kind: str) -> Agency:
    return Agency(id="elmby/Agency/1", in_review="elmby/Review/1", name=name, agency_type=kind)


@pytest.mark.parametrize("name", ["Elmby Crown Court", "the magistrates", "Family Court at Elmby"])
def test_courts(name: str) -> None:
    assert is_court(agency(name, "courts_cps"))


@pytest.mark.parametrize("name", ["Crown Prosecution Service", "Elmshire CPS"])
def test_prosecutors_are_no_court(name: str) -> None:
    assert may_know_and_share(agency(name, "courts_cps"))


def test_a_street_named_court_makes_no_court() -> None:
    assert may_know_and_share(agency("Tennis Court Road Surgery", "gp"))


@pytest.mark.parametrize("name", ["HM Coroner", "the Coroner’s Office", "Elmshire Coroners Service"])
def test_coroners(name: str) -> None:
    assert is_coroner(agency(name, "other"))


def test_forums() -> None:
    marac = Forum(id="elmby/Forum/1", in_review="elmby/Review/1", name="MARAC", agency_type="forum")
    assert not may_know_and_share(marac)


def test_a_partnership_is_asked_nothing_and_a_council_s_team_is() -> None:
    assert not may_know_and_share(agency("Elmby Community Safety Partnership", "csp"))
    assert may_know_and_share(agency("Elmby Community Safety Team", "local_authority_other"))
