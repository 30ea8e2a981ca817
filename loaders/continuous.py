"""Continuous text: a document as it is read, without the page furniture that interrupts its sentences."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from dhr_graph.model.documents import SourceDocument, Span, TextPassage

JOINT = " "


@dataclass(frozen=True, slots=True)
class ContinuousText:
    """A document as printed, and the same with one blank for each interruption, which every stage of reading is given.

    Both have the same passages, by ordinal. `place` leads from what was read back to the canonical text, to which all
    that is recorded refers.
    """

    printed: SourceDocument
    document: SourceDocument
    joints: tuple[int, ...] = ()
    left_out: tuple[int, ...] = ()
    """Where the blanks stand in the text as it is read, and how many characters are left out up to each."""

    def place(self, start: int, end: int) -> Span:
        """The stretch of the canonical text that was read as this one; furniture inside it belongs to it."""
        return Span(self._printed(start), self._printed(end - 1) + 1)

    def _printed(self, offset: int) -> int:
        before = bisect_left(self.joints, offset)
        return offset + (self.left_out[before - 1] if before else 0)


def continuous(document: SourceDocument) -> ContinuousText:
    """A document as it is read; the document itself where nothing interrupts its sentences."""
    cuts = [cut for passage in document.passages for cut in passage.interruptions]
    if not cuts:
        return ContinuousText(document, document)
    left_out = list(accumulate(cut.end - cut.start - len(JOINT) for cut in cuts))
    joints = [cut.end - len(JOINT) - gone for cut, gone in zip(cuts, left_out, strict=True)]
    edges = [0, *(edge for cut in cuts for edge in (cut.start, cut.end)), len(document.text)]
    kept = [document.text[a:b] for a, b in zip(edges[::2], edges[1::2], strict=True)]
    ends = [cut.end for cut in cuts]
    passages = tuple(_moved(passage, ends, left_out) for passage in document.passages)
    read = replace(document, text=JOINT.join(kept), passages=passages)
    return ContinuousText(document, read, tuple(joints), tuple(left_out))


def _moved(passage: TextPassage, ends: Sequence[int], left_out: Sequence[int]) -> TextPassage:
    def moved(offset: int) -> int:
        before = bisect_right(ends, offset)
        return offset - (left_out[before - 1] if before else 0)

    return replace(
        passage,
        start=moved(passage.start),
        end=moved(passage.end),
        body=Span(moved(passage.body.start), moved(passage.body.end)),
        cells=tuple(Span(moved(cell.start), moved(cell.end)) for cell in passage.cells),
        interruptions=(),
    )
