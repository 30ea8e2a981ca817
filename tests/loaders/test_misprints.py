"""Misprints: words that a line's end broke or a scan misread are read as they are meant."""

from __future__ import annotations

import pytest

from dhr_graph.loaders.misprints import Mend, misprints


def read(text: str) -> str:
    """A text with its misprints mended."""
    pieces, last = [], 0
    for mend in misprints().mends(text):
        pieces += [text[last : mend.start], mend.meant]
        last = mend.end
    return "".join([*pieces, text[last:]])


@pytest.mark.parametrize("end", ["-\n", "- \n", "-\n   ", "-\t\n\t", "\u2010\n", "\u00ad\n"])
def test_a_word_that_a_line_s_end_broke_is_one_word(end: str) -> None:
    assert read(f"She told the neigh{end}bour of it.") == "She told the neighbour of it."


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("a multi-\nagency panel", "a multi-agency panel"),
        ("her step-\nfather came", "her step-father came"),
        ("the school-\nrun; later a school-run", "the school-run; later a school-run"),
        ("a Long-\nterm plan", "a Long-term plan"),
    ],
)
def test_the_hyphen_of_a_compound_stays_at_a_line_s_end(printed: str, meant: str) -> None:
    assert read(printed) == meant


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("She was re-\nferred. Nobody else was referred.", "She was referred. Nobody else was referred."),
        ("a multi-\nagency panel; the multiagency team", "a multiagency panel; the multiagency team"),
        ("the well-\nbeing, or well-being, or wellbeing", "the wellbeing, or well-being, or wellbeing"),
    ],
)
def test_it_goes_where_the_text_has_the_word_without_it(printed: str, meant: str) -> None:
    assert read(printed) == meant


@pytest.mark.parametrize(
    "text",
    [
        "a well-known man",
        "a well-known\nman",
        "the man -\nher neighbour",
        "Calder-\nMorley Surgery",
        "from 2016-\nand until May",
        "the A-\nlevels that she took",
        "in hospital -\n\n- and then at home",
    ],
)
def test_other_hyphens_and_dashes_are_left_as_they_are(text: str) -> None:
    assert read(text) == text


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("The o\ufb03cer was \ufb01rst", "The officer was first"),
        ("a \ufb02at o\ufb00 the street", "a flat off the street"),
        ("ba\ufb04ed", "baffled"),
    ],
)
def test_letters_printed_as_one_sign_are_read_one_by_one(printed: str, meant: str) -> None:
    assert read(printed) == meant


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("her fami1y", "her family"),
        ("the po1ice", "the police"),
        ("her p0sition", "her position"),
        ("the sch0ol", "the school"),
    ],
)
def test_figures_in_a_word_are_letters(printed: str, meant: str) -> None:
    assert read(printed) == meant


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("On 2O May 2016", "On 20 May 2016"),
        ("On 1l May 2016", "On 11 May 2016"),
        ("On 3I May 2016", "On 31 May 2016"),
        ("On l5 May 2016", "On 15 May 2016"),
        ("On I7 Jun 2016", "On 17 Jun 2016"),
        ("in 2O16", "in 2016"),
        ("in 20l6", "in 2016"),
    ],
)
def test_letters_in_a_date_are_figures(printed: str, meant: str) -> None:
    assert read(printed) == meant


@pytest.mark.parametrize(
    "text",
    [
        "B1 told GP1 of it",
        "the 1st, the 10th and the 21st",
        "Child1 and Child10",
        "the M1 at 10am",
        "SW1A 0AA",
        "a 10ft wall",
        "On I May it rained",
        "the ll May",
        "Adult O and Adult I",
        "20 Odd Street",
        "1 October 2016",
        "COVID19",
    ],
)
def test_labels_ordinals_and_measures_are_left_as_they_are(text: str) -> None:
    assert read(text) == text


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("The wornan wept. The woman left. A woman came.", "The woman wept. The woman left. A woman came."),
    ],
)
def test_rn_is_m_where_the_text_has_the_word_with_m_oftener(printed: str, meant: str) -> None:
    assert read(printed) == meant


@pytest.mark.parametrize(
    "text",
    [
        "The wornan wept.",
        "The wornan wept. The woman left.",
        "The burn on her arm was a real burn.",
        "She had a burn, and a bum, and a bum.",
        "In the corner of the modern kitchen she turned.",
        "The WORNAN wept, a woman and a woman.",
    ],
)
def test_rn_stays_where_the_text_does_not_show_that_m_is_meant(text: str) -> None:
    assert read(text) == text


def test_the_mends_of_a_text_come_in_its_order() -> None:
    text = "The wornan, on 2O May, told the o\ufb03cer of her fami-\nly: a woman, a p0or woman."
    found = [(text[mend.start : mend.end], mend.meant) for mend in misprints().mends(text)]
    assert found == [("rn", "m"), ("O", "0"), ("\ufb03", "ffi"), ("-\n", ""), ("0", "o")]


def test_a_mend_has_the_printed_stretch_and_what_is_meant() -> None:
    assert list(misprints().mends("the neigh-\nbour")) == [Mend(9, 11, "")]
    assert list(misprints().mends("the neighbour")) == []
