"""The small file that says what a dataset's folder is: the version of its format and the base of its IRIs."""

from __future__ import annotations

import json
import os
import re
from dataclasses import dataclass
from pathlib import Path

from dhr_graph.errors import DatasetError, UsageError
from dhr_graph.identifiers import BASE_IRI

FORMAT_VERSION = 2
FILE_NAME = "dataset.json"
STORE_NAME = "oxigraph"
LOCK_NAME = "lock"

_BASE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`]*[/#]")


@dataclass(frozen=True, slots=True)
class DatasetManifest:
    """What has to be known before a dataset is opened."""

    base: str = BASE_IRI
    format_version: int = FORMAT_VERSION


def checked_base(base: str) -> str:
    """The base itself; raises UsageError where it is no absolute IRI that ends in `/` or `#`."""
    if not _BASE.fullmatch(base):
        raise UsageError(
            f"The base {base!r} is no absolute IRI that ends in '/' or '#'.", remedy=f"Give one like {BASE_IRI}"
        )
    return base


def read_manifest(folder: Path) -> DatasetManifest:
    """The manifest of a dataset's folder; raises DatasetError where there is no dataset of this format."""
    path = folder / FILE_NAME
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        manifest = DatasetManifest(checked_base(content["base"]), int(content["format_version"]))
    except FileNotFoundError as fault:
        raise DatasetError(
            "There is no dataset.", where=str(folder), remedy="Make it with `dhr-graph build`, or name its folder."
        ) from fault
    except OSError as fault:
        raise DatasetError(
            f"The manifest can't be read: {fault.strerror or fault}.", where=str(path), remedy="Check who may read it."
        ) from fault
    except (ValueError, KeyError, TypeError, UsageError) as fault:
        raise DatasetError(
            "The manifest is damaged.", where=str(path), remedy="Build the dataset again in a new folder."
        ) from fault
    if manifest.format_version != FORMAT_VERSION:
        raise DatasetError(
            f"The dataset has format {manifest.format_version}; this dhr-graph reads format {FORMAT_VERSION}.",
            where=str(folder),
            remedy="Build it again in a new folder, or use the dhr-graph that made it.",
        )
    return manifest


def make_folder(folder: Path) -> None:
    """Make the folder of a dataset where there is none; raises UsageError where it holds something else."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        foreign = sorted(path.name for path in folder.iterdir() if not path.name.startswith((LOCK_NAME, FILE_NAME)))
    except OSError as fault:
        raise _no_dataset(folder, fault) from fault
    if foreign and not (folder / FILE_NAME).exists():
        raise UsageError(
            f"The folder holds other things ({foreign[0]}), no dataset.",
            where=str(folder),
            remedy="Give a folder that is new or empty.",
        )


def make_manifest(folder: Path, base: str | None) -> DatasetManifest:
    """The manifest of the dataset in a folder, written where there is none yet; the caller holds the lock.

    Raises UsageError where the dataset has another base than the one asked for.
    """
    if (folder / FILE_NAME).exists():
        manifest = read_manifest(folder)
        if base is not None and base != manifest.base:
            raise UsageError(
                f"The dataset has the base {manifest.base}, not {base}.",
                where=str(folder),
                remedy="Leave the base out, or build in a new folder.",
            )
        return manifest
    manifest = DatasetManifest(checked_base(base or BASE_IRI))
    try:
        _write(manifest, folder / FILE_NAME)
    except OSError as fault:
        raise _no_dataset(folder, fault) from fault
    return manifest


def _no_dataset(folder: Path, fault: OSError) -> DatasetError:
    return DatasetError(
        f"No dataset can be made: {fault.strerror or fault}.", where=str(folder), remedy="Choose another folder."
    )


def _write(manifest: DatasetManifest, path: Path) -> None:
    content = {"format_version": manifest.format_version, "base": manifest.base}
    unfinished = path.with_name(f"{FILE_NAME}.{os.getpid()}")
    unfinished.write_text(json.dumps(content, indent=2) + "\n", encoding="utf-8")
    unfinished.replace(path)
