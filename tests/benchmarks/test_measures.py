"""What the benchmarks measure with: made collections, footprints of processes, tables in pages."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.footprint import Footprint
from benchmarks.made_reviews import make_reviews
from benchmarks.rendering import MeasuredTable, write_block

TABLE = MeasuredTable("Speed", ("what", "documents", "ratio"), [("reading", 1200, 0.5), ("asking", 1, None)])


def test_made_reviews_have_names_and_places_of_their_own(tmp_path: Path) -> None:
    made = make_reviews(tmp_path, 9)
    assert len({path.name for path in made}) == 9
    assert len({path.read_text(encoding="utf-8") for path in made}) == 9
    assert not any("Kelderby" in path.read_text(encoding="utf-8") for path in made)


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="needs /proc to look at processes")
def test_a_footprint_counts_the_processes_that_a_process_starts() -> None:
    child = "x = bytearray(60_000_000); import time; [n * n for n in range(3_000_000)]; time.sleep(0.5)"
    parent = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {child!r}])"
    with subprocess.Popen([sys.executable, "-c", parent]) as process, Footprint(process.pid) as took:
        process.wait()
    assert took.megabytes is not None
    assert took.megabytes > 60
    assert took.processor is not None
    assert took.processor > 0.05


def test_a_table_is_aligned_on_a_terminal() -> None:
    assert TABLE.as_text().splitlines() == [
        "Speed",
        "what     documents  ratio",
        "reading      1,200   0.50",
        "asking           1      -",
    ]


def test_a_page_gets_its_tables_between_the_marks_and_keeps_the_rest(tmp_path: Path) -> None:
    page = tmp_path / "speed.md"
    page.write_text("# Speed\n\n<!-- measured: speed -->\nold\n<!-- end of measured: speed -->\n\nThe end.\n")
    write_block(page, "speed", [TABLE])
    text = page.read_text()
    assert "| reading | 1,200 | 0.50 |" in text
    assert "old" not in text
    assert text.endswith("<!-- end of measured: speed -->\n\nThe end.\n")


def test_a_page_without_the_marks_is_refused(tmp_path: Path) -> None:
    page = tmp_path / "speed.md"
    page.write_text("# Speed\n")
    with pytest.raises(ValueError, match="has no block"):
        write_block(page, "speed", [TABLE])
