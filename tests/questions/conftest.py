"""Two small invented reviews in a store, as every question finds them."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import pyoxigraph as ox
import pytest

from dhr_graph.knowledge import derive
from dhr_graph.loaders.first_words import with_first_words
from dhr_graph.loaders.named_bodies import with_named_bodies
from dhr_graph.model.records import (
    Action,
    Agency,
    Body,
    Contact,
    Death,
    Disclosure,
    Document,
    Evidence,
    Forum,
    Incident,
    InformationShare,
    MissedOpportunity,
    Passage,
    Person,
    Recommendation,
    Record,
    Referral,
    Review,
    Risk,
)
from dhr_graph.questions import Answer, Question, answer, load_questions
from dhr_graph.rdf import document_graph, encode, review_graph

Ask = Callable[..., Answer]


class Telling:
    """Writes one review as a list of records: each passage holds one sentence that tells one fact."""

    def __init__(self, slug: str, death: str) -> None:
        self.slug = slug
        self.review = f"{slug}/Review/1"
        self.document = f"{slug}/Document/1"
        self.risk = f"{slug}/Risk/1"
        self.offset = 0
        day = datetime.date.fromisoformat(death)
        self.of_review: list[Record] = [
            Review(id=self.review, slug=slug),
            Death(id=f"{slug}/Death/1", in_review=self.review, date_earliest=day, date_latest=day),
            Risk(
                id=self.risk,
                caption="Vera at risk from Paul",
                in_review=self.review,
                person_at_risk=(f"{slug}/Person/Vera",),
            ),
            *(
                Person(id=f"{slug}/Person/{name}", in_review=self.review, label=name, role=role)
                for name, role in (("Vera", "victim"), ("Paul", "perpetrator"))
            ),
        ]
        self.of_document: list[Record] = [
            Document(
                id=self.document,
                in_review=self.review,
                name="overview",
                media_type="text/plain",
                text_hash="0",
                document_kind="overview",
            ),
        ]

    def agency(self, name: str, kind: str, *aliases: str) -> str:
        made = Agency(
            id=f"{self.slug}/Agency/{name}", in_review=self.review, name=name, aliases=aliases, agency_type=kind
        )
        self.of_review.append(made)
        return made.id

    def forum(self, name: str) -> str:
        made = Forum(id=f"{self.slug}/Forum/{name}", in_review=self.review, name=name, agency_type="forum")
        self.of_review.append(made)
        return made.id

    def passage(self, text: str, label: str | None = None) -> str:
        number = sum(isinstance(record, Passage) for record in self.of_document)
        end = self.offset + len(text)
        made = Passage(
            id=f"{self.slug}/Passage/{number}",
            in_document=self.document,
            ordinal=number,
            kind="paragraph",
            text=text,
            start=self.offset,
            end=end,
            label=label,
        )
        self.offset = end
        self.of_document.append(made)
        return made.id

    def tells(
        self, kind: type[Any], name: str, text: str, by: str | None, on: str | None = None, /, **more: Any
    ) -> str:
        """A fact about Vera that concerns the risk, told in a passage of its own, labelled by the fact's name."""
        start = self.offset
        passage = self.passage(text, label=name)
        day = datetime.date.fromisoformat(on) if on else None
        given: dict[str, Any] = {
            "id": f"{self.slug}/{kind.__name__}/{name}",
            "in_review": self.review,
            "in_document": self.document,
            "by_agency": by,
            "about": (f"{self.slug}/Person/Vera",),
            "concerns_risk": (self.risk,),
            "date_earliest": day,
            "date_latest": day,
            "date_edtf": on,
            "confidence": 0.9,
        }
        fact = kind(**(given | more))
        evidence = Evidence(
            id=f"{self.slug}/Evidence/{name}",
            in_passage=passage,
            supports=fact.id,
            quote=text,
            start=start,
            end=self.offset,
        )
        self.of_document += [fact, evidence]
        return str(fact.id)

    def quads(self) -> Iterator[ox.Quad]:
        derived = derive([*self.of_review, *self.of_document])
        bodies = [record for record in self.of_review if isinstance(record, Body)]
        told = with_first_words(with_named_bodies(self.of_document, bodies))
        for graph, records in (
            (review_graph(self.slug), [*self.of_review, *derived]),
            (document_graph(self.document), told),
        ):
            for record in records:
                yield from encode(record, graph)


def recommendations(police: str, surgery: str) -> list[Record]:
    """To one agency with a plan, to two, to one that is only printed, and to nobody."""
    review = "elmby/Review/1"
    return [
        Action(id="elmby/Action/1", in_review=review, lead="Practice manager", target_date="May 2017", status="Done"),
        Action(id="elmby/Action/2", in_review=review, lead="Practice manager", target_date="June 2017"),
        Recommendation(
            id="elmby/Recommendation/1",
            in_review=review,
            label="1",
            text="Train all doctors.",
            level="single_agency",
            addressed_to=(surgery,),
            addressed_to_text=("the surgery",),
            has_action=("elmby/Action/1", "elmby/Action/2"),
        ),
        Recommendation(
            id="elmby/Recommendation/2",
            in_review=review,
            label="2",
            text="Share records.",
            addressed_to=(police, surgery),
        ),
        Recommendation(
            id="elmby/Recommendation/3",
            in_review=review,
            label="3",
            text="Fund refuges.",
            level="national",
            addressed_to_text=("The Treasury",),
        ),
        Recommendation(id="elmby/Recommendation/4", in_review=review, label="4", text="Raise awareness."),
    ]


def elmby() -> Telling:
    """The surgery was told and told nobody; the police shared once and then learned more; the refuge received."""
    tell = Telling("elmby", "2016-06-01")
    police, surgery = tell.agency("Elmshire Police", "police", "the Force"), tell.agency("Ash Lane Surgery", "gp")
    refuge, marac = tell.agency("Elmby Refuge", "domestic_abuse_service"), tell.forum("MARAC")
    tell.agency("Elmby Library", "other")
    tell.passage("Reports came from Elmshire Police, Ash Lane Surgery and Elmby Refuge.")
    tell.tells(Incident, "1.1", "The Force attended.", police, "2015-01-10")
    tell.tells(Referral, "1.2", "They referred her to MARAC.", police, "2015-01-20", to_agency=marac)
    tell.tells(InformationShare, "1.3", "They also rang the refuge.", police, "2015-01-21", to_agency=refuge)
    tell.tells(Incident, "1.4", "Ten days on, the Force attended again.", police, "2015-01-31")
    tell.tells(Incident, "1.5", "In the summer it attended a third time.", police, "2015-07-01")
    tell.tells(
        Disclosure, "1.6", "She told her doctor.", surgery, "2015-03-01", told_by="elmby/Person/Vera", confidence=0.6
    )
    tell.tells(Contact, "1.7", "The doctor saw her again.", surgery)
    tell.tells(
        MissedOpportunity, "1.8", "Ash Lane Surgery told nobody.", surgery, "2015-03-01", kind="share", to_agency=police
    )
    tell.tells(MissedOpportunity, "1.9", "Nobody asked the children.", None, kind="enquiry", about=(), concerns_risk=())
    tell.of_review += recommendations(police, surgery)
    return tell


def oakham() -> Telling:
    """Housing knew only by being told, by a sender that is not named."""
    tell = Telling("oakham", "2012-02-02")
    housing = tell.agency("Oakham Housing", "housing")
    tell.tells(InformationShare, "7", "A warning reached Oakham Housing.", None, "2012-01-01", to_agency=housing)
    return tell


@pytest.fixture(scope="session")
def store() -> ox.Store:
    filled = ox.Store()
    for tell in (elmby(), oakham()):
        filled.extend(tell.quads())
    return filled


@pytest.fixture(scope="session")
def questions() -> Mapping[str, Question]:
    return load_questions()


@pytest.fixture(scope="session")
def ask(store: ox.Store, questions: Mapping[str, Question]) -> Ask:
    return lambda name, **params: answer(questions[name], store, params)


@pytest.fixture
def police_story(questions: Mapping[str, Question]) -> Callable[..., list[str]]:
    """Asks stopped-sharing of a story of one force: incidents and shares by date; gives the places of the rows."""

    def rows(incidents: Sequence[str], shares: Sequence[str | None], **params: object) -> list[str]:
        tell = Telling("story", "2016-06-01")
        police, marac = tell.agency("Elmshire Police", "police"), tell.forum("MARAC")
        for day in incidents:
            tell.tells(Incident, f"learned {day}", "Officers attended.", police, day)
        for number, shared_on in enumerate(shares):
            tell.tells(Referral, f"shared {number}", "They referred her.", police, shared_on, to_agency=marac)
        filled = ox.Store()
        filled.extend(tell.quads())
        told = answer(questions["stopped-sharing"], filled, params)
        return [f"{row[4]}, next {row[9]}" for row in told.rows]

    return rows


@pytest.fixture
def told_after_sharing(questions: Mapping[str, Question]) -> Callable[..., list[str]]:
    """Asks stopped-sharing of a force that shared, and of which one thing is told a year later; gives their types."""

    def types(kind: type[Any], *, to_police: bool = False, by_nobody: bool = False, **more: Any) -> list[str]:
        tell = Telling("story", "2016-06-01")
        police, marac = tell.agency("Elmshire Police", "police"), tell.forum("MARAC")
        tell.tells(Referral, "shared", "They referred her.", police, "2014-01-01", to_agency=marac)
        surgery = tell.agency("Ash Lane Surgery", "gp")
        sender, recipient = (None if by_nobody else surgery, police) if to_police else (police, None)
        if issubclass(kind, InformationShare) or recipient:
            more.setdefault("to_agency", recipient or surgery)
        tell.tells(kind, "later", "It happened in March.", sender, "2015-03-01", **more)
        filled = ox.Store()
        filled.extend(tell.quads())
        return [str(row[5]) for row in answer(questions["stopped-sharing"], filled).rows if row[2] == police]

    return types


@pytest.fixture
def told_after_referral(questions: Mapping[str, Question]) -> Callable[..., Mapping[str, object]]:
    """Asks verdicts of a force that referred to MARAC, and to a refuge with an outcome; whom each agency told."""

    def shared_with(outcome: str | None) -> Mapping[str, object]:
        tell = Telling("story", "2016-06-01")
        police, marac = tell.agency("Elmshire Police", "police"), tell.forum("MARAC")
        refuge = tell.agency("Elmby Refuge", "domestic_abuse_service")
        tell.tells(Referral, "sent", "They referred her.", police, "2015-01-20", to_agency=marac)
        tell.tells(Referral, "tried", "They wrote to the refuge.", police, to_agency=refuge, outcome=outcome)
        filled = ox.Store()
        filled.extend(tell.quads())
        told = answer(questions["verdicts"], filled)
        names = [column.name for column in told.columns]
        return {str(row[names.index("agency")]): row[names.index("shared_with")] for row in told.rows}

    return shared_with
