"""The build itself: files in, a dataset that says what they say, and a report."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from dhr_graph.building.extraction import ExtractionMaker, narrative
from dhr_graph.building.grouping import GroupedFiles, ReviewFiles, group_files
from dhr_graph.building.job import DocumentState, ReviewJob
from dhr_graph.building.processes import read_all
from dhr_graph.building.report import ADDED, REWRITTEN, SKIPPED, UNCHANGED, BuildReport, Failure, Progress
from dhr_graph.building.sources import files_of, mistaken, read_sources, write_sources
from dhr_graph.building.writing import write_results
from dhr_graph.errors import UsageError
from dhr_graph.model.reading import Coverage
from dhr_graph.stores import Dataset


def build(
    paths: Iterable[Path],
    dataset: Dataset,
    *,
    rules: Path | None = None,
    jobs: int = 1,
    progress: Callable[[Progress], None] | None = None,
    extraction: ExtractionMaker = narrative,
) -> BuildReport:
    """Read the reviews in files and folders into a dataset that is open for writing; unchanged ones are left alone.

    Each review is written whole or not at all. A file that can't be read, or is no review, is in the report and keeps
    nothing else from being built; a review that the dataset has already stays as it was. The same files give the same
    dataset, whatever their order and however many processes (`jobs`) read. Raises BadRules, and UsageError for a call
    that can't be right.
    """
    grouped = group_files(_given(paths, jobs))
    known = _known(dataset)
    sources = {slug: files for slug, files in read_sources(dataset.path).items() if slug in known}
    mistakes = {files.slug: mistake for files in grouped.reviews if (mistake := mistaken(files, sources))}
    waiting = list(_jobs((files for files in grouped.reviews if files.slug not in mistakes), known, dataset.base))
    processes = min(jobs, len(waiting)) or 1
    if processes > 1:
        waiting.sort(key=_size, reverse=True)
    outcomes: dict[str, str] = dict.fromkeys(mistakes, SKIPPED)
    failures: list[Failure] = [*grouped.failures, *mistakes.values()]
    coverage: dict[tuple[str, str], Coverage] = {}
    results = read_all(waiting, extraction, rules, processes) if waiting else ()
    for result, outcome in write_results(results, dataset, known):
        outcomes[result.slug] = outcome
        failures.extend(result.failures)
        coverage.update({(result.slug, name): covered for name, covered in result.coverage})
        if progress is not None:
            progress(Progress(len(outcomes) - len(mistakes), len(waiting), result.slug, outcome))
    read = {job.files.slug: files_of(job.files) for job in waiting if outcomes.get(job.files.slug) != SKIPPED}
    write_sources(dataset.path, {**sources, **read})
    return _report(outcomes, failures, grouped, coverage)


def _given(paths: Iterable[Path], jobs: int) -> list[Path]:
    given = list(paths)
    if not given or jobs < 1:
        what = "At least one job is needed." if given else "There is nothing to build."
        raise UsageError(what, remedy="Give a file or folder, and as many jobs as there are processors.")
    return given


def _jobs(
    reviews: Iterable[ReviewFiles], known: Mapping[str, Iterable[DocumentState]], base: str
) -> Iterator[ReviewJob]:
    return (ReviewJob(files, frozenset(known.get(files.slug, ())), base) for files in reviews)


def _known(dataset: Dataset) -> dict[str, set[DocumentState]]:
    known: dict[str, set[DocumentState]] = {}
    for document in dataset.documents():
        state = DocumentState(document.name, document.media_type, document.text_hash, document.rules_hash or "")
        known.setdefault(document.id.partition("/")[0], set()).add(state)
    return known


def _size(job: ReviewJob) -> tuple[int, str]:
    """The largest reviews first, so that no process ends alone with one."""
    return sum(path.stat().st_size for path in job.files.files if path.is_file()), job.files.slug


def _report(
    outcomes: dict[str, str],
    failures: list[Failure],
    grouped: GroupedFiles,
    coverage: dict[tuple[str, str], Coverage],
) -> BuildReport:
    def those(wanted: str) -> tuple[str, ...]:
        return tuple(sorted(slug for slug, outcome in outcomes.items() if outcome == wanted))

    return BuildReport(
        added=those(ADDED),
        rewritten=those(REWRITTEN),
        unchanged=those(UNCHANGED),
        skipped=those(SKIPPED),
        failures=tuple(sorted(failures, key=lambda failure: (failure.where, failure.message))),
        left_out=tuple(sorted(grouped.left_out, key=lambda failure: failure.where)),
        coverage=dict(sorted(coverage.items())),
    )
