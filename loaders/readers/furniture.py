"""Page furniture: footers with page numbers, protective markings, running headers; and the pages that they tell of."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from dhr_graph.loaders.readers.layout import layout
from dhr_graph.loaders.readers.lines import Line

LONGEST = 160
NEAR = 2
OFTEN = 3
PAGE_OF = re.compile(r"\bpage[ \t]+(\d{1,4})(?:[ \t]+of[ \t]+(\d{1,4}))?[ \t|.\-\u2013]*$", re.IGNORECASE)
NUMBER_THEN_PAGE = re.compile(
    r"^[ \t|]*(\d{1,4})[ \t]*[|\u2013-][ \t]*p ?a ?g ?e(?:[ \t]+of[ \t]+(\d{1,4}))?[ \t|]*$", re.IGNORECASE
)
PAGE_THEN_NUMBER = re.compile(
    r"^[ \t|]*p ?a ?g ?e[ \t]*[|\u2013-]?[ \t]*(\d{1,4})(?:[ \t]+of[ \t]+(\d{1,4}))?[ \t|]*$", re.IGNORECASE
)
PAGE_FIRST = re.compile(r"^[ \t|]*page[ \t]+(\d{1,4})(?:[ \t]+of[ \t]+(\d{1,4}))?\b", re.IGNORECASE)
BARE_NUMBER = re.compile(r"^[ \t]*[-\u2013|[(]?[ \t]*(\d{1,3})[ \t]*[-\u2013|\])]?[ \t]*$")
RULE = re.compile(r"^[ \t]*(?:[-=_*~|:.\u2013\u2014][-=_*~|:.\u2013\u2014 \t]{2,})$")


def find_furniture(lines: Sequence[Line]) -> frozenset[int]:
    """The indexes of the lines that belong to the page and not to the review."""
    certain = {i for i, line in enumerate(lines) if is_furniture(line.text)}
    edges = set(_page_edges(lines, certain))
    certain |= {i for i in edges if BARE_NUMBER.match(lines[i].text)}
    often = Counter(_key(lines[i].text) for i in edges)
    repeated = {i for i in edges if often[_key(lines[i].text)] >= OFTEN and _may_repeat(lines[i].text)}
    return frozenset(certain | repeated)


def tells_of_a_page(words: str) -> bool:
    """Whether a line of furniture stands at a page's end: a rule may as well divide what the review says."""
    return RULE.match(words) is None


def find_pages(lines: Sequence[Line]) -> tuple[list[int | None], int | None]:
    """The page of each line, as printed where pages are numbered and else counted by form feeds, and their number."""
    sheets, sheet = [], 0
    for line in lines:
        sheets.append(sheet)
        sheet += line.breaks_page
    printed = [
        (i, int(n[1]), int(n[2]) if n[2] else None) for i, line in enumerate(lines) if (n := _page_number(line.text))
    ]
    last = max((total for _, _, total in printed if total), default=None)
    if sheet:
        first = {sheets[i]: number for i, number, _ in reversed(printed)}
        shift = next((number - at for at, number in sorted(first.items())), 1)
        return [first.get(at, at + shift) for at in sheets], last or sheet + 1
    if not printed:
        return [None] * len(lines), None
    return _pages_by_footer(len(lines), [(i, n) for i, n, _ in printed], lines), last or printed[-1][1]


def _pages_by_footer(count: int, printed: list[tuple[int, int]], lines: Sequence[Line]) -> list[int | None]:
    """Without form feeds: a number in the first two lines heads its page, any other stands at its foot."""
    pages: list[int | None] = [None] * count
    written = [i for i, line in enumerate(lines) if not line.blank][:2]
    heads = printed[0][0] in written
    start = 0
    for position, (i, number) in enumerate(printed):
        stop = (printed[position + 1][0] if position + 1 < len(printed) else count) if heads else i + 1
        for at in range(i if heads else start, stop):
            pages[at] = number
        start = stop
    for at in range(start, count):
        pages[at] = printed[-1][1] + 1
    return pages


def _page_number(text: str) -> re.Match[str] | None:
    if len(text) > LONGEST:
        return None
    alone = NUMBER_THEN_PAGE.match(text) or PAGE_THEN_NUMBER.match(text)
    return alone or PAGE_OF.search(text) or PAGE_FIRST.match(text)


def is_furniture(text: str) -> bool:
    """Whether a line is of the page by its own words: a page's number, a rule or a protective marking."""
    if len(text) > LONGEST or not text.strip():
        return False
    number = _page_number(text)
    if number and (number[2] or number.end() - number.start() >= len(text.strip()) or "\t" in text or "|" in text):
        return True
    return bool(RULE.match(text)) or _is_marking(text)


def _is_marking(text: str) -> bool:
    known = layout()
    words = re.sub(r"[\W_]+", " ", text.lower()).strip()
    for addition in known.additions:
        words = words.replace(addition, " ")
    words = " ".join(words.split())
    if not words:
        return False
    while words:
        mark = next((m for m in known.markings if words.startswith(m)), None)
        if mark is None:
            return False
        words = words[len(mark) :].strip()
    return True


def _page_edges(lines: Sequence[Line], certain: set[int]) -> Iterator[int]:
    """The written lines next to a page's break: up to two on each side, and the furniture known before among them."""
    written = [i for i, line in enumerate(lines) if not line.blank]
    place = {i: at for at, i in enumerate(written)}
    for i, line in enumerate(lines):
        if not line.breaks_page and not (i in certain and _page_number(line.text)):
            continue
        at = place.get(i, next((place[j] for j in range(i - 1, max(-1, i - 4), -1) if j in place), None))
        if at is not None:
            yield from _nearest(written[at::-1], certain)
            yield from _nearest(written[at + 1 :], certain)


def _nearest(written: Sequence[int], certain: set[int]) -> Iterator[int]:
    """The first written lines that are not known to be furniture, with those before them that are."""
    unknown = 0
    for i in written:
        if unknown == NEAR:
            return
        unknown += i not in certain
        yield i


def _key(text: str) -> str:
    return re.sub(r"\d+", "#", " ".join(text.split()))


def _may_repeat(text: str) -> bool:
    return "\t" not in text.strip() and 0 < len(text.strip()) <= LONGEST
