"""Lead phrases: an agency, a date or both at the start of a paragraph, that say whose and of when it is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dhr_graph.loaders.cast import Cast, Mention
from dhr_graph.loaders.dates import DateMention, find_dates
from dhr_graph.loaders.readers.entries import OPENING

TAGS = r"(?:</?[a-z]+>|\*+|_+)*"
AFTER_LEAD = re.compile(rf"{TAGS}\s*(?:\([^)]{{1,60}}\))?{TAGS}\s*(?:[:|;\u2013\u2014]|[.,]\s|-\s|\s{{2,}}){TAGS}")
BEFORE_LEAD = re.compile(
    r"[\s,.:;|\u2013\u2014-]*(?:at\s+)?(?:\d{1,2}[.:]\d\d(?:\s*hrs)?)?[\s,.:;|\u2013\u2014-]*" + TAGS + r"(?:the\s+)?",
    re.IGNORECASE,
)
MARKED_LEAD = re.compile(
    r"\s*(?:<u>|<b>|\*\*|__)(?P<lead>[A-Z][^.\n]{2,110}?)(?:</u>|</b>|\*\*|__)\s*[:;.,\u2013\u2014-]?\s"
)
PLAIN_LEAD = re.compile(r"\s*(?P<lead>[A-Z][^.:;\n]{2,80})[:;]\s")
STRONG_MARK = re.compile(r"[:|;\u2013\u2014]")
BETWEEN_DATES = re.compile(r"\s*(?:and|to|until|,|&|-|\u2013)\s*")
BEGINS_ANEW = re.compile(r"\s+(?=[A-Z0-9\"\u201c'\u2018?\[(])")
OPENED = re.compile(OPENING, re.IGNORECASE)
BEGINS_WITHIN = 2
DATE_WITHIN = 60
DATE_AFTER_WITHIN = 40


@dataclass(frozen=True, slots=True)
class Lead:
    """A lead phrase: its agency (None where it names none), its dates, and where it ends.

    `notes` says that what follows is an entry of a chronology, whatever its grammar.
    """

    agency: str | None
    end: int
    dates: tuple[DateMention, ...] = ()
    notes: bool = False


def find_lead(words: str, cast: Cast, mentions: Sequence[Mention], finite: Sequence[int] = ()) -> Lead | None:
    """The lead phrase of a paragraph: marked as such, before a colon, or an agency beside a date.

    `finite` has where the finite verbs stand: what has one before the colon is a sentence, not a lead phrase.
    """
    return _marked(words, cast) or _before_colon(words, cast, finite) or _named(words, mentions)


def _marked(words: str, cast: Cast) -> Lead | None:
    """A lead phrase that is underlined or bold, as a heading would be."""
    marked = MARKED_LEAD.match(words)
    return Lead(_of_lead_words(marked["lead"].strip(" :;."), cast), marked.end()) if marked is not None else None


def _before_colon(words: str, cast: Cast, finite: Sequence[int]) -> Lead | None:
    plain = PLAIN_LEAD.match(words)
    if plain is not None and any(at < plain.end("lead") for at in finite):
        return None
    agency = cast.of_heading(plain["lead"]) if plain is not None else None
    return Lead(agency, plain.end()) if plain is not None and agency is not None else None


def _of_lead_words(lead: str, cast: Cast) -> str | None:
    """The agency of a lead phrase, also where its parts stand the other way round ("Housing, Borough of ...")."""
    parts = [part.strip() for part in lead.split(",")]
    for words in (lead, ", ".join(reversed(parts)), " ".join(reversed(parts)), parts[0]):
        member = cast.of_heading(words)
        if member is not None:
            return member
    named = [m for m in cast.mentions(lead) if _is_one_body(m)]
    return named[0].member if named else None


def _named(words: str, mentions: Sequence[Mention]) -> Lead | None:
    """As in "4 May 2016, Calder Police: ...", "Calder Police, 4 May 2016. ...", "Calder Police. ..."."""
    if not any(_is_one_body(mention) for mention in mentions):
        return None
    opened = OPENED.match(words)
    begins = max(BEGINS_WITHIN, opened.end() if opened is not None else 0)
    dates = tuple(d for d in find_dates(words[:DATE_WITHIN]) if d.start <= begins)
    dated_until = _end_of_dates(words, dates)
    first = next((m for m in mentions if _is_one_body(m) and m.end > dated_until), None)
    if first is None or not BEFORE_LEAD.fullmatch(words[dated_until : first.start]):
        return None
    if dates and _is_bare_entry(words, first):
        return Lead(first.member, first.end, dates[:1], notes=True)
    after = AFTER_LEAD.match(words, first.end)
    if after is None or (first.professional and ":" not in after.group()):
        return None
    agency, mark = first.member, after.group()
    if STRONG_MARK.search(mark) or (dated_until > 0 and not mark.strip()):
        return Lead(agency, after.end(), dates)
    rest = words[after.end() :]
    following = find_dates(rest[:DATE_AFTER_WITHIN])
    if following and following[0].start <= BEGINS_WITHIN and re.match(r"\s*[.:;]", rest[following[0].end :]):
        return Lead(agency, after.end() + following[0].end, tuple(following), notes=True)
    if mark.lstrip().startswith(".") and dated_until == 0:
        return Lead(agency, after.end())
    return None


def _end_of_dates(words: str, dates: Sequence[DateMention]) -> int:
    """Where the date that opens an entry ends, or the last of several that are joined ("20/06/2019 and 24/06/2019")."""
    end = dates[0].end if dates else 0
    for date in find_dates(words[:DATE_WITHIN])[1:] if dates else ():
        if not BETWEEN_DATES.fullmatch(words[end : date.start]):
            break
        end = date.end
    return end


def _is_bare_entry(words: str, agency: Mention) -> bool:
    """Whether an agency stands between a date and what begins anew after it, as in a table whose columns were lost."""
    return (
        not agency.professional
        and agency.basis in {"name", "alias"}
        and BEGINS_ANEW.match(words, agency.end) is not None
    )


def _is_one_body(mention: Mention) -> bool:
    return mention.kind in {"agency", "forum"} and mention.member is not None
