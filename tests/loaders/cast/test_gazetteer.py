"""The gazetteer: organisations that are known before a review is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from dhr_graph.loaders.cast import CastKnowledge, load_cast_knowledge
from dhr_graph.loaders.cast.gazetteer import AGENCY_TYPES, KnownBody, own_bodies, shipped_bodies


@pytest.mark.parametrize(
    ("name", "usual", "kind"),
    [
        ("Merseyside Police", "Merseyside Police", "police"),
        ("the Met", "Metropolitan Police Service", "police"),
        ("MPS", "Metropolitan Police Service", "police"),
        ("Women\u2019s Aid", "Women's Aid", "domestic_abuse_service"),
        ("ChildLine", "NSPCC", "voluntary_other"),
    ],
)
def test_an_organisation_is_known_by_its_name_and_short_forms(
    name: str, usual: str, kind: str, knowledge: CastKnowledge
) -> None:
    known = knowledge.known(name)
    assert known is not None
    assert (known.name, known.type) == (usual, kind)


@pytest.mark.parametrize("name", ["Police", "Larch Project", "Alma", "Merseyside", ""])
def test_no_other_name_is(name: str, knowledge: CastKnowledge) -> None:
    assert knowledge.known(name) is None


def test_every_shipped_organisation_has_a_type_of_the_field() -> None:
    bodies = shipped_bodies()
    assert len(bodies) > 500
    assert {body.type for body in bodies.values()} <= set(AGENCY_TYPES)


def test_one_s_own_agency_goes_before_a_shipped_one(tmp_path: Path) -> None:
    (tmp_path / "agencies.toml").write_text('[[agency]]\nname = "Refuge"\ntype = "housing"\n', encoding="utf-8")
    assert own_bodies(tmp_path) == {"refuge": KnownBody("Refuge", "housing")}
    known = load_cast_knowledge(tmp_path).known("Refuge")
    assert known is not None
    assert known.type == "housing"
