"""Prose: the lines of which paragraphs and entries are made, in a text that was wrapped to a width."""

from __future__ import annotations

import pytest

from dhr_graph.loaders.readers import read_text

WRAPPED = (
    "The review was asked for by the partnership in the spring of that year, and it\n"
    "was written by a chair who had no link with any of those who are named in what\n"
    "follows here, nor with the town in which they lived."
)
KEY = (
    "Ada - the victim, who had lived in the town for many years with her first Son",
    "Bob - the husband of Ada, who came to the town with her in the Spring of 2011",
    "Cy - the mother of Ada, who lives in the next street with her sister and with\nher dog, as she had for years",
    "Di - the sister of Ada",
)


def bodies(*blocks: str) -> list[str]:
    document = read_text("\n\n".join(blocks) + "\n", "a.txt")
    return [document.words(p.body) for p in document.passages]


@pytest.mark.parametrize("joint", [" - ", ": ", " \u2013 "])
def test_the_lines_of_a_key_stay_apart_though_they_fill_the_width(joint: str) -> None:
    key = [line.replace(" - ", joint) for line in KEY]
    assert bodies(WRAPPED, "\n".join(key)) == [WRAPPED, *key]


def test_two_such_lines_are_wrapped_prose() -> None:
    assert bodies(WRAPPED, "\n".join(KEY[:2])) == [WRAPPED, "\n".join(KEY[:2])]


def test_long_lines_that_say_of_nobody_what_they_are_are_wrapped_prose() -> None:
    told = "\n".join(line.replace(" - ", " was ") for line in KEY[:3])
    assert bodies(WRAPPED, told) == [WRAPPED, told]


def test_a_dash_in_few_lines_of_prose_ends_no_paragraph() -> None:
    told = (
        "The Chair was told of it - so she says - by the Partnership in the Spring, with\n"
        "Marcus - the husband - being at the house at the time of the visit, and with a\n"
        "Neighbour who had come to the door at the time of the visit being there as well"
    )
    assert bodies(WRAPPED, told) == [WRAPPED, told]
