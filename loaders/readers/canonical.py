"""The canonical text: what every offset in the product refers to, and what was repaired to get there."""

from __future__ import annotations

import re
import unicodedata

from dhr_graph.loaders.readers.aligned import rows_with_tabs

LINE_ENDS = re.compile(r"\r\n?|[\v\x85\u2028\u2029]")
BROKEN_WORD = re.compile(r"\ufffe\n?|\u00ad(?:\n[ \t]*)?")
CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff\uffff]")
SURROGATES = re.compile("[\ud800-\udfff]")

_STEPS: tuple[tuple[str, re.Pattern[str], str], ...] = (
    ("line ends made \\n", LINE_ENDS, "\n"),
    ("control characters removed", CONTROLS, ""),
    ("words broken at a line's end joined", BROKEN_WORD, ""),
    ("lone surrogates replaced", SURROGATES, "\ufffd"),
)


def canonical_text(decoded: str) -> tuple[str, tuple[str, ...]]:
    """Repair what is not writing (line ends, control characters, end-of-line marks, composition) and keep all else.

    Gives the text in NFC with `\\n` lines, and one line for each kind of repair, with how often it was made. Form
    feeds and tabs stay: they tell of pages and tables. Rows whose columns are aligned with blanks are written as such
    tables too, a line each, with tabs: their words stay in order but where a cell other than the last ran over several
    lines, and nothing but white space is lost or added. Doing it twice changes nothing.
    """
    text, repairs = decoded, []
    for what, pattern, replacement in _STEPS:
        text, count = pattern.subn(replacement, text)
        if count:
            repairs.append(f"{what}: {count}")
    if not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
        repairs.append("characters composed (NFC)")
    text, count = rows_with_tabs(text)
    if count:
        repairs.append(f"aligned rows written with tabs: {count}")
    return text, tuple(repairs)
