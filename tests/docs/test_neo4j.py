"""What the README and the docs say of Neo4j: their commands run on a server, their compose file is the one there is."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from neo4j_server.fixtures import TestServer

from dhr_graph.browser_kit.serving import server_settings

ROOT = Path(__file__).resolve().parents[2]
BOLT = "bolt://localhost:7687"
COMPOSE = (ROOT / "compose.yaml").read_text(encoding="utf-8")
CONSOLE = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
GRAPH = re.compile(r"^dhr-graph build (?P<path>\S+) --graph (?P<graph>\S+)", re.MULTILINE)


def shown(page: str) -> Iterator[list[str]]:
    """The commands of a page's console blocks that name the server at its usual address."""
    for block in CONSOLE.findall((ROOT / page).read_text(encoding="utf-8")):
        for line in block.splitlines():
            if line.startswith("$ dhr-graph ") and BOLT in line:
                yield shlex.split(line.removeprefix("$ "))


@pytest.mark.parametrize("page", ["README.md", "docs/browse.md", "docs/how-to/neo4j.md"])
def test_the_commands_that_a_page_shows_do_what_it_says(
    page: str, cleared_neo4j: TestServer, examples_graph: Path, tmp_path: Path
) -> None:
    """In their order, as a reader types them; the graph is that of all examples."""
    built = GRAPH.findall((ROOT / page).read_text(encoding="utf-8"))
    (tmp_path / built[-1][1]).symlink_to(examples_graph)
    environment = {**os.environ, **cleared_neo4j.environment, "COLUMNS": "100"}
    printed = []
    for _, *arguments in shown(page):
        given = [cleared_neo4j.uri if word == BOLT else word for word in arguments]
        done = subprocess.run(
            [sys.executable, "-m", "dhr_graph", *given],
            cwd=tmp_path,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, (arguments, done.stderr)
        printed.append(done.stdout)
    assert "4 added" in printed[0]
    assert any("orrisdale" in answer for answer in printed[1:])


def test_the_questions_of_the_vocabulary_page_have_the_same_rows_in_both_languages(
    cleared_neo4j: TestServer, examples_graph: Path
) -> None:
    page = (ROOT / "docs" / "reference" / "vocabulary.md").read_text(encoding="utf-8")
    queries = re.findall(r"^dhr-graph sparql '\n(.*?)'\n```$", page, re.MULTILINE | re.DOTALL)
    statements = re.findall(r"^```cypher\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    assert len(queries) == len(statements) == 3
    environment = {**os.environ, **cleared_neo4j.environment, "DHR_GRAPH_DATASET": str(examples_graph)}

    def rows(*arguments: str) -> str:
        command = [sys.executable, "-m", "dhr_graph", *arguments]
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
        assert done.stderr == "" or "load" in arguments
        return done.stdout

    rows("load")
    for query, statement in zip(queries, statements, strict=True):
        here = rows("sparql", query, "--format", "csv")
        assert here.count("\n") > 1
        assert rows("cypher", statement, "--format", "csv") == here


def test_the_page_shows_the_compose_file_that_there_is() -> None:
    page = (ROOT / "docs" / "how-to" / "neo4j.md").read_text(encoding="utf-8")
    assert f"```yaml\n{COMPOSE}```" in page


def test_the_compose_file_has_no_password_of_its_own_and_opens_to_this_machine_only() -> None:
    assert re.findall(r"NEO4J_AUTH: (.*)", COMPOSE) == [
        '"neo4j/${DHR_GRAPH_NEO4J_PASSWORD:?set it to a password of your own, 8 characters or more}"'
    ]
    ports = re.findall(r'- "(\S+:\d+)"', COMPOSE)
    assert ports == ["127.0.0.1:7474:7474", "127.0.0.1:7687:7687"]


def test_the_compose_file_lets_the_browser_fetch_the_kit() -> None:
    asked = server_settings("http://localhost:8765")[0]
    name, _, hosts = asked.partition("=")
    variable = "NEO4J_" + name.replace("_", "__").replace(".", "_")
    (allowed,) = re.findall(rf'{variable}: "(.*)"', COMPOSE)
    assert set(hosts.split(",")) <= set(allowed.split(","))
