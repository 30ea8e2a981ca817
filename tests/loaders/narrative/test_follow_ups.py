"""Follow-ups: a written referral that is only said to have followed went to whom its agency had just told."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dhr_graph.loaders.explaining import ExplainedEvent

Read = Callable[[str], list[ExplainedEvent]]
SCHOOL, POLICE, AID = "Hollins Primary School", "Calder Police", "Calder Women's Aid"
SERVICES = "Calder Council Children's Services"
CALL = f"On 4 May 2016 {POLICE} told {SERVICES} of the assault."


def referrals(told: list[ExplainedEvent]) -> list[tuple[str | None, str | None]]:
    return [(event.agency, event.recipient) for event in told if event.type == "referral"]


@pytest.mark.parametrize(
    "words",
    [
        "A written referral followed on 6 May 2016.",
        f"{POLICE} made a written referral the next day.",
        f"It rained. {POLICE} made a written referral the next day.",
    ],
)
def test_it_has_the_recipient_of_the_call_before_it(words: str, events: Read) -> None:
    assert referrals(events(f"{CALL} {words}")) == [(POLICE, SERVICES)]


def test_both_may_stand_in_one_sentence(events: Read) -> None:
    told = events(f"On 4 May 2016 {POLICE} told {SERVICES} of the assault and made a written referral the next day.")
    assert referrals(told) == [(POLICE, SERVICES)]


def test_of_two_that_were_told_it_went_to_the_last(events: Read) -> None:
    told = events(
        f"On 3 May 2016 {POLICE} told {SCHOOL} of the assault. {CALL} A written referral followed on 6 May 2016."
    )
    assert referrals(told) == [(POLICE, SERVICES)]


@pytest.mark.parametrize(
    ("words", "ends"),
    [
        (f"{POLICE} made a referral the next day.", (POLICE, None)),
        (f"{SCHOOL} made a written referral the next day.", (SCHOOL, None)),
        (f"{POLICE} sent a written referral to {AID} the next day.", (POLICE, AID)),
        (f"It rained. It snowed. It froze. {POLICE} made a written referral the next day.", (POLICE, None)),
        (f"\n\nA written referral was made by {POLICE} the next day.", (POLICE, None)),
    ],
)
def test_another_s_and_what_stands_further_off_do_not(words: str, ends: tuple[str, str | None], events: Read) -> None:
    assert referrals(events(f"{CALL} {words}")) == [ends]
