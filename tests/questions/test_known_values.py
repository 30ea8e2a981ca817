"""Values that nothing in the dataset bears are refused, since an answer without rows would exonerate."""

from __future__ import annotations

import pytest

from dhr_graph.errors import DatasetError, UsageError
from dhr_graph.questions import load_questions, refuse_unknown

NAMES = [
    ("Ash Lane Surgery", "Ash Lane Surgery"),
    ("ALS", "Ash Lane Surgery"),
    ("Elm Police", "Elm Police"),
    ("EP", "Elm Police"),
    ("EP", "Elm Probation"),
    ("The Treasury", "The Treasury"),
    ("IDVA", "Beacon"),
    ("Elm IDVA Service", "Elm IDVA Service"),
]


def refuse(agency: str | None = None, review: str | None = None, question: str = "knowledge-timeline") -> None:
    refuse_unknown(load_questions()[question], {"agency": agency, "review": review}, ["elm"], lambda _: NAMES)


@pytest.mark.parametrize("agency", ["Ash Lane Surgery", "ash lane", "surgery", "POLICE", "The Treasury"])
def test_a_part_of_a_full_name_is_enough(agency: str) -> None:
    refuse(agency)


@pytest.mark.parametrize(
    ("agency", "names"),
    [("ALS", "Ash Lane Surgery"), ("ep", "Elm Police, Elm Probation"), ("idva", "Beacon, Elm IDVA Service")],
)
def test_a_short_form_is_refused_with_all_that_may_be_meant(agency: str, names: str) -> None:
    with pytest.raises(UsageError, match=rf"short form.*There are: {names}\."):
        refuse(agency)


def test_a_name_that_nobody_bears_is_refused_with_those_that_there_are() -> None:
    with pytest.raises(
        UsageError, match=r"no agency is called 'Oak'.*Ash Lane Surgery, Beacon, Elm IDVA Service, Elm Police"
    ):
        refuse("Oak")


def test_a_review_that_is_not_there_is_refused() -> None:
    with pytest.raises(UsageError, match="there is no review 'oak'.*elm"):
        refuse(review="oak")


def test_where_no_review_is_there_is_nothing_to_ask() -> None:
    with pytest.raises(DatasetError, match="holds no review"):
        refuse_unknown(load_questions()["knowledge-timeline"], {}, [], lambda _: [])
