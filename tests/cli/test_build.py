"""`build` and `remove`: what goes in, what comes out, and what is said of the files that can't be read."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Call = Callable[..., Result]

RULES_THAT_ARE_NONE = '[[rule]]\nextend = "no.such.rule"\nwords = ["sing"]\n'


def exported(call: Call, graph: Path) -> str:
    return call("export", "nquads", "-o", "-", "--graph", graph).stdout


def test_a_build_ends_with_its_counts(call: Call, examples: Path, tmp_path: Path) -> None:
    graph = tmp_path / "g"
    number = len(list(examples.iterdir()))
    first = call("build", examples, "--graph", graph)
    counts, read = first.stdout.splitlines()
    assert counts == f"{graph}: {number} reviews: {number} added, 0 rewritten, 0 unchanged, 0 not read; 0 failures"
    assert re.fullmatch(r"read: [1-9]\d* passages, [1-9]\d* events, \d+ open cues, \d+ facts dropped .*", read)
    assert first.exit_code == 0

    again = call("build", examples, "--graph", graph)
    assert again.stdout.splitlines() == [
        f"{graph}: {number} reviews: 0 added, 0 rewritten, {number} unchanged, 0 not read; 0 failures"
    ]


def test_a_review_comes_in_on_stdin(call: Call, examples: Path, tmp_path: Path) -> None:
    example = min(examples.glob("*.txt"))
    called = call(
        "build", "-", "--name", example.stem, "--graph", tmp_path / "in", text=example.read_text(encoding="utf-8")
    )
    assert (called.exit_code, " 1 added" in called.stdout) == (0, True)
    call("build", example, "--graph", tmp_path / "file")
    assert exported(call, tmp_path / "in") == exported(call, tmp_path / "file")


@pytest.mark.parametrize("given", [("-",), ("some.txt", "--name", "ash")])
def test_stdin_and_a_name_go_together(call: Call, tmp_path: Path, given: tuple[str, ...]) -> None:
    result = call("build", *given, "--graph", tmp_path / "g", text="A review.")
    assert result.exit_code == 2
    assert "Give both: dhr-graph build - --name oakwell" in result.stderr
    assert not (tmp_path / "g").exists()


def test_what_can_not_be_read_is_named_and_the_rest_is_built(call: Call, examples: Path, tmp_path: Path) -> None:
    mixed = tmp_path / "mixed"
    mixed.mkdir()
    (mixed / "good.txt").write_bytes(next(iter(sorted(examples.glob("*.txt")))).read_bytes())
    (mixed / "empty.txt").touch()
    (mixed / "binary.txt").write_bytes(bytes(range(256)) * 40)
    (mixed / "cake.txt").write_text("Beat the eggs. Add the flour and bake for an hour.\n", encoding="utf-8")
    result = call("build", mixed, tmp_path / "missing.txt", "--graph", tmp_path / "g")
    assert result.exit_code == 1
    assert "4 reviews: 1 added, 0 rewritten, 0 unchanged, 3 not read; 4 failures" in result.stdout
    told = [line for line in result.stderr.splitlines() if line.startswith("Error: ")]
    assert len(told) == 4
    for name in ("empty.txt", "binary.txt", "cake.txt", "missing.txt"):
        assert sum(name in line for line in told) == 1
    assert call("check", "--graph", tmp_path / "g", "--format", "csv").stdout.splitlines()[1].startswith("good,")


def test_a_folder_without_reviews_says_what_would_be_read(call: Call, tmp_path: Path) -> None:
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "cat.jpg").write_bytes(b"\xff\xd8\xff")
    (tmp_path / "kept").mkdir()
    for graph in (tmp_path / "deep" / "g", tmp_path / "kept"):
        result = call("build", tmp_path / "photos", "--graph", graph)
        assert result.exit_code == 1
        assert ".txt" in result.stderr
    assert not (tmp_path / "deep").exists()
    assert list((tmp_path / "kept").iterdir()) == []


@pytest.mark.parametrize("option", [["--rules", "nowhere"], ["--jobs", "none"]])
def test_an_option_that_can_not_be_right_is_wrong_usage(call: Call, examples: Path, option: list[str]) -> None:
    assert call("build", examples, *option).exit_code == 2


def test_broken_rules_stop_the_build_before_it_begins(call: Call, examples: Path, tmp_path: Path) -> None:
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "mine.toml").write_text(RULES_THAT_ARE_NONE, encoding="utf-8")
    result = call("build", examples, "--graph", tmp_path / "g", "--rules", tmp_path / "rules")
    assert result.exit_code == 1
    assert "mine.toml" in result.stderr
    assert "no.such.rule" in result.stderr
    assert not (tmp_path / "g").exists()


def test_a_folder_with_other_things_is_not_made_a_dataset(call: Call, examples: Path, tmp_path: Path) -> None:
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "mine.txt").touch()
    assert call("build", examples, "--graph", tmp_path / "letters").exit_code == 2


def test_two_processes_make_the_same_bytes(call: Call, examples: Path, built: Path, tmp_path: Path) -> None:
    files = sorted(examples.iterdir(), reverse=True)
    assert call("build", *files, "--graph", tmp_path / "g", "--jobs", "2").exit_code == 0
    assert exported(call, tmp_path / "g") == exported(call, built)


def test_a_review_that_is_removed_leaves_nothing(call: Call, copy: Path) -> None:
    assert "/id/kelderby/" in exported(call, copy)
    result = call("remove", "kelderby", "--graph", copy)
    assert (result.exit_code, result.stdout) == (0, "kelderby: removed\n")
    assert "kelderby" not in exported(call, copy)


def test_a_review_that_is_not_there_can_not_be_removed(call: Call, copy: Path) -> None:
    result = call("remove", "atlantis", "--graph", copy)
    assert result.exit_code == 2
    assert "kelderby" in result.stderr


def test_python_files_beside_reviews_are_no_news(call: Call, examples: Path, tmp_path: Path) -> None:
    (tmp_path / "package").mkdir()
    (tmp_path / "package" / "__init__.py").touch()
    (tmp_path / "package" / "photo.jpg").touch()
    (tmp_path / "package" / "one.txt").write_bytes(next(iter(sorted(examples.glob("*.txt")))).read_bytes())
    result = call("build", tmp_path / "package", "--graph", tmp_path / "g")
    assert "photo.jpg" in result.stderr
    assert "__init__.py" not in result.stderr
