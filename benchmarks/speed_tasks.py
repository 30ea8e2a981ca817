"""What is timed, each in a process of its own: reading, the parser alone, writing, asking, and rdflib doing the same.

usage: python -m benchmarks.speed_tasks TASK ARGUMENT...   (prints one JSON object; `benchmarks.speed` calls it)
"""

from __future__ import annotations

import json
import signal
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from pathlib import Path
from types import FrameType

import pyoxigraph as ox

from dhr_graph.building import build
from dhr_graph.loaders.readers import find_files, read_file
from dhr_graph.questions import answer, load_questions
from dhr_graph.questions.parameters import bind, typed_parameters
from dhr_graph.stores import Dataset, ReviewQuads

PATIENCE = 30
"""Seconds that rdflib gets for one question."""


def parse(reviews: str) -> Mapping[str, float]:
    """spaCy's pipeline alone, as it ships, over every block of every document; loaded before the clock starts."""
    from dhr_graph.loaders.narrative.grammar import bare_pipeline  # here, so that it burdens no other task

    language = bare_pipeline()
    texts = [read_file(path) for path in find_files([Path(reviews)]).files]
    blocks = [text.words(passage.body).replace("\n", " ") for text in texts for passage in text.passages]
    list(language.pipe(blocks[:20]))
    began = _clocks()
    for _ in language.pipe(blocks, batch_size=32):
        pass
    return {**_since(began), "words": sum(len(text.text.split()) for text in texts)}


def read(reviews: str, graph: str) -> Mapping[str, float]:
    """The whole build by one process, from files to the dataset on disk; rules, expressions and parser are loaded
    before the clock starts, as several jobs have them loaded."""
    from dhr_graph.loaders.narrative.grammar import pipeline  # as above

    import_module("dhr_graph.building.preloaded")
    list(pipeline().pipe(["The parser is warm."]))
    began = _clocks()
    with Dataset.open(graph, write=True) as dataset:
        report = build([Path(reviews)], dataset)
    return {**_since(began), "reviews": len(report.reviews)}


def write(graph: str, copy: str) -> Mapping[str, float]:
    """Every review's quads into a new dataset on disk, one transaction each."""
    with Dataset.open(graph) as dataset:
        reviews = [ReviewQuads(slug, dataset.base, _serialised(dataset.quads(slug))) for slug in dataset.reviews()]
    began = _clocks()
    with Dataset.open(copy, write=True) as dataset:
        for review in reviews:
            dataset.write_review(review)
        taken = _since(began)
        return {**taken, "quads": len(dataset.store)}


def ask(graph: str) -> Mapping[str, float]:
    """Each canned question, its defaults, on the dataset on disk: the median of three, in seconds on a processor."""
    with Dataset.open(graph) as dataset:
        return {
            name: _median(lambda question=question: answer(question, dataset.store, base=dataset.base))  # type: ignore[misc]
            for name, question in sorted(load_questions().items())
        }


def rdflib_load(graph: str) -> Mapping[str, float]:
    """The same quads into rdflib in memory."""
    import rdflib  # as above

    content = _all_quads(graph)
    began = _clocks()
    peer = rdflib.Dataset(default_union=True)
    peer.parse(data=content, format="nquads")
    return {**_since(began), "quads": len(list(peer.quads()))}


def rdflib_ask(graph: str, name: str) -> Mapping[str, float]:
    """One question on rdflib in memory, once; nothing where it takes too long, or where it breaks (7.6 does on one)."""
    import rdflib  # as above

    peer = rdflib.Dataset(default_union=True)
    peer.parse(data=_all_quads(graph), format="nquads")
    question = load_questions()[name]
    text = bind(question, typed_parameters(question, {}))
    signal.signal(signal.SIGALRM, _give_up)
    signal.alarm(PATIENCE)
    try:
        began = time.process_time()
        for _ in peer.query(text):
            pass
        return {"seconds": time.process_time() - began}
    except (TimeoutError, AttributeError):
        return {}
    finally:
        signal.alarm(0)


def _give_up(number: int, frame: FrameType | None) -> None:
    raise TimeoutError


def _all_quads(graph: str) -> bytes:
    with Dataset.open(graph) as dataset:
        return _serialised(dataset.quads())


def _serialised(quads: Iterator[ox.Quad]) -> bytes:
    return ox.serialize(quads, format=ox.RdfFormat.N_QUADS) or b""


def _median(task: Callable[[], object]) -> float:
    times = []
    for _ in range(3):
        began = time.process_time()
        task()
        times.append(time.process_time() - began)
    return statistics.median(times)


def _clocks() -> tuple[float, float]:
    return time.perf_counter(), time.process_time()


def _since(began: tuple[float, float]) -> dict[str, float]:
    """Seconds by the clock, and those of this process on a processor."""
    return {"seconds": time.perf_counter() - began[0], "processor": time.process_time() - began[1]}


TASKS: Mapping[str, Callable[..., Mapping[str, float]]] = {
    task.__name__: task for task in (parse, read, write, ask, rdflib_load, rdflib_ask)
}

if __name__ == "__main__":
    print(json.dumps(TASKS[sys.argv[1]](*sys.argv[2:])))
