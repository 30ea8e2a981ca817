"""Lists of contents: their lines look like headings, but end in a leader and a page number."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dhr_graph.loaders.readers.layout import layout
from dhr_graph.loaders.readers.lines import Line

LONGEST = 220
PAGE_NUMBER_ENDS = frozenset("0123456789ivxl")
LEADER = re.compile(
    r"(?:[ \t]*(?:\.[ .]{2,}|\u2026[\u2026. ]*|_{3,})[ \t]*|\t+[ ]*|[ ]{3,})(\d{1,3}|[ivxl]{1,6})[ \t]*$"
)
DOTTED = re.compile(r"\.[ .]{2,}[ \t]*\d{1,3}[ \t]*$|\u2026[\u2026. \t]*\d{1,3}[ \t]*$")


def find_contents(lines: Sequence[Line]) -> dict[int, int]:
    """The lines of lists of contents, each with the offset in it at which its title ends.

    Dots that lead to a number are enough; a tab that does is one only under the heading of a list of contents, since
    a table may end in numbers too.
    """
    found: dict[int, int] = {}
    open_list = False
    for i, line in enumerate(lines):
        if line.blank:
            continue
        leader = _leader(line.text)
        titled = leader is not None and any(c.isalpha() for c in line.text[: leader.start()])
        if leader and titled and (open_list or DOTTED.search(line.text)):
            found[i] = leader.start()
        else:
            open_list = _is_contents_heading(line.text)
    return found


def _leader(text: str) -> re.Match[str] | None:
    if len(text) > LONGEST or text.rstrip()[-1:] not in PAGE_NUMBER_ENDS:
        return None
    return LEADER.search(text, len(text) - len(text.lstrip()))


def _is_contents_heading(text: str) -> bool:
    return len(text) < 60 and text.strip(" \t#*_:").lower() in layout().contents
