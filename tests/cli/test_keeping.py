"""`check`, `export`, `doctor`, `demo`."""

from __future__ import annotations

import csv
import io
import json
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from dhr_graph import exports
from dhr_graph.checking import VIOLATION, Finding, inspection
from dhr_graph.cli.export import FORMATS
from dhr_graph.errors import DatasetError

Call = Callable[..., Result]


def test_check_says_how_much_was_read_and_finds_no_violation(call: Call, built: Path) -> None:
    result = call("check", "--graph", built, "--format", "csv")
    assert result.exit_code == 0
    rows = list(csv.DictReader(io.StringIO(result.stdout)))
    assert [row["review"] for row in rows] == ["kelderby", "marlowick", "orrisdale", "thornbeck"]
    for row in rows:
        assert 0 < int(row["passages_with_cues"]) <= int(row["passages"])
        assert int(row["events"]) > 0
        assert row["violations"] == "0"


def test_a_violation_is_exit_code_1(call: Call, built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wrong = Finding(VIOLATION, "kelderby", "kelderby/Evidence/1", "The quote is not what stands there.", "quote")
    monkeypatch.setattr(inspection, "check_review", lambda *given: [wrong])
    result = call("check", "kelderby", "--findings", "--format", "csv", "--graph", built)
    assert result.exit_code == 1
    assert result.stdout.splitlines()[1] == f"violation,kelderby,{wrong.record_id},quote,{wrong.message}"
    assert "1 violation." in result.stderr


def test_only_reviews_that_are_there_can_be_checked(call: Call, built: Path) -> None:
    assert call("check", "atlantis", "--graph", built).exit_code == 2


def test_the_formats_are_those_of_the_library() -> None:
    assert set(FORMATS) == set(exports.FORMATS)


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_is_written_where_it_is_wanted(form: str, call: Call, built: Path, tmp_path: Path) -> None:
    result = call("export", form, "-o", tmp_path / "out", "--graph", built)
    assert (result.exit_code, result.stdout) == (0, "")
    written = [Path(line.removeprefix("Wrote ")) for line in result.stderr.splitlines()]
    assert len(written) > 0
    assert all(path.stat().st_size > 0 for path in written)


def test_tables_need_a_folder(call: Call, built: Path) -> None:
    assert call("export", "csv", "-o", "-", "--graph", built).exit_code == 2


def test_doctor_finds_all_in_order(call: Call, built: Path) -> None:
    result = call("doctor", "--graph", built, "--format", "json")
    assert result.exit_code == 0
    states = {row["part"]: row["state"] for row in json.loads(result.stdout)}
    assert states.pop("Neo4j") == "absent"
    assert set(states.values()) == {"ok"}
    assert {"Python", "pyoxigraph", "English parser"} <= set(states)


def test_doctor_never_prints_a_password(call: Call, built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DHR_GRAPH_NEO4J", "bolt://anna:swordfish@127.0.0.1:1")
    monkeypatch.setenv("DHR_GRAPH_NEO4J_PASSWORD", "swordfish")
    result = call("doctor", "--graph", built)
    assert result.exit_code == 3
    assert "127.0.0.1:1" in result.stdout
    assert "swordfish" not in result.output


@pytest.fixture
def scratch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where scratch folders are made."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def test_a_scratch_folder_can_be_asked_and_is_told_how_to_remove(call: Call, scratch: Path) -> None:
    told = call("demo").stderr
    (folder,) = scratch.iterdir()
    assert f"rm -r {folder}" in told
    assert f"--graph {folder / 'graph'}" in told
    assert call("sparql", "ASK { ?s ?p ?o }", "--graph", folder / "graph", "--format", "csv").stdout == "answer\ntrue\n"


def test_a_scratch_folder_that_nobody_is_told_of_is_removed(call: Call, scratch: Path) -> None:
    assert "kelderby" in call("demo", "--quiet").stdout
    assert list(scratch.iterdir()) == []


def test_a_demo_that_fails_leaves_nothing(call: Call, scratch: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(folder: Path, progress: object) -> None:
        (folder / "half").touch()
        raise DatasetError("The disk is full.")

    monkeypatch.setattr("dhr_graph.demonstration.demonstrate", fail)
    assert call("demo").exit_code == 1
    assert list(scratch.iterdir()) == []


def test_demo_ends_with_the_headline_and_what_to_try_next(call: Call, tmp_path: Path) -> None:
    result = call("demo", "--into", tmp_path)
    assert result.exit_code == 0
    assert result.stdout.splitlines()[0].split() == ["review", "agency", "since", "in_words", "confidence", "flags"]
    assert "Caution: " in result.stdout
    advice = [line.strip() for line in result.stderr.splitlines() if line.startswith("  dhr-graph ")]
    assert len(advice) == 3
    assert all(str(tmp_path) in line for line in advice)


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_a_bar_is_drawn_on_a_terminal_only(tmp_path: Path, examples: Path) -> None:
    import pty
    import subprocess

    file = next(iter(sorted(examples.iterdir())))
    command = [sys.executable, "-m", "dhr_graph", "build", str(file), "--graph", str(tmp_path / "g")]
    leader, follower = pty.openpty()
    with open(leader, "rb", closefd=True, buffering=0) as terminal:
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=follower, check=True)
        drawn = terminal.read(4096).decode()
    assert "100%" in drawn
    assert b"100%" not in done.stdout
    plain = subprocess.run([*command, "--quiet"], capture_output=True, check=True)
    assert plain.stderr == b""
