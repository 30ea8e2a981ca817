"""What the processes of a build have in common, loaded once by the process that they are forked from.

Rules, parser and expressions: to import this is to load them. A fault in them is left to the processes to report.
"""

from __future__ import annotations

import gc
from contextlib import suppress

from dhr_graph.building.extraction import extraction_of, narrative
from dhr_graph.errors import DhrGraphError
from dhr_graph.loaders.cast import load_cast_knowledge
from dhr_graph.loaders.cast.sentence_forms import sentence_forms
from dhr_graph.loaders.dates import find_dates
from dhr_graph.loaders.narrative.grammar import pipeline

with suppress(DhrGraphError):
    extraction_of(narrative, None)
    pipeline()
    sentence_forms(load_cast_knowledge(None))
    find_dates("")
# what the collector does not touch stays shared by the processes
gc.freeze()
