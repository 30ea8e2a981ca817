"""Invented readings of any size, and a dataset of either kind."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from dhr_graph.identifiers import record_id
from dhr_graph.model.documents import PARAGRAPH, SourceDocument, Span, TextPassage
from dhr_graph.model.reading import Coverage, DocumentReading, ReviewReading
from dhr_graph.model.records import Agency, Contact, Document, Evidence, Organisation, Passage, Record, Review
from dhr_graph.stores import Dataset

POLICE = Organisation(id="organisations/Organisation/police", name="Wessex Police", caption="Wessex Police")


def _document(slug: str, name: str, sentences: tuple[str, ...]) -> DocumentReading:
    text = "".join(f"{sentence}\n" for sentence in sentences) or "\n"
    document = record_id(slug, "Document", name)
    review, agency = f"{slug}/Review/1", f"{slug}/Agency/1"
    records: list[Record] = [
        Document(id=document, in_review=review, name=name, media_type="text/plain", text_hash=f"hash of {text!r}")
    ]
    passages, start = [], 0
    for number, sentence in enumerate(sentences):
        end = start + len(sentence) + 1
        passages.append(TextPassage(number, PARAGRAPH, start, end, Span(start, end - 1)))
        passage, event = record_id(slug, "Passage", name, number), record_id(slug, "Contact", sentence)
        records += [
            Passage(
                id=passage,
                in_document=document,
                ordinal=number,
                kind=PARAGRAPH,
                text=sentence + "\n",
                start=start,
                end=end,
            ),
            Contact(id=event, in_review=review, in_document=document, by_agency=agency, caption=sentence),
            Evidence(
                id=record_id(slug, "Evidence", event),
                in_passage=passage,
                supports=event,
                quote=sentence,
                start=start,
                end=end - 1,
            ),
        ]
        start = end
    source = SourceDocument(name, "text/plain", text, tuple(passages))
    return DocumentReading(source, tuple(records), Coverage())


@pytest.fixture(scope="session")
def reading_of() -> Callable[..., ReviewReading]:
    """Makes the reading of a review with a contact in every sentence: `reading_of("ash", {"a.txt": ["..."]})`."""

    def make(slug: str, files: dict[str, list[str]], organisation: Organisation | None = POLICE) -> ReviewReading:
        link = organisation.id if organisation else None
        records: list[Record] = [
            Review(id=f"{slug}/Review/1", slug=slug, title=f"Review {slug}"),
            Agency(
                id=f"{slug}/Agency/1",
                in_review=f"{slug}/Review/1",
                name="Police",
                agency_type="police",
                of_organisation=link,
            ),
        ]
        if organisation:
            records.append(organisation)
        documents = tuple(_document(slug, name, tuple(sentences)) for name, sentences in files.items())
        return ReviewReading(slug, tuple(records), documents)

    return make


@pytest.fixture(params=["disk", "memory"])
def dataset(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Dataset]:
    """An empty dataset that is open for writing, on disk and in memory in turn."""
    with Dataset.open(tmp_path / "g", write=True) if request.param == "disk" else Dataset.in_memory() as opened:
        yield opened
