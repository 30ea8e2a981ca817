"""Assertion: what happened is told apart from what did not, might have, should have, or was only meant to."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dhr_graph.loaders.narrative.assertion import Assertion, Status
from dhr_graph.loaders.narrative.clauses import Clause
from dhr_graph.loaders.narrative.lexicon import load_lexicon

ASSERTED = [
    ("happened", "refer", "The nurse referred her to the refuge."),
    ("happened", "refer", "She was referred to the refuge by the nurse."),
    ("happened", "ring", "The manager had rung the police."),
    ("happened", "tell", "He rang to tell the police that she was safe."),
    ("happened", "speak", "The officer was able to speak to her."),
    ("happened", "share", "The school did not fail to share it."),
    ("happened", "ask", "The nurse began to ask about home."),
    ("happened", "see", "She could see the school from there."),
    ("not_done", "tell", "The nurse did not tell the police."),
    ("not_done", "tell", "The nurse never told the police."),
    ("not_done", "tell", "Nobody told the police."),
    ("not_done", "make", "No referral was made to the refuge."),
    ("not_done", "notify", "Neither the school nor the surgery was notified."),
    ("not_done", "tell", "The nurse failed to tell the police."),
    ("not_done", "record", "The risk was not recorded."),
    ("not_done", "tell", "The nurse closed the case without telling the police."),
    ("not_done", "pass", "There is no record that the letter was passed on."),
    ("not_done", "see", "The officer was unable to see her."),
    ("not_done", "share", "The school could not share it."),
    ("not_done", "refer", "At no point did the nurse refer her to the refuge."),
    ("not_done", "offer", "She was on no occasion offered support by the nurse."),
    ("not_done", "ask", "She came six times, and on none of them was she asked about home."),
    ("not_done", "send", "The letter was not, however, sent on to the school."),
    ("happened", "push", "A neighbour saw him push her."),
    ("unreal", "see", "The adviser would have been able to see her."),
    ("happened", "raise", "The officer raised the level of risk to medium on 4 May 2016."),
    ("not_done", "tell", "It is not recorded that the nurse told the police."),
    ("not_done", "share", "It was not noted that the school shared it."),
    ("not_done", "tell", "The records do not show that the nurse told the police."),
    ("not_done", "tell", "The file does not say that the nurse told the police."),
    ("not_done", "tell", "No record shows that the nurse told the police."),
    ("unreal", "tell", "The panel cannot say that the nurse told the police."),
    ("unreal", "tell", "The author did not find that the nurse told the police."),
    ("happened", "tell", "The records show that the nurse told the police."),
    ("happened", "tell", "The panel found that the nurse told the police."),
    ("happened", "tell", "The nurse did not say that she had told the police."),
    ("happened", "hit", "Her mother did not see that he hit her."),
    ("happened", "ring", "The nurse was worried enough to ring the police."),
    ("happened", "tell", "The nurse took the trouble to tell the police."),
    ("happened", "tell", "The nurse took the time to tell the police."),
    ("happened", "tell", "The nurse took the next step to tell the police."),
    ("not_done", "ring", "The nurse was not worried enough to ring the police."),
    ("not_done", "tell", "The nurse did not take the trouble to tell the police."),
    ("meant", "ring", "The nurse was anxious to ring the police."),
    ("meant", "tell", "The nurse took an oath to tell the police."),
    ("meant", "tell", "The nurse took the bus to tell the police."),
    ("should_have", "tell", "The nurse should have told the police."),
    ("should_have", "make", "A referral ought to have been made."),
    ("should_have", "tell", "The nurse could have told the police."),
    ("considered", "refer", "The nurse considered referring her to the refuge."),
    ("considered", "ring", "The manager thought about ringing the police."),
    ("meant", "refer", "The nurse agreed to refer her to the refuge."),
    ("meant", "ring", "The manager planned to ring the police."),
    ("meant", "write", "The officer would write to the school."),
    ("declined", "speak", "She refused to speak to the officer."),
    ("declined", "give", "She declined to give a statement."),
    ("declined", "speak", "She would not speak to the officer."),
    ("unreal", "tell", "If the nurse had told the police, they would have gone there."),
    ("unreal", "tell", "Had the nurse told the police, they would have gone there."),
    ("unreal", "go", "If the nurse had told the police, they would have gone there."),
    ("unreal", "tell", "Did the nurse tell the police?"),
    ("unreal", "share", "The manager asked whether the school had shared it."),
    ("unreal", "refer", "Unless the nurse refers her, nothing will happen."),
    ("general", "share", "Schools share such letters with the police."),
    ("general", "tell", "The nurse should tell the police."),
    ("general", "refer", "Staff must refer such cases."),
    ("general", "share", "Schools do not share such letters."),
]


@pytest.mark.parametrize(("status", "lemma", "text"), ASSERTED, ids=[text for _, _, text in ASSERTED])
def test_a_predicate_has_its_status(status: str, lemma: str, text: str, clause: Callable[[str, str], Clause]) -> None:
    assert Assertion(load_lexicon().assertion).status(clause(text, lemma)) == Status(status)


def test_the_present_tells_history_in_notes(clause: Callable[[str, str], Clause]) -> None:
    seen = clause("Nurse sees her at home.", "see")
    assertion = Assertion(load_lexicon().assertion)
    assert assertion.status(seen, notes=True) is Status.HAPPENED
    assert assertion.status(seen) is Status.GENERAL
