"""How fast a dataset gets into Neo4j, and how fast the questions are answered there.

Each figure stands beside a baseline of the same run: the plainest script that one could write, Neo4j's own offline
importer, the same question in SPARQL on the dataset. The server is a Neo4j of its own, as the tests assemble it.

usage: python -m benchmarks.neo4j_load [--sizes 100,1000] [--repeat 3] [--made DIR] [--markdown] [--write PAGE]
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import neo4j

from benchmarks.footprint import Footprint
from benchmarks.made_reviews import make_reviews
from benchmarks.rendering import Cell, MeasuredTable, write_block
from benchmarks.review_sets import ROOT
from dhr_graph.building import build
from dhr_graph.stores import Dataset

sys.path.insert(0, str(ROOT / "tests"))

from neo4j_server.fixtures import empty
from neo4j_server.process import FAST, LocalServer
from neo4j_server.releases import runtime

WARM_UP = 100
"""Reviews that plain script and `load` both load first, so that it is not Java's first minute that is measured."""

LOADING = ("reviews", "nodes", "relationships", "load /s", "plain /s", "of plain", "rows ready /s", "of that", "MB")
IMPORTING = ("reviews", "export s", "import s", "import /s", "load of import", "load of both", "export MB")
ASKING = ("question", "reviews", "Neo4j ms", "Oxigraph ms")


@dataclass(frozen=True, slots=True)
class Run:
    """What a task said of itself, and the peak of memory of its process in megabytes."""

    said: Mapping[str, float]
    megabytes: float | None


def main(arguments: list[str] | None = None) -> None:
    """Measure, print, and put the tables into a page of the docs if told to."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("--sizes", default="100,1000", help="numbers of reviews; to make 1000 takes some ten minutes")
    parser.add_argument("--repeat", type=int, default=3, help="rounds, by turns; the best counts (above 100: one)")
    parser.add_argument("--made", type=Path, metavar="DIR", help="where made collections are kept for another run")
    parser.add_argument("--markdown", action="store_true", help="print Markdown")
    parser.add_argument("--write", type=Path, metavar="PAGE", help="put the tables into the page's measured block")
    given = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="dhr-graph-neo4j-") as scratch:
        sizes = [int(size) for size in given.sizes.split(",")]
        tables = list(measured(sizes, given.repeat, given.made or Path(scratch) / "made", Path(scratch)))
    for table in tables:
        print(table.as_markdown() if given.markdown else table.as_text())
    if given.write:
        write_block(given.write, "neo4j", tables)


def measured(sizes: list[int], repeat: int, made: Path, scratch: Path) -> Iterator[MeasuredTable]:
    """The tables of loading, importing and asking, a row for each size."""
    loading: list[tuple[Cell, ...]] = []
    importing: list[tuple[Cell, ...]] = []
    asking: list[tuple[Cell, ...]] = []
    warm_up = _made(made / str(WARM_UP), WARM_UP)
    for size in sizes:
        graph, place = _made(made / str(size), size), scratch / str(size)
        with _server(place / "home") as server:
            _loaded(warm_up, server.uri)
            rounds = [_loaded(graph, server.uri) for _ in range(repeat if size <= WARM_UP else 1)]
            asking.extend((name, size, *latency) for name, latency in _asked(graph, server.uri))
        plain = min((each for each, _ in rounds), key=lambda each: each.said["seconds"])
        loaded = min((each for _, each in rounds), key=lambda each: each.said["seconds"])
        loading.append((size, *_loading(loaded, plain)))
        importing.append((size, *_importing(graph, place, loaded)))
        print(f"measured {size} reviews", file=sys.stderr)
    yield MeasuredTable("Loading: nodes and relationships a second", LOADING, loading)
    yield MeasuredTable("The offline importer", IMPORTING, importing)
    yield MeasuredTable("Asking: one question over all reviews", ASKING, sorted(asking, key=lambda row: str(row[0])))


def _loaded(graph: Path, uri: str) -> tuple[Run, Run]:
    """What the plainest script takes, then what `load` takes, each on an empty database; the last one stays."""
    with neo4j.GraphDatabase.driver(uri) as driver:
        empty(driver)
        plain = run("plain", graph, uri)
        empty(driver)
    return plain, run("load_it", graph, uri)


def _elements(loaded: Run) -> float:
    return loaded.said["nodes"] + loaded.said["relationships"]


def _loading(loaded: Run, plain: Run) -> Iterator[Cell]:
    rate = _elements(loaded) / loaded.said["seconds"]
    plain_rate, ready_rate = _elements(loaded) / plain.said["seconds"], _elements(loaded) / plain.said["writing"]
    yield from (int(loaded.said["nodes"]), int(loaded.said["relationships"]), rate)
    yield from (plain_rate, rate / plain_rate, ready_rate, rate / ready_rate, loaded.megabytes)


def _importing(graph: Path, place: Path, loaded: Run) -> Iterator[Cell]:
    """Export and import: seconds, the rate, how `load` compares with both together, memory of the export."""
    files = place / "files"
    exported = run("export", graph, files)
    seconds = _import(files, place / "imported")
    took = loaded.said["seconds"]
    yield from (exported.said["seconds"], seconds, _elements(loaded) / seconds)
    yield from (seconds / took, (exported.said["seconds"] + seconds) / took, exported.megabytes)


def _made(folder: Path, size: int) -> Path:
    """The dataset of a made collection, built where it is not there yet."""
    graph = folder / "graph"
    if not graph.exists():
        make_reviews(folder / "reviews", size)
        with Dataset.open(graph, write=True) as dataset:
            build([folder / "reviews"], dataset, jobs=2)
    return graph


def _asked(graph: Path, uri: str) -> Iterator[tuple[str, tuple[Cell, Cell]]]:
    """The milliseconds of each question, there and here."""
    there, here = run("ask_neo4j", graph, uri).said, run("ask_oxigraph", graph, "-").said
    for name, seconds in there.items():
        yield name, (seconds * 1000, here[name] * 1000)


def _import(files: Path, home: Path) -> float:
    """The seconds that the importer takes for the exported files, its start included."""
    server = LocalServer(runtime(os.environ), home)
    environment = {**os.environ, "NEO4J_ADMIN": str(server.neo4j_admin())}
    began = time.perf_counter()
    order = ["sh", str(files / "import.sh")]
    done = subprocess.run(order, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(done.stdout + done.stderr)
    return time.perf_counter() - began


@contextmanager
def _server(home: Path) -> Iterator[LocalServer]:
    """A new Neo4j, stopped when done."""
    server = LocalServer(runtime(os.environ), home, java_options=FAST)
    server.start()
    try:
        yield server
    finally:
        server.stop()


def run(task: str, *arguments: Path | str) -> Run:
    """Run a task in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.neo4j_tasks", task, *map(str, arguments)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        with Footprint(process.pid) as took:
            said, _ = process.communicate()
        if process.returncode:
            raise SystemExit(f"{' '.join(command)} ended with {process.returncode}")
    return Run(json.loads(said), took.megabytes)


if __name__ == "__main__":
    main()
