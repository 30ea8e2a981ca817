"""The application as a whole: its help, its exit codes, its manners in pipes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from dhr_graph import errors
from dhr_graph.cli.application import COMMANDS
from dhr_graph.cli.refusals import refusing
from dhr_graph.cli.talk import say, talk_options
from dhr_graph.version import VERSION

Call = Callable[..., Result]

HEAVY = ("spacy", "rdflib", "networkx", "neo4j", "pyoxigraph", "pyshacl", "numpy")
PROBE = f"""
import json, sys
from dhr_graph.cli import application
try:
    application(sys.argv[1:], prog_name="dhr-graph")
except SystemExit as end:
    print(json.dumps([end.code, [name for name in {HEAVY!r} if name in sys.modules]]), file=sys.stderr)
"""


ASKED_FOR_HELP = [["--help"], *([name, "--help"] for name in COMMANDS)]


@pytest.mark.parametrize("arguments", ASKED_FOR_HELP, ids=" ".join)
def test_help_loads_nothing_heavy(arguments: list[str]) -> None:
    done = subprocess.run([sys.executable, "-c", PROBE, *arguments], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("Usage: dhr-graph")
    assert json.loads(done.stderr) == [0, []]


def test_the_version_is_said(call: Call) -> None:
    assert call("--version").stdout == f"dhr-graph, version {VERSION}\n"


def test_python_m_is_the_same() -> None:
    command = [sys.executable, "-m", "dhr_graph", "--version"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout == f"dhr-graph, version {VERSION}\n"


WRONG = [["tell"], ["build"], ["build", "x", "--jobs", "0"], ["query", "--format", "xml"]]


@pytest.mark.parametrize("arguments", WRONG, ids=" ".join)
def test_wrong_usage_is_exit_code_2(call: Call, arguments: list[str]) -> None:
    result = call(*arguments)
    assert result.exit_code == 2
    assert "Error: " in result.stderr
    assert result.stdout == ""


def family(root: type[errors.DhrGraphError]) -> Iterator[type[errors.DhrGraphError]]:
    yield root
    for child in root.__subclasses__():
        yield from family(child)


@click.command
@click.argument("name")
@talk_options
@click.pass_context
def refuse(ctx: click.Context, name: str) -> None:
    """A command that can't go on."""
    with refusing(ctx):
        say("Trying.")
        kinds = {kind.__name__: kind for kind in family(errors.DhrGraphError)}
        raise kinds[name]("it is empty.", where="a.txt")


@pytest.mark.parametrize("kind", list(family(errors.DhrGraphError)), ids=lambda kind: kind.__name__)
def test_every_error_ends_with_its_own_code_and_words(kind: type[errors.DhrGraphError]) -> None:
    result = CliRunner().invoke(refuse, [kind.__name__])
    assert (result.exit_code, result.stderr) == (kind.exit_code, "Trying.\nError: a.txt: it is empty.\n")
    assert kind.exit_code in (1, 2, 3)


def test_debug_shows_the_traceback_and_quiet_silences_talk() -> None:
    result = CliRunner().invoke(refuse, ["NotAReview", "--debug", "--quiet"])
    assert isinstance(result.exception, errors.NotAReview)
    assert result.stderr == ""


def test_a_folder_that_may_not_be_read_is_told_with_its_name() -> None:
    @click.command
    @talk_options
    @click.pass_context
    def read(ctx: click.Context) -> None:
        """Read what is not there."""
        with refusing(ctx):
            Path("/nowhere/at/all").read_text(encoding="utf-8")

    result = CliRunner().invoke(read)
    assert result.exit_code == 1
    assert result.stderr.startswith("Error: /nowhere/at/all: No such file or directory.")


def test_a_reader_that_has_enough_is_no_error(built: Path) -> None:
    line = f'"{sys.executable}" -m dhr_graph export nquads -o - --graph "{built}" | head -1'
    done = subprocess.run(["bash", "-o", "pipefail", "-c", line], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.count("\n") == 1


@pytest.mark.parametrize(
    ("words", "place", "expected"),
    [
        ("dhr-graph ex", 1, ["explain", "export"]),
        ("dhr-graph query never", 2, ["never-shared"]),
        ("dhr-graph export nq", 2, ["nquads"]),
    ],
)
def test_the_shell_completes(words: str, place: int, expected: list[str]) -> None:
    wanted = {"_DHR_GRAPH_COMPLETE": "bash_complete", "COMP_WORDS": words, "COMP_CWORD": str(place)}
    program = "from dhr_graph.cli import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False, env={**os.environ, **wanted}
    )
    assert done.stdout.splitlines() == [f"plain,{word}" for word in expected]
