"""Who may open a dataset: one writer alone, or any number of readers; the operating system frees a dead one's lock."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from types import TracebackType

from dhr_graph.errors import DatasetBusy, DatasetError

_PAUSE = 0.05
_SLOTS = 64


class DatasetLock:
    """A held lock on a dataset's lock file; raises DatasetBusy where it can't be had within `patience` seconds."""

    def __init__(self, path: Path, *, exclusive: bool, patience: float) -> None:
        self.exclusive = exclusive
        self._path = path
        self._file = _opened(path, exclusive)
        if self._file is None:
            return
        deadline = time.monotonic() + patience
        while not _taken(self._file, exclusive):
            if time.monotonic() >= deadline:
                busy = self._busy(self._file)
                self.release()
                raise busy
            time.sleep(_PAUSE)
        if exclusive:
            self._path.write_text(f"{os.getpid()}\n", encoding="utf-8")

    def release(self) -> None:
        """Let others in; a second call does nothing."""
        if self._file is not None:
            os.close(self._file)
            self._file = None

    def __enter__(self) -> DatasetLock:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()

    def _busy(self, file: int) -> DatasetBusy:
        if _taken(file, exclusive=False):
            what = "The dataset can't be written while another process reads it."
        else:
            writer = self._path.read_text(encoding="utf-8", errors="replace").strip()
            what = f"The dataset is being written by process {writer or '(unknown)'}."
        return DatasetBusy(
            what, where=str(self._path.parent), remedy="Wait until it has finished, or end that process, and try again."
        )


def _opened(path: Path, exclusive: bool) -> int | None:
    """The open lock file; None where a reader may not make one, since then nobody else may write either."""
    try:
        return os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    except OSError as fault:
        if exclusive:
            raise DatasetError(
                f"The dataset can't be written: {fault.strerror or fault}.",
                where=str(path),
                remedy="Check who may write there.",
            ) from fault
    try:
        return os.open(path, os.O_RDONLY)
    except OSError:
        return None


if sys.platform == "win32":
    import msvcrt

    def _taken(file: int, exclusive: bool) -> bool:
        """Take the lock if it is free: a reader one of the slots behind the process id, a writer all of them."""
        for slot in (0,) if exclusive else range(_SLOTS):
            os.lseek(file, 4096 + slot, os.SEEK_SET)
            try:
                msvcrt.locking(file, msvcrt.LK_NBLCK, _SLOTS if exclusive else 1)
            except OSError:
                continue
            return True
        return False

else:
    import fcntl

    def _taken(file: int, exclusive: bool) -> bool:
        """Take the lock if it is free."""
        try:
            fcntl.flock(file, (fcntl.LOCK_EX if exclusive else fcntl.LOCK_SH) | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
