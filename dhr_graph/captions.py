"""Captions: one short line for each record, ready to show in a browser, a list or a report."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping
from functools import singledispatch

from dhr_graph.knowledge.wordings import verdict_codes, verdict_wording
from dhr_graph.model import records as model
from dhr_graph.model.records import Record
from dhr_graph.vocabulary import vocabulary

LONGEST = 80
ARROW = " \u2192 "
ELLIPSIS = "\u2026"

Names = Mapping[str, str]
"""The short names of persons, bodies and organisations by id."""


def with_captions(records: Iterable[Record]) -> tuple[Record, ...]:
    """The records in the same order, each with its caption, which depends on nothing but the records given.

    Give a review's records together with those of its documents (and the organisations), so that names are found; a
    body that is not among them is left out of the captions that would name it.
    """
    given = tuple(records)
    names = {record.id: name for record in given if (name := _name(record))}
    return tuple(dataclasses.replace(record, caption=caption(record, names)) for record in given)


def caption(record: Record, names: Names) -> str:
    """The caption of one record, at most 80 characters on one line."""
    return _short(_composed(record, names))


@singledispatch
def _composed(record: Record, names: Names) -> str:
    """The caption of a class that has none of its own yet."""
    return f"{_label(record)} {record.id.rsplit('/', 1)[-1]}"


def _name(record: Record) -> str | None:
    if isinstance(record, model.Body):
        return min((record.name, *(alias for alias in record.aliases if len(alias) > 1)), key=lambda n: (len(n), n))
    if isinstance(record, model.Organisation):
        return record.name
    return record.label if isinstance(record, model.Person) else None


@_composed.register
def _review(record: model.Review, names: Names) -> str:
    return _line(f"{record.slug}:", record.title) if record.title else record.slug


@_composed.register
def _death(record: model.Death, names: Names) -> str:
    victim = names.get(record.victim or "")
    return _line("Death", f"of {victim}" if victim else None, record.date_edtf)


@_composed.register
def _document(record: model.Document, names: Names) -> str:
    kind = record.document_kind
    return f"{vocabulary().code_label('documentKind', kind)}: {record.name}" if kind else record.name


@_composed.register
def _passage(record: model.Passage, names: Names) -> str:
    label = record.label if record.label and not record.text.startswith(record.label) else None
    return _line(label, record.text)


@_composed.register
def _evidence(record: model.Evidence, names: Names) -> str:
    return f"\u201c{_short(record.quote, LONGEST - 2)}\u201d"


@_composed.register
def _person(record: model.Person, names: Names) -> str:
    role = vocabulary().code_label("role", record.role).lower()
    return record.label if role in record.label.lower() else f"{record.label} ({role})"


@_composed.register(model.Body)
@_composed.register(model.Organisation)
def _named(record: model.Body | model.Organisation, names: Names) -> str:
    return record.name


@_composed.register
def _risk(record: model.Risk, names: Names) -> str:
    at_risk, posing = _listed(record.person_at_risk, names), _listed(record.person_posing_risk, names)
    return _line("Risk", f"to {at_risk}" if at_risk else None, f"from {posing}" if posing else None)


@_composed.register
def _event(record: model.Event, names: Names) -> str:
    count = f"\u00d7{record.count}" if record.count and record.count > 1 else None
    level = record.level if isinstance(record, model.RiskAssessment) else None
    return _line(_label(record), count, level, record.date_edtf, _parties(record, names))


@_composed.register
def _missed(record: model.MissedOpportunity, names: Names) -> str:
    kind = vocabulary().code_label("missedKind", record.kind).lower()
    return _line(f"Missed {kind}" if record.kind != "other" else "Missed", record.date_edtf, _parties(record, names))


@_composed.register
def _open_cue(record: model.OpenCue, names: Names) -> str:
    return _line(f"To be read: \u201c{record.cue}\u201d", names.get(record.of_agency or ""))


@_composed.register
def _recommendation(record: model.Recommendation, names: Names) -> str:
    return _line(record.label, record.text)


@_composed.register
def _action(record: model.Action, names: Names) -> str:
    return _line("Action", ", ".join(part for part in (record.lead, record.target_date, record.status) if part))


@_composed.register
def _knowledge(record: model.Knowledge, names: Names) -> str:
    agency = names.get(record.of_agency, "Agency")
    if not record.knew:
        return f"{agency}: not recorded as knowing"
    since = record.first_known_edtf or (record.first_known.isoformat() if record.first_known else None)
    return f"{agency}: knew, from {since}" if since else f"{agency}: knew, undated"


@_composed.register
def _verdict(record: model.Verdict, names: Names) -> str:
    is_worded = record.code in verdict_codes()
    words = verdict_wording(record.code, record.flags).label if is_worded else record.code
    return f"{names.get(record.of_agency, 'Agency')}: {words}"


def _parties(record: model.Event | model.MissedOpportunity, names: Names) -> str | None:
    sender, recipient = names.get(record.by_agency or ""), names.get(record.to_agency or "")
    return f"{sender or ''}{ARROW}{recipient}".strip() if recipient else sender


def _label(record: Record) -> str:
    return vocabulary().class_term(type(record).__name__).label


def _listed(ids: tuple[str, ...], names: Names) -> str:
    return ", ".join(sorted(names[record_id] for record_id in ids if record_id in names))


def _line(*parts: str | None) -> str:
    return " ".join(part for part in parts if part)


def _short(text: str, longest: int = LONGEST) -> str:
    line = " ".join(text.split())
    return line if len(line) <= longest else line[: longest - 1].rstrip() + ELLIPSIS
