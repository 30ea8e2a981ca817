"""Overleaf: whether a sentence that the end of a page cuts off goes on on the next, told by its words alone."""

from __future__ import annotations

import re

from dhr_graph.loaders.readers.layout import layout
from dhr_graph.loaders.readers.lines import ADDRESS, ends_sentence, goes_on

WORD = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]*)?")
OWNER = re.compile(r"[A-Z]\w*(?:['\u2019]s|s['\u2019])")
YEAR = re.compile(r"(?:19|20)\d\d\b")
LISTED = re.compile(r";\s*\S")


def is_cut_off(upper: str, lower: str) -> bool:
    """Whether a sentence that these words end in is plainly gone on with by those: by their last or first words."""
    if not (upper and lower) or ends_sentence(upper) or ends_in_address(upper):
        return False
    if begins_inside(lower) or is_open(upper) or _is_date_in_two(upper, lower):
        return True
    return upper.endswith(",")


def begins_inside(lower: str) -> bool:
    """Whether words can only be the middle of a sentence, or of a bracket in one."""
    return goes_on(lower.removeprefix("("))


def is_open(words: str) -> bool:
    """Whether words end in one that no sentence ends with."""
    last = words.rsplit(maxsplit=1)[-1]
    return OWNER.fullmatch(last) is not None or last.lower() in layout().open_words


def is_prose(words: str) -> bool:
    """Whether words are of a sentence: they hold a finite verb, or a sentence ends in them."""
    known = layout().finite_verbs
    return ends_sentence(words) or any(word.lower() in known for word in WORD.findall(words))


def is_list_cut_off(upper: str, lower: str) -> bool:
    """Whether a list that runs on in a paragraph, divided by semicolons, goes on after one of them or its colon."""
    if upper.endswith(":"):
        return LISTED.search(lower) is not None
    return upper.endswith(";") and LISTED.search(upper) is not None


def ends_in_address(words: str) -> bool:
    """Whether the last of these words is an address on the web or of mail."""
    return ADDRESS.match(words.rsplit(maxsplit=1)[-1] if words.split() else "") is not None


def _is_date_in_two(upper: str, lower: str) -> bool:
    return upper.rsplit(maxsplit=1)[-1].lower() in layout().months and YEAR.match(lower) is not None
