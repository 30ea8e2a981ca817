"""A review's reading as quads, in a form that crosses from one process to another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pyoxigraph as ox

from dhr_graph.errors import DatasetError
from dhr_graph.identifiers import BASE_IRI
from dhr_graph.model.reading import DocumentReading, ReviewReading
from dhr_graph.model.records import Document, Organisation
from dhr_graph.rdf import document_graph, lines, organisations_graph, review_graph


@dataclass(frozen=True, slots=True)
class ReviewQuads:
    """All that one review says, as N-Quads in UTF-8: its own graph, those of its documents, and its organisations."""

    slug: str
    base: str
    nquads: bytes

    def quads(self) -> Iterator[ox.Quad]:
        """The quads, in no particular order."""
        return ox.parse(self.nquads, format=ox.RdfFormat.N_QUADS)

    def graphs(self) -> frozenset[str]:
        """The graphs that the quads stand in; a line names its graph last."""
        ends = {line[line.rindex(b"<") :] for line in self.nquads.splitlines()}
        return frozenset(end[1 : end.rindex(b">")].decode("utf-8") for end in ends)

    def lines_in(self, graph: str) -> bytes:
        """The quads of a graph as they are written."""
        end = f" <{graph}> .".encode()
        return b"\n".join(line for line in self.nquads.splitlines() if line.endswith(end))


def render(reading: ReviewReading, base: str = BASE_IRI) -> ReviewQuads:
    """Turn a reading into quads, the organisations into the graph that all reviews share.

    Raises DatasetError where a document's reading has no Document record, or a record can't be stored.
    """
    return ReviewQuads(reading.slug, base, "".join(_lines(reading, base)).encode("utf-8"))


def _lines(reading: ReviewReading, base: str) -> Iterator[str]:
    of_review, shared = review_graph(reading.slug, base), organisations_graph(base)
    for record in reading.records:
        yield from lines(record, shared if isinstance(record, Organisation) else of_review, base)
    for document in reading.documents:
        graph = _graph_of(document, base)
        for record in document.records:
            yield from lines(record, graph, base)


def _graph_of(reading: DocumentReading, base: str) -> str:
    for record in reading.records:
        if isinstance(record, Document):
            return document_graph(record.id, base)
    raise DatasetError("The reading of the document has no Document record.", where=reading.source.name)
