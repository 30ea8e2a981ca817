"""Tables fit the terminal: wide cells wrap, and where columns would be too narrow, records stand one below another."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dhr_graph.cli.tables import display_width, fitted_widths, table_lines


def drawn(*rows: tuple[str, ...], width: int, cautions: tuple[str, ...] = ()) -> str:
    return "\n".join(table_lines(("agency", "verdict", "passages"), rows, cautions=cautions, width=width))


def test_a_table_that_fits_is_as_wide_as_its_cells_and_numbers_stand_right() -> None:
    assert drawn(("Police", "no sharing found", "12"), ("GP", "shared", "3"), width=60) == (
        "agency  verdict           passages\n"
        "------  ----------------  --------\n"
        "Police  no sharing found        12\n"
        "GP      shared                   3"
    )


def test_the_widest_column_is_wrapped_first() -> None:
    assert drawn(("Northshire Police", "no onward sharing was found in this document", "12"), width=50) == (
        "agency             verdict                passages\n"
        "-----------------  ---------------------  --------\n"
        "Northshire Police  no onward sharing was        12\n"
        "                   found in this\n"
        "                   document"
    )


def test_a_terminal_that_is_too_narrow_gets_records() -> None:
    assert drawn(("Police", "no sharing found", ""), ("GP", "shared", "3"), width=24) == (
        "-- 1 of 2 --------------\n"
        "agency    Police\n"
        "verdict   no sharing\n"
        "          found\n"
        "\n"
        "-- 2 of 2 --------------\n"
        "agency    GP\n"
        "verdict   shared\n"
        "passages  3"
    )


def test_lines_of_a_hard_wrapped_document_are_closed_up() -> None:
    quote = "told the\n    GP,\r\nwho did\u2028nothing"
    assert drawn(("GP", quote, "1"), width=60).splitlines()[2:] == ["GP      told the GP, who did nothing         1"]
    assert drawn(("GP", quote, "1"), width=20).splitlines()[1:] == [
        "agency    GP",
        "verdict   told the",
        "          GP, who",
        "          did",
        "          nothing",
        "passages  1",
    ]


def test_cautions_stand_beneath() -> None:
    lines = drawn(("GP", "none", "1"), width=40, cautions=("Absence from a review is no proof.",)).splitlines()
    assert lines[-3:] == ["", "Caution: Absence from a review is no", "proof."]


def test_no_rows_are_said_to_be_none() -> None:
    assert drawn(width=40).splitlines()[-1] == "(no rows)"


cells = st.text(st.characters(categories=("L", "N", "P", "Zs")), max_size=60)


@given(st.lists(st.tuples(cells, cells, cells), max_size=6), st.integers(min_value=40, max_value=160))
def test_no_line_is_wider_than_the_terminal(rows: list[tuple[str, ...]], width: int) -> None:
    narrow = [tuple("".join(char for char in cell if display_width(char) == 1) for cell in row) for row in rows]
    assert all(display_width(line) <= width for line in table_lines(("a", "b", "c"), narrow, width=width))


@given(st.lists(st.tuples(cells, cells), min_size=1, max_size=6), st.integers(min_value=30, max_value=120))
def test_columns_take_no_more_than_they_need(rows: list[tuple[str, ...]], width: int) -> None:
    widths = fitted_widths(("one", "two"), rows, width)
    if widths is not None:
        for place, taken in enumerate(widths):
            assert taken <= max(display_width(text) for text in (("one", "two")[place], *(row[place] for row in rows)))
