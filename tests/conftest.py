"""What tests of several parts share: any record that the ontology allows, and a small invented review."""

from __future__ import annotations

import dataclasses
import datetime
import hashlib
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st

from dhr_graph.model.records import (
    Agency,
    Contact,
    Death,
    Document,
    Evidence,
    Forum,
    Incident,
    Knowledge,
    Organisation,
    Passage,
    Person,
    Record,
    Referral,
    Review,
    Risk,
    Verdict,
)
from dhr_graph.vocabulary import EDTF, XSD, PropertyTerm, vocabulary

settings.register_profile("examples", deadline=None)
settings.load_profile("examples")
pytest_plugins = ["built_datasets", "neo4j_server.fixtures"]

TEXT = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20)
IDS = st.builds("{}/{}/{:012x}".format, TEXT, st.sampled_from(["Agency", "Person"]), st.integers(0, 9))
VALUES: dict[str | None, st.SearchStrategy[object]] = {
    None: IDS,
    XSD + "string": TEXT,
    XSD + "integer": st.integers(-(2**63), 2**63 - 1),
    XSD + "double": st.floats(allow_nan=False),
    XSD + "boolean": st.booleans(),
    XSD + "date": st.dates(),
    EDTF: st.sampled_from(["2014-03-02", "2014-03", "2014?", "2012/2013", "../2013"]),
}
"""Values of a datatype; None stands for links."""


def _field_values(term: PropertyTerm, required: bool) -> st.SearchStrategy[object]:
    value = VALUES[term.datatype]
    if term.many:
        return st.lists(value, max_size=3, unique=True).map(lambda found: tuple(sorted(found, key=str)))
    return value if required or term.datatype == XSD + "boolean" else st.none() | value


def _records_of(class_name: str) -> st.SearchStrategy[Record]:
    words = vocabulary()
    kind = words.record_classes[class_name]
    optional = {field.name for field in dataclasses.fields(kind) if field.default is None}
    fields = {term.field: _field_values(term, term.field not in optional) for term in words.properties_of[class_name]}
    return st.builds(kind, id=st.builds("{}/{}/{:012x}".format, TEXT, st.just(class_name), st.integers(0)), **fields)


@pytest.fixture(scope="session")
def any_record() -> st.SearchStrategy[Record]:
    """A strategy for records of every class, their links leading anywhere."""
    return st.one_of([_records_of(name) for name in vocabulary().record_classes])


@pytest.fixture(scope="session")
def records_of() -> Callable[[str], st.SearchStrategy[Record]]:
    """A strategy for the records of one class."""
    return _records_of


REVIEW = "oakwell/Review/1"
DOCUMENT = "oakwell/Document/1"
ADA, POLICE, GP = "oakwell/Person/ada", "oakwell/Agency/police", "oakwell/Agency/gp"
MARAC, RISK = "oakwell/Forum/marac", "oakwell/Risk/1"
DAY = datetime.date(2014, 3, 2)
BLOCKS = (
    "1.1 Police attended on 2 March 2014 and referred Ada to MARAC.\n",
    "1.2 Ada told her GP that she was afraid.\n",
)
TEXT_OF_DOCUMENT = "".join(BLOCKS)
QUOTES = (
    ("Police", POLICE),
    ("MARAC", MARAC),
    ("GP", GP),
    ("Ada", ADA),
    ("Police attended on 2 March 2014", "oakwell/Incident/1"),
    ("referred Ada to MARAC", "oakwell/Referral/1"),
    ("Ada told her GP that she was afraid", "oakwell/Contact/1"),
)


@pytest.fixture(scope="session")
def small_review() -> tuple[Record, ...]:
    """The records of an invented review: the police attend an incident, and refer to MARAC; the GP tells nobody."""
    return (*_document(), *_cast(), *_events(), *_derived(), *_organisations())


def _document() -> Iterator[Record]:
    digest = hashlib.sha256(TEXT_OF_DOCUMENT.encode()).hexdigest()
    yield Review(id=REVIEW, slug="oakwell", title="Review of the death of Ada")
    yield Death(id="oakwell/Death/1", in_review=REVIEW, victim=ADA, date_latest=datetime.date(2015, 1, 9))
    yield Document(
        id=DOCUMENT,
        in_review=REVIEW,
        name="oakwell.txt",
        media_type="text/plain",
        document_kind="overview",
        text_hash=digest,
    )
    for number, block in enumerate(BLOCKS):
        start = TEXT_OF_DOCUMENT.index(block)
        yield Passage(
            id=f"oakwell/Passage/{number}",
            in_document=DOCUMENT,
            ordinal=number,
            kind="paragraph",
            text=block,
            start=start,
            end=start + len(block),
            label=block[:3],
        )
    for number, (quote, supported) in enumerate(QUOTES):
        start = TEXT_OF_DOCUMENT.index(quote)
        yield Evidence(
            id=f"oakwell/Evidence/{number}",
            supports=supported,
            quote=quote,
            start=start,
            end=start + len(quote),
            in_passage="oakwell/Passage/0" if start < len(BLOCKS[0]) else "oakwell/Passage/1",
        )


def _cast() -> Iterator[Record]:
    read: dict[str, Any] = {"in_review": REVIEW, "method": "rule", "confidence": 0.9}
    yield Person(id=ADA, label="Ada", role="victim", **read)
    yield Agency(
        id=POLICE,
        name="Oakwell Police Service",
        aliases=("Police",),
        agency_type="police",
        of_organisation="organisations/Organisation/1",
        **read,
    )
    yield Agency(id=GP, name="GP", agency_type="gp", participation="imr", **read)
    yield Forum(id=MARAC, name="MARAC", agency_type="forum", **read)
    yield Risk(id=RISK, principal=True, person_at_risk=(ADA,), **read)


def _events() -> Iterator[Record]:
    read: dict[str, Any] = {"in_review": REVIEW, "in_document": DOCUMENT, "method": "rule", "confidence": 0.9}
    dated: dict[str, Any] = {"date_earliest": DAY, "date_latest": DAY, "date_edtf": "2014-03-02"}
    of_risk: dict[str, Any] = {"about": (ADA,), "concerns_risk": (RISK,)}
    yield Incident(id="oakwell/Incident/1", by_agency=POLICE, **of_risk, **read, **dated)
    yield Referral(id="oakwell/Referral/1", by_agency=POLICE, to_agency=MARAC, count=2, **of_risk, **read, **dated)
    yield Contact(id="oakwell/Contact/1", by_agency=GP, **of_risk, **read)


def _derived() -> Iterator[Record]:
    yield Knowledge(
        id="oakwell/Knowledge/police",
        in_review=REVIEW,
        of_agency=POLICE,
        of_risk=RISK,
        knew=True,
        first_known=DAY,
        first_known_edtf="2014-03-02",
        basis_event="oakwell/Incident/1",
        derived_from=("oakwell/Incident/1",),
    )
    yield Knowledge(
        id="oakwell/Knowledge/gp",
        in_review=REVIEW,
        of_agency=GP,
        knew=True,
        basis_event="oakwell/Contact/1",
        derived_from=("oakwell/Contact/1",),
    )
    yield Verdict(
        id="oakwell/Verdict/gp",
        in_review=REVIEW,
        of_agency=GP,
        code="NO_SHARE_FOUND",
        flags=("confidence=0.90",),
        knowledge_code="knew_no_share_recorded",
        derived_from=("oakwell/Contact/1",),
    )


def _organisations() -> Iterator[Record]:
    yield Organisation(id="organisations/Organisation/1", name="Oakwell Police Service", organisation_code="OAK")
