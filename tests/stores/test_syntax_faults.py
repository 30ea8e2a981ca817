"""A query that can't be read is shown with the place where it goes wrong."""

from __future__ import annotations

import pytest

from dhr_graph.errors import UsageError
from dhr_graph.stores import Dataset
from dhr_graph.stores.syntax_faults import syntax_fault


def told(query: str) -> list[str]:
    with Dataset.in_memory() as dataset, pytest.raises(UsageError) as refused:
        dataset.sparql(query)
    return str(refused.value).splitlines()


@pytest.mark.parametrize(
    ("query", "stands", "remedy"),
    [
        ("SELEC ?x { ?x a ?y }", "SELEC", "SELEC is no keyword; nearest: SELECT."),
        ("SELECT ?x { ?x ?p ?y FITER(?x = 1) }", "FITER", "FITER is no keyword; nearest: FILTER"),
        ("SELECT ?x { ?x ?p ?y FILTER(CONTAIN(?y, 'a')) }", "CONTAIN", "CONTAIN is no keyword; nearest: CONTAINS"),
        ("who knew?", "who", "A query begins with SELECT, ASK, CONSTRUCT or DESCRIBE"),
        (
            "SELECT ?x { ?x a dhr:Agency }",
            "dhr:Agency",
            "begin with PREFIX dhr: <https://w3id.org/dhr-graph/ontology#>.",
        ),
        ("SELECT ?x { ?x a ex:Agency }", "ex:Agency", "begin with PREFIX ex: <...>."),
        ("SELECT ?x { OPTIONAL ?x ?p ?y }", "?x ?p", 'Expected "{".'),
        ("SELECT ?x { ?x ?p ?y } }", "}", "does not belong here"),
        ("SELECT ?x { ?x ?p ?y } ORDER ?x", "?x", "does not belong here"),
        ("SELECT ?x { ?x ?p ?y FILTER(?x == 2) }", "= 2", "does not belong here"),
        ("SELECT ?x { ?x ?p ?y ?z }", "?z", "does not belong here"),
    ],
)
def test_the_caret_stands_below_what_can_not_be_read(query: str, stands: str, remedy: str) -> None:
    head, line, caret = told(query)
    column = query.rindex(stands)
    assert head == f"query: The query can't be read at line 1, column {column + 1}:"
    assert line == f"  {query}"
    assert caret.startswith(f"  {' ' * column}^ ")
    assert remedy in caret


def test_only_the_line_is_shown_with_its_number() -> None:
    head, line, caret = told("SELECT ?x {\n  ?x ?p ?y .\n  FITER(?x = 1)\n}\n")
    assert head.endswith("at line 3, column 3:")
    assert (line, caret.split()[0]) == ("    FITER(?x = 1)", "^")


@pytest.mark.parametrize(
    "query", ["SELECT ?x { ?x a ?y", "SELECT ?x { ?x a ?y\n\n", "SELECT ?x { ?x ?p 'never closed }"]
)
def test_a_query_that_ends_too_early_is_told_so_at_its_end(query: str) -> None:
    _, line, caret = told(query)
    assert caret.index("^") == len(line)
    assert "It ends too early" in caret


def test_of_a_long_line_there_is_as_much_as_fits() -> None:
    names = " ".join(f"?name{number}" for number in range(60))
    _, line, caret = told(f"SELECT {names} {{ ?x ?p ?y FITER(?x = 1) }}")
    assert line[caret.index("^") :].startswith("FITER")
    assert len(line) < 100


def test_what_the_engine_says_in_words_is_kept() -> None:
    *_, caret = told("SELECT ?x (COUNT(?y) AS ?n) { ?x ?p ?y }")
    assert "SELECT names a variable that nothing binds or groups by" in caret
    assert told(" \n") == ["query: The query is empty. " + told("who?")[2].partition("^ ")[2]]


def test_what_is_not_of_syntax_is_left_to_others() -> None:
    assert syntax_fault("ASK {}", "there is no graph <http://a> here") is None
