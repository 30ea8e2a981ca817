"""Entries of lists: which of them are agencies, and which say so themselves."""

from __future__ import annotations

import pytest

from dhr_graph.loaders.cast import CastKnowledge
from dhr_graph.loaders.cast.listed_entries import is_agency, is_told_of_agency
from dhr_graph.loaders.cast.naming import entry


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("NL - New Leaf, the drug service", True),
        ("NL - New Leaf, the book of hours", False),
        ("DW - New Leaf, the drug service", False),
        ("NL - New Leaf", False),
    ],
)
def test_a_key_with_the_initials_and_a_service_tells_of_an_agency(
    line: str, told: bool, knowledge: CastKnowledge
) -> None:
    assert is_told_of_agency(entry(line, knowledge, "mentioned", 0, 0, keyed=True), knowledge) is told


def test_what_names_nothing_tells_of_none(knowledge: CastKnowledge) -> None:
    assert not is_told_of_agency(None, knowledge)


@pytest.mark.parametrize(
    ("words", "agency"),
    [
        ("Larch House, attended by the daughter", True),
        ("Larch House, the school of the son", True),
        ("Larch House, nursery for the son", True),
        ("Larch House, the daughter's friend", False),
        ("Ann Larch, daughter of Alma", False),
    ],
)
def test_a_description_is_of_a_person_only_before_it_says_whose(
    words: str, agency: bool, knowledge: CastKnowledge
) -> None:
    found = entry(words, knowledge, "report", 0, 0)
    assert found is not None
    assert is_agency(found, knowledge, listed=True) is agency
