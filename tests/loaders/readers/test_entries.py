"""Entries of a chronology whose columns were lost: lines that begin with a date, each with what goes on below it."""

from __future__ import annotations

import pytest

from dhr_graph.loaders.readers import read_text
from dhr_graph.loaders.readers.entries import DATED, KEYED, are_entries, are_keyed, goes_on_with_entry, goes_on_with_key
from dhr_graph.loaders.readers.lines import split_lines


def bodies(text: str) -> list[str]:
    document = read_text(text, "a.txt")
    return [document.words(p.body) for p in document.passages]


@pytest.mark.parametrize(
    "line",
    [
        "05/03/2018 Hannah rang.",
        "5.3.18 Hannah rang.",
        "5th March 2018: Hannah rang.",
        "March 2018 \u2013 Hannah rang.",
        "w/c 12/03/2018 Hannah rang.",
        "week commencing 12/03/2018 Hannah rang.",
        "Week ending 12/03/2018 Hannah rang.",
        "c. March 2018 Hannah rang.",
        "about March 2018 Hannah rang.",
        "circa March 2018 Hannah rang.",
        "Early Sept. 2018 Hannah rang.",
        "  05-03-2018\tCSC\tHannah rang.",
        "05/03/2018",
    ],
)
def test_a_line_that_begins_with_a_date(line: str) -> None:
    assert DATED.match(line)


@pytest.mark.parametrize(
    "line",
    [
        "On 05/03/2018 Hannah rang.",
        "5/3 Hannah rang.",
        "5 March Hannah rang.",
        "cMarch 2018 Hannah rang.",
        "week of 12/03/2018 Hannah rang.",
        "2018 was the year in which she moved.",
        "05/03/2018, when Hannah rang.",
    ],
)
def test_a_date_that_begins_no_entry(line: str) -> None:
    assert not DATED.match(line)


def test_several_dated_lines_of_which_most_follow_a_sentence_are_entries() -> None:
    assert are_entries(split_lines("05/03/2018 She rang.\n06/03/2018 She came.\n07/03/2018 She left.\n"))
    assert are_entries(
        split_lines("05/03/2018 She rang.\n06/03/2018 She came\n07/03/2018 She left.\n08/03/2018 Gone.\n")
    )


@pytest.mark.parametrize(
    "text",
    [
        "05/03/2018 She rang.\n06/03/2018 She came.\n",
        "05/03/2018 Letter\n06/03/2018 Call\n07/03/2018 Visit\n",
        "She was seen from\n05/03/2018 on, and then until\n06/03/2018 at home, and on\n07/03/2018 at work.\n",
        "She rang in March.\nShe came in April.\nShe left in May.\n",
    ],
)
def test_two_dates_lists_and_prose_are_none(text: str) -> None:
    assert not are_entries(split_lines(text))


@pytest.mark.parametrize(
    ("upper", "line"),
    [
        ("05/03/2018 The school rang Hannah, who said", "That she was well."),
        ("05/03/2018 The school rang.", "Hannah said that she was well."),
        ("05/03/2018 The school rang.", "Hannah and her son, who had come home before the others, said"),
        ("05/03/2018 The school rang", "Hannah"),
    ],
)
def test_what_stands_below_an_entry_goes_on_with_it(upper: str, line: str) -> None:
    assert goes_on_with_entry(upper, line, None)


@pytest.mark.parametrize("line", ["06/03/2018 the same again", "The months after the move"])
def test_the_next_entry_and_a_title_do_not(line: str) -> None:
    assert not goes_on_with_entry("05/03/2018 The school rang.", line, None)


def test_a_chronology_without_columns_is_read_entry_by_entry() -> None:
    told = bodies(
        "05/03/2018 Hannah rang the school to ask whether her son could\nstay there until six.\n"
        "06/03/2018 The school rang her back.\nMarcus was with her.\n"
        "09/03/2018 She did not come.\n"
        "The months after the move\n"
        "12/03/2018 Hannah was seen.\n"
    )
    assert told == [
        "05/03/2018 Hannah rang the school to ask whether her son could\nstay there until six.",
        "06/03/2018 The school rang her back.\nMarcus was with her.",
        "09/03/2018 She did not come.",
        "The months after the move",
        "12/03/2018 Hannah was seen.",
    ]


def test_a_date_that_a_line_of_prose_happens_to_begin_with_ends_no_paragraph() -> None:
    told = bodies(
        "The nurse had known Hannah for years and had last seen her at the surgery\n"
        "and, as she wrote, at home, where she was alone. She came again on Monday\n"
        "12 March 2018 and was told of the move, of which nobody had written to her\n"
        "before, and of the new school. She did not ask whose wish it had been.\n"
    )
    assert len(told) == 1


def test_entries_one_line_long_are_not_joined_though_they_fill_it() -> None:
    told = bodies(
        "05/03/2018 The school rang Hannah, and she said that all was well now.\n"
        "06/03/2018 The nurse rang Hannah, who was out, and asked her to come.\n"
        "09/03/2018 Hannah came to the surgery with her son and was seen there\n"
        "by the nurse.\n"
    )
    assert [words[:10] for words in told] == ["05/03/2018", "06/03/2018", "09/03/2018"]


@pytest.mark.parametrize(
    "line",
    [
        "Adult A - the victim",
        "Hannah: the victim",
        "Child 2 \u2013 her son",
        "Chair of the Panel \u2014 who led it",
        "  O\u2019Dell: her uncle",
    ],
)
def test_a_line_that_says_what_somebody_is(line: str) -> None:
    assert KEYED.match(line)


@pytest.mark.parametrize(
    "line",
    [
        "Hannah was seen - and told",
        "Hannah-Jane was seen",
        "hannah - the victim",
        "2016 - the year of the move",
        "At the house on the hill of the town - she said",
        "Hannah:",
        "Adult A -",
    ],
)
def test_a_line_of_prose_with_a_dash_says_none(line: str) -> None:
    assert not KEYED.match(line)


def test_three_such_lines_are_a_key_if_they_are_most() -> None:
    three = "Ada - the victim\nBob - her husband\nCy - her son\n"
    assert are_keyed(split_lines(three))
    assert are_keyed(split_lines(three + "who lived with them\nin the town\n"))
    assert not are_keyed(split_lines(three + "who lived with them\nin the town\nfor a year\n"))
    assert not are_keyed(split_lines("Ada - the victim\nBob - her husband\n"))


def test_an_entry_of_a_key_goes_on_to_the_next_name() -> None:
    long = "Ada - the victim, who had lived in the town for many years with her own"
    assert goes_on_with_key(long, "son and her mother", 78)
    assert goes_on_with_key(long, "Son and her mother, who came to the town", 78)
    assert not goes_on_with_key(long, "Bob - her husband", 78)
    assert not goes_on_with_key("Ada - the victim.", "There were no others.", 78)
