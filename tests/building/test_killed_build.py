"""A build that is killed keeps what it had finished, and goes on from there; its processes go with it."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

import dhr_graph
from dhr_graph.building import build
from dhr_graph.building.extraction import ExtractionMaker
from dhr_graph.stores import Dataset

BUILDER = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
import invented_extraction
from dhr_graph.building import build
from dhr_graph.stores import Dataset
if __name__ == "__main__":
    with Dataset.open(sys.argv[2], write=True) as dataset:
        build([Path(sys.argv[3])], dataset, jobs=int(sys.argv[4]), extraction=invented_extraction.make,
              progress=lambda step: print(step.slug, flush=True))
"""


def _building(folder: Path, scratch: Path, jobs: int) -> subprocess.Popen[str]:
    script = scratch / "builder.py"
    script.write_text(BUILDER, encoding="utf-8")
    surroundings = {**os.environ, "PYTHONPATH": str(Path(dhr_graph.__file__).parents[1])}
    arguments = [str(script), str(Path(__file__).parent), str(scratch / "g"), str(folder), str(jobs)]
    return subprocess.Popen([sys.executable, *arguments], stdout=subprocess.PIPE, text=True, env=surroundings)


@pytest.mark.parametrize(("jobs", "finished"), [(1, 1), (1, 4), (2, 3)])
def test_a_killed_build_goes_on(
    write: Callable[..., Path], invented: ExtractionMaker, tmp_path: Path, jobs: int, finished: int
) -> None:
    lines = "".join(f"Police called {number} times.\n\n" for number in range(60))
    folder = [write(f"r{number}.txt", f"A review.\n\n{lines}") for number in range(12)][0].parent
    with _building(folder, tmp_path, jobs) as builder:
        assert builder.stdout is not None
        done = [builder.stdout.readline().strip() for _ in range(finished)]
        builder.kill()
    with Dataset.in_memory() as undisturbed:
        build([folder], undisturbed, extraction=invented)
        with Dataset.open(tmp_path / "g", write=True, patience=10) as dataset:
            assert set(done) <= set(dataset.reviews())
            for slug in dataset.reviews():
                assert set(dataset.quads(slug)) == set(undisturbed.quads(slug))
            held = dataset.reviews()
            report = build([folder], dataset, extraction=invented)
            assert report.unchanged == held
            assert set(dataset.store) == set(undisturbed.store)


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="needs /proc to look at other processes")
def test_no_process_outlives_a_killed_build(write: Callable[..., Path], tmp_path: Path) -> None:
    folder = [write(f"r{number}.txt") for number in range(40)][0].parent
    with _building(folder, tmp_path, 2) as builder:
        assert builder.stdout is not None
        builder.stdout.readline()
        children = _children(builder.pid)
        builder.kill()
    assert len(children) >= 2
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline and any(_alive(child) for child in children):
        time.sleep(0.05)
    assert not [child for child in children if _alive(child)]


def _children(parent: int) -> list[int]:
    return [int(child) for child in Path(f"/proc/{parent}/task/{parent}/children").read_text(encoding="ascii").split()]


def _alive(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text(encoding="ascii").rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return False
    return state != "Z" and os.getpid() != process
