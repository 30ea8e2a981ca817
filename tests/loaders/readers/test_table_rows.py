"""Tables in plain text: rows over several lines, headers, cells."""

from __future__ import annotations

from dhr_graph.loaders.readers import read_text
from dhr_graph.model.documents import TABLE_ROW, SourceDocument

CHRONOLOGY = (
    "Date\tAgency\tEvent\tResponse\n"
    "12/01/13\tPolice\tShe rang 999. He had thrown her phone at\nthe wall.\tArrested. Form sent to the\nduty team.\n"
    "17/01/13 and\n21/01/13\tRefuge\tTwo calls, no reply.\t\n"
    "22/11/14\n21.35\tAmbulance\tCrew called.\tNurse told.\n"
)


def table(document: SourceDocument) -> list[list[str]]:
    return [[document.words(c) for c in p.cells] for p in document.passages if p.kind == TABLE_ROW]


def test_a_row_runs_over_lines_and_its_first_cell_may_too() -> None:
    document = read_text(CHRONOLOGY, "a.txt")
    assert table(document) == [
        ["Date", "Agency", "Event", "Response"],
        [
            "12/01/13",
            "Police",
            "She rang 999. He had thrown her phone at\nthe wall.",
            "Arrested. Form sent to the\nduty team.",
        ],
        ["17/01/13 and\n21/01/13", "Refuge", "Two calls, no reply.", ""],
        ["22/11/14\n21.35", "Ambulance", "Crew called.", "Nurse told."],
    ]
    assert [p.is_header_row for p in document.passages] == [True, False, False, False]
    assert {p.columns for p in document.passages} == {("Date", "Agency", "Event", "Response")}


def test_the_table_goes_on_after_a_page_with_its_header_repeated() -> None:
    document = read_text(
        CHRONOLOGY + "\nPage 1 of 2\n\f\nDate\tAgency\tEvent\tResponse\n02/02/15\tGP\tSeen.\t\n", "a.txt"
    )
    rows = [p for p in document.passages if p.kind == TABLE_ROW]
    assert [p.is_header_row for p in rows] == [True, False, False, False, True, False]
    assert rows[-1].columns == ("Date", "Agency", "Event", "Response")
    assert (rows[0].page, rows[-1].page) == (1, 2)


def test_a_key_of_two_columns_has_no_header_and_ends_before_prose() -> None:
    document = read_text(
        "Key to people\nV\tVictim, female, 42, the wife of P\nP\tPerpetrator\nNo returns came from the school.\n",
        "a.txt",
    )
    assert table(document) == [["V", "Victim, female, 42, the wife of P"], ["P", "Perpetrator"]]
    assert not any(p.columns or p.is_header_row for p in document.passages)
    assert document.words(document.passages[-1].body) == "No returns came from the school."
    assert document.passages[-1].section == ("Key to people",)


def test_a_label_before_a_tab_makes_no_table() -> None:
    document = read_text("2.1\tOfficers attended.\n\n2.2\tThey left.\n", "a.txt")
    assert table(document) == []
    assert [p.label for p in document.passages] == ["2.1", "2.2"]


def test_cells_lose_the_marks_that_enclose_them() -> None:
    document = read_text(
        "Recommendation\tLead\tTarget date\n<p>To train staff.</p>\t<i>Police</i>\t<p>May 2019</p>\n", "a.txt"
    )
    assert table(document)[1] == ["To train staff.", "Police", "May 2019"]


def test_a_header_may_be_shortened_with_a_stop() -> None:
    document = read_text("No.\tRecommendation\tLead\n1\tTo train staff.\tPolice\n", "a.txt")
    assert [p.is_header_row for p in document.passages] == [True, False]


def test_after_the_foot_of_a_page_a_tab_is_an_empty_cell() -> None:
    document = read_text(
        "Date\tAgency\tEvent\n3/5/16\tCS\tCall.\n\nPage 2 of 3\n\n\t\tVisit made.\n4/5/16\tCS\tCall.\n", "a.txt"
    )
    rows = [p for p in document.passages if p.kind == TABLE_ROW]
    assert table(document)[2] == ["", "", "Visit made."]
    assert rows[3].columns == ("Date", "Agency", "Event")


def test_markdown_tables() -> None:
    document = read_text("| Name | Role |\n|---|---|\n| Ann | victim |\n| Bob |  |\n", "a.md")
    assert table(document) == [["Name", "Role"], ["Ann", "victim"], ["Bob", ""]]
    rows = [p for p in document.passages if p.kind == TABLE_ROW]
    assert [p.is_header_row for p in rows] == [True, False, False]
    assert rows[1].columns == ("Name", "Role")


def test_bars_between_the_cells_alone_make_a_table_as_well() -> None:
    document = read_text(
        "RECOMMENDATIONS\n\nNo. | Recommendation | Owner\n1 | Ask about home. | Elm Surgery\n2 | Tell us. | Homes\n",
        "a.txt",
    )
    assert table(document) == [
        ["No.", "Recommendation", "Owner"],
        ["1", "Ask about home.", "Elm Surgery"],
        ["2", "Tell us.", "Homes"],
    ]
    assert document.passages[-1].columns == ("No.", "Recommendation", "Owner")


def test_one_bar_makes_no_table() -> None:
    assert table(read_text("The form was sent to the school. | See 4.2\n\nThe school kept it.\n", "a.txt")) == []
