"""A dataset goes into Neo4j as it is, twice as well as once, and beside what others keep there."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import neo4j
import pytest

from dhr_graph.errors import Neo4jError, UsageError
from dhr_graph.model.reading import ReviewReading
from dhr_graph.model.records import Record
from dhr_graph.rdf import encode, organisations_graph, review_graph
from dhr_graph.stores import Dataset
from dhr_graph.stores.neo4j import LoadProgress, Neo4jConnection, Written, load, quads_back, remove

ReadingOf = Callable[..., ReviewReading]
Rows = Callable[..., list[Any]]
Snapshot = Callable[[], tuple[Any, ...]]


@pytest.fixture
def small(small_review: tuple[Record, ...]) -> Dataset:
    """The small review with people, dates and verdicts, as a dataset."""
    dataset = Dataset.in_memory()
    for record in small_review:
        is_shared = record.id.startswith("organisations/")
        graph = organisations_graph(dataset.base) if is_shared else review_graph("oakwell", dataset.base)
        dataset.store.extend(encode(record, graph, dataset.base))
    return Dataset(dataset.store, dataset.base)


@pytest.fixture
def last_transaction(neo4j_driver: neo4j.Driver) -> Callable[[], object]:
    """The server's mark of the last transaction that was committed."""

    def look() -> object:
        with neo4j_driver.session() as session:
            session.run("RETURN 1").consume()
            return session.last_bookmarks().raw_values

    return look


class TestWhatStandsThere:
    @pytest.fixture(autouse=True)
    def loaded(self, small: Dataset, connection: Neo4jConnection) -> None:
        report = load(small, connection)
        assert report.added == ("oakwell",)

    def test_a_node_has_its_class_and_every_superclass_as_labels(self, rows: Rows) -> None:
        (labels,) = rows("MATCH (n {id: 'oakwell/Referral/1'}) RETURN labels(n)")
        assert set(labels) == {"Referral", "InformationShare", "Event", "Fact"}

    def test_dates_are_dates_numbers_are_numbers_and_codes_are_words(self, rows: Rows) -> None:
        ((on, edtf, count, sure),) = rows("MATCH (n:Referral) RETURN n.dateEarliest, n.dateEdtf, n.count, n.confidence")
        assert (on, edtf, count, sure) == (neo4j.time.Date(2014, 3, 2), "2014-03-02", 2, 0.9)
        assert rows("MATCH (v:Verdict) RETURN v.code, v.flags") == [("NO_SHARE_FOUND", ["confidence=0.90"])]

    def test_links_are_relationships_of_the_property_in_capitals(self, rows: Rows) -> None:
        assert rows("MATCH (:Referral)-[r]->(m) RETURN type(r), m.id ORDER BY type(r)") == [
            ("ABOUT", "oakwell/Person/ada"),
            ("BY_AGENCY", "oakwell/Agency/police"),
            ("CONCERNS_RISK", "oakwell/Risk/1"),
            ("IN_DOCUMENT", "oakwell/Document/1"),
            ("IN_REVIEW", "oakwell/Review/1"),
            ("TO_AGENCY", "oakwell/Forum/marac"),
        ]

    def test_shortcuts_for_the_eye_are_marked_as_derived(self, rows: Rows) -> None:
        found = rows("MATCH (a)-[r {derived: true}]->(b) RETURN DISTINCT type(r) ORDER BY type(r)")
        assert found == ["KNEW_OF", "SHARED_WITH", "VERDICT"]
        assert rows("MATCH ()-[r:SHARED_WITH]->() RETURN r.count, r.first") == [(2, neo4j.time.Date(2014, 3, 2))]

    def test_the_words_of_the_evidence_are_found_by_full_text(self, rows: Rows) -> None:
        found = rows("CALL db.index.fulltext.queryNodes('dhr_graph_words', 'attend march') YIELD node RETURN node.id")
        assert "oakwell/Evidence/4" in found

    def test_every_id_is_unique_by_a_constraint(self, rows: Rows, neo4j_driver: neo4j.Driver) -> None:
        with pytest.raises(neo4j.exceptions.ConstraintError):
            neo4j_driver.execute_query("CREATE (:Agency:Body:Fact {id: 'oakwell/Agency/police'})")

    def test_organisations_stand_beside_the_reviews(self, rows: Rows) -> None:
        assert rows("MATCH (:Agency)-[:OF_ORGANISATION]->(o:Organisation) RETURN o.name, o.graph") == [
            ("Oakwell Police Service", "organisations")
        ]


class TestTwice:
    def test_the_second_time_nothing_is_written(
        self, two_reviews: Dataset, connection: Neo4jConnection, last_transaction: Callable[[], object]
    ) -> None:
        assert load(two_reviews, connection).written.nodes_created == len({q.subject for q in two_reviews.quads()})
        before = last_transaction()
        report = load(two_reviews, connection)
        assert (report.added, report.rewritten, report.unchanged) == ((), (), ("ash", "elm"))
        assert report.written == Written()
        assert last_transaction() == before, "the server has committed a transaction"

    def test_a_changed_review_is_rewritten_and_the_other_left(
        self, two_reviews: Dataset, connection: Neo4jConnection, reading_of: ReadingOf, rows: Rows
    ) -> None:
        load(two_reviews, connection)
        kept = rows("MATCH (a:Agency {id: 'ash/Agency/1'}) RETURN elementId(a)")
        two_reviews.write_review(reading_of("ash", {"a.txt": ["Police called.", "They came back."]}))
        report = load(two_reviews, connection)
        assert (report.rewritten, report.unchanged) == (("ash",), ("elm",))
        assert rows("MATCH (c:Contact) RETURN c.caption ORDER BY c.caption") == [
            "Police called.",
            "Police wrote.",
            "They came back.",
        ]
        assert rows("MATCH (a:Agency {id: 'ash/Agency/1'}) RETURN elementId(a)") == kept
        assert set(quads_back(connection)) == set(two_reviews.quads())

    def test_a_review_that_is_gone_goes(self, two_reviews: Dataset, connection: Neo4jConnection, rows: Rows) -> None:
        load(two_reviews, connection)
        two_reviews.remove("elm")
        assert load(two_reviews, connection).removed == ("elm",)
        assert rows("MATCH (r:Review) RETURN r.slug") == ["ash"]

    def test_what_somebody_took_out_comes_back(
        self, two_reviews: Dataset, connection: Neo4jConnection, rows: Rows, snapshot: Snapshot
    ) -> None:
        load(two_reviews, connection)
        before = snapshot()
        rows("MATCH (c:Contact {caption: 'They left.'}) DETACH DELETE c")
        rows("MATCH (:Agency {id: 'elm/Agency/1'})-[r:OF_ORGANISATION]->() DELETE r")
        assert load(two_reviews, connection).rewritten == ("ash", "elm")
        assert snapshot() == before

    def test_what_somebody_doubled_goes(
        self, two_reviews: Dataset, connection: Neo4jConnection, rows: Rows, snapshot: Snapshot
    ) -> None:
        load(two_reviews, connection)
        before = snapshot()
        rows("MATCH (c:Contact)-[:BY_AGENCY]->(a) CREATE (c)-[:BY_AGENCY]->(a)")
        assert load(two_reviews, connection).written.relationships_deleted == 3
        assert snapshot() == before


class TestOthers:
    FOREIGN = (
        "MATCH (a:Agency {id: 'ash/Agency/1'}) CREATE (p:Person {name: 'Not ours'})-[:WORKS_FOR]->(a), "
        "(a)-[:NOTED_IN]->(:Note {id: 'ash/Note/1', text: 'Mine'}), (:Agency {id: 7})-[:VERDICT]->(:Organisation), "
        "(:Fact {id: 'ash/Fact/of-another-kind'})-[:ABOUT]->(p)"
    )
    THEIRS = "MATCH (n) WHERE n.graph IS NULL RETURN elementId(n), labels(n), properties(n) ORDER BY elementId(n)"
    DRAWN = "MATCH (a)-[r:WORKS_FOR|NOTED_IN]->(b) RETURN elementId(r), a.id, b.id ORDER BY type(r)"

    def test_nodes_of_others_are_never_touched(
        self, two_reviews: Dataset, connection: Neo4jConnection, reading_of: ReadingOf, rows: Rows
    ) -> None:
        load(two_reviews, connection)
        rows(self.FOREIGN)
        theirs, drawn = rows(self.THEIRS), rows(self.DRAWN)
        assert (len(theirs), len(drawn)) == (5, 2)
        two_reviews.write_review(reading_of("ash", {"a.txt": ["All is new."]}))
        assert load(two_reviews, connection).rewritten == ("ash",)
        assert load(two_reviews, connection).unchanged == ("ash", "elm")
        assert (rows(self.THEIRS), rows(self.DRAWN)) == (theirs, drawn), "also what they drew to a node that stays"
        remove(connection, ["ash", "elm"])
        assert rows(self.THEIRS) == theirs
        assert rows("MATCH (n) WHERE n.graph IS NOT NULL RETURN n") == []

    def test_a_node_of_others_with_an_id_of_ours_is_a_clash(
        self, two_reviews: Dataset, connection: Neo4jConnection, rows: Rows
    ) -> None:
        load(two_reviews, connection)
        rows("MATCH (n) DETACH DELETE n")
        rows("CREATE (:Fact {id: 'elm/Agency/1', name: 'Mine'})")
        with pytest.raises(Neo4jError, match="nodes of others with an id of ours.*of its own") as raised:
            load(two_reviews, connection)
        assert raised.value.exit_code == 3
        assert rows("MATCH (n {id: 'elm/Agency/1'}) RETURN n.name") == ["Mine"]
        assert rows("MATCH (r:Review) RETURN r.slug") == [], "ash and elm were to be written together"

    def test_another_collection_is_not_replaced_by_mistake(
        self, two_reviews: Dataset, connection: Neo4jConnection, reading_of: ReadingOf, rows: Rows
    ) -> None:
        load(two_reviews, connection)
        with Dataset.in_memory() as other:
            other.write_review(reading_of("oak", {"a.txt": ["Police rang."]}))
            with pytest.raises(UsageError, match=r"2 reviews \(ash \.\.\.\), and none of them.*--keep-others"):
                load(other, connection)
            assert load(other, connection, keep=True).removed == ()
            assert rows("MATCH (r:Review) RETURN r.slug ORDER BY r.slug") == ["ash", "elm", "oak"]
            assert load(other, connection, keep=False).removed == ("ash", "elm")
            assert rows("MATCH (r:Review) RETURN r.slug") == ["oak"]


class TestOrganisations:
    def test_one_goes_when_the_last_review_that_leads_to_it_goes(
        self, two_reviews: Dataset, connection: Neo4jConnection, rows: Rows
    ) -> None:
        load(two_reviews, connection)
        assert rows("MATCH (o:Organisation)<-[:OF_ORGANISATION]-(a) RETURN a.id ORDER BY a.id") == [
            "ash/Agency/1",
            "elm/Agency/1",
        ]
        remove(connection, ["ash"])
        assert rows("MATCH (o:Organisation) RETURN o.name") == ["Wessex Police"]
        remove(connection, ["elm"])
        assert rows("MATCH (n) RETURN n") == []

    def test_one_that_the_dataset_lacks_stays_while_another_dataset_s_review_leads_to_it(
        self, two_reviews: Dataset, connection: Neo4jConnection, reading_of: ReadingOf, rows: Rows
    ) -> None:
        load(two_reviews, connection)
        with Dataset.in_memory() as other:
            other.write_review(reading_of("oak", {"a.txt": ["Police rang."]}, organisation=None))
            load(other, connection, keep=True)
            assert rows("MATCH (o:Organisation) RETURN o.name") == ["Wessex Police"]
            load(other, connection, keep=False)
            assert rows("MATCH (o:Organisation) RETURN o.name") == []

    def test_removing_what_is_not_there_names_what_is(self, two_reviews: Dataset, connection: Neo4jConnection) -> None:
        load(two_reviews, connection)
        with pytest.raises(UsageError, match="no review 'oak'.*There are: ash, elm"):
            remove(connection, ["ash", "oak"])
        assert load(two_reviews, connection).unchanged == ("ash", "elm")


class TestCare:
    def test_a_dry_run_says_what_a_load_would_do_and_does_nothing(
        self, two_reviews: Dataset, connection: Neo4jConnection, reading_of: ReadingOf, snapshot: Snapshot
    ) -> None:
        load(two_reviews, connection)
        two_reviews.write_review(reading_of("ash", {"a.txt": ["Police called.", "They came back."]}))
        two_reviews.write_review(reading_of("oak", {"a.txt": ["Police rang."]}))
        before = snapshot()
        planned = load(two_reviews, connection, dry_run=True)
        assert snapshot() == before
        done = load(two_reviews, connection)
        assert planned.written.nodes_created == done.written.nodes_created > 0
        assert planned.written.nodes_deleted == done.written.nodes_deleted > 0
        assert (planned.added, planned.rewritten, planned.nodes) == (done.added, done.rewritten, done.nodes)

    def test_counts_that_differ_afterwards_fail_the_load(
        self, two_reviews: Dataset, connection: Neo4jConnection, rows: Rows
    ) -> None:
        def meddle(progress: LoadProgress) -> None:
            rows("MATCH (c:Contact {caption: 'Police wrote.'}) DETACH DELETE c")

        with pytest.raises(Neo4jError, match=r"Of elm there are 5 nodes and \d+ relationships; 6 and \d+ were sent"):
            load(two_reviews, connection, progress=meddle)

    def test_progress_is_told_up_to_the_last_review(
        self, two_reviews: Dataset, connection: Neo4jConnection, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("dhr_graph.stores.neo4j.shipments.GROUP", 1)
        told: list[LoadProgress] = []
        load(two_reviews, connection, progress=told.append)
        assert [(progress.done, progress.total) for progress in told] == [(1, 2), (2, 2)]

    def test_a_review_changes_in_one_transaction_so_that_every_state_that_is_committed_is_whole(
        self, connection: Neo4jConnection, reading_of: ReadingOf, rows: Rows, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        written: list[object] = []
        write = Neo4jConnection.write
        monkeypatch.setattr(
            Neo4jConnection, "write", lambda *args, **more: written.append(write(*args, **more)) or written[-1]
        )
        with Dataset.in_memory() as dataset:
            dataset.write_review(reading_of("ash", {"a.txt": [f"First they said {word}." for word in range(200)]}))
            load(dataset, connection)
            written.clear()
            dataset.write_review(reading_of("ash", {"a.txt": [f"Then they said {word}." for word in range(200)]}))
            report = load(dataset, connection)
            assert written == [report.written]
            assert (report.written.nodes_created, report.written.nodes_deleted) == (400, 400)
            assert rows("MATCH (c:Contact) RETURN split(c.caption, ' ')[0], count(c)") == [("Then", 200)]
