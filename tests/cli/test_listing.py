"""The same rows for people and for programs."""

from __future__ import annotations

import csv
import datetime
import io
import json

import pytest

from dhr_graph.cli.listing import LAYOUTS, Listing, print_listing

LISTING = Listing(
    columns=("agency", "since", "knew", "flags"),
    rows=[('St Anne\'s, "Ward 4"', datetime.date(2014, 3, 2), True, ("open_cue", "undated")), (None, None, False, ())],
    cautions=("Absence is no proof.",),
)


def test_csv_quotes_what_needs_it_and_joins_lists(capsys: pytest.CaptureFixture[str]) -> None:
    print_listing(LISTING, "csv")
    printed = capsys.readouterr()
    assert list(csv.reader(io.StringIO(printed.out))) == [
        ["agency", "since", "knew", "flags"],
        ['St Anne\'s, "Ward 4"', "2014-03-02", "true", "open_cue|undated"],
        ["", "", "false", ""],
    ]


def test_csv_keeps_a_cell_of_several_lines_one_cell(capsys: pytest.CaptureFixture[str]) -> None:
    print_listing(Listing(("quote", "place"), [("told\nthe ED nurse", "1.2")], ()), "csv")
    assert list(csv.reader(io.StringIO(capsys.readouterr().out, newline=""))) == [
        ["quote", "place"],
        ["told\nthe ED nurse", "1.2"],
    ]


@pytest.mark.parametrize("layout", ["json", "jsonl"])
def test_json_keeps_types(layout: str, capsys: pytest.CaptureFixture[str]) -> None:
    print_listing(LISTING, layout)
    printed = capsys.readouterr().out
    rows = json.loads(printed) if layout == "json" else [json.loads(line) for line in printed.splitlines()]
    first, second = rows
    assert first == {
        "agency": 'St Anne\'s, "Ward 4"',
        "since": "2014-03-02",
        "knew": True,
        "flags": ["open_cue", "undated"],
    }
    assert second == {"agency": None, "since": None, "knew": False, "flags": []}


def test_no_rows_are_an_empty_array(capsys: pytest.CaptureFixture[str]) -> None:
    print_listing(Listing(("agency",), []), "json")
    assert json.loads(capsys.readouterr().out) == []


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_caution_is_never_lost(layout: str, capsys: pytest.CaptureFixture[str]) -> None:
    print_listing(LISTING, layout)
    printed = capsys.readouterr()
    assert "Caution: Absence is no proof." in (printed.out if layout == "table" else printed.err)
