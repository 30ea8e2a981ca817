"""Violence: an incident is told as such, whoever was hurt; the agency is the one that responded, if any did."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dhr_graph.loaders.explaining import ExplainedEvent

Read = Callable[[str], list[ExplainedEvent]]


def types(told: list[ExplainedEvent]) -> list[str]:
    return [event.type for event in told]


@pytest.mark.parametrize(
    "deed",
    [
        "Marcus punched Hannah",
        "Marcus shoved Hannah's sister",
        "a neighbour punched Marcus",
        "Hannah was punched by Marcus",
        "Marcus made threats to Hannah",
        "Marcus suffered injuries",
        "Hannah took an overdose",
        "Hannah took some thirty tablets",
        "Hannah self-harmed",
        "Hannah took her own life",
        "Marcus held a knife to her throat",
        "Marcus had her by the hair",
        "Marcus controlled Hannah",
    ],
)
def test_violence_done_suffered_or_threatened_is_an_incident(deed: str, events: Read) -> None:
    told = events(f"On 4 May 2016 {deed}.")
    assert [(e.type, e.rule, e.date) for e in told] == [("incident", "incident.violence", "2016-05-04")]


@pytest.mark.parametrize(
    "matter",
    [
        "her fear of Marcus controlled Hannah",
        "the storm damaged the roof",
        "officers hit the door",
        "Hannah held the door",
        "Marcus took a bus",
        "Marcus drove Hannah to work",
    ],
)
def test_what_things_or_professionals_do_and_everyday_deeds_are_none(matter: str, events: Read) -> None:
    assert "incident" not in types(events(f"On 4 May 2016 {matter}."))


@pytest.mark.parametrize(
    ("agency", "responded"), [("Calder Police", "Calder Police"), ("Hollins Primary School", None)]
)
def test_only_a_responder_s_section_gives_the_agency(agency: str, responded: str | None, events: Read) -> None:
    told = events(f"## {agency}\n\nOn 4 May 2016 Marcus punched Hannah.")
    assert [(e.type, e.agency) for e in told] == [("incident", responded)]


def test_what_was_not_done_is_no_incident(events: Read) -> None:
    assert types(events("On 4 May 2016 Marcus did not punch Hannah.")) == []


def test_what_an_order_forbade_is_an_incident(events: Read) -> None:
    told = events("On 4 May 2016 Marcus went to her house in breach of the restraining order.")
    assert [(e.type, e.rule) for e in told] == [("incident", "incident.breach")]


def test_a_killing_named_to_say_when_is_none(events: Read) -> None:
    assert events("Three days after Hannah was killed, the letter came.") == []


@pytest.mark.parametrize(
    "deed", ["their marriage broke down", "Hannah broke down", "Marcus cut down", "Hannah hung up"]
)
def test_what_means_no_violence_with_its_particle_is_none(deed: str, events: Read) -> None:
    assert "incident" not in types(events(f"On 4 May 2016 {deed}."))
