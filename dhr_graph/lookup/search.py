"""Full text over the passages, by a plain scan: no index to keep, no server to start."""

from __future__ import annotations

import heapq
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pyoxigraph as ox

from dhr_graph.errors import UsageError
from dhr_graph.model.records import Document, Passage
from dhr_graph.rdf import decode, record_iri
from dhr_graph.stores import Dataset
from dhr_graph.vocabulary import ONTOLOGY

_TEXT = ox.NamedNode(ONTOLOGY + "text")
_EXCERPT = 160
_TERM = re.compile(r'"([^"]*)"|(\S+)')
_SAME = str.maketrans("\u2018\u2019\u201c\u201d\u2013\u2014\u00a0", "''\"\"-- ")


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that holds all that was asked for; `score` is how often it does, the offsets are of the first place.

    `excerpt` is some of the passage around that place, on one line.
    """

    review: str
    document: str
    paragraph: str | None
    section: str | None
    page: int | None
    excerpt: str
    start: int
    end: int
    score: int
    passage: str


def search(dataset: Dataset, words: str, *, limit: int = 20, review: str | None = None) -> tuple[Hit, ...]:
    """The passages that hold every word and every "phrase in quotes", best first.

    Case, kinds of quotation mark, dash and white space do not matter; a word is found as the start of a longer one
    (`refer` finds "referred"), a phrase as it stands. Passages that hold the words more often come first, short ones
    before long ones, then by review and place. Raises UsageError where nothing is asked for.
    """
    patterns = _patterns(words)
    if not patterns or limit < 1:
        raise UsageError("There is nothing to look for.", where="search", remedy='Give words, or a "phrase" in quotes.')
    best = heapq.nsmallest(limit, _found(dataset, patterns, review))
    return tuple(_hit(dataset, found) for found in best)


Found = tuple[int, int, str, str, int, int]
"""What ranks a passage: minus the score, its length, its node and graph, and where the first word stands in it."""


def _found(dataset: Dataset, patterns: Sequence[re.Pattern[str]], review: str | None) -> Iterator[Found]:
    for quad in _texts(dataset, review):
        if not isinstance(quad.object, ox.Literal) or "/Passage/" not in str(quad.subject):
            continue
        text = _folded(quad.object.value)
        first, score = None, 0
        for pattern in patterns:
            places = [match.span() for match in pattern.finditer(text)]
            if not places:
                break
            score += len(places)
            first = min(first or places[0], places[0])
        else:
            if first is not None:
                yield -score, len(text), str(quad.subject)[1:-1], str(quad.graph_name)[1:-1], *first


def _texts(dataset: Dataset, review: str | None) -> Iterator[ox.Quad]:
    if review is None:
        return dataset.store.quads_for_pattern(None, _TEXT, None, None)
    return (quad for quad in dataset.quads(review) if quad.predicate == _TEXT)


def _patterns(words: str) -> list[re.Pattern[str]]:
    found = []
    for phrase, word in _TERM.findall(words.translate(_SAME)):
        term = _folded(phrase or word).split()
        if term:
            ending = r"(?!\w)" if phrase else ""
            found.append(re.compile(r"(?<!\w)" + r"\s+".join(re.escape(part) for part in term) + ending))
    return found


def _folded(text: str) -> str:
    """The text with case and marks made alike, each character in its place."""
    if text.isascii():
        return text.lower()
    return "".join(_one(character) for character in text.translate(_SAME))


def _one(character: str) -> str:
    folded = unicodedata.normalize("NFKD", character.casefold())
    return folded[0] if folded else character


def _hit(dataset: Dataset, found: Found) -> Hit:
    score, _, node, graph, first, last = found
    quads = dataset.store.quads_for_pattern(ox.NamedNode(node), None, None, ox.NamedNode(graph))
    passage = next(record for record in decode(quads, dataset.base) if isinstance(record, Passage))
    document = _document(dataset, passage.in_document)
    return Hit(
        review=passage.id.partition("/")[0],
        document=document.name,
        paragraph=passage.label,
        section=passage.section,
        page=passage.page,
        excerpt=_excerpt(passage.text, first, last),
        start=passage.start + first,
        end=passage.start + last,
        score=-score,
        passage=passage.id,
    )


def _document(dataset: Dataset, document_id: str) -> Document:
    quads = dataset.store.quads_for_pattern(ox.NamedNode(record_iri(document_id, dataset.base)), None, None, None)
    return next(record for record in decode(quads, dataset.base) if isinstance(record, Document))


def _excerpt(text: str, first: int, last: int) -> str:
    margin = max(0, (_EXCERPT - (last - first)) // 2)
    start = max(0, min(first - margin, len(text) - _EXCERPT))
    end = min(len(text), max(last + margin, start + _EXCERPT))
    if start > 0:
        start = text.find(" ", start, first) + 1 or start
    if end < len(text):
        cut = text.rfind(" ", last, end)
        end = cut if cut > 0 else end
    line = " ".join(text[start:end].split())
    return ("\u2026 " if start > 0 else "") + line + (" \u2026" if end < len(text.rstrip()) else "")
