"""Files read by the ending of their names, and those that can't be."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from dhr_graph.errors import UnreadableFile
from dhr_graph.loaders.readers import READERS, Reader, by_suffix, read_file, read_text
from dhr_graph.loaders.readers.text import MOST_LINES
from dhr_graph.model.documents import SourceDocument


def test_a_file_becomes_a_document_under_its_own_name(tmp_path: Path) -> None:
    path = tmp_path / "Review One.TXT"
    path.write_bytes(b"\xef\xbb\xbfThe review\r\nwas held.\r\n")
    document = read_file(path)
    assert (document.name, document.media_type, document.text) == (
        "Review One.TXT",
        "text/plain",
        "The review\nwas held.\n",
    )
    assert document.repairs == ("line ends made \\n: 2",)
    assert len(document.text_hash) == 64


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b" \n\t\n", "no text"),
        ("a.txt", b"\x00\x01\x02" * 100, "binary"),
        ("a.txt", b"%PDF-1.4", "PDF"),
        ("a.xyz", b"text", "No reader"),
        ("a.md", b"x" * 101, "larger than"),
        ("a.txt", b"x\n" * 50, None),
    ],
)
def test_what_cannot_be_read_says_why_and_where(tmp_path: Path, name: str, content: bytes, says: str | None) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    if says is None:
        assert read_file(path, largest=100).text
        return
    with pytest.raises(UnreadableFile, match=says) as fault:
        read_file(path, largest=100 if "larger" in says else None)
    assert str(path) in str(fault.value)


def test_a_missing_file_and_a_folder_are_told(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="no such file"):
        read_file(tmp_path / "none.txt")
    (tmp_path / "folder.txt").mkdir()
    with pytest.raises(UnreadableFile, match="can't be opened"):
        read_file(tmp_path / "folder.txt")


def test_a_file_of_nothing_but_line_ends_is_refused_before_it_fills_memory(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"x\n" * (MOST_LINES + 1))
    with pytest.raises(UnreadableFile, match="lines"):
        read_file(path)


def test_another_reader_can_join(tmp_path: Path) -> None:
    def read_letters(content: bytes, name: str) -> SourceDocument:
        return dataclasses.replace(read_text(content.decode("ascii").upper(), name), media_type="text/x-letters")

    readers = by_suffix(*READERS.values(), Reader("text/x-letters", (".letters",), read_letters))
    path = tmp_path / "a.letters"
    path.write_text("abc", encoding="ascii")
    assert read_file(path, readers=readers).text == "ABC"
    assert set(readers) == {*READERS, ".letters"}
