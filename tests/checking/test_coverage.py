"""How much of a review was read: passages, those with something in them, events, open cues."""

from __future__ import annotations

from dhr_graph.checking.coverage import coverage_of
from dhr_graph.model.reading import Coverage
from dhr_graph.model.records import Contact, Evidence, MissedOpportunity, OpenCue, Passage, Person, Record


def passage(number: int) -> Passage:
    return Passage(
        id=f"oakwell/Passage/{number}",
        in_document="oakwell/Document/1",
        ordinal=number,
        kind="paragraph",
        text="x",
        start=number,
        end=number + 1,
    )


def evidence(number: int, fact: str, at: int) -> Evidence:
    place = f"oakwell/Passage/{at}"
    return Evidence(id=f"oakwell/Evidence/{number}", in_passage=place, supports=fact, quote="x", start=at, end=at + 1)


def test_a_passage_counts_once_however_much_it_holds_and_only_for_events_and_cues() -> None:
    review, document = "oakwell/Review/1", "oakwell/Document/1"
    records: list[Record] = [
        *(passage(number) for number in range(5)),
        Contact(id="oakwell/Contact/1", in_review=review, in_document=document),
        MissedOpportunity(id="oakwell/MissedOpportunity/1", in_review=review, in_document=document),
        OpenCue(id="oakwell/OpenCue/1", in_review=review, in_document=document, cue="told"),
        Person(id="oakwell/Person/1", in_review=review, label="Anna", role="victim"),
        evidence(1, "oakwell/Contact/1", at=1),
        evidence(2, "oakwell/MissedOpportunity/1", at=1),
        evidence(3, "oakwell/OpenCue/1", at=2),
        evidence(4, "oakwell/Person/1", at=3),
    ]
    assert coverage_of(records) == Coverage(passages=5, passages_with_cues=2, events=2, open_cues=1)


def test_nothing_read_is_nothing_covered() -> None:
    assert coverage_of([]) == Coverage()
