"""Blocks joined again where the end of a page broke them, with the furniture that stands in the break."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from dhr_graph.loaders.readers.blocks import Block
from dhr_graph.loaders.readers.furniture import tells_of_a_page
from dhr_graph.loaders.readers.headings import is_capitals
from dhr_graph.loaders.readers.lines import continues, ends_sentence, goes_on
from dhr_graph.loaders.readers.overleaf import (
    begins_inside,
    ends_in_address,
    is_cut_off,
    is_list_cut_off,
    is_open,
    is_prose,
)
from dhr_graph.loaders.readers.table_rows import DAY
from dhr_graph.model.documents import HEADING, LIST_ITEM, PARAGRAPH, TABLE_ROW, Span

SHORTEST_BROKEN = 40
LONGEST_TITLE = 120
BLANKS = " \n\f\u00a0"
KEY = re.compile(r"[A-Z][^.;:,]{0,40}:(?:\s|$)")
NOTE = re.compile(r"\s*\d{1,3}(?:[ \t]|\.[ \t])")
INNER_END = re.compile(r"[.!?][\"'\u2019\u201d)]*\s+[\"'\u2018\u201c(]?[A-Z]")
MARKS = ("#", "*", "_", "<")


def joined(text: str, blocks: Iterable[Block], width: int | None) -> Iterator[Block]:
    """The blocks with those made one that a page's end divides; furniture between their halves is no block any more.

    `width` is that to which the document's lines were wrapped, None where they were not.
    """
    before: Block | None = None
    held: Block | None = None
    between: list[Block] = []
    for block in blocks:
        if held is not None and block.furniture:
            if not between and _underlines(text, held, block):
                held = _underlined(text, held, block)
            else:
                between.append(block)
            continue
        if held is not None and _is_one(text, before, held, between, block, width):
            kind = PARAGRAPH if held.kind == HEADING else held.kind
            held = replace(held, kind=kind, rank=None, end=block.end, body=Span(held.body.start, block.body.end))
            between = []
            continue
        if held is not None:
            yield held
            yield from between
        before, held, between = held, block, []
    if held is not None:
        yield held
        yield from between


def with_interruptions(text: str, blocks: Iterable[Block], of_pages: Sequence[Span]) -> Iterator[Block]:
    """The blocks, each with the stretches inside it that are of the page, and the white space around them.

    `of_pages` has the lines of furniture and the form feeds, in order.
    """
    at = 0
    for block in blocks:
        while at < len(of_pages) and of_pages[at].start < block.start:
            at += 1
        found: list[Span] = []
        while not block.furniture and at < len(of_pages) and of_pages[at].start < block.body.end:
            stretch = _widened(text, of_pages[at])
            if found and stretch.start <= found[-1].end:
                stretch = Span(found.pop().start, stretch.end)
            found.append(stretch)
            at += 1
        yield replace(block, interruptions=tuple(found)) if found else block


def _is_one(
    text: str, before: Block | None, upper: Block, between: Sequence[Block], lower: Block, width: int | None
) -> bool:
    if upper.furniture or upper.kind == TABLE_ROW or lower.kind != PARAGRAPH or lower.label:
        return False
    if upper.kind == HEADING and not _may_be_prose(text, upper):
        return False
    if not between and "\f" not in text[upper.body.end : lower.body.start]:
        return _goes_on_below(text, upper, lower)
    if between and not any(tells_of_a_page(text[each.body.start : each.body.end]) for each in between):
        return False
    if text[upper.body.end : upper.end].strip() or _is_note(text, before, upper):
        return False
    return _goes_on_overleaf(text, upper, lower, width)


def _may_be_prose(text: str, title: Block) -> bool:
    """Whether what was taken for a heading may be the beginning of a sentence that the foot of a page cut off."""
    words = text[title.body.start : title.body.end]
    plain = not (is_capitals(words) or text[title.start : title.end].lstrip().startswith(MARKS))
    return plain and (_is_numbered(title) or len(words) >= SHORTEST_BROKEN)


def _is_numbered(block: Block) -> bool:
    """Whether a block has a number as paragraphs have: 1.2, not 1."""
    return block.label is not None and "." in block.label.strip(".")


def _goes_on_below(text: str, upper: Block, lower: Block) -> bool:
    """Whether a blank line alone broke a sentence."""
    words = text[max(upper.body.start, upper.body.end - 20) : upper.body.end]
    long_enough = upper.body.end - upper.body.start >= SHORTEST_BROKEN
    if upper.kind == HEADING or not long_enough:
        return False
    return not ends_sentence(words) and goes_on(text[lower.body.start : lower.body.start + 100])


def _goes_on_overleaf(text: str, upper: Block, lower: Block, width: int | None) -> bool:
    above, below = text[upper.body.start : upper.body.end], text[lower.body.start : lower.body.end]
    long_enough = len(above) >= SHORTEST_BROKEN
    if ends_sentence(above):
        return upper.kind == PARAGRAPH and long_enough and not KEY.match(below) and is_list_cut_off(above, below)
    if begins_inside(below):
        return (long_enough or upper.label is not None or upper.kind == LIST_ITEM) and is_cut_off(above, below)
    if KEY.match(below) or is_capitals(below):
        return False
    if upper.kind == HEADING or not long_enough:
        return _is_numbered(upper) and is_cut_off(above, below)
    if not (is_prose(below) or is_open(above)):
        return False
    return is_cut_off(above, below) or (is_prose(above) and _fills_its_line(text, upper, lower, width))


def _fills_its_line(text: str, upper: Block, lower: Block, width: int | None) -> bool:
    """Whether nothing but the page's end can have ended the last line of prose that ends no sentence."""
    above = text[upper.body.start : upper.body.end]
    punctuated = INNER_END.search(above) is not None
    below = text[lower.body.start : lower.body.end].split("\n", 1)[0]
    if ends_in_address(above) or DAY.match(below) or (upper.kind == LIST_ITEM and not punctuated):
        return False
    if width is None:
        return punctuated or upper.label is not None
    begin = max(text.rfind("\n", 0, upper.body.end), text.rfind("\f", 0, upper.body.end)) + 1
    return continues(text[begin : upper.body.end], below, width)


def _is_note(text: str, before: Block | None, upper: Block) -> bool:
    """Whether a block may be a footnote: it begins with a number, below a sentence that is not ended."""
    if before is None or before.kind not in (PARAGRAPH, LIST_ITEM) or before.furniture:
        return False
    unended = not ends_sentence(text[before.body.start : before.body.end])
    return unended and NOTE.match(text, upper.start) is not None


def _widened(text: str, stretch: Span) -> Span:
    start, end = stretch.start, stretch.end
    while start > 0 and text[start - 1] in BLANKS:
        start -= 1
    while end < len(text) and text[end] in BLANKS:
        end += 1
    return Span(start, end)


def _underlines(text: str, title: Block, rule: Block) -> bool:
    """Whether a rule stands right under a short line, which makes it a heading."""
    if title.furniture or title.kind == TABLE_ROW or title.end + 1 != rule.start:
        return False
    words, mark = text[title.start : title.end], text[rule.body.start : rule.body.end]
    return len(words) <= LONGEST_TITLE and "\n" not in words and (set(mark) == {"="} or set(mark) == {"-"})


def _underlined(text: str, title: Block, rule: Block) -> Block:
    rank = 10 if text[rule.body.start] == "=" else 20
    return replace(title, kind=HEADING, end=rule.end, rank=min(rank, title.rank or rank), level=0)
