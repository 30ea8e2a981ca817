"""What was missed: only what would have reached another agency is a share or a referral that was not made."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dhr_graph.loaders.narrative.frames.missed_kinds import kind_of
from dhr_graph.loaders.narrative.lexicon import load_lexicon
from dhr_graph.loaders.readers import read_text
from dhr_graph.loaders.reading import ReadingKnowledge, load_knowledge, read_review
from dhr_graph.model.records import MissedOpportunity

POLICE, SCHOOL, SURGERY = "Calder Police", "Hollins Primary School", "Calder Lane Surgery"
SETTING = (
    "This review concerns the death of Hannah, aged 31, who was killed by her husband, Marcus, aged 34, on 9 June "
    f"2018. Reports were received from {POLICE}; Calder Council Children's Services; {SURGERY}; and {SCHOOL}.\n\n"
)


@pytest.fixture(scope="module")
def knowledge() -> ReadingKnowledge:
    return load_knowledge()


@pytest.fixture
def kinds(knowledge: ReadingKnowledge) -> Callable[[str], set[str]]:
    """The kinds of what the sentences of a text say was missed."""

    def read(text: str) -> set[str]:
        reading = read_review("calder", [read_text(f"{SETTING}{text}\n", "review.txt")], knowledge)
        records = (record for document in reading.documents for record in document.records)
        return {str(record.kind) for record in records if isinstance(record, MissedOpportunity)}

    return read


@pytest.mark.parametrize(
    "words",
    [
        f"{SCHOOL} did not tell {POLICE} of the bruise.",
        f"Nothing was said to {POLICE} by {SCHOOL}.",
        f"{POLICE} did not submit a vulnerable child notification.",
        f"{SCHOOL} was to write to {POLICE} about the bruise. It did not.",
    ],
)
def test_what_would_have_reached_another_agency_is_a_share(words: str, kinds: Callable[[str], set[str]]) -> None:
    assert kinds(words) == {"share"}


@pytest.mark.parametrize(
    "words",
    [
        f"{POLICE} did not take Marcus to the school.",
        f"{SURGERY} did not submit its invoice to {SCHOOL}.",
        f"{SURGERY} did not tell Hannah about any other clinic.",
        f"{SURGERY} did not discuss it in supervision.",
        f"{SCHOOL} did not speak to Hannah on her own.",
        f"{POLICE} did not complete a DASH.",
        f"{SURGERY} did not ask {POLICE} for checks.",
    ],
)
def test_what_stays_inside_or_goes_to_people_is_none(words: str, kinds: Callable[[str], set[str]]) -> None:
    assert not {"share", "referral"} & kinds(words)


def test_the_kind_is_told_by_the_words() -> None:
    assert kind_of("no safeguarding alert was raised", load_lexicon()) == "referral"
    assert kind_of("it was not written in the notes", load_lexicon()) == "record"


@pytest.mark.parametrize(
    "words",
    [
        "The call was not linked with the incident of 4 May 2016.",
        f"{POLICE} did not link the call with the incident of 4 May 2016.",
        f"{POLICE} did not cross-reference the report with the earlier incident.",
    ],
)
def test_what_was_not_linked_was_not_recorded(words: str, kinds: Callable[[str], set[str]]) -> None:
    assert kinds(words) == {"record"}


def test_what_was_not_linked_with_an_agency_is_none(kinds: Callable[[str], set[str]]) -> None:
    assert "record" not in kinds(f"{POLICE} did not connect Hannah with {SCHOOL}.")
