"""The process that readers are forked from, started ahead of them."""

from __future__ import annotations

import multiprocessing
import os
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pytest

from dhr_graph.forking import begin_loading, forking


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="needs /proc to look at processes")
@pytest.mark.skipif("forkserver" not in multiprocessing.get_all_start_methods(), reason="needs a system that forks")
def test_readers_are_forked_from_what_began_to_load() -> None:
    begin_loading()
    begun = Path(f"/proc/self/task/{os.getpid()}/children").read_text(encoding="ascii").split()
    with ProcessPoolExecutor(1, mp_context=forking()) as pool:
        assert str(pool.submit(os.getppid).result()) in begun
