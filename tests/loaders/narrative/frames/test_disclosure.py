"""Disclosure: somebody tells a professional of abuse, violence or fear."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dhr_graph.loaders.explaining import ExplainedEvent

Read = Callable[[str], list[ExplainedEvent]]
SCHOOL, POLICE, SURGERY = "Hollins Primary School", "Calder Police", "Calder Lane Surgery"


def disclosed(told: list[ExplainedEvent]) -> list[str | None]:
    """The agencies that were told of abuse."""
    return [event.agency for event in told if event.type == "disclosure"]


@pytest.mark.parametrize(
    ("words", "agency"),
    [
        ("Hannah told her GP that Marcus had strangled her", SURGERY),
        ("Hannah confided in the practice nurse that she was frightened of going home", SURGERY),
        (f"her son told his teacher at {SCHOOL} that daddy had hurt mummy", SCHOOL),
        ("Hannah's sister told the school that Hannah was afraid of Marcus", SCHOOL),
        ("Hannah's mother rang the police to say that she was worried for her daughter's safety", POLICE),
        (f"Marcus told {POLICE} that he had slapped Hannah", POLICE),
        (f"Hannah attended {SURGERY} saying that she had been assaulted by her husband", SURGERY),
        (f"Hannah cried at {SURGERY} because Marcus had hit her", SURGERY),
        ("Hannah spoke to the practice nurse about Marcus's temper", SURGERY),
    ],
)
def test_abuse_told_to_a_professional_is_a_disclosure(words: str, agency: str, events: Read) -> None:
    assert disclosed(events(f"On 4 May 2016 {words}.")) == [agency]


def test_in_an_agency_s_section_nobody_need_be_named(events: Read) -> None:
    told = events(f"## {SURGERY}\n\nOn 4 May 2016 Hannah disclosed that Marcus controlled her money.")
    assert disclosed(told) == [SURGERY]


@pytest.mark.parametrize(
    "words",
    [
        "Hannah told the practice nurse that she felt safe at home",
        "Hannah told the practice nurse that she was worried about her exams",
        f"Hannah told {POLICE} that she did not want to make a statement",
        f"{POLICE} made a disclosure to Hannah under Clare's Law",
        "the teacher told Hannah that her son had been hit by another boy",
        "Hannah would not tell the practice nurse how she came by the bruise",
        f"Hannah never told {SURGERY} that Marcus hit her",
        "Hannah told her sister that Marcus had strangled her",
    ],
)
def test_reassurance_worry_the_scheme_and_silence_are_none(words: str, events: Read) -> None:
    assert disclosed(events(f"On 4 May 2016 {words}.")) == []


@pytest.mark.parametrize(
    "words",
    [
        'On 4 May 2016 Hannah told the practice nurse that home was "like a prison".',
        'On 4 May 2016 Hannah told the practice nurse, "I can never do right".',
        f'## {SURGERY}\n\nOn 4 May 2016 Hannah said, "Nobody in this town would believe me against him".',
        f'## {SURGERY}\n\nOn 4 May 2016 Hannah said that it was "like living in a stranger\'s house, with him".',
    ],
)
def test_what_is_quoted_is_told_for_its_weight(words: str, events: Read) -> None:
    assert disclosed(events(words)) == [SURGERY]


@pytest.mark.parametrize(
    "words",
    [
        "On 4 May 2016 Hannah told the practice nurse that home was like a palace.",
        f'## {SURGERY}\n\nOn 4 May 2016 Hannah said, "Nobody would believe me".',
        f'## {SURGERY}\n\nOn 4 May 2016 Hannah said, "There was never any bread in that house".',
        f'## {SURGERY}\n\nOn 4 May 2016 Hannah said that home was "all right with him".',
    ],
)
def test_a_few_words_to_nobody_named_or_of_nobody_are_none(words: str, events: Read) -> None:
    assert disclosed(events(words)) == []


@pytest.mark.parametrize(
    "mishap",
    [
        "Hannah told the practice nurse that she had trapped it in a door",
        "Hannah told the practice nurse that her hand was bruised as she had trapped it in a door",
        "Hannah told the practice nurse that she had knocked her head and was bruised",
        "Marcus told the practice nurse that he had burnt his hand",
    ],
)
def test_a_mark_put_down_to_one_s_own_mishap_is_none(mishap: str, events: Read) -> None:
    assert disclosed(events(f"On 4 May 2016 {mishap}.")) == []


@pytest.mark.parametrize(
    "deed",
    [
        "Hannah told the practice nurse that he had trapped it in a door",
        "Hannah told the practice nurse that Marcus had pushed her and she had trapped it in a door",
        "Hannah told the practice nurse that Marcus had pushed her and that she had knocked her head",
        "Marcus told the practice nurse that she had trapped her hand in a door",
    ],
)
def test_the_mishap_of_who_was_pushed_or_of_another_is_one(deed: str, events: Read) -> None:
    assert disclosed(events(f"On 4 May 2016 {deed}.")) == [SURGERY]


def test_nothing_that_somebody_said_is_no_disclosure(events: Read) -> None:
    words = "nothing that he said touched upon violence at home"
    assert [e.type for e in events(f"On 4 May 2016 Hollins Primary School saw Marcus, and {words}.")] == ["contact"]
