"""Taking a dataset away again that was begun and came to nothing."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from dhr_graph.errors import DatasetBusy
from dhr_graph.stores.dataset import Dataset
from dhr_graph.stores.manifest import FILE_NAME, LOCK_NAME, STORE_NAME


@contextmanager
def undone_if_empty(folder: Path) -> Iterator[None]:
    """Remove the dataset in a folder after the `with` block if it was made there and holds no review.

    Folders that had to be made for it go too; what was there before stays.
    """
    made = [each for each in (folder, *folder.parents) if not each.exists()]
    was_there = (folder / FILE_NAME).exists()
    try:
        yield
    finally:
        if not was_there and (folder / FILE_NAME).exists() and _is_empty(folder):
            _remove(folder, made)


def _is_empty(folder: Path) -> bool:
    try:
        with Dataset.open(folder, patience=0) as dataset:
            return not dataset.reviews()
    except DatasetBusy:  # another process is filling it
        return False


def _remove(folder: Path, made: Sequence[Path]) -> None:
    shutil.rmtree(folder / STORE_NAME, ignore_errors=True)
    for own in (*folder.glob(f"{FILE_NAME}*"), *folder.glob(f"{LOCK_NAME}*")):
        own.unlink(missing_ok=True)
    for each in made:
        if not any(each.iterdir()):
            each.rmdir()
