"""Which Neo4j the tests run against, and the Java that it needs."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

SWITCH = "DHR_GRAPH_TEST_NEO4J"
"""The variable that chooses the server to assemble: `lts` (by default) or `newest`."""

BROWSER = "5.24.0"


_USUAL_PLACES = (
    ("/usr/lib/jvm", "*/bin/java"),
    ("/opt", "*/bin/java"),
    ("/Library/Java/JavaVirtualMachines", "*/Contents/Home/bin/java"),
)


class NoServer(Exception):
    """No Neo4j can be had here; the message says why."""


@dataclass(frozen=True, slots=True)
class Release:
    """A release of Neo4j: its version, the Javas that run it, best first, and the class that starts it."""

    name: str
    version: str
    javas: tuple[int, ...]
    main_class: str


RELEASES = (
    Release("lts", "5.26.30", (21, 17), "org.neo4j.server.CommunityEntryPoint"),
    Release("newest", "2026.08.1", (25, 21), "org.neo4j.server.Neo4jCommunity"),
)


@dataclass(frozen=True, slots=True)
class Runtime:
    """A release with a Java that runs it."""

    release: Release
    java: Path


def runtime(environment: Mapping[str, str]) -> Runtime:
    """The release that the switch names, else the first that a Java here can run; raises NoServer."""
    wanted = environment.get(SWITCH)
    if wanted not in (None, "", *(release.name for release in RELEASES)):
        raise NoServer(f"{SWITCH} is {wanted!r}; it may be {' or '.join(release.name for release in RELEASES)}")
    found = dict(_javas(environment))
    for release in RELEASES:
        if wanted in (None, "", release.name):
            for number in release.javas:
                if number in found:
                    return Runtime(release, found[number])
    have = ", ".join(map(str, sorted(found))) or "none"
    raise NoServer(f"Neo4j needs Java 17, 21 or 25 (the newest 21 or 25); found here: {have}")


def _javas(environment: Mapping[str, str]) -> Iterator[tuple[int, Path]]:
    """Each Java of this machine by its major version."""
    places = [Path(environment["JAVA_HOME"]) / "bin/java"] if environment.get("JAVA_HOME") else []
    if on_path := shutil.which("java"):
        places.append(Path(on_path))
    for folder, pattern in _USUAL_PLACES:
        places.extend(sorted(Path(folder).glob(pattern)))
    for java in {path.resolve(): None for path in reversed(places) if os.access(path, os.X_OK)}:
        said = subprocess.run([str(java), "-version"], capture_output=True, text=True, check=False).stderr
        if number := re.search(r'version "(\d+)', said):
            yield int(number[1]), java
