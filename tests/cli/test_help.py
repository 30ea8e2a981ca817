"""Each command's help begins with one short line, and its two examples run."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import click
import pytest

from dhr_graph.cli import application
from dhr_graph.cli.application import COMMANDS

ROOT = Path(__file__).resolve().parents[2]
SOME_ID = re.compile(r"kelderby/(\w+)/0123456789ab")


def examples_of(name: str) -> list[str]:
    command = application.get_command(click.Context(application), name)
    assert command is not None
    return [line.strip() for line in (command.help or "").split("\b")[-1].splitlines() if line.strip()]


SILENT = ("dhr-graph export csv", "dhr-graph browser-kit -o")
"""They write files, and talk on stderr."""

NEED_A_SERVER = ("load", "cypher")
"""Their examples want a Neo4j; tests/stores/neo4j runs these commands against a real one."""

EXAMPLES = [
    example
    for name in COMMANDS
    if name not in NEED_A_SERVER
    for example in examples_of(name)
    if not example.endswith("--serve")
]


@pytest.mark.parametrize("name", COMMANDS)
def test_help_begins_short_and_ends_with_two_examples(name: str) -> None:
    command = application.get_command(click.Context(application), name)
    assert command is not None
    first = (command.help or "").splitlines()[0]
    assert len(first) <= 62
    assert first.endswith(".")
    examples = examples_of(name)
    assert len(examples) == 2
    assert all(example.startswith(f"dhr-graph {name}") for example in examples)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_can_be_quiet_and_show_tracebacks(name: str) -> None:
    command = application.get_command(click.Context(application), name)
    assert command is not None
    assert {"--quiet", "--debug"} <= {option for each in command.params for option in each.opts}


@pytest.mark.parametrize("example", EXAMPLES)
def test_the_examples_run(example: str, built: Path, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "examples", tmp_path / "examples", ignore=shutil.ignore_patterns("__*", "*.py"))
    for place in ("dhr-graph-data", "out/g"):
        if not example.startswith("dhr-graph build"):
            shutil.copytree(built, tmp_path / place)
    (tmp_path / "agencies.rq").write_text("SELECT ?s { ?s ?p ?o } LIMIT 3", encoding="utf-8")
    for name in ("overview.txt", "plan.md"):
        shutil.copy(ROOT / "examples" / "kelderby.txt", tmp_path / name)
    line = SOME_ID.sub(lambda found: first_id(built, found[1]), example)
    line = line.replace("dhr-graph ", f'"{sys.executable}" -m dhr_graph ', 1)
    (tmp_path / "scratch").mkdir()
    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", line],
        cwd=tmp_path,
        env={**os.environ, "TMPDIR": str(tmp_path / "scratch")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout or example.startswith(SILENT)


def first_id(dataset: Path, kind: str) -> str:
    query = f"PREFIX dhr: <https://w3id.org/dhr-graph/ontology#> SELECT ?s {{ ?s a dhr:{kind} }} ORDER BY ?s LIMIT 1"
    done = subprocess.run(
        [sys.executable, "-m", "dhr_graph", "sparql", query, "--graph", str(dataset), "--format", "csv"],
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.splitlines()[1].partition("/id/")[2]
