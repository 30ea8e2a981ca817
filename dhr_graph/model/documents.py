"""A document as every reader delivers it: canonical text, and the passages that tile it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

HEADING = "heading"
PARAGRAPH = "paragraph"
LIST_ITEM = "list_item"
TABLE_ROW = "table_row"


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of canonical text in Unicode code points, end exclusive."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class TextPassage:
    """One block of a document.

    Passages tile the text: the first starts at 0, each starts where the one before it ends, the last ends with the
    text; so joining them in order gives the text back, and white space between blocks belongs to the block before.
    `body` is the block without its printed label, bullet, marks and surrounding white space. `label` is the label as
    printed ("1.5.13", "a)"), shown but never a key. `section` holds the headings above, outermost first (of a heading:
    those above it). `level` is a heading's depth or a list item's nesting, from 1. A table row has its `cells`, trimmed
    (may be empty spans) and, where the table has a header row, the header's texts in `columns`, as many as cells.
    `interruptions` are the stretches of page furniture and page breaks inside the body, with the white space around
    them, in order: what was printed at a page's end in the middle of a sentence, and is no part of what is said.
    """

    ordinal: int
    kind: str
    start: int
    end: int
    body: Span
    label: str | None = None
    section: tuple[str, ...] = ()
    level: int = 0
    page: int | None = None
    cells: tuple[Span, ...] = ()
    columns: tuple[str, ...] = ()
    is_header_row: bool = False
    interruptions: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class SourceDocument:
    """What a reader makes of a file; every offset in the product refers to `text`."""

    name: str
    media_type: str
    text: str
    passages: tuple[TextPassage, ...]
    pages: int | None = None
    repairs: tuple[str, ...] = ()

    @property
    def text_hash(self) -> str:
        """The SHA-256 of the canonical text in UTF-8, hexadecimal."""
        return hashlib.sha256(self.text.encode("utf-8")).hexdigest()

    def words(self, span: Span) -> str:
        """The text of a span, as printed, with any page furniture in it."""
        return self.text[span.start : span.end]
