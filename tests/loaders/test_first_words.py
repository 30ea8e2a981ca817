"""The first words of a fact, and where they stand, are kept with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from dhr_graph.loaders.first_words import place_of, with_first_words
from dhr_graph.loaders.readers import read_file
from dhr_graph.loaders.reading import load_knowledge, read_review
from dhr_graph.model.records import Contact, Event, Evidence, MissedOpportunity, OpenCue, Passage, Person, Told

REVIEW, DOCUMENT = "elmby/Review/1", "elmby/Document/1"
TEXT = "Police came. They wrote to the surgery."
PASSAGE = Passage(
    id="elmby/Passage/1",
    in_document=DOCUMENT,
    ordinal=4,
    kind="paragraph",
    text=TEXT,
    start=0,
    end=len(TEXT),
    label="1.2",
)
CONTACT = Contact(id="elmby/Contact/1", in_review=REVIEW, in_document=DOCUMENT)


def evidence(name: str, quote: str, field: str | None = None) -> Evidence:
    start = TEXT.index(quote)
    return Evidence(
        id=f"elmby/Evidence/{name}",
        in_passage=PASSAGE.id,
        supports=CONTACT.id,
        quote=quote,
        start=start,
        end=start + len(quote),
        supports_field=field,
    )


@pytest.mark.parametrize(
    ("told_by", "words"),
    [
        ([evidence("a", "Police came.")], "Police came."),
        ([evidence("a", "wrote"), evidence("b", "They wrote")], "They wrote"),
        ([evidence("a", "Police", "byAgency"), evidence("b", "They wrote")], "They wrote"),
        ([evidence("a", "Police came."), evidence("b", "Police")], "Police"),
        ([evidence("a", "Police", "byAgency")], "Police"),
    ],
)
def test_they_are_those_of_the_whole_fact_that_stand_first(told_by: list[Evidence], words: str) -> None:
    for order in (told_by, told_by[::-1]):
        (contact, *_) = with_first_words([CONTACT, PASSAGE, *order])
        assert isinstance(contact, Contact)
        assert (contact.words, contact.place) == (words, "1.2 #4")


def test_a_fact_without_evidence_and_other_records_stay_as_they_are() -> None:
    person = Person(id="elmby/Person/1", in_review=REVIEW, label="Ada", role="victim")
    assert with_first_words([CONTACT, PASSAGE, person]) == [CONTACT, PASSAGE, person]


def test_every_fact_that_a_passage_of_a_review_tells_has_them() -> None:
    document = read_file(Path(__file__).parents[2] / "examples" / "kelderby.txt")
    reading = read_review("kelderby", [document], load_knowledge())
    records = reading.documents[0].records
    told = [record for record in records if isinstance(record, Told)]
    for kind in (Event, MissedOpportunity, OpenCue):
        assert any(isinstance(fact, kind) for fact in told)
    passages = {record.id: record for record in records if isinstance(record, Passage)}
    proofs = [record for record in records if isinstance(record, Evidence)]
    for fact in told:
        shown = {(proof.quote, place_of(passages[proof.in_passage])) for proof in proofs if proof.supports == fact.id}
        assert (fact.words, fact.place) in shown
