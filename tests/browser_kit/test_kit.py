"""The kit as files: complete, the same bytes every time, importable where Neo4j's tools import."""

from __future__ import annotations

import csv
import hashlib
import io
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from dhr_graph.browser_kit import kit_files, write_kit
from dhr_graph.browser_kit.saved_queries import CSV_COLUMNS
from dhr_graph.browser_kit.scripts import scripts
from dhr_graph.errors import UsageError

NAMES = ["dhr.grass", "dhr-guide.html", "dhr-guide.adoc", "dhr-queries.cypher", "dhr-queries.csv", "dhr-queries.zip"]

HASHES = """
import hashlib
from dhr_graph.browser_kit import kit_files
print(*[hashlib.sha256(content).hexdigest() for content in kit_files().values()])
"""


def test_all_files_are_written(tmp_path: Path) -> None:
    paths = write_kit(tmp_path / "new" / "kit")
    assert [path.name for path in paths] == NAMES
    assert {path.name: path.read_bytes() for path in paths} == kit_files()


def test_writing_again_replaces_the_kit_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("kept", encoding="utf-8")
    write_kit(tmp_path)
    (tmp_path / "dhr.grass").write_text("spoilt", encoding="utf-8")
    write_kit(tmp_path)
    assert (tmp_path / "dhr.grass").read_bytes() == kit_files()["dhr.grass"]
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([*NAMES, "mine.txt"])


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(UsageError, match="can't be written"):
        write_kit(tmp_path / "file" / "kit")


@pytest.mark.parametrize("seed", ["1", "2"])
def test_the_bytes_depend_on_nothing(seed: str) -> None:
    command = [sys.executable, "-c", HASHES]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env={"PYTHONHASHSEED": seed})
    assert done.stdout.split() == [hashlib.sha256(content).hexdigest() for content in kit_files().values()]


def test_the_zip_holds_one_file_a_script_in_two_folders() -> None:
    with zipfile.ZipFile(io.BytesIO(kit_files()["dhr-queries.zip"])) as archive:
        held = {name: archive.read(name).decode() for name in archive.namelist()}
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert len(held) == len(scripts())
    assert {name.split("/")[0] for name in held} == {"dhr-graph questions", "dhr-graph views"}
    assert held["dhr-graph questions/never-shared.cypher"] == scripts()["question:never-shared"].text
    assert all(name.endswith(".cypher") and text.startswith("// ") for name, text in held.items())


def test_one_cypher_file_holds_them_all() -> None:
    text = kit_files()["dhr-queries.cypher"].decode()
    assert text.count(";\n") == len(scripts())
    assert all(script.cypher.rstrip() in text for script in scripts().values())


def test_the_csv_reads_back() -> None:
    rows = list(csv.reader(io.StringIO(kit_files()["dhr-queries.csv"].decode(), newline="")))
    assert tuple(rows[0]) == CSV_COLUMNS
    assert [row[3] for row in rows[1:]] == [script.cypher for script in scripts().values()]


def test_nothing_of_any_review_is_in_the_kit() -> None:
    held = b"".join(kit_files().values())
    assert not [word for word in (b"kelderby", b"thornbeck", b"Nadine") if word in held]
