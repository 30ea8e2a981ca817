"""History told under a heading that promises none, as where the reader of a document took no notice of the next one."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from itertools import groupby

from dhr_graph.loaders.cast import Cast
from dhr_graph.loaders.dates import find_dates, resolve
from dhr_graph.loaders.narrative.grammar import ParsedText

FORMAL_SECTIONS = frozenset({"front", "key", "contributors", "process"})
HISTORY = "history"
LEAST_DATED = 4
"""So many dated paragraphs about the people, from before the death, are no list of them, nor the work on the review."""
SHORTEST_PARAGRAPH = 120


def kinds_as_told(
    parsed: Sequence[ParsedText], sections: Sequence[str], cast: Cast, last_day: datetime.date | None
) -> tuple[str, ...]:
    """The kind of section of each passage, with history in place of a formal kind from where on it is told there.

    `sections` has the kinds by the headings; `last_day` is that of the death, without which all stays as it is.
    """
    kinds = list(sections)
    formal = [text for text in parsed if sections[text.passage.ordinal] in FORMAL_SECTIONS]
    for _, under_heading in groupby(formal, key=lambda text: text.passage.section) if last_day is not None else ():
        texts = list(under_heading)
        telling = [text for text in texts if _tells_history(text, cast, last_day)]
        if len(telling) >= LEAST_DATED:
            for text in texts[texts.index(telling[0]) :]:
                kinds[text.passage.ordinal] = HISTORY
    return tuple(kinds)


def _tells_history(text: ParsedText, cast: Cast, last_day: datetime.date | None) -> bool:
    """Whether a paragraph names one of the people and, before anything else, a day or month before the death."""
    if len(text.words) < SHORTEST_PARAGRAPH or last_day is None:
        return False
    days = list(_first_days(text))
    return bool(days) and days[0] < last_day and any(mention.kind == "person" for mention in cast.mentions(text.words))


def _first_days(text: ParsedText) -> Iterator[datetime.date]:
    for mention in find_dates(text.words):
        span = resolve(mention)
        if span is not None and span.latest is not None:
            yield span.latest
