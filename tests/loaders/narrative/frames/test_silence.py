"""Silence: a letter that left the abuse out was sent all the same."""

from __future__ import annotations

from collections.abc import Callable

import pytest

POLICE, SURGERY, SERVICES = "Calder Police", "Calder Lane Surgery", "Calder Council Children's Services"
Ends = list[tuple[str | None, str | None]]
Shares = Callable[[str], Ends]


@pytest.mark.parametrize(
    ("words", "sender", "recipient"),
    [
        (f"{POLICE}'s letter to {SURGERY} said nothing of the assault.", POLICE, SURGERY),
        (f"The letter from {SURGERY} to {SERVICES} mentioned her ankle only.", SURGERY, SERVICES),
        (f"The discharge letter to {SURGERY} did not mention the assault.", None, SURGERY),
        (f"## {POLICE}\n\nThe letter to {SURGERY} did not mention the assault.", POLICE, SURGERY),
    ],
)
def test_a_letter_that_left_it_out_is_a_share(words: str, sender: str | None, recipient: str, shares: Shares) -> None:
    assert shares(words) == [(sender, recipient)]


@pytest.mark.parametrize(
    "words",
    [
        f"The sign at {SURGERY} said nothing of domestic abuse.",
        f"{POLICE}'s letter to Hannah said nothing of the assault.",
        f"The minutes of {SURGERY} mentioned her ankle only.",
        "The article in the newspaper said nothing of the assault.",
    ],
)
def test_a_sign_a_note_and_a_letter_to_a_person_are_none(words: str, shares: Shares) -> None:
    assert shares(words) == []


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (f"The letter by {POLICE} to {SERVICES} that mentioned her move to {SURGERY} was filed.", [(POLICE, SERVICES)]),
        (f"The letter by {POLICE} that mentioned her move to {SERVICES} was filed.", []),
    ],
)
def test_of_whom_a_letter_told_is_none_of_its_ends(words: str, told: Ends, shares: Shares) -> None:
    assert shares(words) == told
