"""The review's own particulars: title, partnership, chair, dates, kind of death, kind of each document."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dhr_graph.identifiers import record_id
from dhr_graph.loaders.cast.cast import Cast
from dhr_graph.loaders.cast.knowledge import load_cast_knowledge
from dhr_graph.loaders.cast.people import CRIME, KILLING
from dhr_graph.loaders.cast.stretches import ABOUT, ASKED, Stretch, stretches
from dhr_graph.loaders.cast.wording import sentences, straighten
from dhr_graph.loaders.dates import find_dates, resolve
from dhr_graph.model.dates import DateSpan
from dhr_graph.model.documents import SourceDocument
from dhr_graph.model.records import Death, Review

FRONT = 3000
TITLE = re.compile(r"\b(?:domestic (?:homicide|abuse related death)|homicide|death)\b.*\breview|\breview\b.*\b(?:homicide|death|domestic)|overview report|executive summary|action plan|\bDHR\b|report (?:into|on) the", re.I)
PERSON = r"(?P<who>(?:(?:Dr|Mr|Mrs|Ms|Miss|Professor|Prof|Sir|Dame)\.? )?[A-Z][\w'-]+(?: (?:[A-Z]\.? )?[A-Z][\w'-]+){1,3})"
DYING = re.compile(rf"\b(?:{KILLING}|died|death|dead|homicide|{CRIME}|took (?:her|his) own life|fatal\w*|suicide|life extinct|body)\b", re.I)
Quote = tuple[str, str, int, int, int]


@dataclass(frozen=True, slots=True)
class Particulars:
    """What a review says of itself; `quotes` are record id, field, index of the document, start and end.

    `document_kinds` has one code for each document: executive_summary, overview, action_plan, action_plan_update, None.
    """

    review: Review
    deaths: tuple[Death, ...]
    document_kinds: tuple[str | None, ...]
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class _Found:
    value: str
    document: int
    start: int
    end: int


def find_review(slug: str, documents: Sequence[SourceDocument], cast: Cast) -> Particulars:
    """Read the particulars of a review and of its deaths, one for each victim."""
    words = load_cast_knowledge().review
    everything = list(stretches(documents))
    front = [s for s in everything if s.start < FRONT]
    id = record_id(slug, "Review", slug)
    found = {"title": _title(front, documents), "csp": _csp(front, cast), "chair": _chair(everything, words),
             "report_date": _report_date(everything, front, words), "death_kind": _death_kind(everything, words, cast)}
    values = {name: f.value if f else None for name, f in found.items()}
    values["death_kind"] = values["death_kind"] or "unknown"
    review = Review(id=id, caption=values["title"] or slug, slug=slug, **values)
    deaths, quotes = _deaths(slug, id, everything, cast, values["death_kind"])
    kinds = tuple(_kind(number, front, words) for number in range(len(documents)))
    return Particulars(review, deaths, kinds, tuple(sorted(
        [*((id, name, f.document, f.start, f.end) for name, f in found.items() if f), *quotes])))


def _title(front: Sequence[Stretch], documents: Sequence[SourceDocument]) -> _Found | None:
    """The title lines: all short lines at the top that go on with the one that names the review."""
    lines = [s for s in front if s.document == 0][:14]
    for i, line in enumerate(lines):
        if len(line.text) < 300 and TITLE.search(line.text) and not line.text.rstrip().endswith((".", ":")):
            last = line
            for following in lines[i + 1 : i + 4]:
                if len(following.text) > 160 or not TITLE.search(following.text) and not re.search(r"^\W*(?:concerning|in respect of|regarding|relating to|report)\b", following.text, re.I) or re.search(r"\bchair|\bauthor|completed|contents", following.text, re.I):
                    break
                last = following
            text = straighten(documents[line.document].text[line.start : last.start + len(last.text)])
            text = re.sub(r"^\W*[A-Z][A-Za-z ]{3,50}(?:PARTNERSHIP|Partnership)\W+(?=(?i:domestic))", "", text)
            return _Found(re.sub(r"\s+", " ", re.sub(r"[#]+ ?", "", text)).strip(), line.document, line.start, last.start + len(last.text))
    return None


def _csp(front: Sequence[Stretch], cast: Cast) -> _Found | None:
    """The partnership that commissioned the review: the first that the front matter names."""
    names = [b for b in cast.bodies if b.agency_type == "csp" and re.search(r"partnership|csp|community safety", b.name, re.I)] or \
            [b for b in cast.bodies if b.agency_type == "csp"]
    for body in names:
        for stretch in front:
            at = stretch.text.lower().find(body.name.lower())
            if at >= 0:
                return _Found(body.name, stretch.document, stretch.start + at, stretch.start + at + len(body.name))
    return None


def _chair(everything: Sequence[Stretch], words: Mapping[str, Any]) -> _Found | None:
    roles = "|".join(words["chair"])
    before = re.compile(rf"(?i:\b(?:{roles}))(?i:(?: of the (?:overview |review |dhr |report|panel|review panel|domestic homicide review)*)*(?:,? and (?:the )?(?:\w+ )*author(?: of [\w ]+)?)?)(?: was| is|,|:|\t| -)*\s+{PERSON}")
    after = re.compile(rf"{PERSON},? (?i:(?:was |is |as |acted as |who (?:was|is) )?(?:appointed |the |an |as )*(?:independent )?chair)\b")
    after_plain = re.compile(rf"{PERSON},? \(?(?i:independent chair|chair|author)")
    for pattern in (before, after, after_plain):
        for stretch in everything:
            if stretch.section not in ABOUT and stretch.start > FRONT * 3:
                continue
            for found in pattern.finditer(stretch.text):
                if not re.search(r"\b(?:Report|Review|Panel|Partnership|Independent|Domestic|Author|Chair|Safety|Community|Council|Police|The|Date|Home)\b", found["who"]):
                    who = re.sub(r"\s+(?:Associate|Version|Report|Completed|Commissioned|Date)\b.*", "", found["who"])
                    return _Found(who, stretch.document, stretch.start + found.start("who"), stretch.start + found.start("who") + len(who))
    return None


def _report_date(everything: Sequence[Stretch], front: Sequence[Stretch], words: Mapping[str, Any]) -> _Found | None:
    told = re.compile(rf"\b(?:{'|'.join(words['report_date'])})\b\s*:?\s*", re.I)
    best: tuple[int, _Found] | None = None
    for stretch in everything:
        if stretch.section in ASKED or stretch.start > FRONT and (stretch.section not in ABOUT or not re.search(r"\breport\b|\breview\b", stretch.text, re.I)):
            continue
        for found in told.finditer(stretch.text):
            tail = stretch.text[found.end() : found.end() + 45]
            dates = [d for d in find_dates(tail) if d.start < 14]
            span = resolve(dates[0]) if dates else None
            if span is None or stretch.section == "history" and stretch.start > FRONT / 2:
                continue
            rank = next((i for i, w in enumerate(words["report_date_order"]) if w in found[0].lower()), 99)
            begin = stretch.start + found.end() + dates[0].start
            if best is None or rank < best[0]:
                best = rank, _Found(span.edtf, stretch.document, begin, stretch.start + found.end() + dates[0].end)
    return best[1] if best else _dated_line(front)


def _dated_line(front: Sequence[Stretch]) -> _Found | None:
    """A line of the title page that ends in a date and tells no death."""
    for stretch in front:
        if stretch.section not in ("front", "process") or len(stretch.text) > 90 or DYING.search(stretch.text):
            continue
        for mention in find_dates(stretch.text):
            span = resolve(mention)
            if span is not None and span.earliest is not None and mention.end >= len(stretch.text.rstrip(" .)")):
                return _Found(span.edtf, stretch.document, stretch.start + mention.start, stretch.start + mention.end)
    return None


def _death_kind(everything: Sequence[Stretch], words: Mapping[str, Any], cast: Cast) -> _Found | None:
    """Suicide where the words say it of the victim more often than that somebody killed; else homicide."""
    tally: dict[str, list[_Found]] = {}
    for kind, terms in words["death_kind"].items():
        pattern = re.compile(rf"\b(?:{'|'.join(terms)})\b(?! review)", re.I)
        tally[kind] = [_Found(kind, s.document, s.start + m.start(), s.start + m.end()) for s in everything for m in pattern.finditer(s.text)]
    suicide, homicide = tally.get("suicide", []), tally.get("homicide", [])
    if suicide and (len(suicide) >= len(homicide) or not any(p.role == "perpetrator" for p in cast.persons)):
        return suicide[0]
    return homicide[0] if homicide else None


def _deaths(slug: str, review: str, everything: Sequence[Stretch], cast: Cast, kind: str | None) -> tuple[tuple[Death, ...], list[Quote]]:
    deaths, quotes = [], []
    for victim in cast.victims:
        person = cast.person(victim)
        label = person.label if person else ""
        id = record_id(slug, "Death", label)
        best = max(_dated(everything, label), key=lambda f: f[0], default=None)
        date = best[1] if best else None
        deaths.append(Death(id=id, caption=f"Death of {label}", in_review=review, victim=victim, **_date_fields(date)))
        if best:
            quotes.append((id, "date_edtf", best[2], best[3], best[4]))
    return tuple(deaths), quotes


def _date_fields(date: DateSpan | None) -> dict[str, Any]:
    if date is None:
        return {}
    return {"date_earliest": date.earliest, "date_latest": date.latest, "date_edtf": date.edtf, "date_text": date.text, "date_basis": date.basis}


def _dated(everything: Sequence[Stretch], label: str) -> Iterator[tuple[float, DateSpan, int, int, int]]:
    """Dates in sentences that tell the death, the surest first: with the victim's name, to the day, early in the text."""
    order = 0
    for stretch in everything:
        for offset, sentence in sentences(stretch.text):
            order += 1
            dying = list(DYING.finditer(sentence))
            if not dying or stretch.section in ("recommendations", "action_plan"):
                continue
            for mention in find_dates(sentence):
                span = resolve(mention)
                if span is None or span.earliest is None:
                    continue
                near = min(min(abs(mention.start - d.end()), abs(d.start() - mention.end)) for d in dying)
                score = (3.0 if label and label in sentence else 0) - near / 25 - order / 80 + len(span.edtf) / 5 \
                    + (2 if re.search(KILLING + r"|died|death", sentence, re.I) else 0) - (3 if re.search(r"review|decision|convict|sentenc|plead|pleaded", sentence, re.I) else 0)
                yield score, span, stretch.document, stretch.start + offset + mention.start, stretch.start + offset + mention.end


def _kind(number: int, front: Sequence[Stretch], words: Mapping[str, Any]) -> str | None:
    """The kind of a document by the words of its top lines."""
    top = " ".join(s.text for s in front if s.document == number and s.start < 700).lower()[:700]
    found = [(m.start(), code) for code, terms in words["document_kind"].items() for t in terms if (m := re.search(t, top))]
    if not found:
        return None
    order = list(words["document_kind"])
    return min(found, key=lambda f: (order.index(f[1]), f[0]))[1]
