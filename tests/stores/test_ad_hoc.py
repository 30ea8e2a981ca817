"""Ad-hoc SPARQL: rows and limits, nothing written, nothing that leaves this machine."""

from __future__ import annotations

import contextlib
import http.server
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import cast

import pyoxigraph as ox
import pytest

from dhr_graph.errors import UsageError
from dhr_graph.model.reading import ReviewReading
from dhr_graph.stores import Dataset
from dhr_graph.stores.ad_hoc import refuse_service

PREFIX = "PREFIX dhr: <https://w3id.org/dhr-graph/ontology#> "


@pytest.fixture
def filled(dataset: Dataset, reading_of: Callable[..., ReviewReading]) -> Dataset:
    dataset.write_review(reading_of("ash", {"a.txt": [f"Call {number}." for number in range(30)]}))
    return dataset


def test_rows_come_with_plain_values(filled: Dataset) -> None:
    found = filled.sparql(
        PREFIX + "SELECT ?a ?n (1.5 AS ?h) (true AS ?t) ?no { ?a a dhr:Agency . ?e dhr:ordinal ?n } ORDER BY ?n LIMIT 1"
    )
    assert found.columns == ("a", "n", "h", "t", "no")
    assert found.rows == (("https://w3id.org/dhr-graph/id/ash/Agency/1", 0, 1.5, True, None),)
    assert not found.truncated


def test_a_reader_asks_too(tmp_path: Path, reading_of: Callable[..., ReviewReading]) -> None:
    with Dataset.open(tmp_path / "g", write=True) as dataset:
        dataset.write_review(reading_of("ash", {"a.txt": ["Call."]}))
    with Dataset.open(tmp_path / "g") as dataset:
        assert dataset.sparql("ASK { ?s ?p 'Call.' }").rows == ((True,),)


def test_ask_and_construct(filled: Dataset) -> None:
    assert filled.sparql("ASK { ?s ?p 7 }").rows == ((True,),)
    built = filled.sparql(PREFIX + "CONSTRUCT { ?a dhr:name ?n } { ?a dhr:name ?n FILTER(?n = 'Police') }")
    assert built.columns == ("subject", "predicate", "object")
    assert [row[2] for row in built.rows] == ["Police"]


def test_the_row_limit_cuts_and_says_so(filled: Dataset) -> None:
    query = PREFIX + "SELECT ?c { ?c a dhr:Contact }"
    assert (len(filled.sparql(query, limit=30).rows), filled.sparql(query, limit=30).truncated) == (30, False)
    assert (len(filled.sparql(query, limit=29).rows), filled.sparql(query, limit=29).truncated) == (29, True)


def test_the_time_limit_ends_a_query(filled: Dataset) -> None:
    begun = time.monotonic()
    with pytest.raises(UsageError, match="longer than 1 s"):
        filled.sparql("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }", timeout=1)
    assert time.monotonic() - begun < 10


@pytest.mark.parametrize(
    "text",
    [
        "INSERT DATA { <http://x> <http://y> 1 }",
        "DROP ALL",
        "LOAD <file:///etc/hostname>",
        "clear default",
        "WITH <http://g> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
        "# mine\nBASE <http://b/>\nPREFIX : <http://x#> PREFIX a.b:<http://y> # all\n  delete where { ?s ?p ?o }",
    ],
)
def test_an_update_is_refused_with_what_to_do_instead(filled: Dataset, text: str) -> None:
    before = set(filled.store)
    with pytest.raises(UsageError, match="would change the dataset, which queries only read.*dhr-graph build"):
        filled.sparql(text)
    assert set(filled.store) == before


@pytest.mark.parametrize("text", ["SELECT nothing", "\x00", "INSERTED", "SELECT * { ?s ?p ?o } ; DROP ALL"])
def test_what_is_no_query_is_refused(filled: Dataset, text: str) -> None:
    before = set(filled.store)
    with pytest.raises(UsageError, match="can't be read at line 1, column"):
        filled.sparql(text)
    assert set(filled.store) == before


def test_a_term_that_is_not_there_is_hinted_at_and_changes_no_row(filled: Dataset) -> None:
    query = PREFIX + "SELECT ?a ?n { ?a a dhr:Agency OPTIONAL { ?a dhr:nam ?n } }"
    found, plain = filled.sparql(query), filled.sparql(query.replace("dhr:nam", "dhr:csp"))
    assert (found.rows, plain.hints) == (plain.rows, ())
    assert found.hints == ("dhr:nam is not in the vocabulary; nearest: dhr:name, dhr:names.",)


def test_words_of_updates_in_a_query_are_no_crime(filled: Dataset) -> None:
    assert filled.sparql("PREFIX insert: <http://x#> SELECT * { ?delete insert:drop 'CLEAR' }").rows == ()


@pytest.fixture(scope="module")
def server() -> Iterator[tuple[str, list[str]]]:
    """A server that notes who asks it."""
    asked: list[str] = []

    class Noting(http.server.BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            asked.append(self.path)
            self.send_response(500)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with http.server.HTTPServer(("127.0.0.1", 0), Noting) as listening:
        threading.Thread(target=listening.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{listening.server_port}/", asked
        listening.shutdown()


CALLS = [
    "SELECT * { SERVICE <URL> { ?s ?p ?o } }",
    "SELECT * { service silent<URL>{ ?s ?p ?o } }",
    "SELECT * { SERVICESILENT<URL>{?s ?p ?o} }",
    "PREFIX : <URL> SELECT * {SERVICE:x{?s ?p ?o}}",
    "PREFIX e.x: <URL> SELECT * { SERVICE e.x:y\\#z\n{ ?s ?p ?o } }",
    "SELECT * { BIND(<URL> AS ?x) SERVICE?x{?s ?p ?o} }",
    "SELECT * { SERVICE # for \"it {\n # all\r <URL>\n#'''\n{ ?s ?p ?o } }",
    "SELECT * { ?a ?b ?c FILTER(?a<?b#>'''\n) SERVICE <URL> { ?s ?p ?o } } #'''",
    "BASE <URL> SELECT * { OPTIONAL { SERVICE <x> { ?s ?p ?o } } }",
    "ASK { FILTER NOT EXISTS { SERVICE <URL> { ?s ?p ?o } } }",
    "SELECT * { \\u0053ERVICE <URL> { ?s ?p ?o } }",
    "SELECT * { VALUES ?x { <URL> } SERVICE ?x { ?s ?p ?o } }",
    "DESCRIBE ?s { SERVICE <URL> { ?s ?p ?o } }",
]


def test_the_engine_alone_would_call_others(server: tuple[str, list[str]]) -> None:
    url, asked = server
    for query in CALLS[:4]:
        with contextlib.suppress(OSError):
            list(cast("ox.QuerySolutions", ox.Store().query(query.replace("URL", url))))
    assert len(asked) == 4
    asked.clear()


@pytest.mark.parametrize("query", CALLS)
def test_no_query_leaves_this_machine(query: str, server: tuple[str, list[str]]) -> None:
    url, asked = server
    with Dataset.in_memory() as dataset, pytest.raises(UsageError, match="SERVICE is not allowed"):
        dataset.sparql(query.replace("URL", url))
    assert not asked


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?service { ?service a <http://x/service#Service> }",
        'SELECT * { ?s ?p "domestic_abuse_service" . ?s ?q ?o }',
        "PREFIX s: <http://service/> SELECT * { ?s s:service ?o } # SERVICE",
        'SELECT * { { ?s ?p "a service" } UNION { ?s ?p "service" } }',
    ],
)
def test_the_word_itself_is_no_crime(query: str) -> None:
    with Dataset.in_memory() as dataset:
        assert dataset.sparql(query).rows == ()


def test_refusal_takes_no_time_on_a_long_text() -> None:
    begun = time.monotonic()
    refuse_service("SERVICE " + "# " * 20_000 + "SERVICE :" * 5_000)
    assert time.monotonic() - begun < 2
