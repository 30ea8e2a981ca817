"""What the processes of a build have in common, loaded once by the process that they are forked from.

Rules, parser and expressions: to import this is to load them, and to read the beginning of an example, since most
expressions are compiled and parts of the parser made when they are first used. A fault is left to the processes to
report.
"""

from __future__ import annotations

import gc
from contextlib import suppress
from importlib import resources

from dhr_graph.building.extraction import extraction_of, narrative
from dhr_graph.errors import DhrGraphError
from dhr_graph.loaders.readers import read_text

_EXAMPLE = "kelderby.txt"
_BEGINNING = 1_000

with suppress(DhrGraphError):
    _words = (resources.files("dhr_graph.examples") / _EXAMPLE).read_text(encoding="utf-8")
    extraction_of(narrative, None).read("example", [read_text(_words[:_BEGINNING], _EXAMPLE)])
# what the collector does not touch stays shared by the processes
gc.collect()
gc.freeze()
