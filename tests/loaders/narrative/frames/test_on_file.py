"""Files: what stands in an agency's log or file from another was told to it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Ends = list[tuple[str | None, str | None]]
Shares = Callable[[str], Ends]
SCHOOL, POLICE, SURGERY = "Hollins Primary School", "Calder Police", "Calder Lane Surgery"
SERVICES = "Calder Council Children's Services"


@pytest.mark.parametrize(
    ("words", "ends"),
    [
        ("The police log shows a call from the school on 4 May 2016.", (SCHOOL, POLICE)),
        ("A police log timed at 16.40 shows a call from Dr N of Calder Lane Surgery about her.", (SURGERY, POLICE)),
        ("The school's file contained a letter from Calder Lane Surgery.", (SURGERY, SCHOOL)),
        ("The social worker's file holds an e-mail of 6 April 2016 in which the teacher set out it all.",
         (SCHOOL, SERVICES)),
    ],
)  # fmt: skip
def test_what_stands_in_a_file_came_from_somebody(words: str, ends: tuple[str, str], shares: Shares) -> None:
    assert shares(words) == [ends]


@pytest.mark.parametrize(
    "words",
    [
        "The police log shows a call from Hannah on 4 May 2016.",
        "The police log shows no call from the school.",
        "Police records contain reports from the school.",
        "The police log does not show a call from the school.",
        "The police log shows a missed call from the school.",
        "The police log shows a call from the school that was not answered.",
        "The police file holds a letter from the surgery to Hannah.",
        "The police file has a letter from the school, which was obtained for this review.",
        "The school's file has a note from the social worker's visit.",
        "Hannah's file holds a letter from the school.",
        "The police log shows a call to the address on 4 May 2016.",
        "The police log shows that officers read their own report.",
    ],
)
def test_a_file_that_holds_nothing_of_another_s_tells_no_share(words: str, shares: Shares) -> None:
    assert shares(words) == []
