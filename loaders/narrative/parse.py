"""Parsed text as plain objects: spaCy is asked once for what it says of each token.

Attributes have spaCy's names and mean the same. The frames look at each token some forty times, and to ask spaCy's own
takes ten times as long as to look here.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar

import numpy as np
from spacy.attrs import (  # type: ignore[import-not-found]
    DEP,
    HEAD,
    IDX,
    IS_PUNCT,
    LEMMA,
    LIKE_NUM,
    LOWER,
    ORTH,
    POS,
    TAG,
)
from spacy.tokens import Doc

WORDS = [ORTH, LOWER, LEMMA, TAG, POS, DEP]


class Token:
    """A token with its place in the tree; `i` counts tokens, `idx` characters."""

    __slots__ = (
        "children",
        "dep_",
        "doc",
        "head",
        "i",
        "idx",
        "is_punct",
        "lefts",
        "lemma_",
        "like_num",
        "lower_",
        "pos_",
        "rights",
        "sent",
        "tag_",
        "text",
    )
    ent_type_: ClassVar[str] = ""
    """Names are not recognised by the parser."""
    children: tuple[Token, ...]
    doc: Parse
    head: Token
    lefts: tuple[Token, ...]
    rights: tuple[Token, ...]
    sent: Sentence

    def __init__(
        self,
        i: int,
        idx: int,
        like_num: bool,
        is_punct: bool,
        text: str,
        lower: str,
        lemma: str,
        tag: str,
        pos: str,
        dep: str,
    ) -> None:
        self.i = i
        self.idx = idx
        self.like_num = like_num
        self.is_punct = is_punct
        self.text = text
        self.lower_ = lower
        self.lemma_ = lemma
        self.tag_ = tag
        self.pos_ = pos
        self.dep_ = dep

    def __len__(self) -> int:
        return len(self.text)

    def __repr__(self) -> str:
        return self.text

    @property
    def is_alpha(self) -> bool:
        """Whether it is all letters."""
        return self.text.isalpha()

    @property
    def is_title(self) -> bool:
        """Whether it has a capital at its beginning and none after it."""
        return self.text.istitle()

    @property
    def subtree(self) -> Iterator[Token]:
        """The token and all below it, in the order of the text."""
        tokens: list[Token] = []
        self._gather(tokens)
        return iter(tokens)

    def _gather(self, tokens: list[Token]) -> None:
        for child in self.lefts:
            child._gather(tokens)
        tokens.append(self)
        for child in self.rights:
            child._gather(tokens)

    @property
    def ancestors(self) -> Iterator[Token]:
        """The tokens above it, from its head to the root."""
        token = self
        while token.head is not token:
            token = token.head
            yield token

    @property
    def conjuncts(self) -> tuple[Token, ...]:
        """The tokens that are coordinated with it."""
        first = self
        while first.dep_ == "conj" and first.head is not first:
            first = first.head
        found = [first]
        for token in found:
            found.extend(child for child in token.rights if child.dep_ == "conj")
        return tuple(token for token in found if token is not self)

    def nbor(self, by: int = 1) -> Token:
        """The token so many places further on; raises IndexError where there is none."""
        if self.i + by < 0:
            raise IndexError(f"No token stands before the first of {self.doc.text!r}.")
        return self.doc[self.i + by]


class Sentence:
    """A sentence: its tokens, from `start` to before `end`, and its characters."""

    def __init__(self, doc: Parse, start: int, end: int, root: int) -> None:
        self.start, self.end = start, end
        self.tokens = doc.tokens[start:end]
        self.root = doc.tokens[root]
        self.start_char = self.tokens[0].idx
        self.end_char = self.tokens[-1].idx + len(self.tokens[-1])
        self.text = doc.text[self.start_char : self.end_char]

    def __iter__(self) -> Iterator[Token]:
        return iter(self.tokens)

    def __reversed__(self) -> Iterator[Token]:
        return reversed(self.tokens)

    def __len__(self) -> int:
        return len(self.tokens)


class Parse:
    """A parsed text: its tokens and sentences."""

    def __init__(self, doc: Doc) -> None:
        self.text = doc.text
        self.tokens = tuple(_tokens(doc))
        heads: list[int] = (doc.to_array([HEAD]).astype(np.int64).ravel() + np.arange(len(doc))).tolist()
        below: list[list[Token]] = [[] for _ in heads]
        for token, head in zip(self.tokens, heads, strict=True):
            token.doc = self
            token.head = self.tokens[head]
            if token.head is not token:
                below[head].append(token)
        for token, children in zip(self.tokens, below, strict=True):
            token.children = tuple(children)
            lefts = sum(child.i < token.i for child in children) if children else 0
            token.lefts, token.rights = token.children[:lefts], token.children[lefts:]
        self.sents = tuple(Sentence(self, span.start, span.end, span.root.i) for span in doc.sents)
        for sentence in self.sents:
            for token in sentence:
                token.sent = sentence

    def __iter__(self) -> Iterator[Token]:
        return iter(self.tokens)

    def __len__(self) -> int:
        return len(self.tokens)

    def __getitem__(self, at: int) -> Token:
        return self.tokens[at]


def _tokens(doc: Doc) -> Iterator[Token]:
    strings = doc.vocab.strings
    numbers: Any = doc.to_array([IDX, LIKE_NUM, IS_PUNCT]).T.tolist()
    words: Any = doc.to_array(WORDS).T.tolist()
    known = {key: strings[key] for key in set().union(*words)}
    places, like_num, is_punct = numbers
    columns = [[known[key] for key in column] for column in words]
    return map(Token, range(len(doc)), places, map(bool, like_num), map(bool, is_punct), *columns)
