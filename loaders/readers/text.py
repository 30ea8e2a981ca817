"""The reader of plain text and Markdown."""

from __future__ import annotations

from dhr_graph.errors import UnreadableFile
from dhr_graph.loaders.readers.canonical import canonical_text
from dhr_graph.loaders.readers.encoding import decode
from dhr_graph.loaders.readers.passages import text_passages
from dhr_graph.model.documents import SourceDocument

PLAIN_TEXT = "text/plain"
MARKDOWN = "text/markdown"
MOST_LINES = 1_000_000


def read_text(text: str, name: str, media_type: str = PLAIN_TEXT, repairs: tuple[str, ...] = ()) -> SourceDocument:
    """A document from characters that are already decoded; `repairs` are those made before."""
    canonical, made = canonical_text(text)
    passages, pages = text_passages(canonical)
    return SourceDocument(name, media_type, canonical, passages, pages, repairs + made)


def read_plain_text(content: bytes, name: str) -> SourceDocument:
    """A document from the bytes of a text file; raises UnreadableFile if they are no text."""
    return _read(content, name, PLAIN_TEXT)


def read_markdown(content: bytes, name: str) -> SourceDocument:
    """A document from the bytes of a Markdown file; raises UnreadableFile if they are no text."""
    return _read(content, name, MARKDOWN)


def _read(content: bytes, name: str, media_type: str) -> SourceDocument:
    decoded, encoding = decode(content, name)
    if decoded.count("\n") + decoded.count("\r") > MOST_LINES:
        raise UnreadableFile(
            f"The file has more than {MOST_LINES:,} lines.", where=name, remedy="Split it, or remove the empty lines."
        )
    repairs = () if encoding == "utf-8" else (f"decoded from {encoding}",)
    return read_text(decoded, name, media_type, repairs)
