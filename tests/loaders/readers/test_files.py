"""Which files a path stands for."""

from __future__ import annotations

from pathlib import Path

import pytest

from dhr_graph.errors import UnreadableFile
from dhr_graph.loaders.readers import find_files


def made(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("The review.", encoding="utf-8")


def test_a_folder_is_walked_in_order_and_what_is_left_out_is_told(tmp_path: Path) -> None:
    made(tmp_path, "b.txt", "a.md", "sub/c.txt", "sub/photo.jpeg", ".hidden.txt", "~$b.txt", "README")
    found = find_files([tmp_path])
    assert [str(p.relative_to(tmp_path)) for p in found.files] == ["a.md", "b.txt", "sub/c.txt"]
    assert [(s.path.name, s.reason) for s in found.skipped] == [
        (".hidden.txt", "hidden"),
        ("README", "no reader for files without an ending"),
        ("photo.jpeg", "no reader for .jpeg"),
        ("~$b.txt", "hidden"),
    ]


def test_a_file_named_twice_is_found_once(tmp_path: Path) -> None:
    made(tmp_path, "a.txt", "b.txt")
    assert find_files([tmp_path / "b.txt", tmp_path]).files == (tmp_path / "b.txt", tmp_path / "a.txt")


@pytest.mark.parametrize(
    ("path", "says"), [("none", "no such file"), ("folder", "no file that can be read"), ("a.xyz", "No reader")]
)
def test_a_path_that_stands_for_nothing_is_an_error(tmp_path: Path, path: str, says: str) -> None:
    made(tmp_path, "a.xyz", "folder/photo.jpeg")
    with pytest.raises(UnreadableFile, match=says):
        find_files([tmp_path / path])
