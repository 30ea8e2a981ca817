"""`reviews.toml` and `reviews.csv`: where a folder says which files make one review, its slug and its title.

    [[review]]                              slug,title,files
    slug = "oakwell-2019"                   oakwell-2019,The death of Ann,overview.txt|plans/actions.txt
    title = "The death of Ann"
    files = ["overview.txt", "plans/actions.txt"]

Files are relative to the folder; `slug` defaults to the first file's stem, `title` to what the text says. Files that
are not listed are reviews of their own.
"""

from __future__ import annotations

import csv
import io
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from dhr_graph.errors import UnreadableFile
from dhr_graph.identifiers import slugify

TOML_NAME = "reviews.toml"
CSV_NAME = "reviews.csv"
COLUMNS = ("slug", "title", "files")


@dataclass(frozen=True, slots=True)
class ListedReview:
    """One entry of a listing: its files as paths that exist or not, in the order given."""

    slug: str
    title: str | None
    files: tuple[Path, ...]


def read_listing(path: Path) -> tuple[ListedReview, ...]:
    """The reviews of a listing; raises UnreadableFile where it does not follow the format."""
    try:
        text = path.read_text(encoding="utf-8-sig")
        entries = list(_toml(text) if path.suffix == ".toml" else _csv(text))
        return tuple(_review(entry, path, number) for number, entry in enumerate(entries, start=1))
    except OSError as fault:
        raise UnreadableFile(
            f"The list of reviews can't be opened: {fault.strerror or fault}.",
            where=str(path),
            remedy="Check who may read it.",
        ) from fault
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, csv.Error, ValueError) as fault:
        raise UnreadableFile(
            f"The list of reviews does not follow its format: {fault}.",
            where=str(path),
            remedy=f"Mend it; each review has {', '.join(COLUMNS)} and is in UTF-8.",
        ) from fault


def _toml(text: str) -> Iterator[Mapping[str, object]]:
    content = tomllib.loads(text)
    entries = content.get("review")
    if not isinstance(entries, list) or set(content) != {"review"}:
        raise ValueError("it must hold [[review]] tables and nothing else")
    yield from entries


def _csv(text: str) -> Iterator[Mapping[str, object]]:
    rows = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    if not set(rows.fieldnames or ()) <= set(COLUMNS) or "files" not in (rows.fieldnames or ()):
        raise ValueError(f"its first line must be {','.join(COLUMNS)}")
    for row in rows:
        files = [name.strip() for name in (row["files"] or "").split("|") if name.strip()]
        yield {**{key: value for key, value in row.items() if value}, "files": files}


def _review(entry: Mapping[str, object], path: Path, number: int) -> ListedReview:
    if not isinstance(entry, Mapping) or not set(entry) <= set(COLUMNS):
        raise ValueError(f"review {number} has something other than {', '.join(COLUMNS)}")
    files, title, slug = entry.get("files"), entry.get("title"), entry.get("slug")
    if not isinstance(files, list) or not files or not all(isinstance(name, str) for name in files):
        raise ValueError(f"review {number} must have a list of at least one file")
    if not isinstance(title, str | None) or not isinstance(slug, str | None):
        raise ValueError(f"the slug and title of review {number} must be text")
    return ListedReview(slugify(slug or Path(files[0]).stem), title, tuple(path.parent / name for name in files))
