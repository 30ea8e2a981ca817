"""Kinds of section: what the part of a review in which a passage stands is there to tell.

The kind weighs in extraction, it forbids nothing: history is told in introductions and analyses too. So the open class
is history, and a passage is something else only where its words, its table's header or the headings above it say so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from dhr_graph.identifiers import fold
from dhr_graph.loaders.recommendations.form import asks
from dhr_graph.loaders.recommendations.rules import recommendation_rules
from dhr_graph.loaders.requests_unheaded import with_unheaded_requests
from dhr_graph.loaders.section_rules import ASKING, KINDS, SectionRules, section_rules
from dhr_graph.model.documents import HEADING, LIST_ITEM, PARAGRAPH, TABLE_ROW, SourceDocument, TextPassage

__all__ = ["KINDS", "classify"]

HISTORY = "history"
FRONT = "front"
LESSONS = "lessons"
CONTENTS_LINE = re.compile(r"(\t|\.{3,}|\u2026|(\. ){3,}|_{3,})\s*(\d{1,3}|[ivxl]+)\s*$")
ASKS = re.compile(r"\b(should|must|shall|recommend\w*|to (?!(be|the|an?|his|her|their|its)\b)[a-z]+)\b", re.IGNORECASE)
TOLD = re.compile(r"\b(was|were|had|did|said|told)\b", re.IGNORECASE)
TITLE_LENGTH = 160
THE_FOLLOWING = re.compile(r"\bthe following\b[^.:]*[.:]?\s*$", re.IGNORECASE)
LATELY = 8
"""How many documents' kinds are kept: cast, particulars and narrative of a review all ask for those of its own."""
EARLY = ("front", "key", "contributors", "terms", "process")


@lru_cache(maxsize=LATELY)
def classify(document: SourceDocument, rules: SectionRules | None = None) -> tuple[str, ...]:
    """The kind of section of each passage (one of KINDS), so that what is asked for is not read as what happened."""
    known = rules or section_rules()
    return with_unheaded_requests(document, tuple(_kinds(document, known)), known.of_heading)


@dataclass(slots=True)
class _Place:
    """Where the reading of a document stands: the kind that the headings give, and those of a list or a table begun."""

    kind: str | None = None
    listed: str | None = None
    table: str | None = None
    titled: bool = True
    mixed: bool = False
    in_title: bool = False
    told_of: bool = False


def _kinds(document: SourceDocument, rules: SectionRules) -> Iterator[str]:
    place = _Place()
    for index, passage in enumerate(document.passages):
        words = document.words(passage.body)
        if passage.level < 0:
            yield FRONT
            continue
        if CONTENTS_LINE.search(words.rstrip()) and passage.kind != TABLE_ROW and len(words) < TITLE_LENGTH:
            yield FRONT
        elif passage.kind == HEADING:
            yield _heading_kind(document, index, place, rules)
        elif passage.kind == TABLE_ROW:
            yield _row_kind(passage, words, place, rules)
        else:
            yield _paragraph_kind(passage, words, place, rules)


def _heading_kind(document: SourceDocument, index: int, place: _Place, rules: SectionRules) -> str:
    passage = document.passages[index]
    if place.titled and not _ends_title(document, index):
        return FRONT
    place.titled = False
    words = document.words(passage.body)
    if place.listed == "key" and not passage.label and re.search(r"[,:;(]", words):
        return place.listed
    kind = rules.of_heading(words)
    inherited = next((known for above in reversed(passage.section) if (known := rules.of_heading(above))), None)
    if kind is None and inherited is None and place.kind in ASKING and _goes_on_asking(document, index):
        kind = place.kind
    if inherited in ASKING and kind in (None, HISTORY):
        kind = inherited
    place.kind, place.listed, place.table = kind or inherited, None, None
    place.in_title = passage.label is None and kind == ASKING[1] and not place.told_of
    place.told_of = place.told_of or place.kind is not None
    place.mixed = place.kind in (LESSONS, "analysis") and "recommend" in fold(words)
    return place.kind or HISTORY


def _row_kind(passage: TextPassage, words: str, place: _Place, rules: SectionRules) -> str:
    header = passage.columns or (tuple(words.split("\t")) if passage.is_header_row else ())
    if header:
        place.table = rules.of_columns(header)
    place.titled = False
    return place.table or place.kind or HISTORY


def _paragraph_kind(passage: TextPassage, words: str, place: _Place, rules: SectionRules) -> str:
    if place.listed and (passage.kind == LIST_ITEM or (passage.label is None and len(words) < TITLE_LENGTH)):
        return place.listed
    if place.titled and not _is_text(words) and not passage.label:
        return FRONT
    place.titled, place.table = False, None
    asking = asks(words, recommendation_rules())
    if fold(passage.label or words).startswith("recommendation ") or (place.mixed and asking):
        return ASKING[1] if place.kind == ASKING[1] else ASKING[0]
    told = rules.of_paragraph(words)
    announced = told == "contributors" and THE_FOLLOWING.search(words) is not None
    if place.in_title and not asking and passage.kind != LIST_ITEM and _is_text(words):
        place.listed = told if announced else place.listed
        return told or HISTORY
    overrides = told in ASKING if place.kind else told is not None
    if place.kind in EARLY:
        overrides = told in (*ASKING, "key", "contributors")
    told = told if (overrides or announced) and place.kind not in ASKING else None
    place.listed = told if words.rstrip().endswith(":") or announced else None
    return told or place.kind or HISTORY


def _is_text(words: str) -> bool:
    return len(words) >= TITLE_LENGTH or words.rstrip().endswith((".", ":", ";"))


def _ends_title(document: SourceDocument, index: int) -> bool:
    """Whether a heading is the first of the report's own, not one more line of its title page."""
    heading = document.passages[index]
    if heading.label or document.words(heading.body)[:1].isdigit():
        return True
    after = document.passages[index + 1] if index + 1 < len(document.passages) else None
    if after is None or after.kind == HEADING:
        return False
    return after.kind != PARAGRAPH or bool(after.label) or _is_text(document.words(after.body))


def _goes_on_asking(document: SourceDocument, index: int) -> bool:
    """Whether what stands under a heading asks for something: then it is one of several headings of recommendations."""
    for passage in document.passages[index + 1 : index + 4]:
        if passage.kind == TABLE_ROW:
            return True
        if passage.kind != HEADING:
            words = document.words(passage.body)[:200]
            return bool(passage.label or passage.kind == LIST_ITEM or ASKS.search(words)) and not TOLD.search(words)
    return False
