"""A printed table tells what its rows have in common once, and loses no flag."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from click.testing import Result

from dhr_graph.cli.flags_below import with_flags_below
from dhr_graph.cli.listing import Listing

Call = Callable[..., Result]

UNNAMED = "unnamed_failure (a failure without a named agency)"
SUMMARY = "executive_summary (only an executive summary was read)"


def told(
    *rows: tuple[str, Sequence[str]], columns: tuple[str, ...] = ("review", "flags")
) -> tuple[list[str], list[str]]:
    """The flags of each row as printed, and the notes."""
    cells = [(review, tuple(flags), 0.5)[: len(columns)] for review, flags in rows]
    shown = with_flags_below(Listing(columns, cells), [review for review, _ in rows])
    return [", ".join(flags) for _, flags, *_ in shown.rows], list(shown.notes)  # type: ignore[misc, arg-type]


def test_a_flag_of_all_rows_is_told_once() -> None:
    rows, notes = told(("ash", ["signposted", "undated"]), ("elm", ["undated"]))
    assert rows == ["signposted", ""]
    assert notes == ["On all rows: undated (undated)."]


def test_a_flag_of_the_review_is_told_once_for_its_rows() -> None:
    ash = ("ash", ["unnamed_failure"])
    elm, oak = ("elm", ["undated"]), ("oak", ["unnamed_failure"])
    assert told(ash, ash, elm) == (["", "", "undated"], [f"On all rows of ash: {UNNAMED}."])
    assert told(ash, elm, oak) == (["", "undated", ""], [f"On all rows but those of elm: {UNNAMED}."])


def test_flags_of_the_same_reviews_share_a_line() -> None:
    ash = ("ash", ["executive_summary", "unnamed_failure"])
    assert told(ash, ash, ("elm", []), ("oak", []))[1] == [f"On all rows of ash: {SUMMARY}; {UNNAMED}."]


def test_what_one_row_of_a_review_lacks_stays_in_the_others() -> None:
    rows, notes = told(("ash", ["unnamed_failure"]), ("ash", []), ("elm", ["signposted"]))
    assert (rows, notes) == (["unnamed_failure", "", "signposted"], [])


def test_a_row_alone_keeps_what_is_said_of_its_agency() -> None:
    assert told(("ash", ["signposted"])) == (["signposted"], [])


def test_a_value_goes_where_its_own_column_shows_it() -> None:
    rows = (("ash", ["confidence=0.55", "undated"]), ("elm", ["confidence=0.77"]))
    assert told(*rows) == (["confidence=0.55, undated", "confidence=0.77"], [])
    assert told(*rows, columns=("review", "flags", "confidence")) == (["undated", ""], [])


def test_flags_of_a_question_of_ones_own_need_no_wording() -> None:
    assert told(("ash", ["mine"]), ("elm", ["mine"])) == (["", ""], ["On all rows: mine."])
    listing = Listing(("review", "flags"), [("ash", "in words"), ("elm", None)])
    assert with_flags_below(listing, ["ash", "elm"]) is listing


def test_only_printed_columns_leave_flags_out(call: Call, built: Path) -> None:
    asked = ("query", "never-shared", "--graph", built, "-p", "review=orrisdale")
    columns = ("--columns", "agency,flags")
    table = call(*asked, *columns).stdout
    assert f"\nOn all rows: {UNNAMED}.\nCaution: " in table
    assert table.count("unnamed_failure") == 1
    rows = len(call(*asked, *columns, "--format", "jsonl").stdout.splitlines())
    assert rows > 1
    for layout in ("csv", "json", "jsonl"):
        assert call(*asked, *columns, "--format", layout).stdout.count("unnamed_failure") == rows
    every_column_one_below_another = call(*asked).stdout
    assert every_column_one_below_another.count("unnamed_failure") == rows
