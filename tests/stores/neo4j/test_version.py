"""Neo4j 5.26 and later will do, and nothing else that speaks Bolt."""

from __future__ import annotations

import pytest

from dhr_graph.errors import Neo4jError
from dhr_graph.stores.neo4j.version import checked_version


@pytest.mark.parametrize("version", ["5.26.0", "5.26.30", "5.27-aura", "2025.01.0", "2026.08.1"])
def test_these_will_do(version: str) -> None:
    assert checked_version(f"Neo4j/{version}", "bolt://db") == version


@pytest.mark.parametrize("agent", ["Neo4j/4.4.41", "Neo4j/5.25.1", "Neo4j/5.3", "Neo4j/3.5.35"])
def test_these_are_too_old(agent: str) -> None:
    with pytest.raises(Neo4jError, match=r"bolt://db: Neo4j \S+ is too old: 5.26 .* Use Neo4j 5.26 LTS"):
        checked_version(agent, "bolt://db")


@pytest.mark.parametrize("agent", ["", "Memgraph/2.1", "Neo4j/v5.11.0 compatible graph database server - Memgraph"])
def test_these_are_no_neo4j(agent: str) -> None:
    with pytest.raises(Neo4jError, match="is no Neo4j"):
        checked_version(agent, "bolt://db")
