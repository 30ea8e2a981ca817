"""Which files a path stands for: itself, or what a folder holds, in sorted order, with what was left out and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from dhr_graph.errors import UnreadableFile
from dhr_graph.loaders.readers.registry import READERS, Reader

PROGRAMS = (".py", ".pyc")
"""A folder that is also a Python package holds reviews all the same; of its modules nothing need be said."""


@dataclass(frozen=True, slots=True)
class SkippedFile:
    """A file in a folder that is not read, with the reason."""

    path: Path
    reason: str


@dataclass(frozen=True, slots=True)
class FoundFiles:
    """The files to read, each once and in sorted order within the path that led to it, and those left out."""

    files: tuple[Path, ...]
    skipped: tuple[SkippedFile, ...] = ()


def find_files(paths: Iterable[Path], *, readers: Mapping[str, Reader] = READERS) -> FoundFiles:
    """Find the files that paths stand for; folders are walked, links to folders not followed.

    Raises UnreadableFile for a path that is missing, a file named outright that no reader reads, and a folder in which
    there is nothing to read.
    """
    files: dict[Path, None] = {}
    skipped: list[SkippedFile] = []
    for path in paths:
        if not path.exists():
            raise UnreadableFile("There is no such file or folder.", where=str(path), remedy="Check the path.")
        found, left_out = _in_folder(path, readers) if path.is_dir() else (_named(path, readers), [])
        if not found:
            raise UnreadableFile(
                f"The folder holds no file that can be read{_reasons(left_out)}.",
                where=str(path),
                remedy=f"Put reviews there that end in {', '.join(sorted(readers))}.",
            )
        files.update(dict.fromkeys(found))
        skipped.extend(left_out)
    return FoundFiles(tuple(files), tuple(skipped))


def _named(path: Path, readers: Mapping[str, Reader]) -> list[Path]:
    if path.suffix.lower() not in readers:
        raise UnreadableFile(
            f"No reader for files that end in {path.suffix or 'nothing'!r}.",
            where=str(path),
            remedy=f"Those that can be read end in {', '.join(sorted(readers))}.",
        )
    return [path]


def _in_folder(folder: Path, readers: Mapping[str, Reader]) -> tuple[list[Path], list[SkippedFile]]:
    files: list[Path] = []
    skipped: list[SkippedFile] = []
    for path in _walk(folder):
        if path.suffix.lower() in PROGRAMS:
            continue
        if path.name.startswith((".", "~$")):
            skipped.append(SkippedFile(path, "hidden"))
        elif path.suffix.lower() not in readers:
            skipped.append(SkippedFile(path, f"no reader for {path.suffix or 'files without an ending'}"))
        else:
            files.append(path)
    return files, skipped


def _walk(folder: Path) -> Iterator[Path]:
    try:
        inside = sorted(folder.iterdir(), key=lambda path: path.name)
    except OSError as fault:
        raise UnreadableFile(
            f"The folder can't be opened: {fault.strerror or fault}.",
            where=str(folder),
            remedy="Check who may read it.",
        ) from fault
    for path in inside:
        if path.is_dir() and not path.is_symlink() and not path.name.startswith("."):
            yield from _walk(path)
        elif path.is_file() or path.name.startswith("."):
            yield path


def _reasons(skipped: list[SkippedFile]) -> str:
    return f" ({len(skipped)} left out, the first: {skipped[0].path.name}, {skipped[0].reason})" if skipped else ""
