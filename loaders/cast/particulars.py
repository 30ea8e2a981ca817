"""The review's own particulars: title, partnership, chair, dates, kind of death, kind of each document."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dhr_graph.identifiers import record_id
from dhr_graph.loaders.cast.cast import Cast
from dhr_graph.loaders.cast.deaths import UNKNOWN, Stated, any_of, deaths_of, kind_of_death
from dhr_graph.loaders.cast.expressions import expression
from dhr_graph.loaders.cast.rule_tables import load_cast_knowledge
from dhr_graph.loaders.cast.stretches import ABOUT, ASKED, Stretch, stretches
from dhr_graph.loaders.cast.wording import straighten
from dhr_graph.loaders.dates import find_dates, resolve
from dhr_graph.model.documents import SourceDocument
from dhr_graph.model.records import Death, Review

FRONT = 3000
TOP = 700
PERSON = (
    r"(?P<who>(?:(?:Dr|Mr|Mrs|Ms|Miss|Professor|Prof|Sir|Dame)\.? )?[A-Z][\w'-]+(?: (?:[A-Z]\.? )?[A-Z][\w'-]+){1,3})"
)
OF_PANEL = r"(?: of the (?:overview |review |dhr |report|panel|review panel|domestic homicide review)*)*"
LEADING_CSP = re.compile(r"^\W*[A-Z][A-Za-z ]{3,50}(?:PARTNERSHIP|Partnership)\W+(?=(?i:domestic))")
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


def find_review(slug: str, documents: Sequence[SourceDocument], cast: Cast) -> Particulars:
    """Read the particulars of a review and of its deaths, one for each victim."""
    words = load_cast_knowledge().review
    everything = list(stretches(documents))
    front = [s for s in everything if s.start < FRONT]
    id = record_id(slug, "Review", slug)
    stated = {
        "title": _title(front, documents, words),
        "csp": _csp(front, cast),
        "chair": _chair(everything, words),
        "report_date": _report_date(everything, front, words),
        "death_kind": kind_of_death(everything, words, cast),
    }
    values = {name: found.value if found else None for name, found in stated.items()}
    values["death_kind"] = values["death_kind"] or UNKNOWN
    deaths = tuple(deaths_of(slug, id, everything, words, cast))
    quotes = [(id, name, f.document, f.start, f.end) for name, f in stated.items() if f]
    quotes += [(death.id, "date_edtf", f.document, f.start, f.end) for death, f in deaths if f]
    return Particulars(
        Review(id=id, caption=values["title"] or slug, slug=slug, **values),
        tuple(death for death, _ in deaths),
        tuple(_kind(number, front, words) for number in range(len(documents))),
        tuple(sorted(quotes)),
    )


def _title(front: Sequence[Stretch], documents: Sequence[SourceDocument], words: Mapping[str, Any]) -> Stated | None:
    """The title: the first line that names the review, with the short lines that go on with it."""
    titles, goes_on, ends = (re.compile("|".join(words[key]), re.I) for key in ("title", "title_goes_on", "title_ends"))
    lines = [s for s in front if s.document == 0][:14]
    for i, line in enumerate(lines):
        if len(line.text) >= 300 or not titles.search(line.text) or line.text.rstrip().endswith((".", ":")):
            continue
        last = line
        for following in lines[i + 1 : i + 4]:
            on = titles.search(following.text) or goes_on.search(following.text)
            if len(following.text) > 160 or not on or ends.search(following.text):
                break
            last = following
        end = last.start + len(last.text)
        text = straighten(documents[line.document].text[line.start : end])
        title = re.sub(r"\s+", " ", re.sub(r"#+ ?", "", LEADING_CSP.sub("", text))).strip()
        return Stated(title, line.document, line.start, end)
    return None


def _csp(front: Sequence[Stretch], cast: Cast) -> Stated | None:
    """The partnership that commissioned the review: the first that the front matter names."""
    boards = [b for b in cast.bodies if b.agency_type == "csp"]
    partnerships = [b for b in boards if re.search(r"partnership|csp|community safety", b.name, re.I)]
    for body in partnerships or boards:
        for stretch in front:
            at = stretch.text.lower().find(body.name.lower())
            if at >= 0:
                return Stated(body.name, stretch.document, stretch.start + at, stretch.start + at + len(body.name))
    return None


def _chair(everything: Sequence[Stretch], words: Mapping[str, Any]) -> Stated | None:
    for pattern in _chair_patterns("|".join(words["chair"])):
        for stretch in everything:
            if stretch.section not in ABOUT and stretch.start > FRONT * 3:
                continue
            for found in pattern.finditer(stretch.text):
                if not expression("office_of_review").search(found["who"]):
                    who = expression("after_chair").sub("", found["who"])
                    at = stretch.start + found.start("who")
                    return Stated(who, stretch.document, at, at + len(who))
    return None


def _chair_patterns(roles: str) -> Iterator[re.Pattern[str]]:
    """The office before the name, after it as a predicate, after it as an apposition."""
    author = r"(?:,? and (?:the )?(?:\w+ )*author(?: of [\w ]+)?)?"
    yield re.compile(rf"(?i:\b(?:{roles}))(?i:{OF_PANEL}{author})(?: was| is|,|:|\t| -)*\s+{PERSON}")
    predicate = r"(?:was |is |as |acted as |who (?:was|is) )?(?:appointed |the |an |as )*(?:independent )?chair"
    yield re.compile(rf"{PERSON},? (?i:{predicate})\b")
    yield re.compile(rf"{PERSON},? \(?(?i:independent chair|chair|author|independent reviewer|reviewer)")


def _report_date(everything: Sequence[Stretch], front: Sequence[Stretch], words: Mapping[str, Any]) -> Stated | None:
    """The date beside words such as "completed", the surest words first; else a dated line of the title page."""
    told = re.compile(rf"\b(?:{'|'.join(words['report_date'])})\b\s*:?\s*", re.I)
    best: tuple[int, Stated] | None = None
    for stretch in everything:
        about = stretch.section in ABOUT and re.search(r"\b(?:report|review)\b", stretch.text, re.I)
        far = stretch.start > FRONT and not about
        if stretch.section in ASKED or far or stretch.section == "history" and stretch.start > FRONT / 2:
            continue
        for found in told.finditer(stretch.text):
            dates = [d for d in find_dates(stretch.text[found.end() : found.end() + 45]) if d.start < 14]
            span = resolve(dates[0]) if dates else None
            if span is None:
                continue
            rank = next((i for i, w in enumerate(words["report_date_order"]) if w in found[0].lower()), 99)
            if best is None or rank < best[0]:
                at = stretch.start + found.end()
                best = rank, Stated(span.edtf, stretch.document, at + dates[0].start, at + dates[0].end)
    return best[1] if best else _dated_line(front, any_of(words["dying"]))


def _dated_line(front: Sequence[Stretch], dying: re.Pattern[str]) -> Stated | None:
    """A line of the title page that ends in a date and tells no death."""
    for stretch in front:
        if stretch.section not in ("front", "process") or len(stretch.text) > 90 or dying.search(stretch.text):
            continue
        for mention in find_dates(stretch.text):
            span = resolve(mention)
            if span is not None and span.earliest is not None and mention.end >= len(stretch.text.rstrip(" .)")):
                return Stated(span.edtf, stretch.document, stretch.start + mention.start, stretch.start + mention.end)
    return None


def _kind(number: int, front: Sequence[Stretch], words: Mapping[str, Any]) -> str | None:
    """The kind of a document by the words of its top lines; the rarer kind outweighs the commoner."""
    top = " ".join(s.text for s in front if s.document == number and s.start < TOP).lower()[:TOP]
    kinds: Mapping[str, Sequence[str]] = words["document_kind"]
    return next((code for code, terms in kinds.items() if any(re.search(term, top) for term in terms)), None)
