"""The records: one frozen class for each class of the ontology, one field for each property, named by rule.

Class `RiskAssessment` is `dhr:RiskAssessment`; field `to_agency` is `dhr:toAgency`. A field that names another record
holds its id (`review/Class/hash`), several are a sorted tuple. Fields not given are not stated.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Record:
    """Anything that stands in the graph under an id of its own."""

    id: str
    caption: str = ""


@dataclass(frozen=True, kw_only=True)
class Dated(Record):
    """A record that has a date: an inclusive interval, its EDTF string, the words, and how it was found."""

    date_earliest: datetime.date | None = None
    date_latest: datetime.date | None = None
    date_edtf: str | None = None
    date_text: str | None = None
    date_basis: str | None = None


@dataclass(frozen=True, kw_only=True)
class Review(Record):
    """One domestic homicide review (domestic abuse related death review)."""

    slug: str
    title: str | None = None
    csp: str | None = None
    death_kind: str | None = None
    report_date: str | None = None
    chair: str | None = None


@dataclass(frozen=True, kw_only=True)
class Death(Dated):
    """The death that a review is about, one for each victim."""

    in_review: str
    victim: str | None = None


@dataclass(frozen=True, kw_only=True)
class Document(Record):
    """One file of a review."""

    in_review: str
    name: str
    media_type: str
    text_hash: str
    document_kind: str | None = None
    pages: int | None = None
    rules_hash: str | None = None


HEADINGS_APART = " > "
"""What stands between the headings of a passage's `section`."""


@dataclass(frozen=True, kw_only=True)
class Passage(Record):
    """One block of a document; passages in order of `ordinal` are the canonical text; `names` are the bodies in it
    or in the heading over it."""

    in_document: str
    ordinal: int
    kind: str
    text: str
    start: int
    end: int
    label: str | None = None
    section: str | None = None
    page: int | None = None
    names: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Evidence(Record):
    """The words that support a fact; with `supports_field`, those that support one field of it."""

    in_passage: str
    supports: str
    quote: str
    start: int
    end: int
    supports_field: str | None = None
    rule: str | None = None


@dataclass(frozen=True, kw_only=True)
class Fact(Record):
    """What extraction asserts, with how it was read and what a person has said of it."""

    in_review: str
    method: str | None = None
    confidence: float | None = None
    review_status: str = "unreviewed"


@dataclass(frozen=True, kw_only=True)
class Person(Fact):
    """Somebody with a part in the history, under the name that the review gives; never merged across reviews."""

    label: str
    aliases: tuple[str, ...] = ()
    role: str
    sex: str | None = None
    age: int | None = None
    ethnicity: str | None = None
    relation_to_victim: str | None = None


@dataclass(frozen=True, kw_only=True)
class Body(Fact):
    """An agency or a forum, as one review treats it."""

    name: str
    aliases: tuple[str, ...] = ()
    agency_type: str
    participation: str = "mentioned"
    of_organisation: str | None = None
    organisation_basis: str | None = None


@dataclass(frozen=True, kw_only=True)
class Agency(Body):
    """An organisation or service that had, or could have had, a part."""


@dataclass(frozen=True, kw_only=True)
class Forum(Body):
    """Where agencies share: MARAC, MAPPA, MASH, conferences; it neither knows nor shares."""


@dataclass(frozen=True, kw_only=True)
class Organisation(Record):
    """The same body across reviews."""

    name: str
    organisation_code: str | None = None


@dataclass(frozen=True, kw_only=True)
class Risk(Fact):
    """Who is at risk from whom; a review has one principal risk."""

    principal: bool = False
    person_at_risk: tuple[str, ...] = ()
    person_posing_risk: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Told(Fact):
    """A fact that a passage tells, with its first words and their place, so that no question has to look for them."""

    in_document: str
    words: str | None = None
    place: str | None = None


@dataclass(frozen=True, kw_only=True)
class Event(Dated, Told):
    """One thing that happened at one time in the history of the people; made only as one of its subclasses."""

    by_agency: str | None = None
    to_agency: str | None = None
    about: tuple[str, ...] = ()
    told_by: str | None = None
    concerns_risk: tuple[str, ...] = ()
    level: str | None = None
    tool: str | None = None
    outcome: str | None = None
    count: int | None = None


@dataclass(frozen=True, kw_only=True)
class Incident(Event):
    """Abuse, violence, threats, self-harm or crime, whether or not an agency knew."""


@dataclass(frozen=True, kw_only=True)
class Contact(Event):
    """Any other dealing of an agency with a person."""


@dataclass(frozen=True, kw_only=True)
class Disclosure(Event):
    """Somebody tells a professional of abuse, violence or fear."""


@dataclass(frozen=True, kw_only=True)
class RiskAssessment(Event):
    """A risk was assessed or graded."""


@dataclass(frozen=True, kw_only=True)
class JusticeEvent(Event):
    """Arrest, charge, bail, conviction, sentence, licence, recall, release, order, no further action."""


@dataclass(frozen=True, kw_only=True)
class CarePlan(Event):
    """Child protection, child in need, a case heard at a forum, in-patient stay, discharge plan."""


@dataclass(frozen=True, kw_only=True)
class Signposting(Event):
    """A person is told of a service, and nothing shows that information about them was passed on."""


@dataclass(frozen=True, kw_only=True)
class InformationShare(Event):
    """An agency tells another agency or forum something about a person."""


@dataclass(frozen=True, kw_only=True)
class Referral(InformationShare):
    """An agency refers a person to another agency, service or forum."""


@dataclass(frozen=True, kw_only=True)
class MissedOpportunity(Dated, Told):
    """The review states that something was not done that could or should have been."""

    kind: str = "other"
    by_agency: str | None = None
    to_agency: str | None = None
    about: tuple[str, ...] = ()
    concerns_risk: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class OpenCue(Told):
    """Words of sharing near an agency that became neither an event nor a negated statement; for a person to read."""

    of_agency: str | None = None
    cue: str


@dataclass(frozen=True, kw_only=True)
class Recommendation(Fact):
    """What the review asks for, and of whom."""

    label: str | None = None
    text: str
    level: str | None = None
    theme: str | None = None
    addressed_to: tuple[str, ...] = ()
    addressed_to_text: tuple[str, ...] = ()
    has_action: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Action(Fact):
    """What an action plan says about a recommendation, as printed."""

    lead: str | None = None
    target_date: str | None = None
    status: str | None = None


@dataclass(frozen=True, kw_only=True)
class Knowledge(Record):
    """Derived: that an agency knew of a risk, since when, from which events."""

    in_review: str
    of_agency: str
    of_risk: str | None = None
    knew: bool = False
    first_known: datetime.date | None = None
    first_known_edtf: str | None = None
    basis_event: str | None = None
    derived_from: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Verdict(Record):
    """Derived: what is recorded of an agency's sharing of a risk; `of_risk` is None for all risks taken together."""

    in_review: str
    of_agency: str
    of_risk: str | None = None
    code: str
    knowledge_code: str
    shared: bool = False
    first_shared: datetime.date | None = None
    first_shared_edtf: str | None = None
    flags: tuple[str, ...] = ()
    gaps: tuple[str, ...] = ()
    derived_from: tuple[str, ...] = ()
