"""The product as it is measured: texts in, facts out, by the same build and export that a user runs."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from pathlib import Path

from benchmarks.scoring import ReviewFacts, table_facts
from dhr_graph.building import build
from dhr_graph.exports import export
from dhr_graph.stores import Dataset


def extracted(texts: Mapping[str, str], jobs: int = 2) -> Mapping[str, ReviewFacts]:
    """The facts that the product finds in texts, by their names; one that is no review is missing."""
    with tempfile.TemporaryDirectory(prefix="dhr-graph-measured-") as scratch:
        folder = Path(scratch)
        paths = [folder / f"{name}.txt" for name in sorted(texts)]
        for path in paths:
            path.write_text(texts[path.stem], encoding="utf-8")
        with Dataset.open(folder / "graph", write=True) as dataset:
            build(paths, dataset, jobs=jobs)
            export(dataset, "csv", folder / "tables", raw=True)
        return table_facts(folder / "tables")
