"""Explaining: what was read in a sentence or passage, clause by clause, and which rule said so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dhr_graph.loaders.cast import Cast, find_cast, find_review
from dhr_graph.loaders.continuous import ContinuousText, continuous
from dhr_graph.loaders.narrative.reader import NarrativeReader, parse_narrative
from dhr_graph.loaders.narrative.telling import SentenceTelling, ToldEvent
from dhr_graph.loaders.reading import ReadingKnowledge, last_day_of
from dhr_graph.loaders.sections import classify
from dhr_graph.model.documents import SourceDocument


@dataclass(frozen=True, slots=True)
class ExplainedEvent:
    """One event as it was read: names, not ids."""

    type: str
    rule: str
    agency: str | None
    agency_from: str
    recipient: str | None
    date: str | None
    date_from: str | None
    level: str | None
    persons: tuple[str, ...]
    quote: str
    outcome: str | None = None


@dataclass(frozen=True, slots=True)
class ExplainedSentence:
    """One sentence: where it stands, what each clause asserts, and what came of it."""

    words: str
    start: int
    setting: str | None
    clauses: tuple[tuple[str, str], ...]
    events: tuple[ExplainedEvent, ...]
    open_cues: tuple[str, ...]


def explain(
    document: SourceDocument, knowledge: ReadingKnowledge, *, start: int = 0, end: int | None = None
) -> Iterator[ExplainedSentence]:
    """Explain the sentences of a document that begin between two offsets; the whole document gives the cast."""
    text = continuous(document)
    document = text.document
    sections = classify(document)
    parsed = parse_narrative(document, sections, knowledge.lexicon)
    cast = find_cast("explain", [document], [parsed], knowledge.cast)
    deaths = find_review("explain", [document], cast).deaths
    reader = NarrativeReader(cast, knowledge.lexicon, last_day_of(deaths))
    last = len(text.printed.text) if end is None else end
    for telling in reader.tellings(document, parsed, sections):
        if start <= text.place(telling.start, telling.start + 1).start < last:
            yield _explained(telling, cast, text)


def _explained(telling: SentenceTelling, cast: Cast, text: ContinuousText) -> ExplainedSentence:
    words = text.document.text[telling.start : telling.start + len(telling.reading.sentence.text)]
    return ExplainedSentence(
        words.strip(),
        text.place(telling.start, telling.start + 1).start,
        _name(telling.setting.agency, cast),
        tuple((clause.lemma, status.value) for clause, status in telling.reading.statuses),
        tuple(_event(event, cast, text) for event in telling.events),
        tuple(cue.cue for cue in telling.cues),
    )


def _event(told: ToldEvent, cast: Cast, text: ContinuousText) -> ExplainedEvent:
    candidate, date = told.candidate, told.date
    persons = (cast.person(member) for member in told.about)
    return ExplainedEvent(
        candidate.type,
        candidate.rule,
        _name(candidate.agency, cast),
        candidate.basis,
        _name(candidate.recipient, cast),
        date.edtf if date else None,
        date.basis if date else None,
        candidate.level,
        tuple(person.label for person in persons if person is not None),
        text.printed.words(text.place(told.start, told.end)),
        candidate.outcome,
    )


def _name(member: str | None, cast: Cast) -> str | None:
    body = cast.body(member) if member is not None else None
    return body.name if body is not None else None
