"""What is timed with a Neo4j, each in a process of its own: `load`, the plainest script, the export, the questions.

usage: python -m benchmarks.neo4j_tasks TASK GRAPH WHERE   (prints one JSON object; `benchmarks.neo4j_load` calls it)
"""

from __future__ import annotations

import json
import statistics
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import neo4j

from benchmarks import plain_script
from dhr_graph.exports import write_neo4j_csv
from dhr_graph.questions import answer, load_questions
from dhr_graph.stores import Dataset
from dhr_graph.stores.neo4j import Neo4jAddress, Neo4jConnection, answer_in_neo4j, load
from dhr_graph.stores.neo4j.review_graphs import review_graphs

REPEAT = 3


def load_it(graph: str, uri: str) -> Mapping[str, float]:
    """`load` with all that it promises, from the dataset on disk."""
    with Dataset.open(graph) as dataset, Neo4jConnection.open(Neo4jAddress(uri)) as connection:
        began = time.perf_counter()
        report = load(dataset, connection)
        return {"seconds": time.perf_counter() - began, "nodes": report.nodes, "relationships": report.relationships}


def plain(graph: str, uri: str) -> Mapping[str, float]:
    """The plainest script from the same dataset: seconds in all, and those of writing."""
    with Dataset.open(graph) as dataset, neo4j.GraphDatabase.driver(uri) as driver:
        began = time.perf_counter()
        nodes, links = plain_script.rows_of(review_graphs(dataset))
        read = time.perf_counter()
        plain_script.write(driver, nodes, links)
        done = time.perf_counter()
        return {"seconds": done - began, "writing": done - read}


def export(graph: str, folder: str) -> Mapping[str, float]:
    """The files for Neo4j's own importer."""
    with Dataset.open(graph) as dataset:
        began = time.perf_counter()
        write_neo4j_csv(dataset, Path(folder))
        return {"seconds": time.perf_counter() - began}


def ask_oxigraph(graph: str, _: str) -> Mapping[str, float]:
    """Each canned question, its defaults, in SPARQL on the dataset on disk: the median of some, in seconds."""
    with Dataset.open(graph) as dataset:
        return {
            name: _median(lambda question=question: answer(question, dataset.store, base=dataset.base))  # type: ignore[misc]
            for name, question in sorted(load_questions().items())
        }


def ask_neo4j(_: str, uri: str) -> Mapping[str, float]:
    """The same in Cypher."""
    with Neo4jConnection.open(Neo4jAddress(uri)) as connection:
        return {
            name: _median(lambda question=question: answer_in_neo4j(question, connection))  # type: ignore[misc]
            for name, question in sorted(load_questions().items())
        }


def _median(task: Callable[[], object]) -> float:
    """The first call, which has the statement planned and the graph read from disk, is not among those timed."""
    times = []
    for _ in range(REPEAT + 1):
        began = time.perf_counter()
        task()
        times.append(time.perf_counter() - began)
    return statistics.median(times[1:])


TASKS: Mapping[str, Callable[[str, str], Mapping[str, float]]] = {
    task.__name__: task for task in (load_it, plain, export, ask_oxigraph, ask_neo4j)
}

if __name__ == "__main__":
    print(json.dumps(TASKS[sys.argv[1]](*sys.argv[2:])))
