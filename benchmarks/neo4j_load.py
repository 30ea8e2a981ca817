"""How fast a dataset gets into Neo4j, and how fast the questions are answered there.

Each figure stands beside a baseline of the same run: the plainest script that one could write, Neo4j's own offline
importer, the same question in SPARQL on the dataset. The server is a Neo4j of its own, as the tests assemble it.

usage: python -m benchmarks.neo4j_load [--sizes 100,1000] [--made DIR] [--markdown] [--write PAGE]
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

from benchmarks.footprint import Footprint
from benchmarks.made_reviews import make_reviews
from benchmarks.rendering import Cell, MeasuredTable, write_block
from benchmarks.review_sets import ROOT
from dhr_graph.building import build
from dhr_graph.stores import Dataset

sys.path.insert(0, str(ROOT / "tests"))

from neo4j_server.process import FAST, LocalServer
from neo4j_server.releases import runtime

LOADING = ("reviews", "nodes", "relationships", "load /s", "plain /s", "of plain", "rows ready /s", "of that", "MB")
IMPORTING = ("reviews", "export s", "import s", "import /s", "load of import", "MB of export")
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
    parser.add_argument("--made", type=Path, metavar="DIR", help="where made collections are kept for another run")
    parser.add_argument("--markdown", action="store_true", help="print Markdown")
    parser.add_argument("--write", type=Path, metavar="PAGE", help="put the tables into the page's measured block")
    given = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="dhr-graph-neo4j-") as scratch:
        sizes = [int(size) for size in given.sizes.split(",")]
        tables = list(measured(sizes, given.made or Path(scratch) / "made", Path(scratch)))
    for table in tables:
        print(table.as_markdown() if given.markdown else table.as_text())
    if given.write:
        write_block(given.write, "neo4j", tables)


def measured(sizes: list[int], made: Path, scratch: Path) -> Iterator[MeasuredTable]:
    """The tables of loading, importing and asking, a row for each size."""
    loading: list[tuple[Cell, ...]] = []
    importing: list[tuple[Cell, ...]] = []
    asking: list[tuple[Cell, ...]] = []
    for size in sizes:
        graph, place = _made(made / str(size), size), scratch / str(size)
        plain = _plain(graph, place / "plain")
        with _server(place / "loaded") as server:
            loaded = run("load_it", graph, server.uri)
            asking.extend((name, size, *latency) for name, latency in _asked(graph, server.uri))
        imported, exported = _imported(graph, place / "imported"), run("export", graph, place / "again")
        elements = loaded.said["nodes"] + loaded.said["relationships"]
        rate = elements / loaded.said["seconds"]
        loading.append((size, *_loading(loaded, plain, rate, elements)))
        import_rate = elements / imported
        importing.append(
            (size, exported.said["seconds"], imported, import_rate, rate / import_rate, exported.megabytes)
        )
        print(f"measured {size} reviews", file=sys.stderr)
    yield MeasuredTable("Loading: nodes and relationships a second", LOADING, loading)
    yield MeasuredTable("The offline importer", IMPORTING, importing)
    yield MeasuredTable("Asking: one question over all reviews", ASKING, sorted(asking, key=lambda row: str(row[0])))


def _loading(loaded: Run, plain: Run, rate: float, elements: float) -> Iterator[Cell]:
    plain_rate = elements / (plain.said["reading"] + plain.said["writing"])
    ready_rate = elements / plain.said["writing"]
    yield from (int(loaded.said["nodes"]), int(loaded.said["relationships"]), rate)
    yield from (plain_rate, rate / plain_rate, ready_rate, rate / ready_rate, loaded.megabytes)


def _made(folder: Path, size: int) -> Path:
    """The dataset of a made collection, built where it is not there yet."""
    graph = folder / "graph"
    if not graph.exists():
        make_reviews(folder / "reviews", size)
        with Dataset.open(graph, write=True) as dataset:
            build([folder / "reviews"], dataset, jobs=2)
    return graph


def _plain(graph: Path, home: Path) -> Run:
    with _server(home) as server:
        return run("plain", graph, server.uri)


def _asked(graph: Path, uri: str) -> Iterator[tuple[str, tuple[Cell, Cell]]]:
    """The milliseconds of each question, there and here."""
    there, here = run("ask_neo4j", graph, uri).said, run("ask_oxigraph", graph, "-").said
    for name, seconds in there.items():
        yield name, (seconds * 1000, here[name] * 1000)


def _imported(graph: Path, place: Path) -> float:
    """The seconds that the importer takes for the exported files, its start included."""
    files = place / "files"
    run("export", graph, files)
    server = LocalServer(runtime(os.environ), place / "home")
    environment = {**os.environ, "NEO4J_ADMIN": str(server.neo4j_admin())}
    began = time.perf_counter()
    subprocess.run(["sh", str(files / "import.sh")], env=environment, check=True, stdout=subprocess.DEVNULL)
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
