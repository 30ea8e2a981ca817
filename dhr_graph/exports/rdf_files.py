"""The dataset as RDF files: sorted, review by review, the same bytes for the same dataset."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pyoxigraph as ox

from dhr_graph.exports.destinations import written_bytes
from dhr_graph.rdf import ORGANISATIONS
from dhr_graph.stores import Dataset
from dhr_graph.vocabulary import EDTF, ONTOLOGY, XSD

_HEADER = re.compile(rb"\A(?:@prefix [^\n]*\n)*")


def write_nquads(dataset: Dataset, path: Path) -> tuple[Path, ...]:
    """Write canonical N-Quads: one line a statement, sorted as bytes."""
    with written_bytes(path) as stream:
        for quads in parts(dataset):
            content = ox.serialize(quads, format=ox.RdfFormat.N_QUADS) or b""
            stream.write(b"".join(sorted(content.splitlines(keepends=True))))
    return (path,)


def write_trig(dataset: Dataset, path: Path) -> tuple[Path, ...]:
    """Write TriG: every graph once, its nodes sorted."""
    quads = (sorted(part, key=_by_graph) for part in parts(dataset))
    _write(quads, path, ox.RdfFormat.TRIG, dataset.base)
    return (path,)


def write_turtle(dataset: Dataset, path: Path) -> tuple[Path, ...]:
    """Write Turtle: all graphs as one, its nodes sorted."""
    triples = ([quad.triple for quad in sorted(part, key=_by_node)] for part in parts(dataset))
    _write(triples, path, ox.RdfFormat.TURTLE, dataset.base)
    return (path,)


def parts(dataset: Dataset) -> Iterator[Iterator[ox.Quad]]:
    """The quads of each review and of the organisations, in the order of their nodes' IRIs."""
    for name in sorted((*dataset.reviews(), ORGANISATIONS), key=lambda name: f"{name}/".encode()):
        yield dataset.organisation_quads() if name == ORGANISATIONS else dataset.quads(name)


def prefixes(base: str) -> dict[str, str]:
    """The prefixes of every file, in this order."""
    edtf = EDTF.removesuffix("EDTF")
    return {"dhr": ONTOLOGY, "edtf": edtf, "graph": f"{base}graph/", "id": f"{base}id/", "xsd": XSD}


def _write(parts: Iterable[list[ox.Quad] | list[ox.Triple]], path: Path, form: ox.RdfFormat, base: str) -> None:
    """Write each part under one header; the engine's own headers name the prefixes in an order that changes."""
    named = prefixes(base)
    with written_bytes(path) as stream:
        stream.writelines(f"@prefix {prefix}: <{iri}> .\n".encode() for prefix, iri in named.items())
        for part in parts:
            content = ox.serialize(part, format=form, prefixes=named) or b""
            stream.write(_HEADER.sub(b"", content))


def _by_node(quad: ox.Quad) -> tuple[str, bool, str, str]:
    """By node, its types first."""
    return str(quad.subject), not quad.predicate.value.endswith("#type"), quad.predicate.value, str(quad.object)


def _by_graph(quad: ox.Quad) -> tuple[str, tuple[str, bool, str, str]]:
    return str(quad.graph_name), _by_node(quad)
