"""Which files make which review: one each, named after the file, unless a folder's listing says otherwise."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from dhr_graph.building.listing import CSV_NAME, TOML_NAME, ListedReview, read_listing
from dhr_graph.building.report import Failure, failure_of
from dhr_graph.errors import InputError
from dhr_graph.identifiers import slugify
from dhr_graph.loaders.readers import find_files
from dhr_graph.rdf import ORGANISATIONS


@dataclass(frozen=True, slots=True)
class ReviewFiles:
    """The files of one review, with the names that its documents get; `title` only where a listing gives one."""

    slug: str
    files: tuple[Path, ...]
    names: tuple[str, ...]
    title: str | None = None


@dataclass(frozen=True, slots=True)
class GroupedFiles:
    """The reviews sorted by slug, what could not be read, and the files that no reader reads."""

    reviews: tuple[ReviewFiles, ...]
    failures: tuple[Failure, ...]
    left_out: tuple[Failure, ...]


def group_files(paths: Iterable[Path]) -> GroupedFiles:
    """Group the files that paths stand for into reviews; the order of the paths does not matter.

    A path that is missing or holds nothing to read is among the failures.
    """
    files: dict[Path, Path] = {}
    left_out: dict[Path, Failure] = {}
    failures: list[Failure] = []
    for path in sorted(paths):
        try:
            found = find_files([path])
        except InputError as fault:
            failures.append(failure_of(fault, str(path)))
            continue
        for file in found.files:
            files.setdefault(file.resolve(), file)
        for skipped in found.skipped:
            left_out.setdefault(skipped.path.resolve(), Failure(str(skipped.path), skipped.reason))
    listings = _listings(files, left_out)
    for listing in listings:
        files.pop(listing.resolve(), None)
        left_out.pop(listing.resolve(), None)
    listed, bad = _listed(listings, files)
    alone = [file for place, file in files.items() if place not in {f.resolve() for r in listed for f in r.files}]
    reviews = _named(listed, alone)
    return GroupedFiles(tuple(reviews), (*failures, *bad), tuple(left_out.values()))


def _listings(files: Iterable[Path], left_out: Iterable[Path]) -> list[Path]:
    folders = {path.parent for path in (*files, *left_out)}
    return sorted(path for folder in folders for name in (TOML_NAME, CSV_NAME) if (path := folder / name).is_file())


def _listed(listings: Iterable[Path], files: dict[Path, Path]) -> tuple[list[ListedReview], list[Failure]]:
    """The listed reviews of which a file was asked for; a broken listing keeps its whole folder from being built."""
    reviews: list[ListedReview] = []
    failures: list[Failure] = []
    for listing in listings:
        try:
            reviews.extend(r for r in read_listing(listing) if any(f.resolve() in files for f in r.files))
        except InputError as fault:
            failures.append(failure_of(fault, str(listing)))
            for place in [place for place in files if listing.parent in place.parents]:
                del files[place]
    return reviews, failures


def _named(listed: Sequence[ListedReview], alone: Sequence[Path]) -> list[ReviewFiles]:
    """Every review under a slug of its own: as short as it can be, longer by its folders where two would be alike."""
    taken = {ORGANISATIONS.casefold()}
    reviews: list[ReviewFiles] = []
    for review in sorted(listed, key=lambda r: (r.slug, r.files)):
        slug = _free(review.slug, taken)
        reviews.append(ReviewFiles(slug, review.files, _document_names(review.files), review.title))
    depths = dict.fromkeys(alone, 1)
    for _ in range(max((len(file.parts) for file in alone), default=0)):
        count = Counter(_slug(file, depth).casefold() for file, depth in depths.items())
        depths = {file: depth + (count[_slug(file, depth).casefold()] > 1) for file, depth in depths.items()}
    for file in sorted(alone, key=lambda file: file.resolve()):
        reviews.append(ReviewFiles(_free(_slug(file, depths[file]), taken), (file,), (file.name,)))
    return sorted(reviews, key=lambda review: review.slug)


def _slug(file: Path, depth: int) -> str:
    """The slug of a file with as many folders before its stem as `depth` says; its suffix is the last resort."""
    parts = file.resolve().parts[1:]
    named = [*parts[:-1], file.stem][-depth:] if depth <= len(parts) else [*parts[:-1], file.stem, file.suffix[1:]]
    return slugify("-".join(named))


def _free(slug: str, taken: set[str]) -> str:
    free, number = slug, 1
    while free.casefold() in taken:
        number += 1
        free = f"{slug}-{number}"
    taken.add(free.casefold())
    return free


def _document_names(files: Sequence[Path]) -> tuple[str, ...]:
    """The files' names, with as many folders before them as it takes to tell them apart."""
    depth = 1
    while len({file.parts[-depth:] for file in files}) < len(set(files)) and depth < 50:
        depth += 1
    return tuple("/".join(file.parts[-depth:]) for file in files)
