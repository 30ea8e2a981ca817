"""The tables: their columns, what stands in them, and cells that no spreadsheet runs."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dhr_graph.errors import UsageError
from dhr_graph.exports import TABLES, cell, export, harmless
from dhr_graph.stores import Dataset

COLUMNS = """
reviews.csv          review,title,csp,victim_death_date,death_kind,report_date,chair,document_kind,documents
persons.csv          review,id,label,aliases,role,sex,age,ethnicity,relation_to_victim,document,paragraph,quote
agencies.csv         review,id,name,aliases,type,participation,organisation,document,paragraph,quote
events.csv           review,id,type,date,agency,recipient,subjects,level,risk,outcome,count,document,paragraph,quote,start,end,method,confidence,agency_name,recipient_name
knowledge.csv        review,agency,agency_name,knew,first_known,shared,first_shared,stated_failures,verdict,flags,events
recommendations.csv  review,label,owners,level,text,lead,target_date,status,document,paragraph,quote
open_cues.csv        review,agency,cue,document,paragraph,quote,start,end
"""  # noqa: E501

Tables = dict[str, list[dict[str, str]]]


def _tables(dataset: Dataset, folder: Path, raw: bool = False) -> Tables:
    paths = export(dataset, "csv", folder, raw=raw)
    texts = {path.stem: io.StringIO(path.read_bytes().decode("utf-8"), newline="") for path in paths}
    return {name: list(csv.DictReader(text)) for name, text in texts.items()}


@pytest.fixture
def tables(dataset: Dataset, tmp_path: Path) -> Tables:
    return _tables(dataset, tmp_path / "t")


def test_the_files_and_columns_are_those_of_the_design(dataset: Dataset, tmp_path: Path) -> None:
    export(dataset, "csv", tmp_path / "t")
    for line in COLUMNS.strip().splitlines():
        name, columns = line.split()
        content = (tmp_path / "t" / name).read_bytes()
        assert content.splitlines()[0] == columns.encode()
        assert b"\r" not in content
        assert content.endswith(b"\n")
    assert len(list((tmp_path / "t").iterdir())) == len(TABLES) == 7


def test_a_review(tables: Tables) -> None:
    (row,) = tables["reviews"]
    assert (row["review"], row["title"], row["documents"]) == ("oakwell", "Review of the death of Ada", "oakwell.txt")
    assert (row["document_kind"], row["csp"]) == ("overview", "")


def test_agencies_and_forums_in_the_order_of_the_text(tables: Tables) -> None:
    assert [(row["name"], row["type"], row["organisation"]) for row in tables["agencies"]] == [
        ("Oakwell Police Service", "police", "Oakwell Police Service"),
        ("MARAC", "forum", ""),
        ("GP", "gp", ""),
    ]
    assert tables["agencies"][0]["aliases"] == "Police"
    assert (tables["agencies"][0]["paragraph"], tables["agencies"][0]["quote"]) == ("1.1", "Police")


def test_events_and_what_was_missed(tables: Tables) -> None:
    rows = {row["type"]: row for row in tables["events"]}
    assert set(rows) == {"incident", "referral", "contact", "missed"}
    referral = rows["referral"]
    agencies = {row["name"]: row["id"] for row in tables["agencies"]}
    assert (referral["agency"], referral["recipient"]) == (agencies["Oakwell Police Service"], agencies["MARAC"])
    assert (referral["agency_name"], referral["recipient_name"]) == ("Oakwell Police Service", "MARAC")
    assert (rows["contact"]["agency_name"], rows["contact"]["recipient_name"]) == ("GP", "")
    assert (referral["date"], referral["risk"], referral["count"]) == ("2014-03-02", "true", "2")
    assert (referral["method"], referral["confidence"]) == ("rule", "0.9")
    assert int(referral["end"]) - int(referral["start"]) == len(referral["quote"])
    assert (rows["missed"]["method"], rows["missed"]["risk"]) == ("omission.told", "false")


def test_knowledge_is_over_all_risks_together(tables: Tables) -> None:
    (row,) = tables["knowledge"]
    assert (row["agency"], row["agency_name"]) == ("oakwell/Agency/gp", "GP")
    assert (row["knew"], row["shared"]) == ("true", "false")
    assert (row["verdict"], row["flags"]) == ("knew_no_share_recorded", "confidence=0.90")
    assert row["events"] == "oakwell/Contact/1"


def test_recommendations_with_their_plan(tables: Tables) -> None:
    (row,) = tables["recommendations"]
    assert row["owners"] == "oakwell/Agency/gp|Practices"
    assert (row["lead"], row["target_date"]) == ("Dr Moss", "May 2016")


def test_open_cues(tables: Tables) -> None:
    (row,) = tables["open_cues"]
    assert (row["agency"], row["cue"], row["paragraph"]) == ("oakwell/Agency/gp", "told", "1.2")


def test_spreadsheets_run_nothing_unless_raw(dataset: Dataset, tmp_path: Path) -> None:
    for raw, text, status in ((False, '\'=Train, "all" staff|now', "'-"), (True, '=Train, "all" staff|now', "-")):
        (row,) = _tables(dataset, tmp_path / str(raw), raw)["recommendations"]
        assert (row["text"], row["status"]) == (text, status)


@given(st.text(max_size=5), st.text(max_size=5))
def test_no_cell_begins_like_a_formula(first: str, second: str) -> None:
    for made in (cell(first), cell((first, second))):
        assert not made.startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
    assert harmless(first).removeprefix("'") == first.removeprefix("'")


def test_values_of_other_kinds() -> None:
    assert [cell(value) for value in (None, True, False, 3, -3, 0.5, ())] == ["", "true", "false", "3", "-3", "0.5", ""]
    assert cell(("a|b", "c")) == "a/b|c"


def test_tables_need_a_folder(dataset: Dataset, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("kept", encoding="utf-8")
    for place in (tmp_path / "file", Path("-")):
        with pytest.raises(UsageError, match="need a folder"):
            export(dataset, "csv", place)
    assert (tmp_path / "file").read_text(encoding="utf-8") == "kept"


@pytest.mark.parametrize("form", ["csv", "turtle", "neo4j-csv"])
def test_only_the_last_folder_is_made(form: str, dataset: Dataset, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"typo is not there\. Make it"):
        export(dataset, form, tmp_path / "typo" / "tables" / "t.ttl" if form == "turtle" else tmp_path / "typo" / "t")
    assert list(tmp_path.iterdir()) == []
