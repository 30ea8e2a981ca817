"""The build: what is read, what is left alone, what is said of bad input."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from dhr_graph.building import BuildReport, Progress, build
from dhr_graph.building.extraction import ExtractionMaker
from dhr_graph.errors import UsageError
from dhr_graph.exports import export
from dhr_graph.model.records import Contact, Passage, Review
from dhr_graph.stores import Dataset

Write = Callable[..., Path]


def _contacts(dataset: Dataset, slug: str) -> list[str]:
    return sorted(record.caption for record in dataset.records(slug) if isinstance(record, Contact))


def _bytes(dataset: Dataset, folder: Path) -> bytes:
    (path,) = export(dataset, "nquads", folder / "all.nq")
    return path.read_bytes()


def test_a_folder_of_reviews(write: Write, dataset: Dataset, invented: ExtractionMaker) -> None:
    folder = [write("ash.txt"), write("elm.md")][0].parent
    told: list[Progress] = []
    report = build([folder], dataset, extraction=invented, progress=told.append)
    assert (report.added, report.failures, report.exit_code) == (("ash", "elm"), (), 0)
    assert _contacts(dataset, "ash") == ["Police called at ash.txt.", "Police left."]
    assert [(step.done, step.total, step.slug, step.outcome) for step in told] == [
        (1, 2, "ash", "added"),
        (2, 2, "elm", "added"),
    ]
    assert report.coverage["ash", "ash.txt"].passages == 3


def test_unchanged_reviews_are_not_read_again(write: Write, dataset: Dataset, invented: ExtractionMaker) -> None:
    ash, elm = write("ash.txt"), write("elm.txt")
    build([ash, elm], dataset, extraction=invented)
    write("ash.txt", "A review.\n\nPolice stayed.\n")
    report = build([ash, elm], dataset, extraction=invented)
    assert (report.rewritten, report.unchanged, report.added) == (("ash",), ("elm",), ())
    assert _contacts(dataset, "ash") == ["Police stayed."]


def test_line_ends_and_encoding_are_no_change(write: Write, dataset: Dataset, invented: ExtractionMaker) -> None:
    text = "A review of café staff.\n\nPolice called.\n"
    build([write("ash.txt", text)], dataset, extraction=invented)
    again = write("ash.txt", b"\xff\xfe" + text.replace("\n", "\r\n").encode("utf-16-le"))
    assert build([again], dataset, extraction=invented).unchanged == ("ash",)


def test_other_rules_read_everything_again(
    write: Write, dataset: Dataset, invented: ExtractionMaker, tmp_path: Path
) -> None:
    ash = write("ash.txt")
    build([ash], dataset, extraction=invented)
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "own.toml").write_text("x = 1", encoding="utf-8")
    assert build([ash], dataset, rules=tmp_path / "rules", extraction=invented).rewritten == ("ash",)
    assert build([ash], dataset, rules=tmp_path / "rules", extraction=invented).unchanged == ("ash",)


def test_another_version_reads_everything_again(
    write: Write, dataset: Dataset, invented: ExtractionMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    ash = write("ash.txt")
    build([ash], dataset, extraction=invented)
    monkeypatch.setattr("dhr_graph.building.job.VERSION", "99.0")
    assert build([ash], dataset, extraction=invented).rewritten == ("ash",)
    assert build([ash], dataset, extraction=invented).unchanged == ("ash",)


def test_the_title_of_a_listing_wins(write: Write, dataset: Dataset, invented: ExtractionMaker) -> None:
    listing = '[[review]]\nslug = "ann"\ntitle = "TITLE"\nfiles = ["ash.txt", "plan.txt"]\n'
    write("ash.txt"), write("plan.txt", "The action plan.\n")
    for title, outcome in (("The death of Ann", "added"), ("The death of Ann B", "rewritten")):
        folder = write("reviews.toml", listing.replace("TITLE", title)).parent
        assert getattr(build([folder], dataset, extraction=invented), outcome) == ("ann",)
        (review,) = (record for record in dataset.records("ann") if isinstance(record, Review))
        assert review.title == title
        assert title in review.caption
    assert sorted(document.name for document in dataset.documents()) == ["ash.txt", "plan.txt"]


BAD: dict[str, tuple[bytes, str]] = {
    "empty.txt": (b"", "empty"),
    "blank.txt": (b" \n\t\r\n ", "no text"),
    "binary.txt": (bytes(range(256)) * 40, ""),
    "letter.txt": (b"Dear all,\n\nplease find enclosed.\n", "no review"),
    "trap.txt": (b"A review. This is a trap.\n", "ValueError: the trap was sprung. This is a fault of dhr-graph"),
}


@pytest.mark.parametrize("jobs", [1, 2])
def test_bad_files_are_reported_and_the_rest_is_built(
    write: Write, dataset: Dataset, invented: ExtractionMaker, jobs: int
) -> None:
    paths = [write(name, content) for name, (content, _) in BAD.items()]
    paths += [write("ash.txt"), write("zeder.txt"), paths[0].parent / "missing.txt"]
    report = build(paths, dataset, extraction=invented, jobs=jobs)
    assert report.reviews == ("ash", "zeder") == dataset.reviews()
    assert report.skipped == ("binary", "blank", "empty", "letter", "trap")
    assert report.exit_code == 1
    said = {Path(failure.where).name: failure.message for failure in report.failures}
    assert sorted(said) == sorted([*BAD, "missing.txt"])
    for name, (_, words) in BAD.items():
        assert words in said[name]
    trap = next(failure for failure in report.failures if failure.where.endswith("trap.txt"))
    assert "invented_extraction.py" in trap.detail


def test_a_file_of_50_mb_is_refused_not_read(write: Write, dataset: Dataset, invented: ExtractionMaker) -> None:
    huge = write("huge.txt", b"A review.\n" * 5_000_000)
    report = build([huge, write("ash.txt")], dataset, extraction=invented)
    assert (report.added, report.skipped) == (("ash",), ("huge",))
    assert "larger than" in report.failures[0].message


@pytest.mark.parametrize(
    ("encoding", "mark"), [("utf-16-le", b"\xff\xfe"), ("utf-16-be", b"\xfe\xff"), ("latin-1", b"")]
)
def test_other_encodings_are_read(
    write: Write, dataset: Dataset, invented: ExtractionMaker, encoding: str, mark: bytes
) -> None:
    text = "A review of the café: naïve staff, a fiancé, a résumé and a £20 note.\n\nPolice called at the café.\n"
    report = build([write("ash.txt", mark + text.encode(encoding))], dataset, extraction=invented)
    assert report.added == ("ash",)
    passages = sorted((r for r in dataset.records("ash") if isinstance(r, Passage)), key=lambda p: p.ordinal)
    assert "".join(passage.text for passage in passages) == text
    assert _contacts(dataset, "ash") == ["Police called at the café."]


def test_a_review_that_can_no_longer_be_read_stays(write: Write, dataset: Dataset, invented: ExtractionMaker) -> None:
    build([write("ash.txt")], dataset, extraction=invented)
    before = set(dataset.store)
    for content in (b"\x00" * 50, b"Nothing of the kind.\n"):
        report = build([write("ash.txt", content)], dataset, extraction=invented)
        assert (report.skipped, report.exit_code) == (("ash",), 1)
        assert set(dataset.store) == before


def test_one_bad_file_of_a_review(write: Write, dataset: Dataset, invented: ExtractionMaker) -> None:
    listing = write("reviews.toml", '[[review]]\nslug = "ann"\nfiles = ["ash.txt", "plan.txt"]\n')
    write("ash.txt"), write("plan.txt", b"\x00" * 50)
    first = build([listing.parent], dataset, extraction=invented)
    assert (first.added, len(first.failures)) == (("ann",), 1), "what can be read of a new review is built"
    write("plan.txt", "Police planned.\n")
    assert build([listing.parent], dataset, extraction=invented).rewritten == ("ann",)
    write("plan.txt", b"\x00" * 50)
    last = build([listing.parent], dataset, extraction=invented)
    assert (last.skipped, len(last.failures)) == (("ann",), 1), "what it once said of the plan is not lost"
    assert "Police planned." in _contacts(dataset, "ann")


def test_a_process_that_dies_fails_its_review_alone(write: Write, dataset: Dataset, invented: ExtractionMaker) -> None:
    paths = [write(f"r{number}.txt") for number in range(7)]
    deadly = write("deadly.txt", "A review. This process dies.\n")
    report = build([*paths, deadly], dataset, extraction=invented, jobs=2)
    assert report.added == tuple(f"r{number}" for number in range(7))
    assert [Path(failure.where).name for failure in report.failures] == ["deadly.txt"]
    assert "process that read it died" in report.failures[0].message


def test_nothing_at_all(dataset: Dataset, invented: ExtractionMaker, tmp_path: Path) -> None:
    report = build([tmp_path], dataset, extraction=invented)
    assert (report.reviews, report.exit_code) == ((), 1)
    assert "no file that can be read" in report.failures[0].message
    with pytest.raises(UsageError):
        build([], dataset, extraction=invented)
    with pytest.raises(UsageError):
        build([tmp_path], dataset, extraction=invented, jobs=0)


def test_order_of_files_and_number_of_jobs_do_not_matter(
    write: Write, invented: ExtractionMaker, tmp_path: Path
) -> None:
    paths = [write(f"{folder}/{name}.txt") for folder in "ab" for name in ("ash", "elm", folder, "oak")]
    paths.append(write("bad.txt", b""))
    seen: set[tuple[bytes, BuildReport | None]] = set()
    reports = []
    for seed, jobs in ((0, 1), (1, 1), (2, 2), (3, 3)):
        random.Random(seed).shuffle(paths)
        with Dataset.in_memory() as dataset:
            reports.append(build(paths, dataset, extraction=invented, jobs=jobs))
            seen.add((_bytes(dataset, tmp_path), None))
    assert len(seen) == 1
    assert all(report == reports[0] for report in reports)
    assert len(reports[0].added) == 8
