"""Bytes of text files: the encodings that reviews come in, and what is refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dhr_graph.errors import UnreadableFile
from dhr_graph.loaders.readers.encoding import decode

WORDS = "The victim\u2019s mother paid \u00a340 for a caf\u00e9 meal \u2013 she said so. " * 5


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_an_encoding_is_found(encoding: str) -> None:
    assert decode(WORDS.encode(encoding), "a.txt")[0] == WORDS


def test_a_few_stray_bytes_do_not_spoil_the_rest() -> None:
    text, encoding = decode(WORDS.encode() + b"It cost \xa35.", "a.txt")
    assert text == WORDS + "It cost \u00a35."
    assert "cp1252" in encoding


@pytest.mark.parametrize(
    "content", [b"%PDF-1.7 ...", b"PK\x03\x04rest", b"\x00\x01\x02\x03\x80" * 50, b"{\\rtf1 text}"]
)
def test_what_is_no_text_is_refused_with_its_name(content: bytes) -> None:
    with pytest.raises(UnreadableFile, match=r"review\.txt"):
        decode(content, "review.txt")


@given(st.binary(max_size=300))
def test_any_bytes_are_decoded_or_refused_and_always_the_same_way(content: bytes) -> None:
    outcomes = []
    for _ in range(2):
        try:
            outcomes.append(decode(content, "a.txt"))
        except UnreadableFile as fault:
            outcomes.append((str(fault), ""))
    assert outcomes[0] == outcomes[1]
