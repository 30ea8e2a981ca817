"""The deaths that a review is about: one for each victim, with kind and date."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from dhr_graph.identifiers import record_id
from dhr_graph.loaders.cast.cast import Cast
from dhr_graph.loaders.cast.stretches import ASKED, Stretch
from dhr_graph.loaders.cast.wording import sentences
from dhr_graph.loaders.dates import DateMention, find_dates, resolve
from dhr_graph.model.dates import DateSpan
from dhr_graph.model.documents import TABLE_ROW
from dhr_graph.model.records import Death

UNKNOWN = "unknown"
MONTH = re.compile(r"\d{4}-\d\d")
LATER, FAR, EXACT = 80, 25, 5
"""Sentences of the text, letters from the words of dying, and letters of the date that weigh one point."""
DAY = len("2019-05-04")
OPENS = 1
"""Characters before the date of an entry; only such a date is that of the sentence after it too."""
FIELD, AFTERWARDS, CARRIED, SPREAD = 6, 3, 3, 1
"""What a field of the title page, what came after, a date of the sentence before, and one of several months weigh."""


@dataclass(frozen=True, slots=True)
class Stated:
    """A value with the words that state it."""

    value: str
    document: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A date that may be the death's, and how much speaks for it."""

    score: float
    span: DateSpan
    document: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Found:
    """A date of a sentence that begins at an offset of the document."""

    mention: DateMention
    span: DateSpan
    at: int

    def candidate(self, score: float, document: int) -> _Candidate:
        """The date with what speaks for it; a day is worth more than a month, and that more than a year or a season."""
        sharpest = min(map(len, self.span.edtf.split("/")))
        spread = SPREAD if "/" in self.span.edtf and sharpest < DAY else 0
        exact = score + sharpest / EXACT - spread
        return _Candidate(exact, self.span, document, self.at + self.mention.start, self.at + self.mention.end)


def any_of(words: Sequence[str]) -> re.Pattern[str]:
    """One expression of several, small or capital letters."""
    return re.compile(rf"\b(?:{'|'.join(words)})\b", re.I)


def kind_of_death(all_stretches: Sequence[Stretch], words: Mapping[str, Any], cast: Cast) -> Stated | None:
    """Suicide where the words say it of the victim at least as often as that somebody killed; else homicide."""
    told: dict[str, list[Stated]] = {}
    for kind, terms in words["death_kind"].items():
        pattern = re.compile(rf"\b(?:{'|'.join(terms)})\b(?! review)", re.I)
        told[kind] = [
            Stated(kind, s.document, s.start + m.start(), s.start + m.end())
            for s in all_stretches
            for m in pattern.finditer(s.text)
        ]
    suicide, homicide = told["suicide"], told["homicide"]
    if suicide and (len(suicide) >= len(homicide) or not cast.perpetrators):
        return suicide[0]
    return homicide[0] if homicide else None


def deaths_of(
    slug: str, review: str, all_stretches: Sequence[Stretch], words: Mapping[str, Any], cast: Cast
) -> Iterator[tuple[Death, Stated | None]]:
    """A death for each victim, with the words of its date."""
    for victim in cast.victims:
        person = cast.person(victim)
        label = person.label if person else ""
        found = _best(list(_dated(all_stretches, label, words)))
        when = None
        dates: dict[str, Any] = {}
        if found is not None:
            span = found.span
            when = Stated(span.edtf, found.document, found.start, found.end)
            dates = {
                "date_earliest": span.earliest,
                "date_latest": span.latest,
                "date_edtf": span.edtf,
                "date_text": span.text,
                "date_basis": span.basis,
            }
        yield (
            Death(
                id=record_id(slug, "Death", label),
                caption=f"Death of {label}",
                in_review=review,
                victim=victim,
                **dates,
            ),
            when,
        )


def _best(candidates: Sequence[_Candidate]) -> _Candidate | None:
    """The date for which most speaks; of a month that a title names, the day in it for which most does."""
    found = max(candidates, key=lambda c: c.score, default=None)
    if found is None or MONTH.fullmatch(found.span.edtf) is None:
        return found
    days = [c for c in candidates if c.span.earliest == c.span.latest and _lies_within(c.span, found.span)]
    return max(days, key=lambda c: c.score, default=found)


def _lies_within(day: DateSpan, span: DateSpan) -> bool:
    if day.earliest is None or span.earliest is None or span.latest is None:
        return False
    return span.earliest <= day.earliest <= span.latest


def _dated(all_stretches: Sequence[Stretch], label: str, words: Mapping[str, Any]) -> Iterator[_Candidate]:
    """Dates in sentences that tell the death; for one speaks the victim's name, nearness, and standing early."""
    names = ("dying", "afterwards", "death_field", "period_until", "later_than_before")
    dying, afterwards, field, until, later = (any_of(words[name]) for name in names)
    order = 0
    for _, parts in groupby(all_stretches, key=lambda s: (s.document, s.passage.ordinal)):
        before: _Found | None = None
        for stretch, offset, sentence in _sentences_of(parts):
            order += 1
            found = [_Found(m, span, stretch.start + offset) for m in find_dates(sentence) if (span := _resolved(m))]
            told = list(dying.finditer(sentence))
            if told and stretch.section not in ASKED and not until.search(sentence):
                base = (5.0 if label and label in sentence else 2.0) - order / LATER
                base += FIELD if field.search(sentence) else 0
                base -= AFTERWARDS if afterwards.search(sentence) else 0
                for one in found:
                    near = min(min(abs(one.mention.start - d.end()), abs(d.start() - one.mention.end)) for d in told)
                    yield one.candidate(base - near / FAR, stretch.document)
                if not found and before is not None and not later.search(sentence):
                    yield before.candidate(base - CARRIED, stretch.document)
            told_later = afterwards.search(sentence) or until.search(sentence)
            if found and found[0].mention.start <= OPENS and not told_later:
                before = found[0]
            elif stretch.passage.kind != TABLE_ROW:
                before = None


def _sentences_of(parts: Iterable[Stretch]) -> Iterator[tuple[Stretch, int, str]]:
    return ((stretch, offset, sentence) for stretch in parts for offset, sentence in sentences(stretch.text))


def _resolved(mention: DateMention) -> DateSpan | None:
    span = resolve(mention)
    return span if span is not None and span.earliest is not None else None
