"""Which files the reviews of a dataset were read from, so that another file of the same name replaces none unnoticed.

The list stands beside the dataset, not in it: the same files give the same dataset wherever they lie.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from dhr_graph.building.grouping import ReviewFiles
from dhr_graph.building.report import Failure
from dhr_graph.errors import DatasetError

FILE_NAME = "dataset.json.sources"
"""Begins as the manifest's name does, by which a folder's own files are told."""


def read_sources(dataset: Path | None) -> dict[str, tuple[str, ...]]:
    """The files by review; none for a dataset in memory, or one that was made elsewhere."""
    path = dataset / FILE_NAME if dataset is not None else None
    if path is None or not path.is_file():
        return {}
    try:
        return {slug: tuple(files) for slug, files in json.loads(path.read_text(encoding="utf-8")).items()}
    except (OSError, ValueError, AttributeError) as fault:
        what = "The list of the files that the reviews were read from can't be read."
        raise DatasetError(what, where=str(path), remedy="Delete it; the next build writes it anew.") from fault


def write_sources(dataset: Path | None, sources: Mapping[str, Iterable[str]]) -> None:
    """Write the list, whole or not at all."""
    if dataset is None:
        return
    unfinished = dataset / f"{FILE_NAME}.{os.getpid()}"
    content = {slug: list(files) for slug, files in sorted(sources.items())}
    unfinished.write_text(json.dumps(content, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    unfinished.replace(dataset / FILE_NAME)


def files_of(review: ReviewFiles) -> tuple[str, ...]:
    """The files of a review as the list has them."""
    return tuple(str(file.resolve()) for file in review.files)


def mistaken(review: ReviewFiles, sources: Mapping[str, Iterable[str]]) -> Failure | None:
    """Why a review can't be read: the dataset has one of its name from other files, which are still there."""
    before, now = tuple(sources.get(review.slug, ())), files_of(review)
    others = [file for file in before if file not in now and Path(file).is_file()]
    if not others or set(before) & set(now):
        return None
    what = (
        f"The dataset has a review {review.slug!r} already, read from another file: {others[0]}. Rename one of the "
        f"files, give both in one build, or take the other out with `dhr-graph remove {review.slug}`."
    )
    return Failure(str(review.files[0]), what)
