"""Sentences by their punctuation, with their places kept: enough to tell one request from the next."""

from __future__ import annotations

import re
from collections.abc import Iterator

SENTENCE = re.compile(r"(?<=[.?!])[\"'\u201d\u2019)]*\s+(?=[\"'\u201c(]?[A-Z0-9])")
NOT_AN_END = re.compile(r"\b(Dr|Mr|Mrs|Ms|St|No|e\.g|i\.e|etc|para|paras|cf|vs)\.$")
PLAIN = str.maketrans("\u2019\n\t\u00a0", "'   ")


def lower_in_place(words: str) -> str:
    """Lower case with straight quotes and plain spaces, each character in its place."""
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in words).translate(PLAIN)


def sentence_spans(words: str) -> Iterator[tuple[int, int]]:
    """Where each sentence begins and ends, the white space between them left out."""
    start = 0
    for gap in SENTENCE.finditer(words):
        if NOT_AN_END.search(words[start : gap.start()]):
            continue
        yield start, gap.start()
        start = gap.end()
    if words[start:].strip():
        yield start, len(words.rstrip())
