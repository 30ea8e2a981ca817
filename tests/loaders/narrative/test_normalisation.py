"""Normalisation: words are put so that the parser reads them best, each character in its place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dhr_graph.loaders.narrative.grammar import pipeline
from dhr_graph.loaders.narrative.normalisation import normalisation

PUT = normalisation()


@pytest.mark.parametrize(
    ("printed", "put"),
    [
        ("On 4 May 2016 Mr Neal rang.", "On 4 May 201, Mr Neal took."),
        ("She said that on 4 June she was afraid.", "She said that on 4 Jun, she was afraid."),
        ("4/5/2016 \u2013 Hannah was seen.", " " * 11 + "Hannah was seen."),
        ("8 July 2016 - Dr P wrote.", " " * 14 + "Dr P wrote."),
        ("July: Dr P wrote.", " " * 6 + "Dr P wrote."),
        ("She had, with his leave, written.", "She had                  written."),
        ("She had, at no time, written.", "She had, at no time, written."),
        ("She was, by the school, told.", "She was, by the school, told."),
        ("She was, in no way, told.", "She was, in no way, told."),
        ("She \u2018fell\u2019\nand knelt.", "She 'fell' and stood."),
        ("She was seen on 4 May 2016.", "She was seen on 4 May 2016."),
    ],
)
def test_dates_that_lead_signs_and_mistaken_verbs_are_put_plainly(printed: str, put: str) -> None:
    assert PUT.for_prose(printed) == put


def test_in_a_cell_no_label_or_semicolon_ends_a_sentence() -> None:
    assert PUT.for_cell("Seen; settled. Outcome: closed.") == "Seen. settled.          closed."


def test_codes_for_names_are_put_as_names_of_their_length() -> None:
    words = "AB told Adult A."
    assert PUT.with_names(words, [(0, 2), (8, 15)]) == "Jo told Michael."


def test_a_name_of_no_known_length_stays() -> None:
    assert PUT.with_names("A rang.", [(0, 1)]) == "A took."


@given(
    st.text(alphabet="aA4 .;:/\n\u2019\u2013", max_size=40), st.sampled_from(["rang", "On 4 May 2016 ", "Note: ", ""])
)
def test_every_character_keeps_its_place(words: str, known: str) -> None:
    for put in (PUT.for_prose, PUT.for_cell):
        assert len(put(known + words)) == len(known + words)


@pytest.mark.parametrize("verb", sorted(PUT.parsed_as))
def test_a_verb_that_another_stood_in_for_is_put_back_with_its_lemma(verb: str) -> None:
    printed = f"The nurse {verb} there."
    doc = PUT.with_printed_verbs(pipeline()(PUT.for_prose(printed)), printed)
    assert doc.text == printed
    assert (doc[2].lemma_, doc[2].pos_) == (PUT.lemmas[verb], "VERB")


def test_what_stands_in_has_the_length_of_what_is_printed() -> None:
    assert PUT.parsed_as
    assert [len(put) for put in PUT.parsed_as.values()] == [len(verb) for verb in PUT.parsed_as]


def test_a_verb_that_was_printed_so_is_left_alone() -> None:
    doc = pipeline()("He paid the rent.")
    assert PUT.with_printed_verbs(doc, doc.text) is doc


@pytest.mark.parametrize(
    ("printed", "put"),
    [
        ("It went to adult social care.", "It went to Adult Social Care."),
        ("She told children's services.", "She told Children's Services."),
        ("The adults' services of the town.", "The Adults' Services of the town."),
        ("The children's serviceable coats.", "The children's serviceable coats."),
        ("She had social care in mind.", "She had social care in mind."),
    ],
)
def test_services_in_small_letters_get_capitals(printed: str, put: str) -> None:
    assert PUT.for_prose(printed) == put
