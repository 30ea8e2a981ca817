"""The lines of a canonical text, with their offsets, and how prose was wrapped into them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

SENTENCE_END = (".", "!", "?", ":", ";")
CLOSERS = "\"'\u2019\u201d)]*_ "
ADDRESS = re.compile(r"(?:https?:|www\.|\S{1,80}@)", re.IGNORECASE)
NARROWEST, WIDEST = 36, 130
OFTEN_ENOUGH = 0.4
LONG_LINE, FULL_LINE = 0.6, 0.75


@dataclass(frozen=True, slots=True)
class Line:
    """One line: `text` is `[start:end]` of the canonical text, without its line end; form feeds end a line too."""

    start: int
    end: int
    text: str
    breaks_page: bool = False

    @property
    def blank(self) -> bool:
        """Whether it holds nothing but white space."""
        return not self.text or self.text.isspace()

    @property
    def tabbed(self) -> bool:
        """Whether it holds a tab that is no indentation: more than one cell."""
        return "\t" in self.text and bool(self.text.strip()) and ("\t" in self.text.strip() or self.text.endswith("\t"))


def split_lines(text: str) -> list[Line]:
    """The lines of a text in order; together with their line ends they are the text."""
    lines, start = [], 0
    for found in re.finditer(r"[\n\f]", text):
        lines.append(Line(start, found.start(), text[start : found.start()], found.group() == "\f"))
        start = found.end()
    if start < len(text):
        lines.append(Line(start, len(text), text[start:]))
    return lines


def ends_sentence(words: str) -> bool:
    """Whether a sentence or clause ends with these words."""
    return words.rstrip(CLOSERS).endswith(SENTENCE_END)


def goes_on(words: str) -> bool:
    """Whether these words can only be the middle of a sentence: they begin in lower case, and with no address."""
    return words[:1].islower() and not ADDRESS.match(words)


def wrapped_pair(upper: str, lower: str) -> bool:
    """Whether a sentence plainly runs from one line into the next."""
    return not ends_sentence(upper) and goes_on(lower.lstrip())


def wrap_width(groups: Iterable[Sequence[str]]) -> int | None:
    """The width, in characters, to which the lines of these blocks were wrapped; None where they were not.

    Wrapped means that sentences run from line to line, and often: some lines of any text begin in lower case.
    """
    pairs, wrapped, widest = 0, 0, 0
    for texts in groups:
        for upper, lower in zip(texts, texts[1:], strict=False):
            pairs += 1
            if NARROWEST <= len(upper) <= WIDEST and wrapped_pair(upper, lower):
                wrapped += 1
                widest = max(widest, len(upper))
    return widest if wrapped and wrapped >= OFTEN_ENOUGH * pairs else None


def continues(upper: str, lower: str, width: int | None) -> bool:
    """Whether the lower line is the same paragraph: mid-sentence, or after a line about as long as lines are."""
    upper, lower = upper.rstrip(), lower.strip()
    if wrapped_pair(upper, lower):
        return True
    if width is None or len(upper) > WIDEST:
        return False
    return len(upper) >= (FULL_LINE if ends_sentence(upper) else LONG_LINE) * width
