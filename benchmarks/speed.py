"""How fast the product is, and how much memory it takes, for collections of several sizes made from the examples.

Each figure stands beside a baseline that is measured in the same run, by turns with it: spaCy's parser alone on the
same text, rdflib in memory with the same quads, one process against two.

usage: python -m benchmarks.speed [--sizes 1,10,100] [--repeat 3] [--markdown] [--write PAGE]
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from benchmarks.footprint import Footprint
from benchmarks.made_reviews import make_reviews
from benchmarks.rendering import Cell, MeasuredTable, write_block
from benchmarks.review_sets import ROOT
from dhr_graph.questions import load_questions

RDFLIB_LOADS = 100
"""Documents up to which rdflib loads the quads: at 1,000 it takes minutes and gigabytes."""

RDFLIB_ASKS = 10
"""Documents up to which rdflib is asked."""

READING = ("documents", "words", "words/s", "parser", "of parser", "2 jobs gain", "2 jobs cost", "MB", "2 jobs MB")
WRITING = ("documents", "quads", "quads/s", "rdflib quads/s", "times rdflib")
ASKING = ("question", "documents", "ms", "rdflib ms", "times rdflib")


@dataclass(frozen=True, slots=True)
class Run:
    """What a task said of itself, and what its process took from start to end, with those that it started: seconds by
    the clock, seconds on processors, the peak of memory in megabytes."""

    said: Mapping[str, float]
    seconds: float
    processor: float | None
    megabytes: float | None


def main(arguments: list[str] | None = None) -> None:
    """Measure, print, and put the tables into a page of the docs if told to."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("--sizes", default="1,10,100", help="numbers of documents; 1000 takes half an hour")
    parser.add_argument("--repeat", type=int, default=3, help="how often each is timed, by turns; the best counts")
    parser.add_argument("--markdown", action="store_true", help="print Markdown")
    parser.add_argument("--write", type=Path, metavar="PAGE", help="put the tables into the page's measured block")
    given = parser.parse_args(arguments)
    tables = list(measured([int(size) for size in given.sizes.split(",")], given.repeat))
    for table in tables:
        print(table.as_markdown() if given.markdown else table.as_text())
    if given.write:
        write_block(given.write, "speed", tables)


def measured(sizes: list[int], repeat: int) -> Iterator[MeasuredTable]:
    """The tables of reading, writing and asking, a row for each size."""
    reading: list[tuple[Cell, ...]] = []
    writing: list[tuple[Cell, ...]] = []
    asking: list[tuple[Cell, ...]] = []
    for size in sizes:
        with tempfile.TemporaryDirectory(prefix="dhr-graph-speed-") as scratch:
            folder = Path(scratch)
            make_reviews(folder / "reviews", size)
            reading.append((size, *_reading(folder, repeat)))
            writing.append((size, *_writing(folder, repeat, size)))
            asking.extend((name, size, *latency) for name, latency in _asking(folder, size))
            print(f"measured {size} documents: {reading[-1]}, {writing[-1]}", file=sys.stderr, flush=True)
    yield MeasuredTable("Reading: files to dataset", READING, reading)
    yield MeasuredTable("Writing: quads into the store on disk", WRITING, writing)
    yield MeasuredTable("Asking: one question over all documents", ASKING, sorted(asking, key=lambda row: str(row[0])))


def _reading(folder: Path, repeat: int) -> tuple[Cell, ...]:
    """The best of several rounds for each; in a round each has its turn, so that a busy machine is so for all. One
    more round is for the memory, since to look at it takes time of the processors that two jobs share.

    Against the parser processor time is compared, one process against one; against two jobs, whole runs: seconds by the
    clock (the gain), and on processors (the cost, which a busy machine changes little; 2 / cost is the gain possible).
    Two jobs are run as the command runs them, since it begins to load what they share before anything else.
    """
    weighed = _round(folder, 0, memory=True)
    rounds = [_round(folder, at, memory=False) for at in range(1, repeat + 1)]
    alone, one, two = (min(runs, key=lambda each: each.seconds) for runs in zip(*rounds, strict=True))
    own = [min(each[at].said["processor"] for each in rounds) for at in (0, 1)]
    whole = [min(each.processor or 0.0 for each in runs) for runs in zip(*rounds, strict=True)]
    words = alone.said["words"]
    return (
        int(words),
        words / one.said["seconds"],
        words / alone.said["seconds"],
        own[0] / own[1],
        one.seconds / two.seconds,
        whole[2] / whole[1] if whole[1] else None,
        weighed[1].megabytes,
        weighed[2].megabytes,
    )


def _round(folder: Path, at: int, *, memory: bool) -> tuple[Run, Run, Run]:
    """The parser alone, one job, two jobs; the dataset that the first round's one job made is kept."""
    reviews, one, two = folder / "reviews", folder / f"one-{at}", folder / f"two-{at}"
    order = ("build", reviews, "--graph", two, "--jobs", 2, "--quiet")
    runs = (
        run("parse", reviews, memory=memory),
        run("read", reviews, one, memory=memory),
        run_module("dhr_graph", *order, memory=memory),
    )
    for made in (one, two) if at else (two,):
        shutil.rmtree(made)
    return runs


def _writing(folder: Path, repeat: int, size: int) -> tuple[Cell, ...]:
    rates, peers = [], []
    for at in range(repeat):
        said = run("write", folder / "one-0", folder / f"copy-{at}").said
        rates.append(said["quads"] / said["seconds"])
        shutil.rmtree(folder / f"copy-{at}")
        if size <= RDFLIB_LOADS:
            peer = run("rdflib_load", folder / "one-0").said
            peers.append(peer["quads"] / peer["seconds"])
    peer_rate = max(peers, default=None)
    return int(said["quads"]), max(rates), peer_rate, max(rates) / peer_rate if peer_rate else None


def _asking(folder: Path, size: int) -> Iterator[tuple[str, tuple[Cell, ...]]]:
    ours = run("ask", folder / "one-0").said
    for name in sorted(load_questions()):
        peer = run("rdflib_ask", folder / "one-0", name).said.get("seconds") if size <= RDFLIB_ASKS else None
        yield name, (ours[name] * 1000, peer and peer * 1000, peer and peer / ours[name])


def run(task: str, *arguments: Path | str | int, memory: bool = False) -> Run:
    """Run a task in a process of its own; only where `memory` is wanted it is looked at."""
    said, took = _run("benchmarks.speed_tasks", task, *arguments, memory=memory)
    return replace(took, said=json.loads(said))


def run_module(module: str, *arguments: Path | str | int, memory: bool) -> Run:
    """Run a module as a program; what it prints does not count."""
    return _run(module, *arguments, memory=memory)[1]


def _run(module: str, *arguments: Path | str | int, memory: bool) -> tuple[str, Run]:
    command = [sys.executable, "-m", module, *map(str, arguments)]
    began = time.perf_counter()
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        with Footprint(process.pid, memory=memory) as took:
            said, _ = process.communicate()
        if process.returncode:
            raise SystemExit(f"{' '.join(command)} ended with {process.returncode}")
    return said, Run({}, time.perf_counter() - began, took.processor, took.megabytes)


if __name__ == "__main__":
    main()
