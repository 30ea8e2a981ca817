"""The canonical text: what is repaired, what is kept, and that it is said."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from dhr_graph.loaders.readers.canonical import canonical_text


def test_repairs_are_made_and_told() -> None:
    text, repairs = canonical_text("one\r\ntwo\rthree\x00 infor\ufffe\nmation sepa\u00adrate caf\u0065\u0301")
    assert text == "one\ntwo\nthree information separate caf\u00e9"
    assert repairs == (
        "line ends made \\n: 2",
        "control characters removed: 1",
        "words broken at a line's end joined: 2",
        "characters composed (NFC)",
    )


def test_writing_is_kept() -> None:
    text = "\u2018quoted\u2019\u00a0\u2013 a\tb\n\fnext  page, ord-\ninarily"
    assert canonical_text(text) == (text, ())


@given(st.text(alphabet=st.characters()))
def test_it_is_stable_composed_and_can_be_stored(text: str) -> None:
    once, _ = canonical_text(text)
    assert canonical_text(once) == (once, ())
    assert unicodedata.is_normalized("NFC", once)
    assert once.encode("utf-8").decode("utf-8") == once
