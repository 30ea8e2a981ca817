"""Which releases of Neo4j the graph is loaded into: 5.26 and later, and those named by their year."""

from __future__ import annotations

import re

from dhr_graph.errors import Neo4jError

OLDEST = (5, 26)

RELEASES = "Use Neo4j 5.26 LTS, a release of 2025 or 2026, or Aura."

_AGENT = re.compile(r"Neo4j/(?P<major>\d+)\.(?P<minor>\d+)\S*")


def checked_version(agent: str, where: str) -> str:
    """The version in what a server calls itself (`Neo4j/5.26.30`); raises Neo4jError where it won't do."""
    found = _AGENT.fullmatch(agent.strip())
    if found is None:
        raise Neo4jError(f"The server calls itself {agent!r}, which is no Neo4j.", where=where, remedy=RELEASES)
    version = agent.strip().removeprefix("Neo4j/")
    if (int(found["major"]), int(found["minor"])) < OLDEST:
        raise Neo4jError(f"Neo4j {version} is too old: 5.26 is the oldest that will do.", where=where, remedy=RELEASES)
    return version
