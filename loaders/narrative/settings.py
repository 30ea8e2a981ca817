"""The setting of each stretch of text: whose section, lead phrase or row it is, and which date stands over it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dhr_graph.loaders.cast import Cast, Mention
from dhr_graph.loaders.dates import DateMention, find_dates
from dhr_graph.loaders.narrative.grammar import ParsedText
from dhr_graph.model.documents import TABLE_ROW, SourceDocument, TextPassage

COMMISSIONING = frozenset({"csp", "national_body"})
AGENCY_COLUMN = re.compile(r"\b(agency|source|organisation|organization|service|who|by whom|provider)\b", re.IGNORECASE)
DATE_COLUMN = re.compile(r"\b(date|when|time)\b", re.IGNORECASE)
PERSON_COLUMN = re.compile(r"^\s*(person|subject|name|about|re|regarding|ref|no\.?|number)\s*$", re.IGNORECASE)
TAGS = r"(?:</?[a-z]+>|\*+|_+)*"
AFTER_LEAD = re.compile(rf"{TAGS}\s*(?:\([^)]{{1,60}}\))?{TAGS}\s*(?:[:|;\u2013\u2014]|[.,]\s|-\s|\s{{2,}}){TAGS}")
BEFORE_LEAD = re.compile(
    rf"[\s,.:;|\u2013\u2014-]*(?:at\s+)?(?:\d{{1,2}}[.:]\d\d(?:\s*hrs)?)?[\s,.:;|\u2013\u2014-]*{TAGS}(?:the\s+)?",
    re.IGNORECASE,
)
MARKED_LEAD = re.compile(
    r"\s*(?P<mark><u>|<b>|\*\*|__)(?P<lead>[A-Z][^.\n]{2,110}?)(?:</u>|</b>|\*\*|__)\s*[:;.,\u2013\u2014-]?\s"
)
PLAIN_LEAD = re.compile(r"\s*(?P<lead>[A-Z][^.:;\n]{2,80})[:;]\s")


@dataclass(frozen=True, slots=True)
class Setting:
    """What stands over a stretch of text."""

    agency: str | None
    basis: str
    dates: tuple[DateMention, ...]
    date_words: str
    notes: bool
    story_starts: int


def is_narrative_cell(parsed: ParsedText) -> bool:
    """Whether a cell of a table tells a story, rather than whose or when it is."""
    passage, column = parsed.passage, parsed.column
    if column is None:
        return True
    if passage.is_header_row:
        return False
    if column < len(passage.columns):
        title = passage.columns[column]
        return not (AGENCY_COLUMN.search(title) or DATE_COLUMN.search(title) or PERSON_COLUMN.search(title))
    return True


def setting_of(parsed: ParsedText, document: SourceDocument, cast: Cast, mentions: Sequence[Mention]) -> Setting:
    """The setting of a parsed stretch: from its row, its lead phrase, or the headings above it."""
    if parsed.passage.kind == TABLE_ROW and len(parsed.passage.cells) > 1:
        return _of_row(parsed, document, cast)
    lead = _of_marked_lead(parsed, cast) or _of_lead(parsed, cast, mentions)
    if lead is not None:
        return lead
    agency = _of_headings(parsed.passage, cast)
    return Setting(agency, "heading" if agency else "none", (), "", _is_telegraphic(parsed), 0)


def _of_headings(passage: TextPassage, cast: Cast) -> str | None:
    for heading in reversed(passage.section):
        member = cast.of_heading(heading)
        body = cast.body(member) if member is not None else None
        if body is not None and body.agency_type not in COMMISSIONING:
            return body.id
    return None


def _of_row(parsed: ParsedText, document: SourceDocument, cast: Cast) -> Setting:
    passage = parsed.passage
    agency: str | None = None
    words = ""
    for column, cell in enumerate(passage.cells):
        text = document.words(cell)
        title = passage.columns[column] if column < len(passage.columns) else ""
        if AGENCY_COLUMN.search(title) and agency is None:
            agency = cast.of_heading(" ".join(text.split()))
        elif DATE_COLUMN.search(title) or (not title and column == 0):
            words = f"{words} {text}".strip()
    if agency is None:
        agency = _of_headings(passage, cast)
    return Setting(agency, "row" if agency else "none", find_dates(words), words, True, 0)


def _of_marked_lead(parsed: ParsedText, cast: Cast) -> Setting | None:
    """A lead phrase that is underlined or bold, or stands before a colon or semicolon, as a heading would."""
    marked = MARKED_LEAD.match(parsed.words)
    if marked is not None:
        return Setting(
            _of_lead_words(marked["lead"].strip(" :;."), cast), "lead", (), "", _is_telegraphic(parsed), marked.end()
        )
    plain = PLAIN_LEAD.match(parsed.words)
    agency = cast.of_heading(plain["lead"]) if plain is not None else None
    if plain is None or agency is None:
        return None
    return Setting(agency, "lead", (), "", _is_telegraphic(parsed), plain.end())


def _of_lead_words(lead: str, cast: Cast) -> str | None:
    """The agency of a lead phrase, also where its parts stand the other way round ("Housing, London Borough of
    ...").
    """
    parts = [part.strip() for part in lead.split(",")]
    for words in (lead, ", ".join(reversed(parts)), " ".join(reversed(parts)), parts[0]):
        member = cast.of_heading(words)
        if member is not None:
            return member
    named = [m for m in cast.mentions(lead) if m.kind in {"agency", "forum"} and len(m.members) == 1]
    return named[0].members[0] if named else None


def _of_lead(parsed: ParsedText, cast: Cast, mentions: Sequence[Mention]) -> Setting | None:
    text = parsed.words
    dates = [d for d in find_dates(text[:60]) if d.start <= 2]
    at = dates[0].end if dates else 0
    first = next((m for m in mentions if m.kind in {"agency", "forum"} and len(m.members) == 1 and m.end > at), None)
    if first is None or not BEFORE_LEAD.fullmatch(text[at : first.start]):
        return None
    after = AFTER_LEAD.match(text, first.end)
    if after is None or first.professional and ":" not in after.group():
        return None
    rest = text[after.end() :]
    mark = after.group()
    named = first.members[0]
    if (
        ":" in mark
        or "|" in mark
        or ";" in mark
        or (at > 0 and not mark.strip())
        or "\u2013" in mark
        or "\u2014" in mark
    ):
        return Setting(named, "lead", tuple(dates), text[:at], _is_telegraphic(parsed), after.end())
    following = find_dates(rest[:40])
    if following and following[0].start <= 2 and re.match(r"\s*[.:;]", rest[following[0].end :]):
        return Setting(named, "lead", tuple(following), rest[:40], True, after.end() + following[0].end)
    if mark.lstrip().startswith(".") and at == 0:
        return Setting(named, "lead", (), "", _is_telegraphic(parsed), after.end())
    return None


def _is_telegraphic(parsed: ParsedText) -> bool:
    """Whether a stretch is written as notes: sentences without finite verbs or subjects."""
    sentences = [s for s in parsed.doc.sents if len(s) > 1]
    bare = sum(1 for s in sentences if not any(t.tag_ in {"VBD", "VBZ", "VBP", "MD"} for t in s))
    return len(sentences) > 0 and bare / len(sentences) >= 0.4


def rows_of(parsed: Sequence[ParsedText]) -> Iterator[ParsedText]:
    """The stretches that tell a story, in order."""
    yield from (p for p in parsed if is_narrative_cell(p))
