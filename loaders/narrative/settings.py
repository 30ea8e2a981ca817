"""The setting of each stretch of text: whose section, lead phrase or row it is, and which date stands over it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dhr_graph.loaders.cast import Cast, Mention
from dhr_graph.loaders.dates import DateMention, find_dates
from dhr_graph.loaders.narrative.grammar import FINITE, ParsedText
from dhr_graph.loaders.narrative.leads import find_lead
from dhr_graph.loaders.narrative.lexicon import Lexicon
from dhr_graph.model.documents import TABLE_ROW, SourceDocument, TextPassage

COMMISSIONING = frozenset({"csp", "national_body"})
BARE_SHARE = 0.4
DAY_WITHIN = 60
OPENING = re.compile(r"(?:In |On |The |Late |Early |Mid-?|[\s\u2022*-])*", re.IGNORECASE)
DAY_MARK = re.compile(r"[:.\u2013\u2014-]\s")
AFTER_DAY = re.compile(r"(?:,? \d{1,2}[.:]\d\d)?\s*[:.\u2013\u2014-]\s")


@dataclass(frozen=True, slots=True)
class Setting:
    """What stands over a stretch of text; its story begins at an offset of the stretch.

    `basis` says where the agency is from: "row", "lead", "heading" or "none". `dated` says that it is an entry under
    its day, in which the present tense may tell history.
    """

    agency: str | None
    basis: str
    dates: tuple[DateMention, ...]
    notes: bool
    story_starts: int
    dated: bool = False


def is_narrative_cell(passage: TextPassage, column: int | None, lexicon: Lexicon) -> bool:
    """Whether a cell of a table tells a story, rather than whose or when it is; prose, of no column, always does."""
    if column is None:
        return True
    if passage.is_header_row:
        return False
    title = _title(passage, column)
    of_person = lexicon.patterns["person_column"].fullmatch(title.strip(" \t\n."))
    return not (lexicon.patterns["agency_column"].search(title) or _is_of_date(title, lexicon) or of_person)


def setting_of(
    parsed: ParsedText, document: SourceDocument, cast: Cast, mentions: Sequence[Mention], lexicon: Lexicon
) -> Setting:
    """The setting of a parsed stretch: from its row, its lead phrase, or the headings above it."""
    if parsed.passage.kind == TABLE_ROW and len(parsed.passage.cells) > 1:
        return _of_row(parsed.passage, document, cast, lexicon)
    finite = [t.idx for t in parsed.doc if t.tag_ in FINITE and t.dep_ not in {"amod", "compound"}]
    lead = find_lead(parsed.words, cast, mentions, finite)
    if lead is not None:
        return Setting(lead.agency, "lead", lead.dates, lead.notes or _is_telegraphic(parsed), lead.end)
    agency = _of_headings(parsed.passage, cast)
    basis = "heading" if agency else "none"
    return Setting(agency, basis, (), _is_telegraphic(parsed), 0, dated=_is_under_its_day(parsed.words))


def _of_headings(passage: TextPassage, cast: Cast) -> str | None:
    for heading in reversed(passage.section):
        member = cast.of_heading(heading)
        body = cast.body(member) if member is not None else None
        if body is not None and body.agency_type not in COMMISSIONING:
            return body.id
    return None


def _of_row(passage: TextPassage, document: SourceDocument, cast: Cast, lexicon: Lexicon) -> Setting:
    agency: str | None = None
    date_words: list[str] = []
    for column, cell in enumerate(passage.cells):
        text, title = document.words(cell), _title(passage, column)
        if lexicon.patterns["agency_column"].search(title) and agency is None:
            agency = cast.of_heading(" ".join(text.split()))
        elif _is_of_date(title, lexicon) or (not title and column == 0):
            date_words.append(text)
    if agency is None:
        agency = _of_headings(passage, cast)
    return Setting(agency, "row" if agency else "none", find_dates(" ".join(date_words)), True, 0)


def _title(passage: TextPassage, column: int) -> str:
    return passage.columns[column] if column < len(passage.columns) else ""


def _is_of_date(title: str, lexicon: Lexicon) -> bool:
    return lexicon.patterns["date_column"].search(title) is not None


def _is_under_its_day(words: str) -> bool:
    """Whether a paragraph or item opens with a date and a colon or dash ("12 May 2016: Hannah rings the school")."""
    if DAY_MARK.search(words) is None:
        return False
    first = next(iter(find_dates(words[:DAY_WITHIN])), None)
    if first is None or OPENING.fullmatch(words[: first.start]) is None:
        return False
    return AFTER_DAY.match(words, first.end) is not None


def _is_telegraphic(parsed: ParsedText) -> bool:
    """Whether a stretch is written as notes: many of its sentences have no finite verb."""
    sentences = [s for s in parsed.doc.sents if len(s) > 1]
    bare = sum(1 for s in sentences if not any(t.tag_ in FINITE for t in s))
    return len(sentences) > 0 and bare / len(sentences) >= BARE_SHARE
