"""Tables whose columns are kept apart by blanks, and all that looks a little like them."""

from __future__ import annotations

import re
from collections import Counter
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dhr_graph.loaders.readers import read_text
from dhr_graph.loaders.readers.aligned import rows_with_tabs
from dhr_graph.loaders.readers.canonical import canonical_text
from dhr_graph.model.documents import TABLE_ROW

CONTRIBUTORS = """\
Agency                                 Role
Elmshire Police                        Individual management review (IMR)
Elmshire County Council Children's     IMR
Services (CS)
Larch Lane Surgery                     IMR
"""
CHRONOLOGY = """\
03/05/2016   Fern House           Worker rang Ada. Plan made.

07/05/2016   Elmton Magistrates'  Order made for a month on the application of
             Bench                Elmshire Police.
09:15        CS                   Visit.
"""
FRAGMENTS = (
    "\n", "\n\n", "\f", "   ", "  ", " ", "\u00a0\u00a0", "\t", "03/05/2016   ", "Agency      Role\n", "wing", "7\n",
    "Police      IMR\n", "Elm House   a letter\n", "            and more\n", "Elm\n", "1.1   ", "Page 3 of 9", "|a|b|",
    "She was seen there.  ", "22:40       ", "03/05/2016  Police    Call came.\n", "            Office    She rang\n",
    "......", "e\u0301", "Police", "----   ----\n",
)  # fmt: skip


def with_tabs(text: str) -> list[list[str]]:
    """The cells of the lines with tabs."""
    return [line.split("\t") for line in re.split(r"[\n\f]", rows_with_tabs(text)[0]) if "\t" in line]


def test_rows_are_passages_with_cells_and_columns() -> None:
    document = read_text("The agencies were these.\n" + CONTRIBUTORS + "\nEnd.\n", "a.txt")
    rows = [p for p in document.passages if p.kind == TABLE_ROW]
    assert [[document.words(c) for c in p.cells] for p in rows][2] == [
        "Elmshire County Council Children's Services (CS)", "IMR",
    ]  # fmt: skip
    assert [p.is_header_row for p in rows] == [True, False, False, False]
    assert {p.columns for p in rows} == {("Agency", "Role")}
    assert document.repairs == ("aligned rows written with tabs: 4",)
    assert document.words(document.passages[-1].body) == "End."


def test_cells_run_over_lines_and_a_time_begins_a_row() -> None:
    assert with_tabs(CHRONOLOGY) == [
        ["03/05/2016", "Fern House", "Worker rang Ada. Plan made."],
        ["07/05/2016", "Elmton Magistrates' Bench", "Order made for a month on the application of Elmshire Police."],
        ["09:15", "CS", "Visit."],
    ]


def test_all_that_is_no_row_is_left_as_it_is() -> None:
    before, after = "One  was there. \n\n   Another\n", "\nThe  third\n     more.\n"
    text, count = rows_with_tabs(before + CHRONOLOGY + after)
    assert text.startswith(before)
    assert text.endswith("Visit.\n" + after)
    assert count == 3


def test_what_stands_right_under_a_table_is_set_apart() -> None:
    text, _ = rows_with_tabs(CONTRIBUTORS + "1.4 No other agency knew of the family at that time.\n")
    assert text.endswith("Surgery\tIMR\n\n1.4 No other agency knew of the family at that time.\n")


def test_the_last_row_goes_on_below_only_where_its_cell_was_full() -> None:
    assert with_tabs(CONTRIBUTORS + "Birch Partnership for Families and     IMR\nYouth\n")[-1] == [
        "Birch Partnership for Families and Youth", "IMR",
    ]  # fmt: skip
    assert rows_with_tabs(CONTRIBUTORS + "Scope\n")[0].endswith("IMR\n\nScope\n")


def test_a_page_may_end_between_rows_and_in_a_row() -> None:
    rows = with_tabs(
        "Date         Agency        Event\n"
        "03/05/2016   Fern House    Worker rang.\n\n"
        "Elmshire review                            7\n\f"
        "Date         Agency        Event\n"
        "                           A plan was made.\n"
        "07/05/2016   Police        Call came in.\n"
        "Page 8 of 9\n\f\n"
        "                           Officer sent.\n"
        "8 May        CS            Visit.\n"
        "2016\n"
    )
    assert rows == [
        ["Date", "Agency", "Event"],
        ["03/05/2016", "Fern House", "Worker rang."],
        ["Date", "Agency", "Event"],
        ["", "", "A plan was made."],
        ["07/05/2016", "Police", "Call came in."],
        ["", "", "Officer sent."],
        ["8 May 2016", "CS", "Visit."],
    ]


def test_a_sentence_that_the_page_cuts_off_is_left_to_be_joined_there() -> None:
    text = (
        CHRONOLOGY
        + "10/05/2016   Police               Officer sent to the\n\f\n                                  house.\n"
    )
    document = read_text(text, "a.txt")
    assert " ".join(document.words(document.passages[-1].body).split("\t")[-1].split()) == "Officer sent to the house."


def test_a_date_goes_on_with_its_time_or_with_another_date() -> None:
    rows = with_tabs(
        "04/05/2016       CS           Letter came.\n"
        "05/05/2016\n"
        "22:40            Police       Call came in.\n"
        "09/05/2016 and   CS           Two calls.\n"
        "11/05/2016\n"
        "12/05/2016       CS           Visit was\n"
        "10:30                         made.\n"
        "11:30                         Call came in.\n"
    )
    assert [row[0] for row in rows] == [
        "04/05/2016", "05/05/2016 22:40", "09/05/2016 and 11/05/2016", "12/05/2016 10:30", "11:30",
    ]  # fmt: skip


def test_another_agency_on_the_same_day_is_another_row() -> None:
    rows = with_tabs(CHRONOLOGY + "             Larch Surgery        Letter read. It was filed.\n")
    assert rows[-1] == ["", "Larch Surgery", "Letter read. It was filed."]


def test_a_number_before_a_recommendation_has_a_column_where_there_are_others() -> None:
    assert with_tabs(
        "No.   Recommendation                              Lead\n"
        "1     Train staff in the use of the form that is  Police\n"
        "      in force.\n"
        "2     Keep minutes.                               Elmton\n"
        "                                                  Homes\n"
    )[1:] == [
        ["1", "Train staff in the use of the form that is in force.", "Police"],
        ["2", "Keep minutes.", "Elmton Homes"],
    ]


def test_typists_miscount_and_write_beyond_a_column() -> None:
    assert with_tabs("Name        Role\nAda         the victim\nBen          her son\nCal        a friend\n") == [
        ["Name", "Role"], ["Ada", "the victim"], ["Ben", "her son"], ["Cal", "a friend"],
    ]  # fmt: skip
    rows = "".join(
        f"{name} House        IMR\n" for name in ("Ash  ", "Beech", "Cedar", "Elder", "Hazel", "Maple", "Rowan")
    )
    long = "Willow Partnership Trust   IMR\n"
    assert with_tabs("Agency             Role\n" + rows + long + "Fir House          IMR\n")[-2] == [
        "Willow Partnership Trust",
        "IMR",
    ]


def test_a_header_may_be_centred_over_its_columns() -> None:
    assert with_tabs("    Date           Agency               Event\n" + CHRONOLOGY)[0] == ["Date", "Agency", "Event"]


def test_a_title_or_a_rule_may_stand_between_rows() -> None:
    text = "Agency       Role\n======       ====\nPolice       IMR\n\nHealth\n\nElm Surgery  Letter\nElm Trust    IMR\n"
    assert rows_with_tabs(text) == (
        "Agency\tRole\n======       ====\nPolice\tIMR\n\nHealth\n\nElm Surgery\tLetter\nElm Trust\tIMR\n", 4
    )  # fmt: skip


NO_TABLES = {
    "justified prose": (
        "The  officers  came  to the house early and  found\nthat  nobody  was there, so they left  a  card\n"
        "with  the neighbour  and  went  back to  the\nstation,  where  the  log was closed  without a\n"
    ),
    "sentences": "He rang.  Nobody came.\nShe ran.  Nobody came.\nHe rang.  Nobody came.\nHe went.  She came.\n",
    "prose in two columns": (
        "The officers came to the house and      The surgery was told on the day\n"
        "found that nobody was there. They       that she had been hurt. The nurse\n"
        "left a card with the neighbour and      wrote it down and told nobody, as\n"
        "went back to the station early.         the police were dealing with it.\n"
    ),
    "poem": "   The house stood dark,\n      the gate stood wide,\n   and no one came\n      to look inside.\n",
    "hanging indents": (
        "1.1    The Panel met in May and heard that all\n       reports were in.\n1.2    It met in June.\n"
        "(a)    whether staff knew;\n(b)    whether they asked;\n\u2022      officers\nR1     Train staff.\n"
    ),
    "dot leaders": "Introduction ........... 3\nThe facts .............. 5\nWhat was learnt ........ 9\n",
    "contents": "Introduction        3\nThe facts           5\nWhat was learnt     9\nAnnex              12\n",
    "numbered contents": "1   Introduction        3\n2   The facts           5\n3   Learning            9\n",
    "contents with a header": "Section          Page\nOpening          3\nFacts            5\nLearning         9\n",
    "names side by side": "Ada Lee       Ben Roe\nChair         Chief Officer\nElm Board     Elm Council\n",
    "signatures": (
        "Signed        Signed\nAda Lee       Ben Roe\nChair         Chief Officer\nElm Board     Elm Council\n"
    ),
    "lines to sign on": (
        "Ada Lee     Ben Roe\nChair       Officer\nElm Board   Council\nMs Lee      Mr Roe\n________    ______\n"
    ),
    "addresses": (
        "Elm Council        Ms Ada Lee\nTown Hall          1 Larch Road\nMarket Square      Elmton\n"
        "Elmton EL1 2AB     EL3 4CD\n"
    ),
    "form": "Report by:      Ada Lee\nDate:           May 2016\nVersion:        3\nFor:            Elm Board\n",
    "title page": "Report author   Ada Lee\nReview panel    Elm Board\nDate            May 2016\nVersion         3\n",
    "quotation": "He wrote:\n\n        She was the best of us, and we\n        miss her.\n\nWe thank him.\n",
    "footers": "".join(f"Short text.\n\nElm review      Official      Page {n}\n\n" for n in range(1, 6)),
    "numbers below pages": "".join(f"Short text.\n\nElm review              {n}\n\n" for n in range(1, 6)),
    "signs of comment": "#     the word\n#     a house\n#     the street\n#     an end\n",
    "prose between": "Police    IMR\nA line of prose that runs over.\nSurgery   IMR\nElm       IMR\nTrust     IMR\n",
    "tabs between": "Police    IMR\nElm\tHouse\nSurgery   IMR\nElm       IMR\nTrust     IMR\n",
}


@pytest.mark.parametrize("text", NO_TABLES.values(), ids=NO_TABLES)
def test_what_only_looks_like_a_table_is_left_as_it_is(text: str) -> None:
    assert rows_with_tabs(text) == (text, 0)


@given(st.lists(st.sampled_from(FRAGMENTS), max_size=40).map("".join))
def test_it_is_done_once_and_no_written_character_is_lost(text: str) -> None:
    once, _ = canonical_text(text)
    assert canonical_text(once) == (once, ())
    again, _ = rows_with_tabs(text)
    assert Counter("".join(again.split())) == Counter("".join(text.split()))


CELLS = st.sampled_from(("Elm", "Ash House", "a b", "", "03/05/2016", "Call. She rang", "1.", "Agency"))


@given(st.lists(st.tuples(CELLS, CELLS, CELLS), max_size=9))
def test_whatever_is_set_in_columns_is_done_once(rows: list[tuple[str, str, str]]) -> None:
    text = "\n".join(f"{a:<14}{b:<13}{c}" for a, b, c in rows)
    once, _ = rows_with_tabs(text)
    assert rows_with_tabs(once) == (once, 0)
    assert Counter("".join(once.split())) == Counter("".join(text.split()))


@given(st.text(alphabet=st.characters(exclude_characters=" \u00a0")).map(lambda text: text.replace("  ", " ")))
def test_text_without_wide_gaps_is_unchanged(text: str) -> None:
    assert rows_with_tabs(text) == (text, 0)
    words = " ".join(text.split())
    assert rows_with_tabs(words) == (words, 0)


@pytest.mark.parametrize(
    "text",
    [
        " " * 5_000_000,
        "a" + " " * 5_000_000 + "\n" + "a  b\n" * 3,
        "ab   " * 1_000_000,
        ("Police" + " " * 20 + "IMR\n") * 4 + (" " * 26 + "more\n") * 40_000,
        (("Police" + " " * 20 + "IMR\n") * 4 + "Elm\n" * 20_000) * 2,
        "".join(" " * (i % 200) + "word  other\n" for i in range(20_000)),
    ],
    ids=["blanks", "one gap", "one line", "a cell that does not end", "wraps", "stairs"],
)
def test_it_takes_time_in_proportion_whatever_it_is_given(text: str) -> None:
    began = process_time()
    rows_with_tabs(text)
    assert process_time() - began < 20
