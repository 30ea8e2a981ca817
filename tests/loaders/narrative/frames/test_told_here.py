"""Telling in another agency's section: who calls or writes there tells that agency, though it is not said to whom."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dhr_graph.loaders.explaining import ExplainedSentence

Explain = Callable[[str], list[ExplainedSentence]]
SCHOOL, POLICE, SERVICES = "Hollins Primary School", "Calder Police", "Calder Council Children's Services"
PASSED = {"information_share", "referral"}


def passed(told: list[ExplainedSentence]) -> list[tuple[str, str | None, str | None]]:
    """What went from one agency to another, by its type."""
    return [(e.type, e.agency, e.recipient) for s in told for e in s.events if e.type in PASSED]


@pytest.mark.parametrize(
    "words",
    [
        "The teacher rang on 4 May 2016 to report that Hannah had been hit.",
        "A teacher had e-mailed on 4 May 2016 to say that Hannah was scared of her husband.",
        "The teacher wrote on 4 May 2016 to say that Hannah had been hit.",
        "The teacher rang with her concerns on 4 May 2016.",
        "The teacher rang the team leader on 4 May 2016 about the threats.",
        "The school's report reached it on 4 May 2016.",
    ],
)
def test_who_calls_in_the_part_of_another_tells_that_one(words: str, explained: Explain) -> None:
    assert passed(explained(f"{POLICE}\n\n{words}")) == [("information_share", SCHOOL, POLICE)]


@pytest.mark.parametrize(
    "words",
    [
        "Hannah rang on 4 May 2016 to say that Marcus had hit her.",
        "The teacher rang on 4 May 2016 to rearrange the visit.",
        "The teacher telephoned Hannah on 4 May 2016 to say that she would come.",
        "The officer rang on 4 May 2016 to say that she would visit.",
        "The teacher rang on 4 May 2016.",
        "The teacher wrote in her own notes that Hannah had been hit.",
        "The teacher wrote to Hannah's solicitor to say that she was at risk.",
        "The teacher rang home to say that Hannah had not come.",
        "The teacher seldom rang to say that a child was absent.",
        "The teacher rang to report the assault but could not get through.",
        "The school raised concerns internally.",
        "The school raised concerns about the delay in court.",
        "The school raised concerns at a meeting in May.",
        "The officers' form reached it on 4 May 2016.",
        "Hannah's parents were worried. The school's letter reached them on 4 May 2016.",
    ],
)
def test_a_call_of_a_person_of_one_s_own_or_without_words_tells_nothing(words: str, explained: Explain) -> None:
    assert passed(explained(f"{POLICE}\n\n{words}")) == []


def test_a_concern_that_is_raised_with_a_council_refers(explained: Explain) -> None:
    told = explained(f"{SERVICES}\n\nThe police raised a concern on 4 May 2016.")
    assert passed(told) == [("referral", POLICE, SERVICES)]


def test_a_concern_of_the_agency_s_own_goes_nowhere(explained: Explain) -> None:
    assert passed(explained(f"{SERVICES}\n\nThe social worker raised a concern on 4 May 2016.")) == []
