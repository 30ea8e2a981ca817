"""The IRIs of records and of named graphs, and the way back from them."""

from __future__ import annotations

import re
from urllib.parse import unquote

from dhr_graph.errors import DatasetError, UsageError
from dhr_graph.identifiers import BASE_IRI

ORGANISATIONS = "organisations"
"""The name of the graph that holds the organisations of all reviews; no review may be called so."""

_LAST_OF_PLANES = "".join(chr((plane << 16) + last) for plane in range(1, 14) for last in (0xFFFE, 0xFFFF))
_UNSAFE = re.compile(
    r"[\x00-\x20<>\"{}|\\^`%?#\[\]\x7f-\x9f\ue000-\uf8ff\ufff0-\uffff\U000e0000-\U0010ffff\ufdd0-\ufdef"
    + _LAST_OF_PLANES
    + "]"
)


def record_iri(record_id: str, base: str = BASE_IRI) -> str:
    """The IRI of a record; characters that no IRI may hold are percent-encoded."""
    return f"{base}id/{_encoded(record_id)}"


def id_of_record(iri: str, base: str = BASE_IRI) -> str:
    """The id of the record at an IRI; raises DatasetError where the IRI is none of this base."""
    return _below(iri, f"{base}id/")


def graph_iri(name: str, base: str = BASE_IRI) -> str:
    """The IRI of the graph of a name: `review`, `review/document`, or `organisations`."""
    return f"{base}graph/{_encoded(name)}"


def name_of_graph(iri: str, base: str = BASE_IRI) -> str:
    """The name of the graph at an IRI; raises DatasetError where the IRI is none of this base."""
    return _below(iri, f"{base}graph/")


def review_graph(slug: str, base: str = BASE_IRI) -> str:
    """The IRI of the graph that holds a review and what was merged from its documents."""
    if slug == ORGANISATIONS:
        raise UsageError(f"No review can have the slug {slug!r}.", remedy="Rename its file or folder.")
    return graph_iri(slug, base)


def document_graph(document_id: str, base: str = BASE_IRI) -> str:
    """The IRI of the graph of a document, from the document's id (`review/Document/hash`)."""
    slug, _, key = document_id.split("/")
    return graph_iri(f"{slug}/{key}", base)


def organisations_graph(base: str = BASE_IRI) -> str:
    """The IRI of the graph that holds the organisations of all reviews."""
    return graph_iri(ORGANISATIONS, base)


def _encoded(text: str) -> str:
    return _UNSAFE.sub(lambda found: "".join(f"%{byte:02X}" for byte in found.group().encode("utf-8")), text)


def _below(iri: str, prefix: str) -> str:
    if not iri.startswith(prefix):
        raise DatasetError(
            f"The IRI {iri} is not below {prefix}", remedy="The dataset was written with another base; name that base."
        )
    rest = iri[len(prefix) :]
    return unquote(rest) if "%" in rest else rest
