"""The process that the readers of a build are forked from: it loads rules, parser and expressions once for all.

It stands outside `dhr_graph.building`, so that a command can start it before it has loaded anything else.
"""

from __future__ import annotations

import multiprocessing
from multiprocessing.context import BaseContext

_PRELOADED = ["dhr_graph.building.preloaded"]
_FORKSERVER = "forkserver"


def forking() -> BaseContext:
    """Processes forked from one that has rules and parser loaded and no threads, where the system can; it saves two
    seconds of each process's start, and the memory that they share."""
    context = multiprocessing.get_context(_FORKSERVER if _can_fork() else "spawn")
    context.set_forkserver_preload(_PRELOADED)
    return context


def begin_loading() -> None:
    """Start the process that is forked from, without waiting for what it loads; none where the system can't fork."""
    if _can_fork():
        from multiprocessing import forkserver  # here, since not every system has it

        forking()
        forkserver.ensure_running()


def _can_fork() -> bool:
    return _FORKSERVER in multiprocessing.get_all_start_methods()
