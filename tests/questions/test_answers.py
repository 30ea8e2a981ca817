"""Rows from SPARQL and from Cypher come out alike: plain values, sorted lists, one order."""

from __future__ import annotations

import dataclasses
import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from neo4j.time import Date

from dhr_graph.questions import Column, Question, arrange

COLUMNS = (Column("name", "string", ""), Column("on", "date", ""), Column("places", "list", ""))
QUESTION = Question("q", "", "", (), COLUMNS, ("on",), ("careful",), "", "")


def test_a_list_from_cypher_and_a_joined_one_from_sparql_are_the_same() -> None:
    from_cypher = arrange(QUESTION, [["a", None, ["1.10 #9", "1.9 #8", "1.9 #8"]]])
    from_sparql = arrange(QUESTION, [["a", None, "1.10 #9\x1f1.9 #8"]])
    assert from_cypher == from_sparql
    assert from_cypher.rows == (("a", None, ("1.9 #8", "1.10 #9")),)


def test_an_empty_list_is_an_empty_list_in_both() -> None:
    assert arrange(QUESTION, [["a", None, []]]) == arrange(QUESTION, [["a", None, None]])
    assert arrange(QUESTION, [["a", None, ""]]).rows == (("a", None, ()),)


def test_a_date_of_the_driver_becomes_a_date() -> None:
    assert arrange(QUESTION, [["a", Date(2015, 3, 1), None]]).rows[0][1] == datetime.date(2015, 3, 1)


def test_rows_stand_in_the_order_asked_for_with_nothing_last() -> None:
    early, late = datetime.date(2014, 1, 1), datetime.date(2015, 1, 1)
    told = arrange(QUESTION, [["a", None, None], ["b", late, None], ["c", early, None], ["a", late, None]])
    assert [row[:2] for row in told.rows] == [("c", early), ("a", late), ("b", late), ("a", None)]


def test_recommendation_10_follows_recommendation_9() -> None:
    by_name = dataclasses.replace(QUESTION, order=("name",))
    told = arrange(by_name, [["10", None, None], ["9", None, None], ["9a", None, None]])
    assert [row[0] for row in told.rows] == ["9", "9a", "10"]


def test_the_same_row_twice_is_one() -> None:
    assert len(arrange(QUESTION, [["a", None, None], ["a", None, None]]).rows) == 1


def test_a_row_of_another_width_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="zip"):
        arrange(QUESTION, [["a", None]])


@given(st.permutations([["a", None, "x"], ["b", datetime.date(2015, 1, 1), ""], [None, None, "y"]]))
def test_the_order_of_arrival_does_not_matter(rows: list[list[object]]) -> None:
    assert arrange(QUESTION, rows) == arrange(QUESTION, sorted(rows, key=str))
