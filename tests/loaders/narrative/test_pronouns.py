"""Pronouns: the person that "he" or "she" is."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dhr_graph.loaders.explaining import ExplainedEvent, explain
from dhr_graph.loaders.narrative.parse import Sentence
from dhr_graph.loaders.narrative.pronouns import FEMALE, MALE, PLURAL, THING, earlier_subject
from dhr_graph.loaders.readers import read_text
from dhr_graph.loaders.reading import load_knowledge

Read = Callable[[str], list[ExplainedEvent]]


def about(told: list[ExplainedEvent], kind: str) -> list[set[str]]:
    return [set(event.persons) for event in told if event.type == kind]


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("Hannah rang the surgery. Calder Women's Aid visited her on 4 May 2016.", "Hannah"),
        ("Hannah spoke of Marcus. Calder Women's Aid visited her on 4 May 2016.", "Hannah"),
        ("Hannah spoke of Marcus. Calder Women's Aid visited him on 4 May 2016.", "Marcus"),
        ("Calder Women's Aid visited her on 4 May 2016.", "Hannah"),
        ("Calder Women's Aid visited him on 4 May 2016.", "Marcus"),
    ],
)
def test_a_pronoun_is_the_one_of_its_sex_who_was_spoken_of_or_else_the_main_one(
    words: str, who: str, events: Read
) -> None:
    assert about(events(words), "contact")[-1:] == [{who}]


def test_where_both_main_people_are_men_she_is_the_professional() -> None:
    setting = (
        "This review concerns the death of Ivor, aged 61, a man who was killed by his son, Miles, aged 34. "
        "Reports were received from Calder Police and Calder Lane Surgery.\n\n## Calder Lane Surgery\n\n"
    )
    words = "On 4 May 2016 Ivor saw Dr K about a bruise on his arm. She did not ask how he came by it."
    document = read_text(f"{setting}{words}\n", "review.txt")
    told = [
        event for sentence in explain(document, load_knowledge(), start=len(setting) - 1) for event in sentence.events
    ]
    assert ("missed", "Calder Lane Surgery") in [(event.type, event.agency) for event in told]


def test_another_of_the_same_sex_who_is_the_subject_goes_before(events: Read) -> None:
    told = events("Hannah's sister rang the surgery. She attended Calder Lane Surgery on 4 May 2016.")
    assert about(told, "contact")[-1:] == [{"Hannah's sister"}]


@pytest.mark.parametrize(
    ("words", "pronoun", "subject"),
    [
        ("The nurse saw Hannah and she left.", "she", "nurse"),
        ("When Marcus came, the nurse said that he had left.", "he", "nurse"),
        ("She left before Marcus came.", "she", None),
        ("She said that she had left.", "she", None),
    ],
)
def test_the_subject_before_a_pronoun(
    words: str, pronoun: str, subject: str | None, sentence: Callable[[str], Sentence]
) -> None:
    token = [t for t in sentence(words) if t.lower_ == pronoun][-1]
    found = earlier_subject(token)
    assert (found.text if found is not None else None) == subject


def test_no_pronoun_is_of_two_kinds() -> None:
    kinds = (MALE, FEMALE, PLURAL, THING)
    assert len(frozenset().union(*kinds)) == sum(map(len, kinds))
