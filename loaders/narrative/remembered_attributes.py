"""spaCy's attribute ruler, remembered: it takes a third of the parser's time to answer the same again and again.

What the ruler says of a token follows from its tag, and its word and dependency where any of the ruler's patterns names
them; only a few patterns look at two tokens, or at blanks, of which the ruler changes tag and dependency too. So each
combination is asked once, and those few every time. The parse is the same, token by token.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np
from spacy.attrs import DEP, IS_SPACE, LEMMA, LOWER, MORPH, POS, TAG  # type: ignore[import-not-found]
from spacy.language import Language
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc

ASKED = [TAG, LOWER, DEP, IS_SPACE]
SAID = [POS, MORPH, LEMMA]


class RememberedAttributes:
    """Stands in the pipeline for the ruler that it asks."""

    def __init__(self, ruler: AttributeRuler) -> None:
        strings = ruler.vocab.strings
        rules: list[Any] = ruler.patterns
        patterns: list[list[Mapping[str, Any]]] = [pattern for rule in rules for pattern in rule["patterns"]]
        tokens = [token for pattern in patterns for token in pattern]
        named = {word for token in tokens for key in ("LOWER", "DEP") for word in _words(token, key)}
        pairs = [pattern for pattern in patterns if len(pattern) > 1]
        self._ruler = ruler
        self._named = np.array(sorted(strings.add(word) for word in named), dtype=np.uint64)
        self._open = np.array(sorted({strings.add(sign) for pair in pairs for sign in _signs(pair)}), dtype=np.uint64)
        self._said: dict[bytes, tuple[int, ...]] = {}

    def __call__(self, doc: Doc) -> Doc:
        """Set part of speech, morphology and exceptional lemmas."""
        asked = doc.to_array(ASKED)
        if not len(doc) or asked[:, 3].any() or np.isin(asked[:, 1:3], self._open).any():
            return self._ruler(doc)
        asked[:, 1:3] = np.where(np.isin(asked[:, 1:3], self._named), asked[:, 1:3], 0)
        keys = [row.tobytes() for row in asked]
        if all(key in self._said for key in keys):
            said: Any = np.array([self._said[key] for key in keys], dtype=np.uint64)
            return doc.from_array(SAID, said)
        doc = self._ruler(doc)
        self._said.update(zip(keys, (tuple(map(int, row)) for row in doc.to_array(SAID)), strict=True))
        return doc


def remember_attributes(language: Language) -> Language:
    """Put the remembered ruler in the place of the pipeline's own."""
    components: list[tuple[str, Any]] = language._components
    at = language.component_names.index("attribute_ruler")
    components[at] = ("attribute_ruler", RememberedAttributes(components[at][1]))
    return language


def _words(token: Mapping[str, Any], key: str) -> Iterator[str]:
    """The words, or dependencies, that a pattern names for a token, wanted or not."""
    wanted = token.get(key)
    if isinstance(wanted, str):
        yield wanted
    elif wanted is not None:
        yield from (*wanted.get("IN", ()), *wanted.get("NOT_IN", ()))


def _signs(pair: list[Mapping[str, Any]]) -> list[str]:
    """Words or dependencies without which a pattern of two tokens can't fit: those of the first token with any."""
    for token in pair:
        found = [*_words(token, "LOWER")] or [*_words(token, "DEP")]
        if found:
            return found
    raise ValueError(f"a pattern of two tokens names neither words nor dependencies: {pair}")
