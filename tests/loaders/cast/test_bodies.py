"""Bodies: all namings of one agency put together."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dhr_graph.loaders.cast import Cast, CastKnowledge
from dhr_graph.loaders.cast.bodies import Claims, Member, assemble
from dhr_graph.loaders.cast.naming import Naming


def naming(name: str, kind: str | None, *aliases: str, at: int = 0, part: str = "mentioned", gloss: str = "") -> Naming:
    """A naming in running prose, or in a list where it has a part in the review."""
    return Naming(name, aliases, gloss, kind, 5, part, 0, at, at + len(name), part != "mentioned")


def test_short_and_full_names_are_one_body(knowledge: CastKnowledge) -> None:
    (body,) = assemble(
        [naming("LHA", "housing", part="imr"), naming("Larch Housing Association", "housing", "LHA", at=50)], knowledge
    )
    assert (body.name, body.names, body.participation) == ("Larch Housing Association", ["LHA"], "imr")
    assert body.sites == [(0, 0, 3), (0, 50, 75)]


def test_the_greatest_part_in_the_review_counts(knowledge: CastKnowledge) -> None:
    parts = ("panel_only", "report", "mentioned")
    (body,) = assemble([naming("Tarn Police", "police", part=part, at=at) for at, part in enumerate(parts)], knowledge)
    assert body.participation == "report"


def test_two_of_a_kind_with_names_of_their_own_are_two(knowledge: CastKnowledge) -> None:
    found = assemble([naming("Ash Lane Surgery", "gp"), naming("Elm Road Surgery", "gp", at=40)], knowledge)
    assert [b.name for b in found] == ["Ash Lane Surgery", "Elm Road Surgery"]


def test_a_name_of_a_mere_kind_makes_no_second_of_it(knowledge: CastKnowledge) -> None:
    found = assemble(
        [naming("Tarn Police", "police", part="imr"), naming("Police Service", "police", at=40)], knowledge
    )
    assert [b.name for b in found] == ["Tarn Police"]


@pytest.mark.parametrize(
    ("words", "claimed"), [("refuge", ["Larch Project"]), ("outreach team", ["Larch Project"]), ("fuge", [])]
)
def test_a_description_claims_a_service_by_whole_words(words: str, claimed: list[str]) -> None:
    larch = Member("Larch Project", "voluntary_other", 1, "imr", glosses=["which runs a refuge and an outreach team"])
    elm = Member("Elm Surgery", "gp", 5, "imr")
    assert [m.name for m in Claims([larch, elm]).of(words)] == claimed


@pytest.mark.parametrize(
    ("history", "names"),
    [
        ("Tarn Constabulary rang. The Constabulary closed the case.", {"Tarn Constabulary"}),
        ("Elm Surgery wrote to Elm Primary School.", {"Elm Surgery", "Elm Primary School"}),
    ],
)
def test_bodies_of_a_history(history: str, names: set[str], cast_of: Callable[..., Cast]) -> None:
    cast = cast_of("Alma, aged 34, was stabbed by her husband, Omar, aged 38.", "CHRONOLOGY", history)
    assert {b.name for b in cast.bodies} == names


@pytest.mark.parametrize("names", ["Larch Homes and Housing Options", "Larch Homes and Vale Homes"])
def test_an_agency_of_a_list_with_another_beside_it_is_not_called_both(
    names: str, cast_of: Callable[..., Cast]
) -> None:
    listed = "Reports were received from Tarn Police; Larch Homes; and Elm Surgery."
    cast = cast_of("Alma was stabbed by her husband, Omar.", listed, "CHRONOLOGY", f"{names} wrote to her.")
    assert not {names} & {n for b in cast.bodies for n in (b.name, *b.aliases)}


def test_an_and_inside_the_name_of_a_list_stays(cast_of: Callable[..., Cast]) -> None:
    listed = "Reports were received from Tarn Police; Tarn Fire and Rescue Service; and Elm Surgery."
    cast = cast_of("Alma was stabbed by her husband, Omar.", listed, "CHRONOLOGY", "Tarn Fire and Rescue Service came.")
    assert "Tarn Fire and Rescue Service" in {b.name for b in cast.bodies}


@pytest.mark.parametrize(
    ("gloss", "claimed"),
    [
        ("which employs the school nurses", []),
        ("which employs a school nurse", []),
        ("which runs a school", ["Larch Trust"]),
        ("which employs the school nurses and runs a school", ["Larch Trust"]),
    ],
)
def test_words_that_stand_only_in_longer_ones_claim_nothing(gloss: str, claimed: list[str]) -> None:
    larch = Member("Larch Trust", "community_health", 5, "imr", glosses=[gloss])
    found = Claims([larch]).of("school", but=("school nurse", "school nurses"))
    assert [m.name for m in found] == claimed


@pytest.mark.parametrize(
    ("words", "longer", "another"),
    [
        ("school", "school nurse", "nursery"),
        ("hospital", "hospital social worker", "hostel"),
        ("idva", "idva service", "idvas"),
    ],
)
def test_the_longer_services_are_those_whose_words_begin_so(
    words: str, longer: str, another: str, knowledge: CastKnowledge
) -> None:
    assert {longer, f"{longer}s"} <= set(knowledge.longer_services[words])
    assert another not in knowledge.longer_services[words]
    assert words not in knowledge.longer_services[words]


@pytest.mark.parametrize(
    ("employs", "school", "nurse"),
    [
        ("employs the school nurses", None, "Larch Trust"),
        ("employs the school nurses and runs a school", "Larch Trust", "Larch Trust"),
    ],
)
def test_who_employs_the_school_nurses_is_no_school(
    employs: str, school: str | None, nurse: str, cast_of: Callable[..., Cast]
) -> None:
    listed = f"Reports were received from Tarn Police; Larch Trust, which {employs}; and Elm Surgery."
    cast = cast_of("Alma was stabbed by her husband, Omar.", listed, "CHRONOLOGY", "She rang.")
    names = {b.id: b.name for b in cast.bodies}
    assert [names.get(m.member or "") for m in cast.mentions("The school rang.")] == [school]
    assert [names.get(m.member or "") for m in cast.mentions("The school nurse rang.")] == [nurse]
