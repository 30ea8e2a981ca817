"""The reading of one review, from its files to its quads: what each process of a build does."""

from __future__ import annotations

import hashlib
import traceback
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from dhr_graph.building.extraction import Extraction
from dhr_graph.building.grouping import ReviewFiles
from dhr_graph.building.report import Failure, failure_of
from dhr_graph.captions import with_captions
from dhr_graph.errors import DhrGraphError
from dhr_graph.loaders.readers import read_file
from dhr_graph.model.documents import SourceDocument
from dhr_graph.model.reading import Coverage, DocumentReading, ReviewReading
from dhr_graph.model.records import Document, Record, Review
from dhr_graph.stores import ReviewQuads, render
from dhr_graph.version import VERSION

_REPORT_IT = "This is a fault of dhr-graph: please report it with the file's name and these words."


@dataclass(frozen=True, slots=True, order=True)
class DocumentState:
    """What decides whether a document has to be read again."""

    name: str
    media_type: str
    text_hash: str
    rules_hash: str


@dataclass(frozen=True, slots=True)
class ReviewJob:
    """A review to read, and what the dataset holds of it."""

    files: ReviewFiles
    known: frozenset[DocumentState]
    base: str


@dataclass(frozen=True, slots=True)
class ReviewResult:
    """What came of a job: quads to write, or none, where the review is unchanged or could not be read."""

    slug: str
    unchanged: bool = False
    quads: ReviewQuads | None = None
    coverage: tuple[tuple[str, Coverage], ...] = ()
    failures: tuple[Failure, ...] = ()


def read_job(job: ReviewJob, extraction: Extraction) -> ReviewResult:
    """Read a review; whatever goes wrong with it comes back as a failure, so that the others go on."""
    files = job.files
    documents, failures = _documents(files)
    held = {state.name for state in job.known}
    if not documents or any(name in held for name, _ in failures):
        return ReviewResult(files.slug, failures=tuple(failure for _, failure in failures))
    told = tuple(failure for _, failure in failures)
    rules_hash = _fingerprint(extraction.rules_hash, files.title)
    now = {DocumentState(d.name, d.media_type, d.text_hash, rules_hash) for d in documents}
    if now == job.known:
        return ReviewResult(files.slug, unchanged=True, failures=told)
    try:
        reading = _completed(extraction.read(files.slug, documents), files.title, rules_hash)
        coverage = tuple((d.source.name, d.coverage) for d in reading.documents)
        return ReviewResult(files.slug, False, render(reading, job.base), coverage, told)
    except DhrGraphError as fault:
        failure = failure_of(fault, str(files.files[0]))
    except Exception as fault:
        what = f"Reading the review failed: {type(fault).__name__}: {fault}. {_REPORT_IT}"
        failure = Failure(str(files.files[0]), what, traceback.format_exc())
    return ReviewResult(files.slug, failures=(*told, failure))


def _documents(files: ReviewFiles) -> tuple[list[SourceDocument], list[tuple[str, Failure]]]:
    documents: list[SourceDocument] = []
    failures: list[tuple[str, Failure]] = []
    for path, name in zip(files.files, files.names, strict=True):
        try:
            documents.append(replace(read_file(path), name=name))
        except DhrGraphError as fault:
            failures.append((name, failure_of(fault, str(path))))
    return documents, failures


def _completed(reading: ReviewReading, title: str | None, rules_hash: str) -> ReviewReading:
    """The reading with the title that the listing gives, and with what tells whether it has to be made again."""
    documents = tuple(
        DocumentReading(document.source, tuple(_stamped(document.records, rules_hash)), document.coverage)
        for document in reading.documents
    )
    if title is None:
        return ReviewReading(reading.slug, reading.records, documents)
    records = [_entitled(record, title) if isinstance(record, Review) else record for record in reading.records]
    return ReviewReading(reading.slug, tuple(records), documents)


def _entitled(review: Review, title: str) -> Record:
    return with_captions([replace(review, title=title)])[0]


def _stamped(records: Sequence[Record], rules_hash: str) -> Iterable[Record]:
    return (replace(r, rules_hash=rules_hash) if isinstance(r, Document) else r for r in records)


def _fingerprint(rules_hash: str, title: str | None) -> str:
    """The hash of all that decides what a text is read as: rules, the listing's title, and this version's code."""
    return hashlib.sha256(f"{rules_hash}\x1f{title or ''}\x1f{VERSION}".encode()).hexdigest()
