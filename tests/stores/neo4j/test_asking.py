"""A question's rows come from the server with their values, whatever these are."""

from __future__ import annotations

import datetime

import pytest

from dhr_graph.errors import UsageError
from dhr_graph.questions import Column, Question
from dhr_graph.stores.neo4j import Neo4jConnection, answer_in_neo4j
from dhr_graph.stores.neo4j.compact_rows import BETWEEN_CELLS, NOTHING, compact, wide

TYPES = ("string", "integer", "number", "boolean", "date", "edtf", "id", "list")
COLUMNS = tuple(Column(f"a_{kind}", kind, "") for kind in TYPES)


def question(*values: str, columns: tuple[Column, ...] = COLUMNS) -> Question:
    """A question that returns rows of Cypher expressions."""
    names = [column.name for column in columns]
    rows = "\nUNION ALL ".join(
        f"RETURN {', '.join(f'{value} AS {name}' for name, value in zip(names, row.split('; '), strict=True))}"
        for row in values
    )
    return Question("mine", "", "", (), columns, (), (), "", f"// mine\n{rows}")


FULL = "'Ash'; 7; 0.1; false; date('2015-03-01'); '2015?'; 'ash/Agency/1'; ['1.10 #9', null, '1.9 #8']"
EMPTY = "null; null; null; null; null; null; null; null"
BARE = "''; -7; -7; true; date('0987-03-01'); ''; ''; []"


def test_each_type_of_column_comes_as_it_is(connection: Neo4jConnection) -> None:
    told = answer_in_neo4j(question(FULL, EMPTY, BARE), connection)
    assert set(told.rows) == {
        ("Ash", 7, 0.1, False, datetime.date(2015, 3, 1), "2015?", "ash/Agency/1", ("1.9 #8", "1.10 #9")),
        (None, None, None, None, None, None, None, ()),
        ("", -7, -7, True, datetime.date(987, 3, 1), "", "", ()),
    }


def test_no_rows_are_no_rows(connection: Neo4jConnection) -> None:
    one = Question("mine", "", "", (), COLUMNS[:1], (), (), "", "// mine\nMATCH (n:Nothing)\nRETURN n.name AS a_string")
    assert answer_in_neo4j(one, connection).rows == ()


@pytest.mark.parametrize(
    ("kind", "value", "says"),
    [
        ("string", "'a' + '\\u001D' + 'b'", r"U\+001D, which parts the cells.*replace"),
        ("string", "[1, 2]", "can't be run"),
        ("integer", "'seven'", "column odd is no integer: .*'seven'.*another type"),
        ("boolean", "2", "column odd is no boolean: '2' is neither true nor false"),
        ("date", "'a Monday'", "column odd is no date: .*'a Monday'"),
    ],
)
def test_a_value_that_is_none_of_its_column_is_refused(
    kind: str, value: str, says: str, connection: Neo4jConnection
) -> None:
    with pytest.raises(UsageError, match=says):
        answer_in_neo4j(question(value, columns=(Column("odd", kind, ""),)), connection)


def test_a_statement_that_can_be_no_subquery_is_refused(connection: Neo4jConnection) -> None:
    one = Question("mine", "", "", (), COLUMNS[:1], (), (), "", "CYPHER 5 RETURN 'x' AS a_string")
    with pytest.raises(UsageError, match="can't be run"):
        answer_in_neo4j(one, connection)


def test_columns_that_are_not_the_question_s_are_refused(connection: Neo4jConnection) -> None:
    one = Question("mine", "", "", (), COLUMNS[:1], (), (), "", "// mine\nRETURN 1 AS other")
    with pytest.raises(UsageError, match=r"gives the columns other.*must be a_string"):
        answer_in_neo4j(one, connection)


def test_a_comment_at_its_end_hides_nothing(connection: Neo4jConnection) -> None:
    one = Question("mine", "", "", (), COLUMNS[:1], (), (), "", "// mine\nRETURN 'x' AS a_string // the end")
    assert compact(one).count("\n") == 2
    assert answer_in_neo4j(one, connection).rows == (("x",),)


def test_rows_are_made_wide_again() -> None:
    texts = [f"Ash{BETWEEN_CELLS}2015-03-01", f"{NOTHING}{BETWEEN_CELLS}{NOTHING}"]
    two = question(columns=(Column("name", "string", ""), Column("on", "date", "")))
    assert list(wide(two, [texts])) == [("Ash", datetime.date(2015, 3, 1)), (None, None)]
    assert list(wide(two, [])) == []
