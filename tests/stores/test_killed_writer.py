"""A writer that is killed leaves each review as it was before, or as it is after, never between."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from dhr_graph.model.reading import ReviewReading
from dhr_graph.stores import Dataset, render

WRITER = """
import sys
from pathlib import Path
from dhr_graph.stores import Dataset, ReviewQuads
from dhr_graph.identifiers import BASE_IRI
states = [ReviewQuads("ash", BASE_IRI, Path(name).read_bytes()) for name in sys.argv[2:]]
with Dataset.open(sys.argv[1], write=True) as dataset:
    print("writing", flush=True)
    while True:
        for state in states:
            dataset.write_review(state)
            print("wrote", flush=True)
"""


def test_a_killed_writer_leaves_a_whole_review(tmp_path: Path, reading_of: Callable[..., ReviewReading]) -> None:
    states = [
        reading_of("ash", {"a.txt": [f"Call {i}." for i in range(200)], "b.txt": ["One."]}),
        reading_of("ash", {"a.txt": [f"Call {i}." for i in range(100, 350)], "c.txt": ["Two."]}),
    ]
    paths = [tmp_path / f"{number}.nq" for number in range(2)]
    for path, state in zip(paths, states, strict=True):
        path.write_bytes(render(state).nquads)
    allowed = [frozenset(render(state).quads()) for state in states]
    moments = random.Random(7)
    seen = set()
    for _ in range(8):
        with subprocess.Popen(
            [sys.executable, "-c", WRITER, str(tmp_path / "g"), *map(str, paths)], stdout=subprocess.PIPE
        ) as writer:
            assert writer.stdout is not None
            writer.stdout.readline()
            for _ in range(moments.randrange(1, 4)):
                writer.stdout.readline()
            time.sleep(moments.random() * 0.05)
            writer.kill()
        with Dataset.open(tmp_path / "g", patience=0) as dataset:
            found = frozenset(dataset.store)
        assert found in allowed
        seen.add(allowed.index(found))
    assert seen == {0, 1}, "the moments were too much alike to show anything"


def test_killed_in_the_first_writing(tmp_path: Path, reading_of: Callable[..., ReviewReading]) -> None:
    state = reading_of("ash", {"a.txt": [f"Call {i}." for i in range(400)]})
    (tmp_path / "0.nq").write_bytes(render(state).nquads)
    whole = frozenset(render(state).quads())
    moments = random.Random(11)
    for number in range(4):
        with subprocess.Popen(
            [sys.executable, "-c", WRITER, str(tmp_path / f"g{number}"), str(tmp_path / "0.nq")], stdout=subprocess.PIPE
        ) as writer:
            assert writer.stdout is not None
            writer.stdout.readline()
            time.sleep(moments.random() * 0.06)
            writer.kill()
        with Dataset.open(tmp_path / f"g{number}", patience=0) as dataset:
            assert frozenset(dataset.store) in (frozenset(), whole)
