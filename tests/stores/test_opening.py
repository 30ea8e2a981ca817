"""Opening: what is in the folder, who else has it open, and what is said when it can't be."""

from __future__ import annotations

import subprocess
import sys
import textwrap
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from dhr_graph.errors import DatasetBusy, DatasetError, UsageError
from dhr_graph.model.reading import ReviewReading
from dhr_graph.stores import FORMAT_VERSION, Dataset


@contextmanager
def held_by_another_process(folder: Path, write: bool) -> Iterator[int]:
    """Another process has the dataset open; the number is its process id."""
    code = f"""
        from dhr_graph.stores import Dataset
        with Dataset.open({str(folder)!r}, write={write}):
            print("open", flush=True)
            input()
    """
    with subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(code)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "open\n"
        try:
            yield process.pid
        finally:
            process.communicate("\n")


@pytest.fixture
def folder(tmp_path: Path, reading_of: Callable[..., ReviewReading]) -> Path:
    with Dataset.open(tmp_path / "g", write=True) as dataset:
        dataset.write_review(reading_of("ash", {"a.txt": ["Police called."]}))
    return tmp_path / "g"


@pytest.mark.parametrize("write", [False, True])
def test_while_another_process_writes_nobody_else_gets_in(folder: Path, write: bool) -> None:
    with held_by_another_process(folder, write=True) as process:
        with pytest.raises(DatasetBusy, match=rf"being written by process {process}\..*Wait until") as refusal:
            Dataset.open(folder, write=write, patience=0.1)
        assert refusal.value.exit_code == 1
    with Dataset.open(folder, write=write) as dataset:
        assert dataset.reviews() == ("ash",)


def test_readers_share_and_keep_writers_out(folder: Path) -> None:
    with held_by_another_process(folder, write=False), Dataset.open(folder, patience=0.1) as dataset:
        assert dataset.reviews() == ("ash",)
        with pytest.raises(DatasetBusy, match="while another process reads it"):
            Dataset.open(folder, write=True, patience=0.1)


def test_a_writer_waits_a_little_for_readers(folder: Path) -> None:
    with held_by_another_process(folder, write=False):
        pass
    with Dataset.open(folder, write=True, patience=5) as dataset:
        assert dataset.reviews() == ("ash",)


def test_there_is_no_dataset(tmp_path: Path) -> None:
    with pytest.raises(DatasetError, match="no dataset.*dhr-graph build"):
        Dataset.open(tmp_path / "nowhere")
    assert not (tmp_path / "nowhere").exists()


def test_a_folder_with_other_things_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear all,", encoding="utf-8")
    with pytest.raises(UsageError, match=r"letter\.txt"):
        Dataset.open(tmp_path, write=True)
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_another_version_is_refused(folder: Path) -> None:
    manifest = folder / "dataset.json"
    manifest.write_text(manifest.read_text(encoding="utf-8").replace(f": {FORMAT_VERSION}", ": 99"), encoding="utf-8")
    with pytest.raises(DatasetError, match="format 99"):
        Dataset.open(folder)


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"format_version": 1, "base": "no base"}', "\udcff"])
def test_a_damaged_manifest_is_said(folder: Path, content: str) -> None:
    (folder / "dataset.json").write_bytes(content.encode("utf-8", "surrogateescape"))
    with pytest.raises(DatasetError, match="damaged"):
        Dataset.open(folder)


def test_a_damaged_store_is_said(folder: Path) -> None:
    for path in (folder / "oxigraph").glob("MANIFEST*"):
        path.write_bytes(b"not what it was")
    with pytest.raises(DatasetError, match="can't be opened"):
        Dataset.open(folder)
    with pytest.raises(DatasetError, match="can't be opened"):
        Dataset.open(folder, write=True)


def test_another_base_is_refused(folder: Path) -> None:
    with pytest.raises(UsageError, match="has the base"):
        Dataset.open(folder, write=True, base="https://example.org/")
    with pytest.raises(UsageError, match="no absolute IRI"):
        Dataset.in_memory("example")


def test_a_manifest_alone_is_an_empty_dataset(folder: Path, tmp_path: Path) -> None:
    """A build that was killed before it wrote anything."""
    (tmp_path / "new").mkdir()
    (tmp_path / "new" / "dataset.json").write_bytes((folder / "dataset.json").read_bytes())
    with Dataset.open(tmp_path / "new") as dataset:
        assert dataset.reviews() == ()
