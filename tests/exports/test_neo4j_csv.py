"""The files for Neo4j's own importer: what it makes of them is the graph that `load` makes."""

from __future__ import annotations

import dataclasses
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import neo4j
import pytest
from neo4j_server.contents import rows, snapshot
from neo4j_server.fixtures import StartServer, TestServer
from neo4j_server.process import LocalServer

from dhr_graph.exports import write_neo4j_csv
from dhr_graph.model.reading import ReviewReading
from dhr_graph.model.records import Agency, Person
from dhr_graph.stores import Dataset
from dhr_graph.stores.neo4j import Neo4jAddress, Neo4jConnection, Written, load, schema_rules

ODD = (' "Quoted"; with, commas ', "two\nlines\r\nand a\ttab", "\\N and \\\" and '", "true", "2014-03-02", "Zoë 𝄞 -7")
"""Names that a file of comma-separated values may spoil."""


@pytest.fixture(scope="module")
def collection(examples_graph: Path, small_reading: ReviewReading) -> Iterator[Dataset]:
    """The example reviews, and one with odd names."""
    with Dataset.in_memory() as dataset:
        with Dataset.open(examples_graph) as examples:
            dataset.store.extend(examples.store)
        odd = [
            dataclasses.replace(record, name=ODD[0], aliases=ODD)
            if isinstance(record, Agency)
            else dataclasses.replace(record, label=ODD[1])
            if isinstance(record, Person)
            else record
            for record in small_reading.records
        ]
        dataset.write_review(dataclasses.replace(small_reading, records=tuple(odd)))
        yield dataset


@pytest.fixture(scope="module")
def files(collection: Dataset, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the export."""
    folder = tmp_path_factory.mktemp("csv")
    write_neo4j_csv(collection, folder)
    return folder


@pytest.fixture(scope="module")
def imported(start_neo4j: StartServer, files: Path) -> Iterator[LocalServer]:
    """A server that was started on what `sh import.sh` made, then given the schema."""

    def bring_in(server: LocalServer) -> None:
        environment = {**os.environ, "NEO4J_ADMIN": str(server.neo4j_admin())}
        done = subprocess.run(
            ["sh", str(files / "import.sh")], env=environment, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stdout + done.stderr

    server: LocalServer = start_neo4j(bring_in)
    with neo4j.GraphDatabase.driver(server.uri) as driver:
        for statement in (files / "schema.cypher").read_text(encoding="utf-8").split(";\n"):
            if statement.strip():
                rows(driver, statement)
    yield server
    server.stop(kill=True)


def test_the_importer_makes_the_graph_that_load_makes(
    collection: Dataset, imported: LocalServer, empty_neo4j: TestServer, neo4j_driver: neo4j.Driver
) -> None:
    user, password = empty_neo4j.auth or ("neo4j", None)
    with Neo4jConnection.open(Neo4jAddress(empty_neo4j.uri, user, password)) as connection:
        load(collection, connection)
    with neo4j.GraphDatabase.driver(imported.uri) as driver:
        assert snapshot(driver) == snapshot(neo4j_driver)
        names = set(rows(driver, "MATCH (n:Agency) WHERE n.id STARTS WITH 'oakwell/' RETURN n.name"))
    assert names == {ODD[0]}, "odd names are among what was compared"


def test_load_goes_on_from_what_was_imported(collection: Dataset, imported: LocalServer) -> None:
    with Neo4jConnection.open(Neo4jAddress(imported.uri)) as connection:
        report = load(collection, connection)
    assert report.unchanged == collection.reviews()
    assert report.written == Written()


def test_the_script_has_the_exact_command(files: Path) -> None:
    script = (files / "import.sh").read_text(encoding="utf-8")
    assert 'database import full "${1:-neo4j}" --overwrite-destination=true' in script
    assert "WHAT THE DATABASE HOLDS NOW IS REPLACED" in script
    for path in files.glob("*.csv"):
        assert f"--{path.name.partition('.')[0]}=./{path.name}" in script


def test_the_schema_is_that_of_load(files: Path) -> None:
    schema = (files / "schema.cypher").read_text(encoding="utf-8")
    assert [rule.statement in schema for rule in schema_rules()] == [True] * len(schema_rules())


def test_every_file_has_its_header_with_types(files: Path) -> None:
    header = (files / "nodes.Agency.csv").read_text(encoding="utf-8").partition("\n")[0].split(",")
    assert (header[0], header[-1]) == ("id:ID(dhr)", ":LABEL")
    assert {"aliases:string[]", "confidence:double", "name"} <= set(header)
    dated = (files / "nodes.Referral.csv").read_text(encoding="utf-8").partition("\n")[0]
    assert "dateEarliest:date" in dated
    assert "count:long" in dated


def test_the_script_finds_the_programme_by_a_path_from_where_it_is_called(files: Path, tmp_path: Path) -> None:
    (tmp_path / "bin").mkdir()
    programme = tmp_path / "bin" / "neo4j-admin"
    programme.write_text('#!/bin/sh\necho called "$1" "$2"\n', encoding="utf-8")
    programme.chmod(0o755)
    environment = {**os.environ, "NEO4J_ADMIN": "bin/neo4j-admin"}
    done = subprocess.run(
        ["sh", str(files / "import.sh")], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (0, "called database import\n"), done.stderr
