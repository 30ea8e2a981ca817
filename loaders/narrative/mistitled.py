"""History told under a heading that promises none, as where the reader of a document took no notice of the next one."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from itertools import groupby

from dhr_graph.loaders.cast import Cast
from dhr_graph.loaders.dates import find_dates, resolve
from dhr_graph.loaders.narrative.grammar import ParsedText

FORMAL_SECTIONS = frozenset({"front", "key", "contributors", "process"})
HISTORY = "history"
LEAST_DATED = 4
"""So many dated paragraphs about the people, from before the death, are no list of them, nor the work on the review."""
SHORTEST_PARAGRAPH = 120
OPENING = 40


def kinds_as_told(
    parsed: Sequence[ParsedText],
    sections: Sequence[str],
    cast: Cast,
    last_day: datetime.date | None,
    about_review: re.Pattern[str],
) -> tuple[str, ...]:
    """The kind of section of each passage, with history in place of a formal kind from where on it is told there.

    `sections` has the kinds by the headings; `last_day` is that of the death, without which all stays as it is;
    `about_review` finds the papers of a review and those who write them.
    """
    kinds = list(sections)
    formal = [text for text in parsed if sections[text.passage.ordinal] in FORMAL_SECTIONS]
    for _, under_heading in groupby(formal, key=lambda text: text.passage.section) if last_day is not None else ():
        texts = list(under_heading)
        telling = [text for text in texts if _tells_history(text, cast, last_day, about_review)]
        if len(telling) >= LEAST_DATED:
            for text in texts[texts.index(telling[0]) :]:
                kinds[text.passage.ordinal] = HISTORY
    return tuple(kinds)


def _tells_history(text: ParsedText, cast: Cast, last_day: datetime.date | None, about_review: re.Pattern[str]) -> bool:
    """Whether a paragraph opens with a day before the death, and names one of the people and no paper of the review."""
    if len(text.words) < SHORTEST_PARAGRAPH or last_day is None:
        return False
    first = next(iter(find_dates(text.words)), None)
    span = resolve(first) if first is not None and first.start <= OPENING else None
    if span is None or span.latest is None or span.latest >= last_day or about_review.search(text.words):
        return False
    return any(mention.kind == "person" for mention in cast.mentions(text.words))
