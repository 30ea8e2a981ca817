"""Two files of one name in separate builds: the second is refused as long as the first is there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from dhr_graph.building import build
from dhr_graph.building.extraction import ExtractionMaker
from dhr_graph.building.sources import FILE_NAME
from dhr_graph.errors import DatasetError
from dhr_graph.model.records import Contact
from dhr_graph.stores import Dataset

Write = Callable[..., Path]


@pytest.fixture
def on_disk(tmp_path: Path) -> Iterator[Dataset]:
    with Dataset.open(tmp_path / "graph", write=True) as dataset:
        yield dataset


def _contacts(dataset: Dataset, slug: str) -> list[str]:
    return sorted(record.caption for record in dataset.records(slug) if isinstance(record, Contact))


def test_another_file_of_the_name_replaces_nothing(write: Write, on_disk: Dataset, invented: ExtractionMaker) -> None:
    first, second = write("north/ash.txt"), write("south/ash.txt")
    build([first], on_disk, extraction=invented)
    held = _contacts(on_disk, "ash")
    report = build([second, write("south/elm.txt")], on_disk, extraction=invented)
    assert (report.added, report.skipped, report.exit_code) == (("elm",), ("ash",), 1)
    (failure,) = report.failures
    assert failure.where == str(second)
    assert str(first.resolve()) in failure.message
    assert "dhr-graph remove ash" in failure.message
    assert _contacts(on_disk, "ash") == held


def test_the_same_file_again_is_no_other(write: Write, on_disk: Dataset, invented: ExtractionMaker) -> None:
    build([write("ash.txt")], on_disk, extraction=invented)
    changed = write("ash.txt", "A review.\n\nPolice stayed.\n")
    assert build([changed], on_disk, extraction=invented).rewritten == ("ash",)


def test_a_file_that_was_moved_keeps_its_review(write: Write, on_disk: Dataset, invented: ExtractionMaker) -> None:
    first = write("ash.txt")
    build([first], on_disk, extraction=invented)
    second = write("elsewhere/ash.txt", first.read_bytes())
    first.unlink()
    assert build([second], on_disk, extraction=invented).unchanged == ("ash",)


def test_once_the_review_is_removed_its_name_is_free(write: Write, on_disk: Dataset, invented: ExtractionMaker) -> None:
    build([write("north/ash.txt")], on_disk, extraction=invented)
    on_disk.remove("ash")
    assert build([write("south/ash.txt")], on_disk, extraction=invented).added == ("ash",)


def test_both_in_one_build_get_names_of_their_own(write: Write, on_disk: Dataset, invented: ExtractionMaker) -> None:
    report = build([write("north/ash.txt"), write("south/ash.txt")], on_disk, extraction=invented)
    assert report.added == ("north-ash", "south-ash")


def test_a_damaged_list_of_files_is_told(write: Write, on_disk: Dataset, invented: ExtractionMaker) -> None:
    ash = write("ash.txt")
    build([ash], on_disk, extraction=invented)
    assert on_disk.path is not None
    (on_disk.path / FILE_NAME).write_text("[", encoding="utf-8")
    with pytest.raises(DatasetError, match="can't be read"):
        build([ash], on_disk, extraction=invented)
