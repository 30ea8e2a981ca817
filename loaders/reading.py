"""Reading a review: from its documents to all its records, through cast, sections, narrative and recommendations."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from importlib import resources
from pathlib import Path

from dhr_graph.captions import with_captions
from dhr_graph.errors import NotAReview
from dhr_graph.identifiers import record_id
from dhr_graph.knowledge import derive
from dhr_graph.loaders.cast import Cast, CastKnowledge, Particulars, find_cast, find_review, load_cast_knowledge
from dhr_graph.loaders.continuous import continuous
from dhr_graph.loaders.first_words import with_first_words
from dhr_graph.loaders.named_bodies import with_named_bodies
from dhr_graph.loaders.narrative.ledger import Ledger
from dhr_graph.loaders.narrative.lexicon import Lexicon, load_lexicon
from dhr_graph.loaders.narrative.reader import NarrativeReader, parse_narrative
from dhr_graph.loaders.narrative.recording import ConcernedRisks, record_cues, record_events
from dhr_graph.loaders.narrative.retelling import gather
from dhr_graph.loaders.narrative.risk import risky, unsure
from dhr_graph.loaders.narrative.telling import ToldCue, ToldEvent
from dhr_graph.loaders.recommendations import find_recommendations
from dhr_graph.loaders.sections import classify
from dhr_graph.model.documents import SourceDocument
from dhr_graph.model.reading import Coverage, DocumentReading, ReviewReading
from dhr_graph.model.records import Body, Death, Event, MissedOpportunity, OpenCue, Record, Risk

BEGINNING = 20000
SUBJECT_WORDS = 5
DATED_EVENTS = 4
PRINCIPAL_CONFIDENCE = 0.9
OTHER_CONFIDENCE = 0.6

Telling = Sequence[ToldEvent | ToldCue]


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
    texts = [continuous(document) for document in documents]
    documents = [text.document for text in texts]
    sections = [classify(document) for document in documents]
    parsed = [
        parse_narrative(document, kinds, knowledge.lexicon) for document, kinds in zip(documents, sections, strict=True)
    ]
    cast = find_cast(slug, documents, parsed, knowledge.cast)
    particulars = find_review(slug, documents, cast)
    ledgers = [
        Ledger(slug, text, particulars.review.id, knowledge.hash, kind)
        for text, kind in zip(texts, particulars.document_kinds, strict=True)
    ]
    for ledger in ledgers:
        ledger.open()
    reader = NarrativeReader(cast, knowledge.lexicon, last_day_of(particulars.deaths))
    tellings = [list(reader.read(*read)) for read in zip(documents, parsed, sections, strict=True)]
    told = [(at, event) for at, telling in enumerate(tellings) for event in telling if isinstance(event, ToldEvent)]
    deaths = tuple(_plausible(death, [event for _, event in told]) for death in particulars.deaths)
    has_events = _record_events(told, cast, knowledge.lexicon, deaths, ledgers)
    for telling, ledger in zip(tellings, ledgers, strict=True):
        record_cues([cue for cue in telling if isinstance(cue, ToldCue)], ledger)
    asked = list(_recommendations(slug, documents, sections, cast, ledgers))
    if not (has_events or asked or cast.persons or cast.bodies or _reads_like_a_review(documents, knowledge.lexicon)):
        raise NotAReview(
            "No agency, person, event or recommendation was found in it.",
            where=", ".join(d.name for d in documents),
            remedy="Give the text of a domestic homicide review.",
        )
    _support_cast(cast, particulars, ledgers)
    of_review = _of_review(particulars, deaths, cast)
    records = (*of_review, *asked)
    derived = derive([*records, *(record for ledger in ledgers for record in ledger.records)])
    return _captioned(slug, (*records, *derived), ledgers, tellings)


def last_day_of(deaths: Sequence[Death]) -> datetime.date | None:
    """The last day on which the last of these deaths may have been, None where none has a date."""
    return max((death.date_latest for death in deaths if death.date_latest is not None), default=None)


def _plausible(death: Death, told: Sequence[ToldEvent]) -> Death:
    """The death without its date where most of the history is told of days after it: then the date is another's."""
    days = [e.date.earliest for e in told if e.date is not None and e.date.earliest is not None]
    if death.date_latest is None or len(days) < DATED_EVENTS:
        return death
    if sum(day > death.date_latest for day in days) * 2 <= len(days):
        return death
    return replace(death, date_earliest=None, date_latest=None, date_edtf=None, date_text=None, date_basis=None)


def _record_events(
    told: Sequence[tuple[int, ToldEvent]],
    cast: Cast,
    lexicon: Lexicon,
    deaths: Sequence[Death],
    ledgers: Sequence[Ledger],
) -> bool:
    """Enter the events of all documents, each once; returns whether there are any."""
    last = last_day_of(deaths)
    happenings = gather(told)
    best = [happening.best for happening in happenings]
    flags = risky(best, cast, lexicon, last)
    for happening, doubtful in zip(happenings, unsure(best, flags, lexicon), strict=True):
        document, event = happening.tellings[0]
        if doubtful:
            cue = ToldCue(event.candidate.agency, event.candidate.type, event.start, event.end)
            record_cues([cue], ledgers[document])
    return len(list(record_events(happenings, flags, ledgers, _concerned(cast, ledgers[0])))) > 0


def _concerned(cast: Cast, ledger: Ledger) -> ConcernedRisks:
    risks = list(_risks(ledger.slug, ledger.review_id, cast))
    others = {risk.person_at_risk: risk.id for risk in risks if not risk.principal}
    return ConcernedRisks(risks[0].id, others, cast.victims)


def _risks(slug: str, review: str, cast: Cast) -> Iterator[Risk]:
    """The principal risk, and one for each other partner of the perpetrator who is told of."""
    perpetrators = tuple(sorted(cast.perpetrators))
    yield Risk(
        id=record_id(slug, "Risk", "principal"),
        in_review=review,
        principal=True,
        method="rule",
        confidence=PRINCIPAL_CONFIDENCE,
        person_at_risk=tuple(sorted(cast.victims)),
        person_posing_risk=perpetrators,
    )
    for person in cast.persons:
        if person.role == "partner_other":
            yield Risk(
                id=record_id(slug, "Risk", person.id),
                in_review=review,
                method="rule",
                confidence=OTHER_CONFIDENCE,
                person_at_risk=(person.id,),
                person_posing_risk=perpetrators,
            )


def _support_cast(cast: Cast, particulars: Particulars, ledgers: Sequence[Ledger]) -> None:
    for member, document, start, end in cast.quotes:
        ledgers[document].support(member, start, end, rule="cast.introduced")
    for fact, of_field, document, start, end in particulars.quotes:
        ledgers[document].support(fact, start, end, of_field=of_field, rule="review.particulars")


def _of_review(particulars: Particulars, deaths: Sequence[Death], cast: Cast) -> tuple[Record, ...]:
    review = particulars.review
    members = (replace(member, in_review=review.id) for member in (*cast.persons, *cast.bodies))
    return (review, *deaths, *members, *_risks(cast.slug, review.id, cast))


def _recommendations(
    slug: str,
    documents: Sequence[SourceDocument],
    sections: Sequence[Sequence[str]],
    cast: Cast,
    ledgers: Sequence[Ledger],
) -> Iterator[Record]:
    review = ledgers[0].review_id
    for found in find_recommendations(slug, documents, sections, cast):
        yield replace(found.recommendation, in_review=review)
        for action in found.actions:
            yield replace(action, in_review=review)
        for quote in found.quotes:
            ledgers[quote.document].support(
                quote.supports, quote.start, quote.end, of_field=quote.field, rule="recommendation.asked"
            )


def _captioned(
    slug: str, records: Sequence[Record], ledgers: Sequence[Ledger], tellings: Sequence[Telling]
) -> ReviewReading:
    bodies = [record for record in records if isinstance(record, Body)]
    told = with_first_words(with_named_bodies((record for ledger in ledgers for record in ledger.records), bodies))
    captioned = iter(with_captions([*records, *told]))
    of_review = tuple(next(captioned) for _ in records)
    documents = tuple(
        DocumentReading(ledger.source, tuple(next(captioned) for _ in ledger.records), _coverage(ledger, telling))
        for ledger, telling in zip(ledgers, tellings, strict=True)
    )
    return ReviewReading(slug, of_review, documents)


def _coverage(ledger: Ledger, telling: Telling) -> Coverage:
    return Coverage(
        passages=len(ledger.source.passages),
        passages_with_cues=len({ledger.passage_at(told.start) for told in telling}),
        events=sum(isinstance(record, Event | MissedOpportunity) for record in ledger.records),
        open_cues=sum(isinstance(record, OpenCue) for record in ledger.records),
        dropped=ledger.dropped,
    )


def _reads_like_a_review(documents: Sequence[SourceDocument], lexicon: Lexicon) -> bool:
    """Whether the words of domestic homicide stand in it often enough, where nothing was read."""
    subject = lexicon.patterns["subject_matter"]
    return sum(len(subject.findall(document.text[:BEGINNING])) for document in documents) >= SUBJECT_WORDS
