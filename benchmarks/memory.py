"""Peak memory of a process with all that it started, sampled from /proc while it runs (Linux only)."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType

EVERY = 0.05


class PeakMemory:
    """Samples a process and its descendants while the context is open; `megabytes` is the highest sum, or None.

    Memory that processes share is counted once (the proportional set size).
    """

    def __init__(self, process: int) -> None:
        self._process = process
        self._peak = 0
        self._done = threading.Event()
        self._sampler = threading.Thread(target=self._sample, daemon=True)

    def __enter__(self) -> PeakMemory:
        self._sampler.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._done.set()
        self._sampler.join()

    @property
    def megabytes(self) -> float | None:
        """The highest sum seen; None where the system has no /proc."""
        return self._peak / 1024 or None

    def _sample(self) -> None:
        while not self._done.wait(EVERY):
            self._peak = max(self._peak, sum(map(_kilobytes, _family(self._process))))


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
