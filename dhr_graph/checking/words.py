"""The check that SHACL can't make: do the quotes stand in the text where they say they do?"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator

from dhr_graph.checking.findings import VIOLATION, Finding, by_severity
from dhr_graph.model.records import Document, Evidence, Passage, Record, Told


def check_offsets(records: Iterable[Record], review: str) -> list[Finding]:
    """Rebuild each document's text from its passages, and hold its hash and every quote against it.

    Takes all records of one review; `review` is the slug that the findings carry. A document without passages is
    taken to have been read from tables, and only its evidence is looked at.
    """
    documents: dict[str, Document] = {}
    passages: dict[str, list[Passage]] = {}
    evidence: list[Evidence] = []
    told: list[Told] = []
    for record in records:
        if isinstance(record, Document):
            documents[record.id] = record
        elif isinstance(record, Passage):
            passages.setdefault(record.in_document, []).append(record)
        elif isinstance(record, Evidence):
            evidence.append(record)
        elif isinstance(record, Told):
            told.append(record)
    places = {passage.id: passage for of_document in passages.values() for passage in of_document}
    texts = {document: _text(of_document) for document, of_document in passages.items()}
    complaints = [
        *_of_documents(documents, passages, texts),
        *_of_evidence(evidence, places, texts),
        *_of_told(told, evidence),
    ]
    return by_severity([Finding(VIOLATION, review, at, message, name) for at, message, name in complaints])


Complaint = tuple[str, str, str | None]


def _text(passages: list[Passage]) -> str:
    return "".join(passage.text for passage in sorted(passages, key=lambda passage: passage.ordinal))


def _of_documents(
    documents: dict[str, Document], passages: dict[str, list[Passage]], texts: dict[str, str]
) -> Iterator[Complaint]:
    for document_id in sorted(passages):
        yield from _of_tiling(passages[document_id])
        if document_id not in documents:
            yield document_id, "Passages stand in a document that is not there.", None
            continue
        found = hashlib.sha256(texts[document_id].encode("utf-8")).hexdigest()
        if found != documents[document_id].text_hash:
            yield document_id, "The passages are not the text that was read: its hash is another.", "textHash"


def _of_tiling(passages: list[Passage]) -> Iterator[Complaint]:
    expected = 0
    for ordinal, passage in enumerate(sorted(passages, key=lambda passage: passage.ordinal)):
        if passage.ordinal != ordinal:
            yield passage.id, f"The passage has the place {passage.ordinal}, and should have {ordinal}.", "ordinal"
        if passage.start != expected:
            yield passage.id, f"The passage starts at {passage.start}; the one before it ends at {expected}.", "start"
        length = passage.end - passage.start
        if length != len(passage.text):
            yield passage.id, f"The passage has {len(passage.text)} characters, not {length}.", "end"
        expected = passage.end


def _of_evidence(evidence: list[Evidence], places: dict[str, Passage], texts: dict[str, str]) -> Iterator[Complaint]:
    for words in evidence:
        passage = places.get(words.in_passage)
        if passage is None:
            yield words.id, f"The quote stands in a passage that is not there: {words.in_passage}.", "inPassage"
            continue
        if not passage.start <= words.start < passage.end:
            yield words.id, f"The quote starts at {words.start}, outside its passage.", "start"
        if texts[passage.in_document][words.start : words.end] != words.quote:
            yield words.id, "The quote is not what the document has there.", "quote"


def _of_told(told: list[Told], evidence: list[Evidence]) -> Iterator[Complaint]:
    """The words that a fact repeats must be those of its evidence, for answers show them."""
    quotes = {(words.supports, words.quote) for words in evidence}
    for fact in told:
        if fact.words is not None and (fact.id, fact.words) not in quotes:
            yield fact.id, "The words of the fact are those of none of its evidence.", "words"
