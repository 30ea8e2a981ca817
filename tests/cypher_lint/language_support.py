"""Neo4j's own language support for Cypher, run by Node on statements; fetched by npm into a folder never committed."""

from __future__ import annotations

import fcntl
import hashlib
import json
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
CACHE = FOLDER.parents[1] / ".cache" / "cypher-lint"
PINNED = ("package.json", "package-lock.json")
LONGEST_DOWNLOAD = 300
"""Seconds."""


class NoLint(Exception):
    """The statements can't be linted here; the message says why."""


def lint(statements: Mapping[str, Sequence[str]]) -> Mapping[str, list[str]]:
    """What is wrong with each statement, given with the names of its parameters; raises NoLint where there is no Node
    or no package."""
    node = shutil.which("node")
    if node is None:
        raise NoLint("Node.js is not installed")
    done = subprocess.run(
        [node, str(FOLDER / "lint.cjs")],
        cwd=_package(),
        input=json.dumps({statement: list(names) for statement, names in statements.items()}),
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        raise NoLint(f"the language support does not run on this Node.js: {done.stderr[-400:].strip()}")
    return dict(json.loads(done.stdout))


def _package() -> Path:
    """The folder with the packages that the lock file names, fetched where the cache lacks it."""
    digest = hashlib.sha256(b"".join((FOLDER / name).read_bytes() for name in PINNED)).hexdigest()[:12]
    place = CACHE / digest
    CACHE.mkdir(parents=True, exist_ok=True)
    with (CACHE / f"{digest}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not place.exists():
            _fetch(place)
    return place


def _fetch(place: Path) -> None:
    npm = shutil.which("npm")
    if npm is None:
        raise NoLint("npm is not installed, which fetches Neo4j's language support")
    unfinished = place.with_name(f"{place.name}.part")
    shutil.rmtree(unfinished, ignore_errors=True)
    unfinished.mkdir()
    for name in PINNED:
        shutil.copy(FOLDER / name, unfinished)
    order = [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
    try:
        done = subprocess.run(
            order, cwd=unfinished, capture_output=True, text=True, check=False, timeout=LONGEST_DOWNLOAD
        )
    except subprocess.TimeoutExpired as late:
        raise NoLint(f"npm did not fetch Neo4j's language support within {LONGEST_DOWNLOAD} s") from late
    if done.returncode != 0:
        raise NoLint(f"npm could not fetch Neo4j's language support: {done.stderr[-400:].strip()}")
    unfinished.rename(place)
