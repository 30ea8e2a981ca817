"""Review talk: the review's own doings, policy and other cases are no history."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dhr_graph.loaders.explaining import ExplainedEvent

Read = Callable[[str], list[ExplainedEvent]]
SCHOOL, POLICE, AID = "Hollins Primary School", "Calder Police", "Calder Women's Aid"


@pytest.mark.parametrize(
    "words",
    [
        f"The author wrote to {POLICE} on 4 May 2019.",
        "The review panel met on 4 May 2019 and discussed Hannah.",
        "The IMR author interviewed the practice nurse on 4 May 2019.",
        f"The coroner told {POLICE} on 4 May 2019 of the verdict.",
        "The Independent Chair wrote to Hannah's mother on 4 May 2019.",
        f"{POLICE} told the panel that it had trained its officers.",
        f"Since the death {POLICE} has told {SCHOOL} of all such calls.",
        f"The policy is that officers tell {SCHOOL} of all such calls.",
        f"In another case {POLICE} referred a woman to {AID}.",
        f"Terms of reference were sent to {POLICE} on 4 May 2019.",
    ],
)
def test_the_review_s_own_doings_tell_nothing(words: str, events: Read) -> None:
    assert events(words) == []


@pytest.mark.parametrize(
    ("words", "kind", "agency"),
    [
        (f"The panel heard that on 4 May 2016 {POLICE} referred Hannah to {AID}.", "referral", POLICE),
        (f"{POLICE} told the panel that officers had referred Hannah to {AID} on 4 May 2016.", "referral", POLICE),
        (f"On 4 May 2016 {POLICE} reviewed the case and told {AID} of it.", "information_share", POLICE),
        (f"As the chair learned, {SCHOOL} told {POLICE} of the assault on 4 May 2016.", "information_share", SCHOOL),
        (f"{SCHOOL} drew up a policy after it had told {POLICE} of the assault.", "information_share", SCHOOL),
    ],
)
def test_the_history_that_it_heard_is_told(words: str, kind: str, agency: str, events: Read) -> None:
    assert (kind, agency) in [(e.type, e.agency) for e in events(words)]


def test_a_review_of_a_patient_s_care_is_history(events: Read) -> None:
    assert "care_plan" in [e.type for e in events("On 4 May 2016 a CPA review was held for Marcus.")]


@pytest.mark.parametrize(
    "words",
    ["Calder Police had never heard of either", "The school confirmed that nobody was known"],
)
def test_what_agencies_looked_up_for_the_review_is_of_the_review(words: str, events: Read) -> None:
    assert events(f"{words}.") == []


def test_what_agencies_looked_up_at_the_time_is_history(events: Read) -> None:
    told = events("On 4 May 2016 the school searched its records and sent Calder Police a note about the bruises.")
    assert [(e.type, e.agency, e.recipient) for e in told] == [("information_share", SCHOOL, POLICE)]
