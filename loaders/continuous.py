"""Continuous text: a document as it is read, without what interrupts its sentences and with its misprints mended."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from dhr_graph.loaders.misprints import Mend, misprints
from dhr_graph.model.documents import SourceDocument, Span, TextPassage

JOINT = " "


@dataclass(frozen=True, slots=True)
class ContinuousText:
    """A document as printed, and the same as every stage of reading is given it.

    Both have the same passages, by ordinal. `place` leads from what was read back to the canonical text, to which all
    that is recorded refers. `mends` are the stretches that are read otherwise, `ends` where each ends in what is read.
    """

    printed: SourceDocument
    document: SourceDocument
    mends: tuple[Mend, ...] = ()
    ends: tuple[int, ...] = ()

    def place(self, start: int, end: int) -> Span:
        """The stretch of the canonical text that was read as this one; what is mended in it belongs to it."""
        return Span(self._printed(start), self._printed(end - 1, last=True) + 1)

    def _printed(self, offset: int, *, last: bool = False) -> int:
        """Where a character that was read stands; of one that was mended the first printed one, or the `last`."""
        before = bisect_right(self.ends, offset)
        if before < len(self.mends):
            mend = self.mends[before]
            if offset >= self.ends[before] - len(mend.meant):
                return mend.end - 1 if last else mend.start
        return offset if not before else self.mends[before - 1].end + offset - self.ends[before - 1]


def continuous(document: SourceDocument) -> ContinuousText:
    """A document as it is read; the document itself where nothing interrupts its sentences or is misprinted."""
    mends = tuple(_mends(document))
    if not mends:
        return ContinuousText(document, document)
    longer = list(accumulate(len(mend.meant) - (mend.end - mend.start) for mend in mends))
    ends = tuple(mend.end + by for mend, by in zip(mends, longer, strict=True))
    edges = [0, *(edge for mend in mends for edge in (mend.start, mend.end)), len(document.text)]
    kept = [document.text[a:b] for a, b in zip(edges[::2], edges[1::2], strict=True)]
    meant = [*(mend.meant for mend in mends), ""]
    text = "".join(piece for pair in zip(kept, meant, strict=True) for piece in pair)
    printed_ends = [mend.end for mend in mends]
    passages = tuple(_moved(passage, printed_ends, longer) for passage in document.passages)
    return ContinuousText(document, replace(document, text=text, passages=passages), mends, ends)


def _mends(document: SourceDocument) -> Iterator[Mend]:
    """What is read otherwise: page furniture inside sentences as a blank, misprints inside passages as is meant."""
    cuts = sorted(
        (_joined(document.text, cut) for passage in document.passages for cut in passage.interruptions),
        key=lambda mend: mend.start,
    )
    starts = [passage.body.start for passage in document.passages]
    waiting = iter((*cuts, None))
    cut, last = next(waiting), 0
    for mend in misprints().mends(document.text):
        while cut is not None and cut.start < mend.end:
            yield cut
            last, cut = cut.end, next(waiting)
        at = bisect_right(starts, mend.start) - 1
        if mend.start >= last and at >= 0 and mend.end <= document.passages[at].body.end:
            yield mend
    yield from (each for each in (cut, *waiting) if each is not None)


def _joined(text: str, cut: Span) -> Mend:
    """What is read for furniture: nothing where it breaks a word at a hyphen, else a blank."""
    broken = (
        text[cut.start - 2 : cut.start - 1].islower()
        and text[cut.start - 1] == "-"
        and text[cut.end : cut.end + 1].islower()
    )
    return Mend(cut.start - 1, cut.end, "") if broken else Mend(cut.start, cut.end, JOINT)


def _moved(passage: TextPassage, ends: Sequence[int], longer: Sequence[int]) -> TextPassage:
    def moved(offset: int) -> int:
        before = bisect_right(ends, offset)
        return offset + (longer[before - 1] if before else 0)

    return replace(
        passage,
        start=moved(passage.start),
        end=moved(passage.end),
        body=Span(moved(passage.body.start), moved(passage.body.end)),
        cells=tuple(Span(moved(cell.start), moved(cell.end)) for cell in passage.cells),
        interruptions=(),
    )
