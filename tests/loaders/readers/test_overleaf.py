"""What words alone tell of a sentence that a page's end cut off."""

from __future__ import annotations

import pytest

from dhr_graph.loaders.readers.overleaf import is_cut_off, is_list_cut_off, is_prose


@pytest.mark.parametrize(
    ("upper", "lower"),
    [
        ("She told the", "Surgery."),
        ("He was seen by Calder Women's", "Aid."),
        ("They wrote to the Nurses\u2019", "Office."),
        ("She rang the police", "twice."),
        ("The agency", "(then closed) wrote."),
        ("in March", "2014 she"),
        ("Elm Surgery,", "Larch Homes"),
    ],
)
def test_a_sentence_is_cut_off_after_an_open_word_or_before_a_small_letter(upper: str, lower: str) -> None:
    assert is_cut_off(upper, lower)


@pytest.mark.parametrize(
    ("upper", "lower"),
    [
        ("She rang the police.", "twice"),
        ("She rang the police", "Nobody came."),
        ("in March", "30 people"),
        ("See www.example.org", "which tells more"),
        ("She rang the police", "www.example.org"),
        ("", "she"),
        ("She", ""),
    ],
)
def test_what_ends_or_begins_a_sentence_is_not_cut_off(upper: str, lower: str) -> None:
    assert not is_cut_off(upper, lower)


def test_a_list_is_cut_off_at_its_colon_or_at_a_semicolon_that_is_not_its_first() -> None:
    assert is_list_cut_off("Reports came from:", "Elm Surgery; Larch Homes.")
    assert not is_list_cut_off("Reports came from:", "Elm Surgery.")
    assert is_list_cut_off("Elm Surgery; Larch Homes;", "Fern House.")
    assert not is_list_cut_off("what was known;", "what was done.")


def test_prose_has_a_finite_verb_or_an_end() -> None:
    assert is_prose("She was seen")
    assert is_prose("Nobody came.")
    assert not is_prose("Calder Police and Elm Surgery")
