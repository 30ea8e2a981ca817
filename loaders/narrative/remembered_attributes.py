"""spaCy's attribute ruler and lemmatizer, remembered: they take a third of the parser's time to say the same again.

What the ruler says of a token follows from its tag, and its word and dependency where any of the ruler's patterns names
them; only a few patterns look at two tokens, or at blanks, of which the ruler changes tag and dependency too. So each
combination is asked once, and those few every time. What the lemmatizer says follows from the word, its part of speech
and its morphology. The parse is the same, token by token.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import numpy as np
from spacy.attrs import DEP, IS_SPACE, LEMMA, LOWER, MORPH, ORTH, POS, TAG  # type: ignore[import-not-found]
from spacy.language import Language
from spacy.pipeline import AttributeRuler
from spacy.pipeline.lemmatizer import Lemmatizer
from spacy.tokens import Doc

ASKED = [TAG, LOWER, DEP, IS_SPACE]
SAID = [POS, MORPH, LEMMA]
LEMMATIZED = [ORTH, POS, MORPH, LEMMA]
MOST = 50_000
"""Of how many words the lemmas are remembered at a time, so that memory has a bound."""


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
        self._named = frozenset(strings.add(word) for word in named)
        self._pairs = [[frozenset(map(strings.add, signs)) for signs in _signs(pair)] for pair in pairs]
        self._said: dict[tuple[int, ...], tuple[int, ...]] = {}

    def __call__(self, doc: Doc) -> Doc:
        """Set part of speech, morphology and exceptional lemmas."""
        asked: Any = doc.to_array(ASKED).tolist()
        if not asked or any(blank for *_, blank in asked) or self._may_hold_pair(asked):
            return self._ruler(doc)
        named = self._named
        keys = [(tag, word if word in named else 0, dep if dep in named else 0) for tag, word, dep, _ in asked]
        new = {key: i for i, key in enumerate(keys) if key not in self._said}
        if new:
            alone = self._ruler(_apart(doc, new.values()))
            self._said.update(zip(new, map(tuple, alone.to_array(SAID).tolist()), strict=True))
        said: Any = np.array([self._said[key] for key in keys], dtype=np.uint64)
        return doc.from_array(SAID, said)

    def _may_hold_pair(self, asked: Iterable[tuple[int, int, int, bool]]) -> bool:
        """Whether all the words and dependencies stand there that one of the patterns of two tokens names."""
        there = {sign for _, word, dep, _ in asked for sign in (word, dep)}
        return any(not any(signs.isdisjoint(there) for signs in pair) for pair in self._pairs)


class RememberedLemmas:
    """Stands in the pipeline for the lemmatizer that it asks."""

    def __init__(self, lemmatizer: Lemmatizer) -> None:
        self._lemmatizer = lemmatizer
        self._said: dict[tuple[int, ...], int] = {}

    def __call__(self, doc: Doc) -> Doc:
        """Set the lemmas that the ruler has not set."""
        words: Any = doc.to_array(LEMMATIZED).tolist()
        if words:
            lemmas = [word[-1] or self._lemma(doc, i, tuple(word)) for i, word in enumerate(words)]
            said: Any = np.array(lemmas, dtype=np.uint64)
            doc.from_array([LEMMA], said)
        return doc

    def _lemma(self, doc: Doc, i: int, word: tuple[int, ...]) -> int:
        known = self._said.get(word)
        if known is None:
            if len(self._said) >= MOST:
                self._said.clear()
                self._lemmatizer.cache.clear()
            known = self._said[word] = doc.vocab.strings.add(self._lemmatizer.lemmatize(doc[i])[0])
        return known


def _apart(doc: Doc, places: Iterable[int]) -> Doc:
    """Some tokens of a text, with their tags and dependencies, as a text that has none between them."""
    tokens = [doc[i] for i in places]
    words, tags, deps = ([str(getattr(t, name)) for t in tokens] for name in ("text", "tag_", "dep_"))
    return Doc(doc.vocab, words=words, tags=tags, deps=deps, heads=[*range(len(tokens))])


def remember_attributes(language: Language) -> Language:
    """Put the remembered ruler and lemmatizer in the places of the pipeline's own."""
    components: list[tuple[str, Any]] = language._components
    remembered: Mapping[str, Any] = {"attribute_ruler": RememberedAttributes, "lemmatizer": RememberedLemmas}
    for at, (name, component) in enumerate(components):
        components[at] = (name, remembered[name](component) if name in remembered else component)
    return language


def _words(token: Mapping[str, Any], key: str) -> Iterator[str]:
    """The words, or dependencies, that a pattern names for a token, wanted or not."""
    wanted = token.get(key)
    if isinstance(wanted, str):
        yield wanted
    elif wanted is not None:
        yield from (*wanted.get("IN", ()), *wanted.get("NOT_IN", ()))


def _signs(pair: list[Mapping[str, Any]]) -> list[list[str]]:
    """Words or dependencies without which a pattern of two tokens can't fit: one of each list has to be there."""
    found = [signs for token in pair for key in ("LOWER", "DEP") if (signs := _wanted(token, key))]
    if not found:
        raise ValueError(f"a pattern of two tokens names neither words nor dependencies: {pair}")
    return found


def _wanted(token: Mapping[str, Any], key: str) -> list[str]:
    """The words, or dependencies, of which a token of a pattern must have one."""
    wanted = token.get(key)
    if isinstance(wanted, str):
        return [wanted]
    return list(wanted.get("IN", ())) if wanted is not None else []
