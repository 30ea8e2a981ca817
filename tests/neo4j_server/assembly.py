"""A Neo4j put together from Maven's artefacts, in a cache folder that is never committed."""

from __future__ import annotations

import fcntl
import shutil
import subprocess
import sys
from pathlib import Path

from neo4j_server.releases import BROWSER, NoServer, Release

CACHE = Path(__file__).resolve().parents[2] / ".cache" / "neo4j"
LONGEST_DOWNLOAD = 900
"""Seconds."""

_POM = """<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>dhr.graph</groupId><artifactId>neo4j-for-tests</artifactId><version>1</version><packaging>pom</packaging>
  <dependencies>
    <dependency><groupId>org.neo4j</groupId><artifactId>neo4j</artifactId><version>{version}</version></dependency>
    <dependency><groupId>org.neo4j.client</groupId><artifactId>neo4j-browser</artifactId><version>{browser}</version></dependency>
  </dependencies>
</project>
"""


def jars(release: Release, cache: Path = CACHE) -> Path:
    """The folder with the jars of a release, fetched by Maven where the cache lacks them; raises NoServer."""
    folder = cache / f"{release.version}-{BROWSER}"
    cache.mkdir(parents=True, exist_ok=True)
    with (cache / f"{folder.name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            _fetch(release, folder)
    return folder / "lib"


def _fetch(release: Release, folder: Path) -> None:
    maven = shutil.which("mvn")
    if maven is None:
        raise NoServer(f"Maven (mvn) is not installed, which fetches Neo4j {release.version}")
    unfinished = folder.with_name(folder.name + ".part")
    shutil.rmtree(unfinished, ignore_errors=True)
    unfinished.mkdir()
    (unfinished / "pom.xml").write_text(_POM.format(version=release.version, browser=BROWSER), encoding="utf-8")
    print(f"Fetching Neo4j {release.version} with Maven into {folder} (some 150 MB, once)", file=sys.stderr)
    order = [maven, "-q", "-B", "dependency:copy-dependencies", "-DincludeScope=runtime", "-DoutputDirectory=lib"]
    try:
        done = subprocess.run(
            order, cwd=unfinished, capture_output=True, text=True, check=False, timeout=LONGEST_DOWNLOAD
        )
    except subprocess.TimeoutExpired as late:
        raise NoServer(f"Maven did not fetch Neo4j {release.version} within {LONGEST_DOWNLOAD} s") from late
    if done.returncode != 0:
        raise NoServer(f"Maven could not fetch Neo4j {release.version}: {(done.stdout + done.stderr)[-400:].strip()}")
    unfinished.rename(folder)
