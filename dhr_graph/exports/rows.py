"""The rows of the tables, from the records of one review."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import TypeAlias, TypeVar

from dhr_graph.exports.places import NOWHERE, Place
from dhr_graph.model import records as model
from dhr_graph.vocabulary import vocabulary

Value: TypeAlias = str | int | float | bool | tuple[str, ...] | None
Row: TypeAlias = Mapping[str, Value]
R = TypeVar("R", bound=model.Record)


@dataclass(frozen=True, slots=True)
class ReviewFacts:
    """The records of one review by id, where each is supported, and the names of organisations by id."""

    slug: str
    records: Sequence[model.Record]
    places: Mapping[str, Place]
    organisations: Mapping[str, str]

    def of(self, kind: type[R]) -> list[R]:
        """The records of a class, in the order in which the text tells them."""
        found = [record for record in self.records if isinstance(record, kind)]
        return sorted(found, key=lambda record: (self.place(record).order, record.id))

    def body_names(self) -> dict[str, str]:
        """The names of agencies and forums by id, in the order of the text."""
        return {body.id: body.name for body in self.of(model.Body)}

    def place(self, record: model.Record) -> Place:
        """Where a record is supported."""
        return self.places.get(record.id, NOWHERE)

    def cited(self, record: model.Record) -> dict[str, Value]:
        """The columns that say where a record is supported."""
        place = self.place(record)
        return {"review": self.slug, "document": place.document, "paragraph": place.paragraph, "quote": place.quote}

    def offsets(self, record: model.Record) -> dict[str, Value]:
        """The columns of the offsets; empty where there is no evidence."""
        place = self.place(record)
        return {"start": place.start, "end": place.end} if place is not NOWHERE else {}


def reviews(facts: ReviewFacts) -> Iterator[Row]:
    """One row for the review."""
    deaths = sorted(facts.of(model.Death), key=lambda death: (death.date_edtf or "", death.id))
    documents = sorted(facts.of(model.Document), key=lambda document: document.name)
    for review in facts.of(model.Review):
        yield {
            "review": facts.slug,
            "title": review.title,
            "csp": review.csp,
            "victim_death_date": tuple(death.date_edtf for death in deaths if death.date_edtf),
            "death_kind": review.death_kind,
            "report_date": review.report_date,
            "chair": review.chair,
            "document_kind": tuple(sorted({d.document_kind for d in documents if d.document_kind})),
            "documents": tuple(document.name for document in documents),
        }


def persons(facts: ReviewFacts) -> Iterator[Row]:
    """One row for each person."""
    for person in facts.of(model.Person):
        yield {
            **facts.cited(person),
            "id": person.id,
            "label": person.label,
            "aliases": person.aliases,
            "role": person.role,
            "sex": person.sex,
            "age": person.age,
            "ethnicity": person.ethnicity,
            "relation_to_victim": person.relation_to_victim,
        }


def agencies(facts: ReviewFacts) -> Iterator[Row]:
    """One row for each agency and each forum."""
    for body in facts.of(model.Body):
        yield {
            **facts.cited(body),
            "id": body.id,
            "name": body.name,
            "aliases": body.aliases,
            "type": body.agency_type,
            "participation": body.participation,
            "organisation": facts.organisations.get(body.of_organisation or "", body.of_organisation),
        }


def events(facts: ReviewFacts) -> Iterator[Row]:
    """One row for each event, and for each thing that the text says was not done."""
    told: list[model.Event | model.MissedOpportunity] = [*facts.of(model.Event), *facts.of(model.MissedOpportunity)]
    names = facts.body_names()
    for event in sorted(told, key=lambda event: (facts.place(event).order, event.id)):
        happened = event if isinstance(event, model.Event) else None
        yield {
            **facts.cited(event),
            **facts.offsets(event),
            "id": event.id,
            "type": vocabulary().event_type(type(event).__name__),
            "date": event.date_edtf,
            "agency": event.by_agency,
            "recipient": event.to_agency,
            "subjects": event.about,
            "level": happened.level if happened else None,
            "risk": bool(event.concerns_risk),
            "outcome": happened.outcome if happened else None,
            "count": happened.count if happened else None,
            "method": facts.place(event).rule or event.method,
            "confidence": event.confidence,
            "agency_name": names.get(event.by_agency or ""),
            "recipient_name": names.get(event.to_agency or ""),
        }


def knowledge(facts: ReviewFacts) -> Iterator[Row]:
    """One row for each agency, over all risks together."""
    known = {row.of_agency: row for row in facts.of(model.Knowledge) if row.of_risk is None}
    verdicts = {row.of_agency: row for row in facts.of(model.Verdict) if row.of_risk is None}
    names = facts.body_names()
    order = list(names)
    for agency in sorted(known.keys() | verdicts.keys(), key=lambda a: (order.index(a) if a in order else -1, a)):
        row, verdict = known.get(agency), verdicts.get(agency)
        derived_from = {*(row.derived_from if row else ()), *(verdict.derived_from if verdict else ())}
        yield {
            "review": facts.slug,
            "agency": agency,
            "agency_name": names.get(agency),
            "knew": row.knew if row else False,
            "first_known": row.first_known_edtf if row else None,
            "shared": verdict.shared if verdict else False,
            "first_shared": verdict.first_shared_edtf if verdict else None,
            "stated_failures": verdict.gaps if verdict else (),
            "verdict": verdict.knowledge_code if verdict else None,
            "flags": verdict.flags if verdict else (),
            "events": tuple(sorted(derived_from)),
        }


def recommendations(facts: ReviewFacts) -> Iterator[Row]:
    """One row for each recommendation, with what the action plan says of it."""
    actions = {action.id: action for action in facts.of(model.Action)}
    for asked in facts.of(model.Recommendation):
        planned = [actions[action] for action in asked.has_action if action in actions]
        yield {
            **facts.cited(asked),
            "label": asked.label,
            "owners": tuple(dict.fromkeys((*asked.addressed_to, *asked.addressed_to_text))),
            "level": asked.level,
            "text": asked.text,
            "lead": _each(action.lead for action in planned),
            "target_date": _each(action.target_date for action in planned),
            "status": _each(action.status for action in planned),
        }


def open_cues(facts: ReviewFacts) -> Iterator[Row]:
    """One row for each passage that a person should read."""
    for cue in facts.of(model.OpenCue):
        yield {**facts.cited(cue), **facts.offsets(cue), "agency": cue.of_agency, "cue": cue.cue}


def _each(values: Iterator[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for value in values if value))


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its columns in order, and what makes its rows."""

    columns: tuple[str, ...]
    rows: Callable[[ReviewFacts], Iterator[Row]]


def _table(columns: str, rows: Callable[[ReviewFacts], Iterator[Row]]) -> Table:
    return Table(tuple(columns.split()), rows)


TABLES: Mapping[str, Table] = MappingProxyType(
    {
        "reviews": _table(
            "review title csp victim_death_date death_kind report_date chair document_kind documents", reviews
        ),
        "persons": _table(
            "review id label aliases role sex age ethnicity relation_to_victim document paragraph quote", persons
        ),
        "agencies": _table("review id name aliases type participation organisation document paragraph quote", agencies),
        "events": _table(
            "review id type date agency recipient subjects level risk outcome count document paragraph quote start end"
            " method confidence agency_name recipient_name",
            events,
        ),
        "knowledge": _table(
            "review agency agency_name knew first_known shared first_shared stated_failures verdict flags events",
            knowledge,
        ),
        "recommendations": _table(
            "review label owners level text lead target_date status document paragraph quote", recommendations
        ),
        "open_cues": _table("review agency cue document paragraph quote start end", open_cues),
    }
)
"""The tables of `export csv` by name, in the order in which they are written."""
