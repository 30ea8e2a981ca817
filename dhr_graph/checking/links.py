"""The checks over several records: do links lead somewhere, and does the history end with the death?"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator

from dhr_graph.checking.findings import VIOLATION, WARNING, Finding, by_severity
from dhr_graph.model.records import Death, Event, Evidence, JusticeEvent, Record
from dhr_graph.vocabulary import vocabulary


def check_links(records: Iterable[Record], review: str) -> list[Finding]:
    """Links that lead nowhere, ids used twice, fields that evidence names in vain, and events after the death.

    Takes all records of one review with the organisations that they link to; `review` is the slug that the findings
    carry. Justice events may follow the death; of any other event after the latest date of every death a warning is
    given.
    """
    given = tuple(records)
    by_id = {record.id: record for record in given}
    return by_severity(
        [
            *_twice(given, review),
            *_dangling(given, by_id, review),
            *_unknown_fields(given, by_id, review),
            *_after_death(given, review),
        ]
    )


def _twice(records: tuple[Record, ...], review: str) -> Iterator[Finding]:
    seen: set[str] = set()
    for record in records:
        if record.id in seen:
            yield Finding(VIOLATION, review, record.id, "Two records have this id.")
        seen.add(record.id)


def _dangling(records: tuple[Record, ...], by_id: dict[str, Record], review: str) -> Iterator[Finding]:
    for record in records:
        for term in vocabulary().properties_of[type(record).__name__]:
            value = getattr(record, term.field) if term.is_link else ()
            for end in value if isinstance(value, tuple) else (value,):
                if end is not None and end not in by_id:
                    message = f"The link leads to a record that is not there: {end}."
                    yield Finding(VIOLATION, review, record.id, message, term.name)


def _unknown_fields(records: tuple[Record, ...], by_id: dict[str, Record], review: str) -> Iterator[Finding]:
    for record in records:
        if not isinstance(record, Evidence) or record.supports_field is None or record.supports not in by_id:
            continue
        supported = type(by_id[record.supports]).__name__
        if record.supports_field not in {term.field for term in vocabulary().properties_of[supported]}:
            message = f"A {supported} has no field {record.supports_field}."
            yield Finding(VIOLATION, review, record.id, message, "supportsField")


def _after_death(records: tuple[Record, ...], review: str) -> Iterator[Finding]:
    deaths = [record.date_latest for record in records if isinstance(record, Death)]
    known = [latest for latest in deaths if latest is not None]
    last = max(known) if known and len(known) == len(deaths) else datetime.date.max
    for record in records:
        if not isinstance(record, Event) or isinstance(record, JusticeEvent):
            continue
        if record.date_earliest is not None and record.date_earliest > last:
            message = f"The event is after the death ({last.isoformat()}): the history may have ended before."
            yield Finding(WARNING, review, record.id, message, "dateEarliest")
