"""Reading a review: from its documents to all its records, through cast, sections, narrative and recommendations."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from importlib import resources
from pathlib import Path

from dhr_graph.captions import with_captions
from dhr_graph.errors import NotAReview
from dhr_graph.identifiers import record_id
from dhr_graph.knowledge import derive
from dhr_graph.loaders.cast import Cast, CastKnowledge, find_cast, find_review, load_cast_knowledge
from dhr_graph.loaders.narrative.grammar import parse_document
from dhr_graph.loaders.narrative.lexicon import Lexicon, load_lexicon
from dhr_graph.loaders.narrative.reader import NarrativeReader, ToldCue, ToldEvent
from dhr_graph.loaders.narrative.recording import Ledger, record_events
from dhr_graph.loaders.narrative.retelling import gather
from dhr_graph.loaders.narrative.risk import risky, unsure
from dhr_graph.loaders.recommendations import find_recommendations
from dhr_graph.loaders.sections import classify
from dhr_graph.model.documents import SourceDocument
from dhr_graph.model.reading import Coverage, DocumentReading, ReviewReading
from dhr_graph.model.records import Death, Event, MissedOpportunity, OpenCue, Record, Risk

SUBJECT_MATTER = re.compile(r"\b(?:homicide|domestic|abuse|review|death|died|killed|murder)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ReadingKnowledge:
    """What the extraction knows, loaded once: its rules, its agencies, and the hash of both."""

    lexicon: Lexicon
    cast: CastKnowledge
    hash: str


def load_knowledge(rules: Path | None = None) -> ReadingKnowledge:
    """Load the shipped rules with those of a user's folder; raises BadRules."""
    return ReadingKnowledge(load_lexicon(rules), load_cast_knowledge(rules), _hash_of_rules(rules))


def _hash_of_rules(own: Path | None) -> str:
    digest = hashlib.sha256()
    for name in ("dhr_graph.loaders.rules", "dhr_graph.loaders.gazetteer"):
        for entry in sorted(resources.files(name).iterdir(), key=lambda e: e.name):
            if entry.name.endswith((".toml", ".csv")):
                digest.update(entry.read_bytes())
    for path in sorted(own.iterdir()) if own is not None else ():
        if path.suffix in {".toml", ".csv"}:
            digest.update(path.read_bytes())
    return digest.hexdigest()


def read_review(slug: str, documents: Sequence[SourceDocument], knowledge: ReadingKnowledge) -> ReviewReading:
    """Read all documents of a review; raises NotAReview where they hold nothing that a review would."""
    parsed = [list(parse_document(document)) for document in documents]
    sections = [classify(document) for document in documents]
    cast = find_cast(slug, documents, parsed, knowledge.cast)
    particulars = find_review(slug, documents, cast)
    review = particulars.review
    ledgers = [
        Ledger(slug, document, review.id, knowledge.hash, kind)
        for document, kind in zip(documents, particulars.document_kinds, strict=True)
    ]
    for ledger in ledgers:
        ledger.open()
    reader = NarrativeReader(cast, knowledge.lexicon)
    readings = [list(reader.read(document, p, s)) for document, p, s in zip(documents, parsed, sections, strict=True)]
    told = [(at, event) for at, reading in enumerate(readings) for event in reading if isinstance(event, ToldEvent)]
    deaths = tuple(_plausible(death, [event for _, event in told]) for death in particulars.deaths)
    events = _events(told, cast, knowledge.lexicon, deaths, ledgers)
    for reading, ledger in zip(readings, ledgers, strict=True):
        _record_cues(reading, ledger)
    asked = list(_recommendations(slug, documents, sections, cast, ledgers))
    if not events and not asked and not cast.persons and not cast.bodies and not _reads_like_a_review(documents):
        raise NotAReview(
            "No agency, person, event or recommendation was found in it.",
            where=", ".join(d.name for d in documents),
            remedy="Give the text of a domestic homicide review.",
        )
    for member, document, start, end in cast.quotes:
        ledgers[document].support(member, start, end, rule="cast.introduced")
    for fact, of_field, document, start, end in particulars.quotes:
        ledgers[document].support(fact, start, end, of_field=of_field, rule="review.particulars")
    risks = tuple(_risks(slug, review.id, cast))
    members = tuple(replace(member, in_review=review.id) for member in (*cast.persons, *cast.bodies))
    records: tuple[Record, ...] = (review, *deaths, *members, *risks, *asked)
    derived = derive([*records, *(r for ledger in ledgers for r in ledger.records)])
    return _captioned(slug, (*records, *derived), ledgers, readings)


def _plausible(death: Death, told: Sequence[ToldEvent]) -> Death:
    """The death without its date where most of the history is told of days after it: then the date is another's."""
    days = [e.date.earliest for e in told if e.date is not None and e.date.earliest is not None]
    if death.date_latest is None or len(days) < 4 or sum(day > death.date_latest for day in days) * 2 <= len(days):
        return death
    return replace(death, date_earliest=None, date_latest=None, date_edtf=None, date_text=None, date_basis=None)


def _events(
    told: Sequence[tuple[int, ToldEvent]],
    cast: Cast,
    lexicon: Lexicon,
    deaths: Sequence[Death],
    ledgers: Sequence[Ledger],
) -> list[Record]:
    last = max((d.date_earliest for d in deaths if d.date_earliest is not None), default=None)
    happenings = gather(told)
    flags = risky([h.best for h in happenings], cast, lexicon, last)
    concerned = {id(h.best): flag for h, flag in zip(happenings, flags, strict=True)}
    slug, review = ledgers[0].slug, ledgers[0].review_id
    known = {tuple(sorted(r.person_at_risk)): r.id for r in _risks(slug, review, cast) if not r.principal}
    risk_of = {
        e.best.about: risk
        for e in happenings
        for people, risk in known.items()
        if set(people) & set(e.best.about) and not set(cast.victims) & set(e.best.about)
    }
    principal = next((r.id for r in _risks(slug, review, cast) if r.principal), None)
    for event in unsure([h.best for h in happenings], flags):
        document = next(d for h in happenings for d, e in h.tellings if e is event)
        _record_cues([ToldCue(event.candidate.agency, event.candidate.type, event.start, event.end)], ledgers[document])
    return list(record_events(happenings, concerned, ledgers, review, risk_of, principal))


def _risks(slug: str, review: str, cast: Cast) -> Iterator[Risk]:
    """The principal risk, and one for each other partner of the perpetrator who is told of."""
    yield Risk(
        id=record_id(slug, "Risk", "principal"),
        in_review=review,
        principal=True,
        method="rule",
        confidence=0.9,
        person_at_risk=tuple(sorted(cast.victims)),
        person_posing_risk=tuple(sorted(cast.perpetrators)),
    )
    for person in cast.persons:
        if person.role == "partner_other":
            yield Risk(
                id=record_id(slug, "Risk", person.id),
                in_review=review,
                method="rule",
                confidence=0.6,
                person_at_risk=(person.id,),
                person_posing_risk=tuple(sorted(cast.perpetrators)),
            )


def _record_cues(reading: Sequence[ToldEvent | ToldCue], ledger: Ledger) -> None:
    for told in reading:
        if isinstance(told, ToldCue):
            quote = ledger.source.text[told.start : told.end]
            ident = record_id(ledger.slug, "OpenCue", quote, told.agency, told.cue)
            if ident in {r.id for r in ledger.records if isinstance(r, OpenCue)}:
                continue
            cue = OpenCue(
                id=ident,
                in_review=ledger.review_id,
                in_document=ledger.document_id,
                of_agency=told.agency,
                cue=told.cue,
                method="rule",
                confidence=0.5,
            )
            if ledger.support(ident, told.start, told.end, rule="cue.open"):
                ledger.records.append(cue)


def _recommendations(
    slug: str,
    documents: Sequence[SourceDocument],
    sections: Sequence[Sequence[str]],
    cast: Cast,
    ledgers: Sequence[Ledger],
) -> Iterator[Record]:
    for found in find_recommendations(slug, documents, sections, cast):
        yield replace(found.recommendation, in_review=ledgers[0].review_id)
        for action in found.actions:
            yield replace(action, in_review=ledgers[0].review_id)
        for quote in found.quotes:
            ledgers[quote.document].support(
                quote.supports, quote.start, quote.end, of_field=quote.field, rule="recommendation.asked"
            )


def _captioned(
    slug: str, records: Sequence[Record], ledgers: Sequence[Ledger], readings: Sequence[Sequence[ToldEvent | ToldCue]]
) -> ReviewReading:
    sizes = [len(records), *(len(ledger.records) for ledger in ledgers)]
    captioned = iter(with_captions([*records, *(r for ledger in ledgers for r in ledger.records)]))
    parts = [tuple(next(captioned) for _ in range(size)) for size in sizes]
    documents = tuple(
        DocumentReading(ledger.source, part, _coverage(ledger, reading))
        for ledger, part, reading in zip(ledgers, parts[1:], readings, strict=True)
    )
    return ReviewReading(slug, parts[0], documents)


def _coverage(ledger: Ledger, reading: Sequence[ToldEvent | ToldCue]) -> Coverage:
    touched = {ledger.passage_at(told.start) for told in reading}
    return Coverage(
        len(ledger.source.passages),
        len(touched),
        sum(1 for r in ledger.records if isinstance(r, Event | MissedOpportunity)),
        sum(1 for r in ledger.records if isinstance(r, OpenCue)),
        ledger.dropped,
    )


def _reads_like_a_review(documents: Sequence[SourceDocument]) -> bool:
    return sum(len(SUBJECT_MATTER.findall(document.text[:20000])) for document in documents) >= 5
