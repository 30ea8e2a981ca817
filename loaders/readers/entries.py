"""Entries, line by line: of a chronology whose columns were lost, by their dates, or of a key, by what they explain."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dhr_graph.loaders.readers.lines import Line, continues, ends_sentence

MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
OPENING = r"\s*(?:(?:w/c|week (?:commencing|ending|beginning)|circa|c\.?|about|early|late|mid)(?![a-z])-?\s*)?"
"""What may stand before the date of an entry."""
DATED = re.compile(
    rf"{OPENING}(?:\d{{1,2}}[./-]\d{{1,2}}[./-](?:19|20)?\d\d|(?:\d{{1,2}}(?:st|nd|rd|th)? )?{MONTH} (?:19|20)\d\d)"
    r"(?=[ \t:\u2013-]|$)",
    re.IGNORECASE,
)
KEYED = re.compile(r"\s*[A-Z][\w'\u2019]*(?: (?:[A-Z][\w'\u2019]*|\d{1,2}|of|the)){0,3}(?: [-\u2013\u2014] |: )(?=\S)")
"""What somebody or something is called, before what it is ("Adult A - the victim")."""
FEWEST = 3
MOSTLY = 0.6
SHORT_TITLE = 45


def are_entries(lines: Sequence[Line]) -> bool:
    """Whether lines are entries: several begin with a date, mostly where a sentence ended before."""
    dated = [i for i, line in enumerate(lines) if DATED.match(line.text)]
    after = [i for i in dated if i > 0]
    ended = sum(1 for i in after if ends_sentence(lines[i - 1].text))
    return len(dated) >= FEWEST and ended >= MOSTLY * len(after)


def goes_on_with_entry(upper: str, line: str, width: int | None) -> bool:
    """Whether a line belongs to the entry above it: it begins with no date, and is no title that follows."""
    if DATED.match(line):
        return False
    is_title = ends_sentence(upper) and not ends_sentence(line) and len(line.strip()) < SHORT_TITLE
    return not is_title or continues(upper, line, width)


def are_keyed(lines: Sequence[Line]) -> bool:
    """Whether most lines of several say what something is that is called so."""
    keyed = sum(1 for line in lines if KEYED.match(line.text))
    return keyed >= FEWEST and keyed * 2 > len(lines)


def goes_on_with_key(upper: str, line: str, width: int | None) -> bool:
    """Whether a line belongs to the entry of a key above it, however long that one is."""
    return KEYED.match(line) is None and continues(upper, line, width)
