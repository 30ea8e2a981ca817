"""Which reader reads which kind of file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from dhr_graph.errors import UnreadableFile
from dhr_graph.loaders.readers.text import MARKDOWN, PLAIN_TEXT, read_markdown, read_plain_text
from dhr_graph.model.documents import SourceDocument

LARGEST_FILE = 20_000_000


@dataclass(frozen=True, slots=True)
class Reader:
    """One kind of file: its media type, the endings of its names, and what turns its bytes into a document.

    `read` is given the content and the name for messages, and raises UnreadableFile. `largest` is in bytes.
    """

    media_type: str
    suffixes: tuple[str, ...]
    read: Callable[[bytes, str], SourceDocument]
    largest: int = LARGEST_FILE


TEXT_READERS = (
    Reader(PLAIN_TEXT, (".txt", ".text"), read_plain_text),
    Reader(MARKDOWN, (".md", ".markdown"), read_markdown),
)


def by_suffix(*readers: Reader) -> Mapping[str, Reader]:
    """Readers by the ending of a file's name, in lower case with its dot."""
    return MappingProxyType({suffix: reader for reader in readers for suffix in reader.suffixes})


READERS: Mapping[str, Reader] = by_suffix(*TEXT_READERS)


def read_file(path: Path, *, largest: int | None = None, readers: Mapping[str, Reader] = READERS) -> SourceDocument:
    """The document in a file, named after the file.

    Raises UnreadableFile if it is missing, empty, binary, of an unknown kind, or larger than `largest` bytes (by
    default its reader's limit).
    """
    reader = readers.get(path.suffix.lower())
    if reader is None and not path.exists():
        raise UnreadableFile("There is no such file.", where=str(path), remedy="Check the path.")
    if reader is None:
        raise UnreadableFile(
            f"No reader for files that end in {path.suffix or 'nothing'!r}.",
            where=str(path),
            remedy=f"Those that can be read end in {', '.join(sorted(readers))}.",
        )
    content = _content(path, reader.largest if largest is None else largest)
    document = reader.read(content, str(path))
    if not document.text.strip():
        raise UnreadableFile("The file holds no text.", where=str(path), remedy="Leave it out or give the full file.")
    return SourceDocument(
        path.name, document.media_type, document.text, document.passages, document.pages, document.repairs
    )


def _content(path: Path, largest: int) -> bytes:
    try:
        with path.open("rb") as stream:
            content = stream.read(largest + 1)
    except FileNotFoundError as fault:
        raise UnreadableFile("There is no such file.", where=str(path), remedy="Check the path.") from fault
    except OSError as fault:
        raise UnreadableFile(
            f"The file can't be opened: {fault.strerror or fault}.",
            where=str(path),
            remedy="Check what it is and who may read it.",
        ) from fault
    if not content:
        raise UnreadableFile("The file is empty.", where=str(path), remedy="Leave it out or give the full file.")
    if len(content) > largest:
        raise UnreadableFile(
            f"The file is larger than {largest / 1e6:g} MB.",
            where=str(path),
            remedy="Split it, or raise the limit if it really is one review.",
        )
    return content
