"""The stretches of a document that are read for its cast: prose, headings and cells, with the kind of their section."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dhr_graph.loaders.cast.wording import is_in_capitals, lowered, straighten
from dhr_graph.loaders.sections import classify
from dhr_graph.model.documents import TABLE_ROW, SourceDocument, TextPassage

TOLD = frozenset({"history", "analysis", "lessons"})
ASKED = frozenset({"recommendations", "action_plan"})
ABOUT = frozenset({"front", "terms", "process"})
LISTING = ABOUT | {"contributors", "key"}


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words of one passage, or of one cell of it; `start` is their offset in the document."""

    document: int
    passage: TextPassage
    section: str
    start: int
    text: str
    column: int | None = None

    def site(self, found: re.Match[str], group: str | int = 0) -> tuple[int, int, int]:
        """Where words that were found stand: index of the document, start and end in its text."""
        return self.document, self.start + found.start(group), self.start + found.end(group)


def stretches(documents: Sequence[SourceDocument]) -> Iterator[Stretch]:
    """All stretches but page furniture, in order, with straight quotes and blanks for line breaks; tables by cells."""
    for number, document in enumerate(documents):
        for passage, section in zip(document.passages, classify(document), strict=True):
            if passage.level < 0:
                continue
            if passage.kind == TABLE_ROW and passage.cells:
                for column, cell in enumerate(passage.cells):
                    yield Stretch(number, passage, section, cell.start, straighten(document.words(cell)), column)
            else:
                yield Stretch(number, passage, section, passage.body.start, straighten(document.words(passage.body)))


def untitled(stretch: Stretch) -> str:
    """A heading in capitals with capitals only at the beginning of its words, the same characters for one."""
    return lowered(stretch.text) if is_in_capitals(stretch.text) else stretch.text
