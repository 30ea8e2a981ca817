"""Reading several reviews at once: a pool of processes with a bounded number of reviews under way."""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from pathlib import Path

from dhr_graph.building.extraction import ExtractionMaker, extraction_of
from dhr_graph.building.job import ReviewJob, ReviewResult, read_job
from dhr_graph.building.report import Failure
from dhr_graph.forking import forking

_AHEAD = 8
"""How many reviews a process has waiting for it: as many short ones as it reads while those before are written."""


def read_all(
    jobs: Iterable[ReviewJob], maker: ExtractionMaker, rules: Path | None, processes: int
) -> Iterator[ReviewResult]:
    """The results of jobs: in their order with one process, as they are ready with several.

    A process that dies (out of memory, for one) fails the review that it had, and no other.
    """
    if processes == 1:
        extraction = extraction_of(maker, rules)
        yield from (read_job(job, extraction) for job in jobs)
        return
    broken: list[ReviewJob] = []
    waiting = iter(jobs)
    while True:
        broken.clear()
        yield from _pooled(waiting, maker, rules, processes, broken)
        if not broken:
            return
        for job in broken:
            yield from _alone(job, maker, rules)


def _pooled(
    waiting: Iterator[ReviewJob], maker: ExtractionMaker, rules: Path | None, processes: int, broken: list[ReviewJob]
) -> Iterator[ReviewResult]:
    """Read until all is read or a process dies; what was under way then is added to `broken`."""
    with _pool(processes) as pool:
        under_way: dict[Future[ReviewResult], ReviewJob] = {}
        while True:
            for job in islice(waiting, processes * _AHEAD - len(under_way) if not broken else 0):
                try:
                    under_way[pool.submit(_read, job, maker, rules)] = job
                except BrokenProcessPool:
                    broken.append(job)
            if not under_way:
                return
            for future in wait(under_way, return_when=FIRST_COMPLETED).done:
                job = under_way.pop(future)
                try:
                    yield future.result()
                except BrokenProcessPool:
                    broken.append(job)


def _alone(job: ReviewJob, maker: ExtractionMaker, rules: Path | None) -> Iterator[ReviewResult]:
    with _pool(1) as pool:
        try:
            yield pool.submit(_read, job, maker, rules).result()
        except BrokenProcessPool:
            what = "The process that read it died, perhaps for lack of memory. Try it with --jobs 1, or split the file."
            yield ReviewResult(job.files.slug, failures=(Failure(str(job.files.files[0]), what),))


def _pool(processes: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(processes, mp_context=forking(), initializer=_begin)


def _begin() -> None:
    """Each process has one thread for numbers, and goes when the build goes, even if that was killed."""
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_follow, args=(parent,), daemon=True).start()


def _follow(parent: multiprocessing.process.BaseProcess) -> None:
    parent.join()
    os._exit(1)


def _read(job: ReviewJob, maker: ExtractionMaker, rules: Path | None) -> ReviewResult:
    return read_job(job, extraction_of(maker, rules))
