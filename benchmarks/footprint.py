"""What a process takes with all that it started: peak memory and processor time, sampled from /proc (Linux only)."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType

EVERY = 0.05


class Footprint:
    """Samples a process and its descendants while the context is open.

    Memory that processes share is counted once (the proportional set size). Processor time is the sum over processes:
    it says what the work costs even while others use the machine. To look at the memory takes a tenth to a fifth of a
    processor, which what is timed on all processors should be spared: `memory` false leaves it out.
    """

    def __init__(self, process: int, *, memory: bool = True) -> None:
        self._process = process
        self._memory = memory
        self._peak = 0
        self._seconds: dict[int, float] = {}
        self._done = threading.Event()
        self._sampler = threading.Thread(target=self._sample, daemon=True)

    def __enter__(self) -> Footprint:
        self._sampler.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._done.set()
        self._sampler.join()

    @property
    def megabytes(self) -> float | None:
        """The highest sum seen; None where the system has no /proc, or it was not looked at."""
        return self._peak / 1024 or None

    @property
    def processor(self) -> float | None:
        """The seconds that all processes together spent on processors; None where the system has no /proc."""
        return sum(self._seconds.values()) or None

    def _sample(self) -> None:
        while not self._done.wait(EVERY):
            family = list(_family(self._process))
            self._seconds.update({each: max(self._seconds.get(each, 0.0), _seconds(each)) for each in family})
            if self._memory:
                self._peak = max(self._peak, sum(map(_kilobytes, family)))


def _family(process: int) -> Iterator[int]:
    yield process
    try:
        for children in Path(f"/proc/{process}/task").glob("*/children"):
            for child in children.read_text().split():
                yield from _family(int(child))
    except OSError:
        return  # it ended meanwhile


def _kilobytes(process: int) -> int:
    try:
        for line in Path(f"/proc/{process}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1])
    except OSError:
        return 0  # it ended meanwhile
    return 0


def _seconds(process: int) -> float:
    try:
        after_name = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0  # it ended meanwhile
    return (int(after_name[11]) + int(after_name[12])) / os.sysconf("SC_CLK_TCK")
