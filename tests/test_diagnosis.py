"""What `doctor` looks at, without the command."""

from __future__ import annotations

from pathlib import Path

import pytest

from dhr_graph import diagnosis
from dhr_graph.diagnosis import ABSENT, FAULTY, FINE, diagnose, without_password
from dhr_graph.stores import Dataset


def states(graph: Path, environment: dict[str, str] | None = None) -> dict[str, str]:
    return {part.name: part.state for part in diagnose(graph, environment or {})}


def test_a_machine_in_order(tmp_path: Path) -> None:
    Dataset.open(tmp_path / "g", write=True).close()
    found = states(tmp_path / "g")
    assert found.pop("Neo4j") == ABSENT
    assert set(found.values()) == {FINE}


def test_no_dataset_yet_is_no_fault(tmp_path: Path) -> None:
    assert states(tmp_path / "none")[f"dataset {tmp_path / 'none'}"] == ABSENT


def test_a_folder_that_is_no_dataset_is_one(tmp_path: Path) -> None:
    assert states(tmp_path)[f"dataset {tmp_path}"] == FAULTY


def test_a_package_that_is_not_there_has_its_remedy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(diagnosis, "PACKAGES", ("no-such-package",))
    part = next(part for part in diagnose(tmp_path, {}) if part.name == "no-such-package")
    assert (part.state, part.remedy) == (FAULTY, "Run: pip install no-such-package")


def test_a_server_out_of_reach_is_a_fault_and_shows_no_password(tmp_path: Path) -> None:
    environment = {"DHR_GRAPH_NEO4J": "bolt://anna:swordfish@127.0.0.1:1", "DHR_GRAPH_NEO4J_PASSWORD": "swordfish"}
    part = next(part for part in diagnose(tmp_path, environment) if part.name.startswith("Neo4j"))
    assert (part.name, part.state) == ("Neo4j bolt://127.0.0.1:1", FAULTY)
    assert "swordfish" not in f"{part}"


@pytest.mark.parametrize(
    ("uri", "shown"),
    [
        ("neo4j+s://anna:p%40ss@db.example:7687/x", "neo4j+s://db.example:7687/x"),
        ("bolt://localhost:7687", "bolt://localhost:7687"),
        ("bolt://anna:p@ss@localhost", "bolt://localhost"),
    ],
)
def test_an_address_is_shown_without_its_password(uri: str, shown: str) -> None:
    assert without_password(uri) == shown
