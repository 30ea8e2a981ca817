"""Where an export goes: a file that is replaced only when its new content is whole, or standard output."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from dhr_graph.errors import UsageError

STANDARD_OUTPUT = Path("-")


@contextmanager
def written_bytes(path: Path) -> Iterator[IO[bytes]]:
    """A stream of bytes to a path; whatever stood there stays until the `with` block ends well.

    `-` is standard output. Folders on the way are made. Raises UsageError where the path can't be written.
    """
    if path == STANDARD_OUTPUT:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    unfinished = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        stream = unfinished.open("wb")
    except OSError as fault:
        raise _unwritable(path, fault) from fault
    try:
        with stream:
            yield stream
        unfinished.replace(path)
    except OSError as fault:
        raise _unwritable(path, fault) from fault
    finally:
        unfinished.unlink(missing_ok=True)


@contextmanager
def written_text(path: Path) -> Iterator[IO[str]]:
    """The same for text in UTF-8 with line ends as they are written."""
    with written_bytes(path) as stream:
        text = io.TextIOWrapper(stream, encoding="utf-8", errors="strict", newline="")
        yield text
        text.flush()
        text.detach()


def _unwritable(path: Path, fault: OSError) -> UsageError:
    return UsageError(
        f"It can't be written: {fault.strerror or fault}.", where=str(path), remedy="Choose another place with -o."
    )
